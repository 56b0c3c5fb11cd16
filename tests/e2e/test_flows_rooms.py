"""The windows that open from the tray menu: library, reading room, statistics."""

from __future__ import annotations

import pytest

from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.replies import PLAIN
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.waiting import wait_until

LIBRARY, LEARNING, STATISTICS, TEAM_PACKS = "话术库", "新人学习室", "统计", "团队话术"
STEPS = {LIBRARY: 6, LEARNING: 7, STATISTICS: 8, TEAM_PACKS: 9}
"""Steps down the tray menu."""


def open_room(assist: Assist, title: str) -> int:
    """The window of that title, opened from the tray menu."""
    assist.open_tray_menu()
    for _ in range(STEPS[title]):
        assist.desktop.keyboard.chord("down")
    assist.desktop.keyboard.chord("enter")
    return assist.wait_for_window(title)


def is_found(assist: Assist) -> bool:
    """Whether a search finds `PLAIN`."""
    return PLAIN.title in assist.command("search", PLAIN.code).stdout.decode()


@pytest.mark.parametrize("title", STEPS)
def test_each_opens_and_escape_closes_it(desktop: Desktop, assist: Assist, title: str) -> None:
    open_room(assist, title)
    desktop.keyboard.chord("escape")
    assist.wait_until_closed(title)


def test_a_reply_of_the_library_is_copied_as_the_customer_would_read_it(
    desktop: Desktop, assist: Assist
) -> None:
    open_room(assist, LIBRARY)
    for key in PLAIN.code:
        desktop.keyboard.chord(key)
    desktop.keyboard.chord("enter")
    desktop.keyboard.chord("ctrl+c")
    wait_until(
        lambda: clipboard_contents(desktop.display_name)["UTF8_STRING"] == PLAIN.body.encode(),
        "the reply on the clipboard",
    )
    desktop.windows.close_window(desktop.windows.named(LIBRARY))
    assist.wait_until_closed(LIBRARY)


def test_what_is_deleted_in_the_library_is_gone_from_the_palette_until_it_is_taken_back(
    desktop: Desktop, assist: Assist
) -> None:
    # GIVEN a reply that the palette finds
    assert is_found(assist)
    # WHEN it is deleted in the library
    open_room(assist, LIBRARY)
    for key in PLAIN.code:
        desktop.keyboard.chord(key)
    desktop.keyboard.chord("enter")
    desktop.keyboard.chord("delete")
    # THEN it is in the bin, and comes back by undo
    wait_until(lambda: not is_found(assist), "the reply in the bin")
    desktop.keyboard.chord("ctrl+z")
    wait_until(lambda: is_found(assist), "the reply in its place")
    desktop.windows.close_window(desktop.windows.named(LIBRARY))
    assist.wait_until_closed(LIBRARY)
