"""From rendered replies to steps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.application import ApplicationProfile, NewlinePolicy
from desktop_assist.core.pasting.paste_session import PasteText, PressKeys, Step
from desktop_assist.core.pasting.paste_steps import ENTER, LEFT, SHIFT_ENTER, Piece, steps_for


def steps(policy: NewlinePolicy, *pieces: Piece) -> tuple[Step, ...]:
    return steps_for(pieces, ApplicationProfile(window_class=".*", newlines=policy))


def test_newlines_are_pasted_in_one_form() -> None:
    assert steps("paste", Piece("a\r\nb\rc")) == (PasteText("a\nb\nc"),)


def test_newlines_are_flattened_without_a_trace_of_indents() -> None:
    assert steps("flatten", Piece("a \n\n  b")) == (PasteText("a b"),)


def test_newlines_are_typed_several_at_once() -> None:
    assert steps("shift_enter", Piece("a\n\nb")) == (
        PasteText("a"),
        PressKeys(SHIFT_ENTER, 2),
        PasteText("b"),
    )


def test_the_caret_goes_back_only_where_nothing_is_sent() -> None:
    assert steps("paste", Piece("ab", 1)) == (PasteText("ab"), PressKeys(LEFT, 1))
    assert steps("paste", Piece("ab", 1, send=True)) == (PasteText("ab"), PressKeys(ENTER))


def test_several_messages_follow_each_other() -> None:
    made = steps("paste", Piece("a", send=True), Piece("b"))
    assert made == (PasteText("a"), PressKeys(ENTER), PasteText("b"))


@given(st.text(), st.sampled_from(["paste", "shift_enter", "flatten"]))
def test_enter_is_never_pressed_unless_asked_for(text: str, policy: NewlinePolicy) -> None:
    assert PressKeys(ENTER) not in steps(policy, Piece(text))


@given(st.text(alphabet="ab \n", max_size=20))
def test_typed_newlines_make_the_text_again(text: str) -> None:
    typed = "".join(
        step.text if isinstance(step, PasteText) else "\n" * step.times
        for step in steps("shift_enter", Piece(text))
    )
    assert typed == text.rstrip("\n")
