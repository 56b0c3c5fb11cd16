"""What every test under Wine may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_assist.oslayer.win32.api import WindowsApi
from tests.wine.inside.stage import Hands, Other


@pytest.fixture(scope="session")
def api() -> WindowsApi:
    return WindowsApi()


@pytest.fixture(scope="session")
def both_hands() -> Iterator[Hands]:
    made = Hands()
    yield made
    made.close()


@pytest.fixture
def hands(both_hands: Hands) -> Iterator[Hands]:
    """The user's hands, at rest before and after."""
    yield both_hands
    both_hands.rest()


@pytest.fixture(scope="module")
def other() -> Iterator[Other]:
    """A program that others may share; its windows go with the module."""
    program = Other()
    yield program
    program.close()


@pytest.fixture(scope="module")
def third() -> Iterator[Other]:
    """A further program, such as a clipboard manager."""
    program = Other()
    yield program
    program.close()
