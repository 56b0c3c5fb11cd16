"""Every outcome is a sentence that says what happened and what is safe."""

from __future__ import annotations

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import Finish, Reason, Result
from desktop_assist.services.outcomes import outcome_message

PASTE_KEYS = Combination.parse("ctrl+v").shown_as_chord


def said(outcome: Finish) -> str:
    return str(outcome_message(outcome, "Refund", PASTE_KEYS))


def test_a_pasted_reply_is_told_by_its_title() -> None:
    assert said(Finish(Result.PASTED, done=1)) == "“Refund” is in the input box."


@pytest.mark.parametrize("reason", Reason)
def test_a_reply_that_was_left_tells_why_and_which_keys_paste_it(reason: Reason) -> None:
    sentence = said(Finish(Result.LEFT, reason))
    assert "Ctrl+V" in sentence
    assert "comes back" in sentence


@pytest.mark.parametrize("reason", [None, *Reason])
def test_a_refused_reply_tells_that_the_clipboard_is_safe(reason: Reason | None) -> None:
    assert "the clipboard keeps what was copied" in said(Finish(Result.REFUSED, reason))


@pytest.mark.parametrize("result", [Result.LEFT, Result.REFUSED])
def test_a_reply_of_which_a_part_was_pasted_is_not_told_as_missing(result: Result) -> None:
    sentence = said(Finish(result, Reason.WINDOW_CHANGED, done=1))
    assert "Only part of “Refund”" in sentence
    assert "not pasted" not in sentence
