"""The index in arrays answers as the plain one where both promise it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.message_grams import MessageGrams
from desktop_assist.core.suggesting.postings import PlainPostings
from desktop_assist.core.suggesting.synonyms import Synonyms

posting_arrays = pytest.importorskip("desktop_assist.core.suggesting.posting_arrays")

GRAMS = MessageGrams(Synonyms([("发货", "寄出", "ship"), ("退款", "退钱")]))
WORDS = st.lists(
    st.sampled_from(
        ["发货", "寄出", "退款", "退", "钱", "没", "ship", "order", "12", "的", "\ud800"]
    ),
    max_size=4,
).map("".join)


def snippet(title: str, triggers: list[str]) -> Snippet:
    return Snippet(id="x", title=title, category=("售后",), triggers=tuple(triggers))


SNIPPETS = st.lists(st.builds(snippet, WORDS, st.lists(WORDS, max_size=2)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(SNIPPETS, WORDS)
def test_the_same_holders_and_sums(
    monkeypatch_chunk: None, snippets: list[Snippet], message: str
) -> None:
    plain = PlainPostings(snippets, GRAMS)
    arrays = posting_arrays.ArrayPostings(snippets, GRAMS)
    weights = dict.fromkeys(GRAMS.of(message), 1.5)
    for gram in weights:
        assert arrays.holders(gram) == plain.holders(gram)
    grams = list(weights)
    best = arrays.most_held(grams)
    assert (best is None) == (plain.most_held(grams) is None)
    if best is not None:
        assert plain.holders(best) == max(map(plain.holders, grams))
    expected = {number: round(score, 1) for number, score in plain.add_up(weights, 50).items()}
    found = arrays.add_up(weights, 50)
    assert found.keys() == expected.keys()


@pytest.fixture(scope="module")
def monkeypatch_chunk() -> None:
    """Several chunks even for few snippets."""
    posting_arrays.CHUNK = 5


def test_bodies_are_searched_by_pairs() -> None:
    one = Snippet(id="x", title="甲", category=("乙",), body="无理由退货")
    arrays = posting_arrays.ArrayPostings([one], GRAMS)
    assert (arrays.holders("退货"), arrays.holders("由"), arrays.holders("甲")) == (1, 0, 1)
    assert arrays.add_up({"退货": 1.0}, 3).keys() == {0}
    assert posting_arrays.ArrayPostings([], GRAMS).add_up({"退货": 1.0}, 3) == {}
