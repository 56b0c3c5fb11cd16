"""The clauses of a message, and what is seen of each."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.opinion_clauses import Seen, clauses_of, seen_by_clause
from desktop_assist.core.language.folding import fold


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses_of(text)]


def test_clauses_end_at_marks_and_keep_them() -> None:
    assert clauses("地址改好了,今天发。还有事吗?") == ["地址改好了,", "今天发。", "还有事吗?"]
    assert clauses("we checked it. it ships today") == ["we checked it.", " it ships today"]


def test_a_greeting_belongs_to_what_follows() -> None:
    assert clauses("您好,地址改好了") == ["您好,地址改好了"]


def test_a_point_in_a_number_and_a_space_in_a_sentence_end_nothing() -> None:
    assert clauses("一共12.50元,含运费") == ["一共12.50元,", "含运费"]
    assert clauses("it costs 12.50 in all") == ["it costs 12.50 in all"]


def test_a_space_between_chinese_words_stands_for_a_mark() -> None:
    assert clauses("今天能发货的 您放心好了") == ["今天能发货的 ", "您放心好了"]


def test_a_clause_is_seen_with_the_words_of_those_beside_it() -> None:
    first, second = seen_by_clause(["不行", "因为"])
    assert first == Seen(first.own, ["^"], ["因", "为", "^因", "因为", "为$"])
    assert {"不行", "行$"} <= set(first.own)
    assert second == Seen(second.own, ["不", "行", "^不", "不行", "行$"], ["$"])


@given(st.text(max_size=80).map(lambda text: fold(text).text))
def test_clauses_lie_in_a_row_inside_the_text(text: str) -> None:
    spans = clauses_of(text)
    assert spans
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert len(seen_by_clause(clauses(text))) == len(spans)
