"""The rubric sees five things by their words, and how often it is right is known.

`work` was written with the product and has looked at the rubric; `others_work` are replies of
other writers that it was mended on; of `others_held` it was only counted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.findings import Finding, Severity
from desktop_assist.core.learning.rubric import (
    ADVICE,
    CRITERIA,
    NAMES,
    Criterion,
    marks,
    met,
    proposed_rating,
)

DATA = Path(__file__).resolve().parents[1] / "data" / "practice"
LEAST_PRECISION: dict[str, dict[Criterion, float]] = {
    "work": {
        "greeting": 0.95,
        "reason": 0.75,
        "alternative": 0.95,
        "courtesy": 0.95,
        "next_step": 0.90,
    },
    "others_held": {
        "greeting": 0.50,
        "reason": 0.65,
        "alternative": 0.60,
        "courtesy": 0.95,
        "next_step": 0.75,
    },
}
LEAST_RECALL: dict[str, dict[Criterion, float]] = {
    "work": {
        "greeting": 0.95,
        "reason": 0.85,
        "alternative": 0.90,
        "courtesy": 0.95,
        "next_step": 0.90,
    },
    "others_held": {
        "greeting": 0.80,
        "reason": 0.30,
        "alternative": 0.60,
        "courtesy": 0.80,
        "next_step": 0.50,
    },
}


@dataclass(frozen=True)
class Counts:
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def counted(part: str, criterion: Criterion) -> Counts:
    lines = (DATA / f"answers_{part}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted = [criterion in row["shows"] for row in rows]
    seen = [criterion in met(row["answer"]) for row in rows]
    pairs = list(zip(wanted, seen, strict=True))
    return Counts(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


@pytest.mark.parametrize("part", ["work", "others_held"])
@pytest.mark.parametrize("criterion", CRITERIA)
def test_the_rubric_is_as_often_right_as_we_say(part: str, criterion: Criterion) -> None:
    counts = counted(part, criterion)
    assert counts.precision >= LEAST_PRECISION[part][criterion], counts
    assert counts.recall >= LEAST_RECALL[part][criterion], counts


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        ("申请就行", set()),
        ("你好像没看懂吧", set()),
        ("我亲自说过了", set()),
        ("没有别的办法", set()),
        ("我不能帮您", set()),
        ("您好，请稍等，我马上去查", {"greeting", "courtesy", "next_step"}),
        ("亲，因为卖完了，换一款可以吗", {"greeting", "reason", "alternative"}),
        ("Hi! Sorry, it sold out because it was a small run.", {"greeting", "courtesy", "reason"}),
        ("high time", set()),
    ],
)
def test_words_count_and_look_alikes_do_not(answer: str, seen: set[Criterion]) -> None:
    assert met(answer) == seen


def test_the_learner_is_told_the_words() -> None:
    answer = "  您好，因为下雨，请等等"
    shown = {one.criterion: one.words(answer) for one in marks(answer)}
    assert shown["greeting"] == ("您好",)
    assert shown["reason"] == ("因为",)
    assert shown["courtesy"] == ("请",)
    assert shown["next_step"] == ()


def test_every_criterion_has_a_name_and_an_advice() -> None:
    assert set(NAMES) == set(ADVICE) == set(CRITERIA)


@given(st.text())
def test_any_text_can_be_looked_at(answer: str) -> None:
    for mark in marks(answer):
        assert all(0 <= start < end <= len(answer) for start, end in mark.spans)


def test_a_huge_answer_is_looked_through_in_bounds() -> None:
    assert met("您好" + "我" * 1_000_000) == {"greeting"}


def finding(severity: Severity) -> Finding:
    return Finding("rule", "tone", severity, 0, 1, "x", "A message.")


@pytest.mark.parametrize(
    ("found", "findings", "wanted"),
    [
        (0, [], "again"),
        (1, [], "again"),
        (3, [], "hard"),
        (4, [], "good"),
        (5, [], "easy"),
        (5, ["hint"], "good"),
        (5, ["warn"], "hard"),
        (5, ["block"], "again"),
    ],
)
def test_the_proposed_rating_follows_marks_and_findings(
    found: int, findings: list[Severity], wanted: str
) -> None:
    said = proposed_rating(frozenset(CRITERIA[:found]), [finding(one) for one in findings])
    assert said == wanted
