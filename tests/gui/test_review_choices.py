"""What is chosen in a review is what the polished draft says, whatever overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.rewriting.proposal import Rewrite
from desktop_assist.gui.review.choices import AS_IT_IS, Choices
from tests.gui.review_stage import finding


def test_line_ends_of_the_draft_are_kept() -> None:
    draft = "您好\r\n但是😊\r\n"
    choices = Choices.best(draft, [finding(draft, "但是", "同时")])
    assert choices.polished() == "您好\r\n同时😊\r\n"


def test_of_two_that_overlap_the_one_chosen_last_counts() -> None:
    draft = "真的不可以改"
    findings = [finding(draft, "不可以改", "乙"), finding(draft, "真的不可以", "甲")]
    choices = Choices.best(draft, findings)
    assert choices.chosen == (1, AS_IT_IS)
    assert choices.polished() == "甲改"
    assert choices.choose(1, 1).chosen == (AS_IT_IS, 1)
    assert choices.choose(1, 1).polished() == "真的乙"


@st.composite
def drafts(draw: st.DrawFn) -> Choices:
    """A draft with findings anywhere, overlapping or not, and any numbers chosen."""
    draft = draw(st.text(min_size=1, max_size=20))
    edges = st.integers(0, len(draft))
    spans = draw(st.lists(st.tuples(edges, edges).filter(lambda one: one[0] < one[1]), max_size=5))
    wordings = st.lists(st.text(max_size=4), max_size=3).map(tuple)
    findings = [
        Finding("r", "f", "hint", start, end, draft[start:end], "", "", draw(wordings))
        for start, end in spans
    ]
    cuts = sorted(draw(st.sets(edges, max_size=4)))
    sentences = [Rewrite(start, end, "句") for start, end in pairwise(cuts)]
    choices = Choices.best(draft, findings, sentences)
    for at in range(len(findings)):
        choices = choices.choose(at, draw(st.integers(0, 6)))
    return choices


@given(drafts())
def test_the_marked_words_of_the_result_are_the_chosen_ones(choices: Choices) -> None:
    polished = choices.polished()
    marked = [polished[start:end] for start, end in choices.replaced()]
    assert marked == [fix.replacement for fix in choices.fixes()]


@given(drafts())
def test_what_is_chosen_lies_apart(choices: Choices) -> None:
    assert all(one.end <= other.start for one, other in pairwise(choices.picked()))


@given(drafts())
def test_keeping_everything_gives_the_draft_itself(choices: Choices) -> None:
    for at in range(len(choices.findings)):
        choices = choices.choose(at, AS_IT_IS)
    assert choices.polished() == choices.draft


SENTENCE = Rewrite(0, 8, "整句")
SPOKEN = (
    Finding("r", "tone", "warn", 0, 2, "一二", "", "", ("甲",)),
    Finding("r", "tone", "warn", 4, 6, "五六", "", "", ("乙",)),
)


def test_a_whole_sentence_replaces_every_wording_in_it() -> None:
    choices = Choices.best("一二三四五六七八。", SPOKEN, (SENTENCE,)).choose(0, 2)
    assert choices.chosen == (2, 2)
    assert choices.polished() == "整句。"


@pytest.mark.parametrize(("number", "polished"), [(1, "甲三四乙七八。"), (0, "一二三四乙七八。")])
def test_leaving_a_whole_sentence_brings_the_wordings_back(number: int, polished: str) -> None:
    choices = Choices.best("一二三四五六七八。", SPOKEN, (SENTENCE,)).choose(1, 2)
    assert choices.choose(0, number).polished() == polished


def test_a_whole_sentence_stays_when_a_finding_in_it_goes() -> None:
    choices = Choices.best("一二三四五六七八。", SPOKEN, (SENTENCE,)).choose(0, 2)
    assert choices.renewed(SPOKEN[1:], (SENTENCE,)).polished() == "整句。"
    assert choices.renewed(SPOKEN[1:], ()).polished() == "一二三四五六七八。"
