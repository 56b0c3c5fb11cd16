"""The second opinion: a readable linear model that points at what weighed most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.bundled import resources
from desktop_assist.core.findings import Finding
from desktop_assist.core.second_opinion import OpinionModel, SecondOpinion, grams, sentences

MODEL = OpinionModel(
    bias=-1.0,
    threshold=0.0,
    weights={"就你": 4.0, "就你事": 6.0, "请": -3.0},
    message="This hurts.",
    why="It blames.",
)


@pytest.fixture(scope="module")
def shipped() -> SecondOpinion:
    return SecondOpinion.from_json((resources() / "opinion" / "zh-CN.json").read_bytes())


def test_a_sentence_over_the_threshold_is_told_with_what_weighed_most() -> None:
    (finding,) = SecondOpinion(MODEL).check("好的。就你事情最多！")
    assert finding.text == "就你事"
    assert (finding.severity, finding.family) == ("hint", "tone")


def test_one_below_it_is_not_told() -> None:
    assert SecondOpinion(MODEL).check("请您稍等，马上来。") == []


def test_a_sentence_with_a_finding_needs_no_second_one() -> None:
    known = Finding("x", "tone", "warn", 0, 2, "就你", "…")
    assert SecondOpinion(MODEL).check("就你事情最多！", [known]) == []


def test_sentences_too_short_to_judge_are_left_alone() -> None:
    assert SecondOpinion(MODEL).check("就你事") == []


def test_the_ends_of_a_sentence_are_part_of_its_grams() -> None:
    assert {gram.text for gram in grams("不行")} >= {"^不", "行$", "^不行$"}


@given(st.text(max_size=80))
def test_spans_are_inside_the_text_and_equal_to_their_slice(
    shipped: SecondOpinion, text: str
) -> None:
    for finding in shipped.check(text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text


@given(st.text(max_size=80))
def test_sentences_are_slices(text: str) -> None:
    for start, sentence in sentences(text):
        assert text[start : start + len(sentence)] == sentence
