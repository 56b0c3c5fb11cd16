"""A first start: the tour comes by itself, and a reply lands in its practice chat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.waiting import wait_until

TOUR = "One-minute tour"
PALETTE = "Find a reply"


@pytest.fixture
def newcomer(desktop: Desktop, tmp_path: Path) -> Iterator[Assist]:
    """The program on a home folder that nobody has used."""
    assist = Assist(desktop, tmp_path / "home")
    assist.start(LANGUAGE="en", LC_ALL="C.UTF-8")
    yield assist
    if assist.is_running():
        assist.quit()


def test_the_tour_leads_to_a_first_paste(desktop: Desktop, newcomer: Assist, owner: Owner) -> None:
    # GIVEN something copied, and the tour on its third page
    copied = owner.own()
    tour = newcomer.wait_for_window(TOUR)
    desktop.keyboard.chord("alt+n")
    desktop.keyboard.chord("alt+n")
    # WHEN the palette is asked for, and its first reply taken
    newcomer.open("ctrl+alt+space", PALETTE)
    for key in "ethanks":
        desktop.keyboard.chord(key)
    desktop.keyboard.chord("enter")
    newcomer.wait_for_front(tour)
    # THEN what was copied is there again, and the practice chat holds the reply
    becomes(desktop, copied)
    desktop.keyboard.chord("ctrl+a")
    desktop.keyboard.chord("ctrl+c")
    wait_until(
        lambda: b"your kind review" in clipboard_contents(desktop.display_name)["UTF8_STRING"],
        "the reply in the practice chat",
    )


def test_the_tour_does_not_come_again(desktop: Desktop, newcomer: Assist) -> None:
    newcomer.wait_for_window(TOUR)
    desktop.keyboard.chord("escape")
    newcomer.wait_until_closed(TOUR)
    newcomer.quit()
    newcomer.start(LANGUAGE="en", LC_ALL="C.UTF-8")
    assert not [title for title in desktop.windows.titles().values() if title.startswith(TOUR)]
