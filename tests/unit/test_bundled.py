"""The program finds what travels with it."""

from pathlib import Path

import pytest

from desktop_assist import bundled
from desktop_assist.errors import AssistError


def test_checkout_has_resources_and_snippets_beside_the_package() -> None:
    assert bundled.resources().name == "resources"
    assert bundled.snippets().name == "snippets"
    assert bundled.snippets().parent == bundled.resources().parent


def test_installed_folder_wins_over_one_beside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "desktop_assist"
    inside = package / "_bundled" / "snippets"
    inside.mkdir(parents=True)
    (tmp_path / "snippets").mkdir()
    assert bundled.find("snippets", package) == inside


def test_an_incomplete_installation_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AssistError, match=r"snippets.*Install the program again"):
        bundled.find("snippets", tmp_path / "desktop_assist")
