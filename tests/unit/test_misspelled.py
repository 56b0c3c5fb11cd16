"""Messages written by sound are read as what the replies know."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.bundled import resources
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.message_grams import MessageGrams
from desktop_assist.core.suggesting.misspelled import Misspelled
from desktop_assist.core.suggesting.postings import PlainPostings
from desktop_assist.core.suggesting.suggest import Suggester

PINYIN = PinyinTable.from_text((resources() / "pinyin.tsv").read_text("utf-8"))
LOOKED_AT = 120
"""Code points of a message that are corrected; the rest is not suggested for."""
SNIPPETS = [
    Snippet(id="refund", title="退款进度", category=("售后",), body="退款什么时候到账"),
    Snippet(id="ship", title="发货时间", category=("物流",), body="什么时候发货"),
    Snippet(id="wash", title="洗涤", category=("售前",), body="可以机洗，size run small"),
]


@pytest.fixture(scope="module")
def misspelled() -> Misspelled:
    return Misspelled(PINYIN, PlainPostings(SNIPPETS, MessageGrams()))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("退宽", "退款"),
        ("fahuo", "发货"),
        ("退kuan", "退款"),
        ("shenme时候fa货", "什么时候发货"),
        ("size", "size"),
        ("退款", "退款"),
        ("qwrtp", "qwrtp"),
        ("", ""),
    ],
)
def test_what_sounds_like_a_known_pair_is_taken_for_it(
    misspelled: Misspelled, written: str, meant: str
) -> None:
    assert misspelled.corrected(written) == meant


@given(st.one_of(st.text(max_size=400), st.text("退款宽发货获什么huotuikanf，?1 A", max_size=200)))
def test_whatever_is_written_only_what_can_be_read_aloud_changes(text: str) -> None:
    corrected = Misspelled(PINYIN, PlainPostings(SNIPPETS, MessageGrams())).corrected(text)
    assert corrected == text or silent(corrected) == silent(text[:LOOKED_AT])


def silent(text: str) -> str:
    """`text` without what pinyin can be read from: numbers, signs and emoji are never guessed."""
    return re.sub(r"[a-z\u3400-\u9fff]", "", text)


@pytest.mark.parametrize("message", ["tuikuan", "退宽啥时候道", "tui款"])
def test_suggestions_come_in_spite_of_it(message: str) -> None:
    suggester = Suggester([Entry(one, "p") for one in SNIPPETS], None, PINYIN)
    assert suggester.suggest(message)[0].key == "p/refund"
