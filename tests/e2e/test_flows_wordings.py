"""Tone, language, category, form and messages of the palette: real windows, real keys."""

from __future__ import annotations

from tests.e2e.stage.assist import PALETTE, Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import Keep, take
from tests.e2e.stage.replies import FIELDS, MESSAGES, PLAIN
from tests.e2e.stage.targets import qt_target


def test_the_tone_that_is_shown_is_the_one_that_is_pasted(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqa", "ctrl+t")
    desktop.keyboard.chord("enter")
    pasted = target.wait_for_any_text()
    assert pasted.startswith("亲，")
    assert pasted != PLAIN.body


def test_a_category_narrows_what_is_typed(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    # GIVEN the category of a reply, chosen by key
    take(assist, "zqa", "alt+c")
    # WHEN something is typed that only other categories have, THEN Enter has nothing to paste
    desktop.keyboard.chord("ctrl+a")
    desktop.keyboard.type("huanying")
    desktop.keyboard.chord("enter")
    assist.wait_for_window(PALETTE)
    # WHEN the category is taken away again, THEN it is found
    desktop.keyboard.chord("ctrl+a")
    for _ in range(2):
        desktop.keyboard.chord("backspace")
        desktop.keyboard.rest(0.05)  # without it the server's clock takes them for repeats
    desktop.keyboard.type("huanying")
    desktop.keyboard.chord("enter")
    assert target.wait_for_any_text()
    assert len(target.told("text")) == 1


def test_the_form_stands_in_the_palette_and_leads_back_to_the_list(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    take(assist, "zqf")
    window = assist.wait_for_window(FIELDS.title)
    desktop.keyboard.type("78")
    desktop.keyboard.chord("escape")
    assert assist.wait_for_window(PALETTE) == window
    desktop.keyboard.chord("enter")
    assist.wait_for_window(FIELDS.title)
    # The order number was kept, so that the carrier is the first field that is empty.
    for key in ("2", "enter"):
        desktop.keyboard.rest(0.05)  # without it the server's clock takes them for repeats
        desktop.keyboard.chord(key)
    assert target.wait_for_any_text() == "订单78今天由乙快递发出。"


def test_control_enter_goes_on_with_the_reply_that_is_under_way(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    for message in MESSAGES.messages:
        take(assist, "zqm", "ctrl+enter")
        target.wait_for_text(message)
        target.clear()
