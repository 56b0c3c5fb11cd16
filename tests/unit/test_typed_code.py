"""What is typed: when a code counts, when it is forgotten, and when Backspace takes it back."""

from __future__ import annotations

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import PasteText, PressKeys, Step
from desktop_assist.core.pasting.paste_steps import ENTER, LEFT, SHIFT_ENTER
from desktop_assist.core.pasting.typed_code import (
    BACKSPACE,
    DELETE,
    LONGEST_TAKEN_BACK,
    PAUSE_MS,
    SETTLED_MS,
    TAKE_BACK_MS,
    Expand,
    Heard,
    Key,
    TakeBack,
    Typed,
    TypedCode,
    Wanted,
    is_excluded,
    replacing,
    take_back_steps,
    triggers_of,
)
from desktop_assist.core.replies.library import Library
from desktop_assist.core.replies.snippet import Snippet

CODES = ("/hy", "/th", "/thyf", "/谢")
HY = Expand("/hy", 4)
REPLY = PasteText("您好")
STEPS = replacing(4, (REPLY,))


class Agent:
    """Somebody who types a key each tenth of a second."""

    def __init__(self) -> None:
        self.machine = TypedCode(CODES)
        self.now = 1_000.0

    def type(self, text: str) -> list[Wanted]:
        """What is wanted meanwhile; `⌫` is Backspace."""
        return self.hear(*(Key.BACKSPACE if one == "⌫" else Typed(one) for one in text))

    def hear(self, *heard: Heard, after: float = 100) -> list[Wanted]:
        found = []
        for one in heard:
            self.now += after
            found.append(self.machine.hear(one, self.now))
        return [one for one in found if one is not None]

    def expand(self, *, undoable: bool = True, asked: bool = False) -> None:
        """Type a code, and announce the keys that replace it."""
        assert self.type("/hy ") == [HY]
        self.machine.pressing(STEPS, undoable=undoable, now=self.now, asked=asked)

    def hear_own_keys(self) -> None:
        """Four times Backspace and the chord."""
        assert self.hear(*[Key.BACKSPACE] * 4, Key.OTHER, after=1) == []

    def end(self, *, pasted: bool = True) -> TakeBack | None:
        self.now += 150
        return self.machine.ended(self.now, pasted=pasted)


@pytest.fixture
def agent() -> Agent:
    return Agent()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("/hy ", [HY]),
        ("/HY ", [HY]),
        ("ok /hy ", [HY]),
        ("好，/hy ", [HY]),
        ("/谢 ", [Expand("/谢", 3)]),
        ("/thyf ", [Expand("/thyf", 6)]),
        ("/th yf", [Expand("/th", 4)]),
        ("/hx⌫y ", [HY]),
        ("/hy⌫⌫⌫/th ", [Expand("/th", 4)]),
        ("/hy /hy ", [HY, HY]),
        ("/hy", []),
        ("hy ", []),
        ("/ hy ", []),
        ("/hyx ", []),
        ("and/hy ", []),
        ("//hy ", []),
        ("和/hy ", []),
        ("/hy/ ", []),
        ("/toolongforany⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫hy ", []),
    ],
)
def test_a_code_is_a_word_that_begins_with_the_mark_and_ends_with_a_space(
    agent: Agent, typed: str, wanted: list[Wanted]
) -> None:
    assert agent.type(typed) == wanted


@pytest.mark.parametrize("between", [Key.OTHER, Key.CLICK, Key.FOCUS])
def test_what_does_not_belong_to_a_code_ends_it(agent: Agent, between: Key) -> None:
    agent.type("/h")
    agent.hear(between)
    assert agent.type("y ") == []


def test_a_pause_ends_a_code(agent: Agent) -> None:
    agent.type("/h")
    assert agent.hear(Typed("y"), after=PAUSE_MS + 1) == []
    assert agent.type(" ") == []


def test_nothing_is_kept_beyond_the_longest_code(agent: Agent) -> None:
    agent.type("/" + "x" * 100)
    assert agent.machine._buffer == ""
    agent.type(" my password")
    assert agent.machine._buffer == ""


def test_backspace_right_after_the_reply_takes_it_back_once(agent: Agent) -> None:
    agent.expand()
    agent.hear_own_keys()
    assert agent.end() is None
    assert agent.type("⌫") == [TakeBack()]
    assert agent.type("⌫ ") == []


@pytest.mark.parametrize("between", [Typed("x"), Key.OTHER, Key.CLICK, Key.FOCUS])
def test_backspace_after_anything_else_takes_nothing_back(agent: Agent, between: Heard) -> None:
    agent.expand()
    agent.hear_own_keys()
    agent.end()
    assert agent.hear(between, Key.BACKSPACE) == []


def test_backspace_a_long_time_after_takes_nothing_back(agent: Agent) -> None:
    agent.expand()
    agent.hear_own_keys()
    agent.end()
    assert agent.hear(Key.BACKSPACE, after=TAKE_BACK_MS + 1) == []


@pytest.mark.parametrize(("waited", "taken"), [(SETTLED_MS + 1, TakeBack()), (20, None)])
def test_backspace_before_the_end_is_told_counts_once_the_text_has_surely_come(
    agent: Agent, waited: float, taken: TakeBack | None
) -> None:
    agent.expand()
    agent.hear_own_keys()
    assert agent.hear(Key.BACKSPACE, after=waited) == []
    assert agent.end() == taken


@pytest.mark.parametrize("pasted", [True, False])
def test_what_did_not_come_or_cannot_be_undone_is_not_taken_back(
    agent: Agent, pasted: bool
) -> None:
    agent.expand(undoable=not pasted)
    agent.hear_own_keys()
    agent.end(pasted=pasted)
    assert agent.type("⌫") == []


def test_keys_of_ours_that_were_not_all_heard_make_no_taking_back(agent: Agent) -> None:
    agent.expand()
    agent.hear(*[Key.BACKSPACE] * 3, after=1)
    agent.end()
    assert agent.type("⌫") == []


@pytest.mark.parametrize("heard", [Typed("x"), Key.CLICK, Key.OTHER, Key.FOCUS])
def test_who_types_on_before_our_keys_overtakes_them(agent: Agent, heard: Heard) -> None:
    agent.expand()
    assert not agent.machine.overtaken
    agent.hear(heard)
    assert agent.machine.overtaken
    agent.hear_own_keys()
    agent.end()
    assert agent.type("⌫") == []


def test_who_types_on_after_our_keys_overtakes_nothing(agent: Agent) -> None:
    agent.expand()
    agent.hear(Key.BACKSPACE, Typed("x"))
    assert not agent.machine.overtaken


def test_the_key_that_closed_our_form_and_the_focus_on_its_way_overtake_nothing(
    agent: Agent,
) -> None:
    agent.expand(asked=True)
    agent.hear(Key.OTHER, Key.FOCUS)
    assert not agent.machine.overtaken
    agent.hear_own_keys()
    agent.end()
    assert agent.type("⌫") == [TakeBack()]


def test_a_code_stands_until_something_else_is_typed(agent: Agent) -> None:
    agent.type("/hy ")
    assert agent.machine.stands
    agent.type("x")
    assert not agent.machine.stands


def test_a_code_that_ends_while_keys_of_ours_are_on_their_way_stays(agent: Agent) -> None:
    agent.expand()
    agent.hear_own_keys()
    assert agent.type("/th ") == []
    agent.end()
    assert agent.type("/th ") == [Expand("/th", 4)]


def keys(combination: Combination, times: int) -> PressKeys:
    return PressKeys(combination, times)


@pytest.mark.parametrize(
    ("pasted", "gone"),
    [
        ((PasteText("您好！"),), (keys(BACKSPACE, 2),)),
        ((PasteText("好"),), ()),
        ((PasteText("👋 hi"),), (keys(BACKSPACE, 3),)),
        (
            (PasteText("单号：。"), keys(LEFT, 1)),
            (keys(BACKSPACE, 2), keys(DELETE, 1)),
        ),
        (
            (PasteText("a"), keys(SHIFT_ENTER, 2), PasteText("b")),
            (keys(BACKSPACE, 3),),
        ),
    ],
)
def test_a_reply_goes_key_by_key(pasted: tuple[Step, ...], gone: tuple[PressKeys, ...]) -> None:
    assert take_back_steps(pasted, "/hy") == (PasteText("/hy", gone),)


def test_the_code_goes_right_before_its_reply_comes() -> None:
    gone = keys(BACKSPACE, 4)
    assert replacing(4, (REPLY, keys(LEFT, 1))) == (PasteText("您好", (gone,)), keys(LEFT, 1))
    typed = (keys(SHIFT_ENTER, 1), REPLY)
    assert replacing(4, typed) == (gone, *typed)


@pytest.mark.parametrize(
    "pasted",
    [
        (),
        (PasteText(""),),
        (PasteText("two\nlines"),),
        (PasteText("👨‍👩‍👧"),),
        (PasteText("❤️"),),
        (PasteText("🇨🇳"),),
        (PasteText("e\u0301"),),
        (PasteText("x" * (LONGEST_TAKEN_BACK + 1)),),
        (PasteText("ab"), PressKeys(LEFT, 2)),
        (PasteText("sent"), PressKeys(ENTER)),
    ],
)
def test_what_is_not_sure_is_not_taken_back(pasted: tuple[Step, ...]) -> None:
    assert take_back_steps(pasted, "/hy") is None


def test_each_code_has_one_reply_and_own_ones_come_first() -> None:
    def snippet(name: str, code: str) -> Snippet:
        return Snippet(id=name, title=name, category=("a",), body=name, code=code)

    own = [snippet("one", "HY"), snippet("two", "hy"), snippet("three", "/th")]
    odd = [snippet("four", ""), snippet("five", "a b"), snippet("six", "a/b"), snippet("7", "/")]
    triggers = triggers_of(Library((), [*own, *odd]))
    assert triggers == {"/hy": "own/one", "/th": "own/three"}


@pytest.mark.parametrize(
    ("application", "excluded"),
    [("keepassxc", True), ("pinentry-qt", True), ("my.vault", True), ("chat", False), ("", False)],
)
def test_programs_are_excluded_by_their_window_class(application: str, excluded: bool) -> None:
    assert is_excluded(application, ["vault", ""]) is excluded
