"""A better wording takes the place of the hit or of its clause, and nothing else is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.layout import Layout
from desktop_assist.core.checking.reach import LONGEST_REPLACED, Draft
from desktop_assist.core.checking.rules import Replaces
from desktop_assist.core.language.folding import fold

WAYS = ("我来帮您处理",)
PIECES = st.lists(
    st.sampled_from([*"你自己看，。！？～😊 12单", "亲", "\n", "[微笑]", "ok"]), max_size=14
)


def of_clause(
    text: str, said: str, ways: tuple[str, ...] = WAYS, replaces: Replaces = "clause"
) -> tuple[str, tuple[str, ...]]:
    """What is replaced, and with what."""
    folded = fold(text)
    at = folded.text.index(fold(said).text)
    hit = at, at + len(fold(said).text)
    found = Draft(text, folded, Layout(folded.text)).reach(hit, ways, replaces)
    return text[found.start : found.end], found.ways


def test_a_sentence_takes_the_place_of_the_whole_clause() -> None:
    assert of_clause("亲，这个你自己看详情页嘛，谢谢", "自己看") == ("这个你自己看详情页嘛", WAYS)


def test_pauses_and_emoji_stay() -> None:
    assert of_clause("好的 你自己看😊，谢谢", "自己看，"[:-1])[0] == "你自己看"
    assert of_clause("等着呗，处理完我会通知您", "等着呗，") == ("等着呗", WAYS)


@pytest.mark.parametrize("text", ["订单123你自己看", "明天你自己看", "自己看www.a.com"])
def test_where_the_clause_states_more_nothing_is_offered(text: str) -> None:
    assert of_clause(text, "自己看") == ("自己看", ())


def test_a_question_becomes_a_statement() -> None:
    assert of_clause("你不会看吗？我还要说几遍", "不会看") == ("你不会看吗？", ("我来帮您处理。",))


def test_english_keeps_its_capitals() -> None:
    ways = ("Here is what we can do", "I will help")
    small = ("here is what we can do", "I will help")
    assert of_clause("You paid, be faster", "be faster", ways)[1] == small
    assert of_clause("Be faster", "Be faster", small)[1] == ways


def test_the_pauses_about_a_hit_stay() -> None:
    text = "你好，自己算，谢谢"
    folded = fold(text)
    found = Draft(text, folded, Layout(folded.text)).reach((2, 7), WAYS, "hit")
    assert text[found.start : found.end] == "自己算"


@pytest.mark.parametrize(
    ("text", "said", "way"),
    [
        ("It comes tonight, I swear", "I swear", "we expect so"),
        ("I swear it comes tonight", "I swear", "We expect so"),
        ("Thanks. I swear", "I swear", "We expect so"),
        ("send me your card", "send me", "we expect so"),
        ("It went to Ada Byron", "Ada Byron", "we expect so"),
    ],
)
def test_a_wording_is_as_large_or_small_as_its_place(text: str, said: str, way: str) -> None:
    assert of_clause(text, said, ("We expect so",), "hit")[1] == (way,)


def test_wordings_are_of_the_text_s_language() -> None:
    both = ("（尾号）", "(last digits)")
    assert of_clause("您的卡 6222", "6222", both, "hit")[1] == ("（尾号）",)
    assert of_clause("your card 6222", "6222", both, "hit")[1] == ("(last digits)",)
    assert of_clause("your card 6222", "6222", both[:1], "hit")[1] == ("（尾号）",)


def test_a_sentence_may_be_replaced_whole() -> None:
    text = "Dear friend, you broke it, admit it. Thanks!"
    replaced, ways = of_clause(text, "you broke it", ("Let us look at it",), "sentence")
    assert (replaced, ways) == ("Dear friend, you broke it, admit it", ("Let us look at it",))


def test_a_sentence_that_states_more_loses_its_clause_alone() -> None:
    text = "Order 1234 is here, you broke it. Thanks!"
    replaced, ways = of_clause(text, "you broke it", ("Let us look at it",), "sentence")
    assert (replaced, ways) == ("you broke it", ("let us look at it",))


def test_a_clause_that_goes_on_and_on_is_not_replaced() -> None:
    assert of_clause("你自己看" + "好" * LONGEST_REPLACED, "自己看") == ("自己看", ())


@given(PIECES.map("".join), st.sampled_from(["hit", "clause", "sentence"]), st.data())
def test_any_hit_is_covered_and_the_span_stays_in_the_text(
    text: str, replaces: Replaces, data: st.DataObject
) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    found = Draft(text, folded, Layout(folded.text)).reach((start, end), WAYS, replaces)
    assert 0 <= found.start <= found.end <= len(text)
