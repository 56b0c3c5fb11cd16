"""Folding makes one spelling of many and finds the way back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.language.folding import fold, fold_phrase
from desktop_assist.core.language.traditional import PAIRS

ANY_TEXT = st.text(st.characters(), max_size=80)
LIKELY_TEXT = st.text(
    st.sampled_from("我不能 們會ＡａX·*\u200b\ufe0f😀ﬁ…“”。，\n\ud83d{}[]恩"), max_size=60
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("我不能", "我不能"),
        ("Ｉ　ＣＡＮ’Ｔ", "i can't"),
        ("我們沒辦法", "我们没办法"),
        ("強內達經郵", "强内达经邮"),
        ("覆著帳裏爲", "复着账里为"),
        ("ABC，訂單！", "abc,订单!"),
        ("Dear Sir", "dear sir"),
        ("我\u200b不\u2060能", "我不能"),
        ("我 不 能", "我不能"),
        ("我 不 能给您退", "我不能给您退"),
        ("我·不·能", "我不能"),
        ("不 行", "不行"),
        ("好的 不行", "好的 不行"),
        ("I am here", "i am here"),
        ("ﬁne", "fine"),
        ("\ud83d", "\ufffd"),
        ("❤️", "❤"),
    ],
)
def test_one_spelling(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_span_leads_back_over_hidden_and_wide_characters() -> None:
    written = "😀亲，我\u200b 不 能ﬁx"
    folded = fold(written)
    start = folded.text.index("我不能")

    assert written[slice(*folded.original(start, start + 3))] == "我\u200b 不 能"


@given(st.one_of(ANY_TEXT, LIKELY_TEXT))
def test_each_folded_character_knows_its_origin(text: str) -> None:
    folded = fold(text)
    origins = [folded.original(place, place + 1) for place in range(len(folded.text))]

    assert origins == sorted(origins)
    assert all(0 <= start < end <= len(text) for start, end in origins)
    for place, (start, end) in enumerate(origins):
        assert folded.text[place] in fold_phrase(text[start:end])


@given(st.one_of(ANY_TEXT, LIKELY_TEXT), st.data())
def test_a_span_of_the_folded_text_leads_back_and_forth(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        first, last = folded.original(start, end)

        assert _spaceless(folded.text[start:end]) in _spaceless(fold_phrase(text[first:last]))


def _spaceless(text: str) -> str:
    """`text` without what folding drops between spaced-out characters."""
    return re.sub(r"[ ·*_.~\-]", "", text)


@given(st.one_of(ANY_TEXT, LIKELY_TEXT))
def test_folded_text_can_be_encoded(text: str) -> None:
    folded = fold(text).text
    assert folded.encode("utf-8").decode("utf-8") == folded


def test_the_table_leads_to_letters_that_fold_to_themselves() -> None:
    assert len(PAIRS) % 2 == 0
    assert len(set(PAIRS[::2])) == len(PAIRS) // 2 > 2_900
    assert fold(PAIRS[::2]).text == fold_phrase(PAIRS[::2])
    assert fold(PAIRS[1::2]).text == fold(fold(PAIRS[1::2]).text).text


@given(st.one_of(ANY_TEXT, LIKELY_TEXT))
def test_the_fast_ways_fold_like_the_slow_one(text: str) -> None:
    assert _spaceless(fold(text).text) == _spaceless(fold_phrase(text))
