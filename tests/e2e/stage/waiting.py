"""Waiting for something that another program does: until it holds, never for luck."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
LOOK_EVERY = 0.005
"""Seconds between two looks at another program's state; no such program tells of a change."""


class NeverHappenedError(AssertionError):
    """The awaited thing did not happen before the deadline."""


def wait_until(
    look: Callable[[], Value | None], what: str, within: float = 10.0, every: float = LOOK_EVERY
) -> Value:
    """The first true value of `look()`, looked at every `every` seconds.

    Raises:
        NeverHappenedError: nothing true for `within` seconds; names `what`.
    """
    deadline = time.monotonic() + within
    while True:
        value = look()
        if value:
            return value
        if time.monotonic() > deadline:
            raise NeverHappenedError(f"{what} did not happen within {within:g} s")
        time.sleep(every)
