"""The draft: taken out of the chat window, checked, put back; and all as it was otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.e2e.stage.assist import REVIEW, Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import POLISH, Keep, review, typing_goes_on
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import (
    Target,
    browser_target,
    gtk_target,
    qt_target,
    xterm_target,
)

HARSH = "你自己看说明书，不知道！"
"""Two findings; the second has its wording in `MILDER`."""
MILDER = "你自己看说明书，我去帮您核实一下，马上答复您！"
REFUSAL = "不知道。"
"""One finding with two wordings, and with `SENTENCE`, a whole one that has two gaps."""
SENTENCE = "3"
FORM = "填写话术"
WARM = "亲，这款有货哦"
FORMAL = "您好，这款有货"
CLEAN = "您好，这就为您查询，请稍等。"
TARGETS: Mapping[str, Callable[[Desktop], Target]] = {
    "qt": qt_target,
    "qt line": lambda desktop: qt_target(desktop, one_line=True),
    "gtk": gtk_target,
    "gtk entry": lambda desktop: gtk_target(desktop, one_line=True),
    "chromium": browser_target,
}
UNDOING = ("qt", "qt line", "chromium")
"""GTK 3 has no undo."""


@pytest.mark.parametrize("name", TARGETS)
def test_the_accepted_wording_replaces_the_draft(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep, name: str
) -> None:
    # GIVEN a harsh draft, and a picture and more on the clipboard
    copied = owner.own("everything")
    target = keep(TARGETS[name](desktop))
    target.clear(HARSH)
    # WHEN the first finding is kept as it is and the second is mended
    assist.open(POLISH, REVIEW)
    becomes(desktop, copied)
    desktop.keyboard.type("0")
    desktop.keyboard.chord("enter")
    # THEN the draft is the mended one, and the clipboard as it was
    target.wait_for_text(MILDER)
    becomes(desktop, copied)


@pytest.mark.parametrize("name", UNDOING)
def test_undo_brings_the_old_draft_back(
    desktop: Desktop, assist: Assist, keep: Keep, name: str
) -> None:
    target = keep(TARGETS[name](desktop))
    review(assist, target, HARSH)
    desktop.keyboard.type("0")
    desktop.keyboard.chord("enter")
    target.wait_for_text(MILDER)
    desktop.keyboard.rest()
    desktop.keyboard.chord("ctrl+z")
    target.wait_for_text(HARSH)


@pytest.mark.parametrize("name", TARGETS)
def test_escape_changes_nothing_and_leaves_no_selection(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep, name: str
) -> None:
    copied = owner.own("everything")
    target = keep(TARGETS[name](desktop))
    review(assist, target, HARSH)
    desktop.keyboard.chord("escape")
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, HARSH)
    assert len(target.told("text")) == 1
    becomes(desktop, copied)


def test_keeping_everything_changes_nothing(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    review(assist, target, HARSH)
    desktop.keyboard.type("0")
    desktop.keyboard.chord("down")
    desktop.keyboard.type("0")
    desktop.keyboard.chord("enter")
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, HARSH)
    assert len(target.told("text")) == 1


def test_a_good_draft_is_told_to_be_good(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    review(assist, target, CLEAN)
    desktop.keyboard.chord("enter")
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, CLEAN)


@pytest.mark.parametrize("name", TARGETS)
def test_an_empty_input_box_has_no_draft(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep, name: str
) -> None:
    copied = owner.own("everything")
    target = keep(TARGETS[name](desktop))
    told = assist.notices
    desktop.keyboard.chord(POLISH, hold=0.03)
    assist.wait_for_notice("没有", told)
    becomes(desktop, copied)
    desktop.keyboard.type("x")
    target.wait_for_text("x")


def test_no_draft_is_taken_out_of_a_terminal(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    copied = owner.own("everything")
    target = keep(xterm_target(desktop))
    told = assist.notices
    desktop.keyboard.chord(POLISH, hold=0.03)
    assist.wait_for_notice("窗口", told)
    desktop.keyboard.type("x")
    target.wait_for_text("x")
    assert clipboard_contents(desktop.display_name) == copied


def test_the_polished_draft_goes_nowhere_else(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    # GIVEN a review that is open for one customer
    copied = owner.own("everything")
    other = keep(qt_target(desktop, title="另一位客户"))
    target = keep(qt_target(desktop, title="这位客户"))
    shown = review(assist, target, HARSH)
    # WHEN another customer's window is looked at and the review is accepted after that
    other.focus()
    desktop.windows.activate(shown)
    desktop.keyboard.type("0")
    desktop.keyboard.chord("enter")
    # THEN the right window has it
    target.wait_for_text(MILDER)
    assert other.text == ""
    becomes(desktop, copied)


def test_enter_that_is_held_in_the_review_never_reaches_the_chat(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    review(assist, target, HARSH)
    desktop.keyboard.type("0")
    desktop.keyboard.chord("enter", hold=0.8)
    target.wait_for_text(MILDER)
    typing_goes_on(desktop, target, MILDER)
    assert "\n" not in "".join(event["text"] for event in target.told("text"))


def test_enter_that_is_held_where_nothing_changes_never_reaches_the_chat(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    review(assist, target, CLEAN)
    desktop.keyboard.chord("enter", hold=0.8)
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, CLEAN)
    assert len(target.told("text")) == 1


def test_a_whole_sentence_is_filled_in_and_put_back(
    desktop: Desktop, owner: Owner, assist: Assist, keep: Keep
) -> None:
    # GIVEN a bare refusal as draft
    copied = owner.own("everything")
    target = keep(qt_target(desktop))
    review(assist, target, REFUSAL)
    # WHEN the whole sentence is chosen and what it lacks is written
    desktop.keyboard.type(SENTENCE)
    desktop.keyboard.chord("enter")
    assist.wait_for_window(FORM)
    desktop.keyboard.type("a")
    desktop.keyboard.chord("enter")
    desktop.keyboard.type("b")
    desktop.keyboard.chord("enter", hold=0.8)
    # THEN it stands in the chat, unsent, and the clipboard is as it was
    filled = "不好意思，因为a，这个我这边还不清楚。我先b，您看可以吗？"
    target.wait_for_text(filled)
    becomes(desktop, copied)
    typing_goes_on(desktop, target, filled)


def test_a_cancelled_form_leads_back_to_the_review(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    review(assist, target, REFUSAL)
    desktop.keyboard.type(SENTENCE)
    desktop.keyboard.chord("enter")
    assist.wait_for_window(FORM)
    desktop.keyboard.chord("escape")
    assist.wait_for_window(REVIEW)
    desktop.keyboard.chord("escape")
    assist.wait_for_front(target.window)
    typing_goes_on(desktop, target, REFUSAL)


def test_the_tone_of_a_good_draft_is_switched(desktop: Desktop, assist: Assist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    review(assist, target, WARM)
    desktop.keyboard.type("t")
    desktop.keyboard.chord("enter")
    target.wait_for_text(FORMAL)
