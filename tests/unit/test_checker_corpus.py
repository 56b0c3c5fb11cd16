"""The checker against annotated replies; the `held` part is never looked at when tuning."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_assist.core.checker import Checker
from desktop_assist.core.findings import Finding
from desktop_assist.packs.rules import load_rules

TESTS = Path(__file__).parents[1]
CORPUS = TESTS / "data" / "checker" / "tone_zh.jsonl"
RULES = TESTS.parent / "resources" / "rules"


@dataclass
class Score:
    """Findings that were right, wrong, and missing."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def score(corpus: Path = CORPUS) -> dict[str, Score]:
    """Counts by part. A finding is right if it overlaps one of its rule or family, each once."""
    checker = Checker(load_rules([RULES]).ruleset)
    parts: dict[str, Score] = {}
    for line in corpus.read_text(encoding="utf-8").splitlines():
        reply = json.loads(line)
        part = parts.setdefault(reply["part"], Score())
        open_marks = [tuple(mark) for mark in reply["findings"]]
        for one in checker.check(reply["text"]):
            fitting = (
                mark
                for mark in open_marks
                if _names(mark[2], one) and mark[0] < one.end and one.start < mark[1]
            )
            mark = next(fitting, None)
            if mark is None:
                part.wrong += 1
            else:
                open_marks.remove(mark)
                part.right += 1
        part.missed += len(open_marks)
    return parts


def _names(label: str, finding: Finding) -> bool:
    """A label is a family, a rule, or the stem of several rules' ids."""
    return label == finding.family or finding.rule.startswith(label)


def test_the_corpus_is_sound() -> None:
    replies = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]

    assert len(replies) >= 240
    assert sum(not reply["findings"] for reply in replies) * 2 >= len(replies)
    assert all(
        0 <= start < end <= len(reply["text"])
        for reply in replies
        for start, end, _ in reply["findings"]
    )


@pytest.mark.parametrize(
    ("part", "precision", "recall"), [("work", 0.97, 0.98), ("held", 0.92, 0.88)]
)
def test_precision_and_recall_do_not_fall(part: str, precision: float, recall: float) -> None:
    measured = score()[part]

    assert measured.precision >= precision, measured
    assert measured.recall >= recall, measured
