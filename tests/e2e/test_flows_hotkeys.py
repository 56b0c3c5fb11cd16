"""Hotkeys that need no window of ours: slots, own hotkeys, welcome, pause; and the way back."""

from __future__ import annotations

import datetime

import pytest

from desktop_assist.core.replies.festival import festivals_on
from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import Keep
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.replies import HOTKEY, PLAIN, SHOP, WELCOME
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import Target, qt_target
from tests.e2e.stage.waiting import wait_until

SLOT, EMPTY_SLOT, GREET, PAUSE = "ctrl+alt+1", "ctrl+alt+9", "ctrl+alt+h", "ctrl+alt+shift+p"


def test_a_slot_pastes_its_reply(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    copied = owner.own("everything")
    target = keep(qt_target(desktop))
    desktop.keyboard.chord(SLOT, hold=0.03)
    target.wait_for_text(PLAIN.body)
    becomes(desktop, copied)


def test_an_empty_slot_says_what_to_do(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    told = assist.notices
    desktop.keyboard.chord(EMPTY_SLOT, hold=1.0)
    assert "9" in assist.wait_for_notice("设置", told)
    desktop.keyboard.type("x")
    target.wait_for_text("x")


def test_a_reply_has_a_hotkey_of_its_own(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    desktop.keyboard.chord(HOTKEY.hotkey, hold=0.03)
    target.wait_for_text(HOTKEY.body)


def test_the_welcome_fits_the_shop_and_does_not_repeat_itself(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    if festivals_on(datetime.date.today()):
        pytest.skip("the festival's welcome comes first today")
    copied = owner.own("everything")
    target = keep(qt_target(desktop))
    said = []
    for _ in range(3):
        target.clear()
        desktop.keyboard.chord(GREET, hold=0.03)
        said.append(target.wait_for_any_text())
        becomes(desktop, copied)
    wordings = (WELCOME.body, *WELCOME.alternatives)
    assert sorted(said) == sorted(one.replace("{{ shop }}", SHOP) for one in wordings)


def test_what_is_paused_goes_through_to_the_window(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    desktop.keyboard.chord(PAUSE, hold=0.03)
    wait_until(lambda: assist.status()["paused"], "the pause")
    desktop.keyboard.chord(SLOT, hold=0.03)
    desktop.keyboard.type("x")
    # Qt takes Ctrl+Alt+1 for the letter 1: it did reach the window
    target.wait_for(lambda event: event.get("text", "").endswith("x"), "the letter")
    assert PLAIN.body not in target.text
    desktop.keyboard.chord(PAUSE, hold=0.03)
    wait_until(lambda: not assist.status()["paused"], "the end of the pause")
    target.clear()
    desktop.keyboard.chord(SLOT, hold=0.03)
    target.wait_for_text(PLAIN.body)


def leave_on_clipboard(assist: Assist, owner: Owner, keep: Keep) -> Target:
    """Have a reply left on the clipboard, since the other customer's window came to the front."""
    desktop = assist.desktop
    other = keep(qt_target(desktop, title="另一位客户"))
    target = keep(qt_target(desktop, title="这位客户"))
    owner.take("html", delay_ms=60)  # saving takes long enough to change windows meanwhile
    told = assist.notices
    desktop.keyboard.chord(SLOT, hold=0.03)
    other.focus()
    assert PLAIN.title in assist.wait_for_notice("剪贴板", told)
    assert target.text == ""
    assert other.text == ""
    return other


def test_a_reply_for_another_window_waits_on_the_clipboard(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    copied = owner.own("html")
    other = leave_on_clipboard(assist, owner, keep)
    desktop.keyboard.chord("ctrl+v")
    other.wait_for_text(PLAIN.body)
    becomes(desktop, copied)
    desktop.keyboard.type("x")
    other.wait_for_text(PLAIN.body + "x")


def test_the_tray_menu_brings_the_old_clipboard_back(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    copied = owner.own("html")
    other = leave_on_clipboard(assist, owner, keep)
    assist.open_tray_menu()
    for _ in range(10):  # five actions, library, learning, statistics, team packs, restore
        desktop.keyboard.chord("down")
    desktop.keyboard.chord("enter")
    becomes(desktop, copied)
    # THEN the reply is nowhere: not in the chat, and no longer to be pasted by a slip
    assert clipboard_contents(desktop.display_name) == copied
    assert other.text == ""
