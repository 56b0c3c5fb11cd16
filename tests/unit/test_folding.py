"""Folding makes one spelling of many and finds the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.folding import fold

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

    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True)
    )


@given(st.one_of(ANY_TEXT, LIKELY_TEXT))
def test_folded_text_can_be_encoded(text: str) -> None:
    fold(text).text.encode("utf-8")


@given(LIKELY_TEXT)
def test_folding_a_folded_character_changes_nothing(text: str) -> None:
    folded = fold(text)
    for place, (start, end) in enumerate(zip(folded.starts, folded.ends, strict=True)):
        assert folded.text[place] in fold(text[start:end]).text
