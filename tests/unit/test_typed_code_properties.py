"""Whatever is typed, in any order: no code counts twice, and no more is deleted than was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import PasteText, PressKeys, Step
from desktop_assist.core.pasting.typed_code import (
    BACKSPACE,
    Expand,
    Heard,
    Key,
    TakeBack,
    Typed,
    TypedCode,
    replacing,
    take_back_steps,
)

CODES = ("/a", "/ab", "/b")
heard = st.one_of(st.sampled_from("/ab c ").map(Typed), st.sampled_from(Key))
moments = st.sampled_from([1.0, 90.0, 300.0, 6_000.0])
Action = tuple[str, object]
actions = st.one_of(
    st.tuples(st.just("hear"), heard),
    st.tuples(st.just("press"), st.booleans()),
    st.tuples(st.just("own"), st.none()),
    st.tuples(st.just("end"), st.booleans()),
    st.tuples(st.just("forget"), st.none()),
)


class Box:
    """What surely stands right before the caret: as much as has been typed there in a row."""

    def __init__(self) -> None:
        self.text = ""

    def hear(self, one: Heard) -> None:
        if isinstance(one, Typed):
            self.text += one.character
        elif one is Key.BACKSPACE:
            self.text = self.text[:-1]
        else:
            self.text = ""


@given(st.lists(st.tuples(actions, moments), max_size=60))
def test_a_code_counts_only_where_it_surely_stands(done: list[tuple[Action, float]]) -> None:
    machine, box, now = TypedCode(CODES), Box(), 0.0
    for (name, value), passed in done:
        now += passed
        if name == "hear" and isinstance(value, (Typed, Key)):
            box.hear(value)
            wanted = machine.hear(value, now)
            if isinstance(wanted, Expand):
                assert value == Typed(" ")
                assert box.text.endswith(wanted.trigger + " ")
                assert wanted.length == len(wanted.trigger) + 1
                assert wanted.trigger in CODES
        elif name == "press":
            machine.pressing(replacing(3, (PasteText("x"),)), undoable=bool(value), now=now)
        elif name == "own":
            machine.hear(Key.BACKSPACE, now)
            box.hear(Key.BACKSPACE)
        elif name == "end":
            machine.ended(now, pasted=bool(value))
        else:
            machine.forget()
        assert len(machine._buffer) <= max(map(len, CODES))


@given(st.lists(heard, max_size=30), st.booleans())
def test_one_expansion_is_taken_back_once_at_most_and_only_untouched(
    after: list[Heard], undoable: bool
) -> None:
    machine = TypedCode(CODES)
    wanted = [machine.hear(Typed(one), 1) for one in "/a "]
    assert [one for one in wanted if one] == [Expand("/a", 3)]
    machine.pressing(replacing(3, (PasteText("x"),)), undoable=undoable, now=1)
    for own in (*[Key.BACKSPACE] * 3, Key.OTHER):
        assert machine.hear(own, 2) is None
    assert machine.ended(200, pasted=True) is None
    taken = [place for place, one in enumerate(after) if _takes_back(machine, one)]
    untouched = bool(after) and after[0] is Key.BACKSPACE
    assert taken == ([0] if untouched and undoable else [])


def _takes_back(machine: TypedCode, one: Heard) -> bool:
    return isinstance(machine.hear(one, 300), TakeBack)


steps = st.one_of(
    st.text(max_size=20).map(PasteText),
    st.builds(
        PressKeys,
        st.sampled_from(["left", "shift+enter", "enter", "tab"]).map(Combination.parse),
        st.integers(1, 5),
    ),
)


@given(st.lists(steps, max_size=4))
def test_taking_back_deletes_no_more_than_was_pasted(pasted: list[Step]) -> None:
    found = take_back_steps(pasted, "/a")
    if found is None:
        return
    came = sum(
        len(step.text) if isinstance(step, PasteText) else step.times
        for step in pasted
        if isinstance(step, PasteText) or step.combination != Combination((), "left")
    )
    (code,) = found
    assert isinstance(code, PasteText)
    gone = sum(one.times for one in code.before)
    before = [one for one in code.before if one.combination == BACKSPACE]
    back = sum(
        step.times
        for step in pasted
        if isinstance(step, PressKeys) and step.combination == Combination((), "left")
    )
    assert gone == came - 1
    assert sum(one.times for one in before) == came - 1 - back
    assert code.text == "/a"
