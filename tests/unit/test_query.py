"""What was typed becomes words and filters, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.searching.query import NOTHING, Filter, Query, Word, understood
from desktop_assist.core.searching.texts import Squeezing

SQUEEZING = Squeezing()


def words(query: Query) -> list[str]:
    return [f"/{one.text}" if one.is_code else one.text for one in query.words]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("退款 進度", ["退款", "进度"]),
        ("ＶＩＰ　专享", ["vip", "专享"]),
        ("退款 退款", ["退款"]),
        ("退，款！", ["退款"]),
        ("don't e-mail", ["dont", "email"]),
        ("and/or", ["and", "or"]),
        ("/hy", ["/hy"]),
        ("、ＨＹ", ["/hy"]),
        ("/", ["/"]),
        ("http://x", ["http", "x"]),
        ("时间:今天", ["时间今天"]),
        ("😀", ["😀"]),
        ("  ", []),
    ],
)
def test_words(typed: str, expected: list[str]) -> None:
    query = understood(typed, SQUEEZING)
    assert words(query) == expected
    assert query.filters == ()
    assert not query.finds_nothing


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("@售后", [Filter("place", "售后")]),
        ("＠售后/退款", [Filter("place", "售后"), Filter("place", "退款")]),
        ("#退貨", [Filter("tag", "退货")]),
        ("＃VIP", [Filter("tag", "vip")]),
        ("shop:旗舰店 lang:en", [Filter("shop", "旗舰店"), Filter("language", "en")]),
        ("店铺：旗舰店", [Filter("shop", "旗舰店")]),
        ("PACK:zh-CN", [Filter("pack", "zhcn")]),
        ("@", []),
        ("lang:", []),
        ("# @ shop:", []),
    ],
)
def test_filters(typed: str, expected: list[Filter]) -> None:
    query = understood(typed, SQUEEZING)
    assert list(query.filters) == expected
    assert query.words == ()
    assert not query.finds_nothing


def test_words_and_filters_together() -> None:
    query = understood("退款 @售后 tk", SQUEEZING)
    assert query == Query((Word("退款"), Word("tk")), (Filter("place", "售后"),))


@pytest.mark.parametrize(
    "typed",
    ["退" * 10_000, "a " * 5_000, "a b c d e f g h i j k l m n o p q", "\ud800", "\x00\x07"],
)
def test_what_no_agent_means_finds_nothing(typed: str) -> None:
    assert understood(typed, SQUEEZING) == NOTHING


@given(st.text(st.characters(codec=None), max_size=400))
def test_nothing_typed_is_too_strange(typed: str) -> None:
    query = understood(typed, SQUEEZING)
    assert all(one.text or one.is_code for one in query.words)
    assert all(one.value for one in query.filters)


@given(st.text(st.sampled_from("a b-'，\n退\u200b.1 é😀"), max_size=20))
def test_what_is_found_in_a_squeezed_text_is_found_again_in_the_original(text: str) -> None:
    squeezed = SQUEEZING.squeeze(text)
    for start, character in enumerate(squeezed):
        if character != "\n":
            first, end = SQUEEZING.original_span(text, squeezed, start, start + 1)
            assert SQUEEZING.squeeze(text[first:end]) == character
