"""The palette from the hotkey to the pasted reply: real windows, real keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest

from tests.e2e.stage.assist import PALETTE, Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import OPEN, Keep, find, take, typing_goes_on
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.replies import FIELDS, HOTKEY, MESSAGES, PLAIN, WORDINGS
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import (
    Target,
    browser_target,
    gtk_target,
    qt_target,
    xterm_target,
)
from tests.e2e.stage.waiting import wait_until

TARGETS: Mapping[str, Callable[[Desktop], Target]] = {
    "qt": qt_target,
    "gtk": gtk_target,
    "chromium": browser_target,
}


@pytest.mark.parametrize("name", TARGETS)
def test_enter_pastes_into_the_window_that_was_in_front(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep, name: str
) -> None:
    copied = owner.own("everything")
    target = keep(TARGETS[name](desktop))
    told = assist.notices
    take(assist, "zqa")
    target.wait_for_text(PLAIN.body)
    assert PLAIN.title in assist.wait_for_notice("已在输入框里", told)
    becomes(desktop, copied)


def test_in_a_terminal_the_lines_of_a_reply_become_one(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(xterm_target(desktop))
    take(assist, "zqa")
    target.wait_for_text(PLAIN.body.replace("\n", " "))


@pytest.mark.parametrize("query", ["lanjing", "ljhf", "lanjinghuifu"])
def test_a_chinese_reply_is_found_by_its_pinyin(
    desktop: Desktop, assist: Assist, keep: Keep, query: str
) -> None:
    target = keep(qt_target(desktop))
    take(assist, query)
    target.wait_for_text(PLAIN.body)


def test_alt_and_a_number_pick_that_row(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    picked = []
    for number in (1, 2):
        target.clear()
        take(assist, "huanying", f"alt+{number}")
        picked.append(target.wait_for_any_text())
    assert all(picked)
    assert picked[0] != picked[1]


def test_escape_gives_the_keyboard_back(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqa", "escape")
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, "")


def test_the_hotkey_closes_the_palette_that_it_has_opened(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    assist.open(OPEN, PALETTE)
    desktop.keyboard.chord(OPEN, hold=0.03)
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, "")


@pytest.mark.parametrize("name", TARGETS)
def test_enter_that_is_held_never_reaches_the_chat(
    desktop: Desktop, assist: Assist, keep: Keep, name: str
) -> None:
    target = keep(TARGETS[name](desktop))
    take(assist, "zqa", hold=0.8)
    target.wait_for_text(PLAIN.body)
    typing_goes_on(desktop, target, PLAIN.body)
    assert [event["text"] for event in target.told("text")] == [PLAIN.body, PLAIN.body + "x"]


def test_enter_that_is_held_while_the_clipboard_is_slow_never_reaches_the_chat(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    # GIVEN a copy whose saving takes longer than a key takes to repeat
    target = keep(qt_target(desktop))
    find(assist, "zqa")
    owner.take("everything", delay_ms=150)
    # WHEN Enter is held on meanwhile
    desktop.keyboard.chord("enter", hold=1.2)
    # THEN nothing but the reply arrives
    target.wait_for_text(PLAIN.body, within=10)
    typing_goes_on(desktop, target, PLAIN.body)
    assert [event["text"] for event in target.told("text")] == [PLAIN.body, PLAIN.body + "x"]
    owner.take()


def test_a_key_that_follows_a_held_enter_at_once_is_not_lost(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqa", hold=0.8)
    desktop.keyboard.type("x")
    target.wait_for_text(PLAIN.body + "x")


def test_enter_that_is_held_never_comes_between_the_steps_of_a_reply(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqc", hold=1.0)
    target.wait_for_text("前面后面")
    desktop.keyboard.rest(0.5)
    desktop.keyboard.type("x")
    target.wait_for_text("前面x后面")


def test_a_hotkey_that_is_held_types_nothing(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    desktop.keyboard.chord(OPEN, hold=1.0)
    assist.wait_for_window(PALETTE)
    desktop.keyboard.type("zqa")
    desktop.keyboard.chord("enter")
    target.wait_for_text(PLAIN.body)
    assert len(target.told("text")) == 1


def test_a_reply_with_fields_is_filled_by_keys(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    copied = owner.own("everything")
    target = keep(qt_target(desktop))
    take(assist, "zqf")
    assist.wait_for_window(FIELDS.title)
    # WHEN Enter is pressed in each field while it is empty, then each is filled
    for key in ("enter", "enter", "7", "8", "enter", "2", "enter"):
        desktop.keyboard.rest(0.05)  # without it the server's clock takes them for repeats
        desktop.keyboard.chord(key)
    # THEN the first thing that comes is the filled reply
    assert target.wait_for_any_text() == "订单78今天由乙快递发出。"
    becomes(desktop, copied)


def test_a_form_that_is_cancelled_pastes_nothing(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    copied = owner.own("everything")
    target = keep(qt_target(desktop))
    take(assist, "zqf")
    assist.wait_for_window(FIELDS.title)
    desktop.keyboard.type("78")
    # WHEN the agent goes back to the list and then away
    desktop.keyboard.chord("escape")
    assist.wait_for_window(PALETTE)
    desktop.keyboard.chord("escape")
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, "")
    assert len(target.told("text")) == 1
    assert clipboard_contents(desktop.display_name) == copied


def test_the_messages_of_a_reply_are_pasted_in_turn(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    copied = owner.own("everything")
    target = keep(qt_target(desktop))
    take(assist, "zqm", "ctrl+enter")
    for number, message in enumerate(MESSAGES.messages, start=1):
        if number > 1:
            target.clear()
            desktop.keyboard.chord("ctrl+alt+n", hold=0.03)
        target.wait_for_text(message)
        becomes(desktop, copied)
    told = assist.notices
    desktop.keyboard.chord("ctrl+alt+n", hold=0.03)
    assist.wait_for_notice("没有", told)


def test_the_next_message_is_kept_from_another_chat(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    # GIVEN the first message of a reply pasted into one chat
    other = keep(qt_target(desktop, title="Another customer"))
    target = keep(qt_target(desktop, title="The customer"))
    take(assist, "zqm", "ctrl+enter")
    target.wait_for_text(MESSAGES.messages[0])
    # WHEN the next one is asked for in another
    other.focus()
    told = assist.notices
    desktop.keyboard.chord("ctrl+alt+n", hold=0.03)
    # THEN it says whose it is, pastes nothing there, and goes to the first chat afterwards
    assist.wait_for_notice("The customer", told)
    assert other.text == ""
    target.focus()
    target.clear()
    desktop.keyboard.chord("ctrl+alt+n", hold=0.03)
    target.wait_for_text(MESSAGES.messages[1])


def test_without_control_all_messages_are_one_text(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqm")
    target.wait_for_text("\n".join(MESSAGES.messages))


def test_tab_takes_the_other_wording(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqw", "tab")
    desktop.keyboard.chord("enter")
    target.wait_for_text(WORDINGS.alternatives[0])


def test_control_c_copies_the_reply_for_good(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqa", "ctrl+c")
    wait_until(
        lambda: clipboard_contents(desktop.display_name).get("UTF8_STRING") == PLAIN.body.encode(),
        "the reply on the clipboard",
    )
    assist.wait_for_front(target.window)
    desktop.keyboard.chord("ctrl+v")
    target.wait_for_text(PLAIN.body)


def test_a_reply_with_fields_is_copied_filled(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqf", "ctrl+c")
    assist.wait_for_window(FIELDS.title)
    for key in ("7", "8", "enter", "2", "enter"):
        desktop.keyboard.rest(0.05)  # without it the server's clock takes them for repeats
        desktop.keyboard.chord(key)
    filled = "订单78今天由乙快递发出。".encode()
    wait_until(
        lambda: clipboard_contents(desktop.display_name).get("UTF8_STRING") == filled,
        "the filled reply on the clipboard",
    )
    assist.wait_for_front(target.window)
    assert target.text == ""


def test_a_starred_reply_stands_first_when_the_palette_opens(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqk", "ctrl+d")
    desktop.keyboard.chord("escape")
    assist.wait_for_front(target.window)
    take(assist, "")
    target.wait_for_text(HOTKEY.body)


ASKED = "我要退货，怎么退啊，退货地址发我一下"


def copy_all(desktop: Desktop, text: str) -> None:
    """Have the chat in front, which holds `text`, copy all of it."""
    desktop.keyboard.chord("ctrl+a")
    desktop.keyboard.chord("ctrl+c")
    wait_until(
        lambda: clipboard_contents(desktop.display_name).get("UTF8_STRING") == text.encode(),
        f"“{text}” on the clipboard",
    )


def take_first_suggestion(desktop: Desktop, assist: Assist) -> None:
    """It must be the guide to returning goods, which asks for its fields; leave it unsent."""
    assist.open("ctrl+alt+s", PALETTE)
    desktop.keyboard.chord("enter")
    assist.wait_for_window("退货流程")
    desktop.keyboard.chord("escape")
    assist.wait_for_window(PALETTE)
    desktop.keyboard.chord("escape")


def test_replies_for_the_copied_message_come_first(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    target.clear(ASKED)
    copy_all(desktop, ASKED)
    take_first_suggestion(desktop, assist)
    assist.wait_for_front(target.window)


def test_replies_are_for_selected_text_where_nothing_was_copied_since(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    # GIVEN something copied long ago, and a customer's message that is only selected
    target = keep(qt_target(desktop))
    target.clear("您好")
    copy_all(desktop, "您好")
    target.clear(ASKED)
    desktop.keyboard.chord("ctrl+a")
    wait_until(
        lambda: desktop.run("xclip", "-o", "-selection", "primary").stdout == ASKED.encode(),
        "the selected message",
    )
    # WHEN the first suggestion is taken THEN it suits what is selected
    take_first_suggestion(desktop, assist)
    assist.wait_for_front(target.window)
    assert clipboard_contents(desktop.display_name)["UTF8_STRING"] == "您好".encode()


def test_from_hotkey_to_reply_in_under_three_seconds(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    """Told, not timed: the deadline of waiting is the promise."""
    target = keep(qt_target(desktop))
    begun = time.monotonic()
    take(assist, "zqa")
    target.wait_for_text(PLAIN.body, within=max(3.0 - (time.monotonic() - begun), 0))


def test_a_row_number_that_is_held_never_reaches_the_chat(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqa", "alt+1", 0.8)
    target.wait_for_text(PLAIN.body)
    typing_goes_on(desktop, target, PLAIN.body)
    assert len(target.told("text")) == 2


def test_enter_that_is_held_in_the_form_never_reaches_the_chat(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "thyf")
    assist.wait_for_window("退货运费由谁承担")
    desktop.keyboard.chord("enter", hold=0.8)
    pasted = target.wait_for_any_text()
    typing_goes_on(desktop, target, pasted)
    assert len(target.told("text")) == 2
