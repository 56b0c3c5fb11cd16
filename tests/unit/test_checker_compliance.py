"""The compliance families and English against the replies that their rules were written with."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_assist.core.checker import Checker
from desktop_assist.packs.rules import load_rules

TESTS = Path(__file__).parents[1]
CORPORA = TESTS / "data" / "checker"
CHECKER = Checker(load_rules([TESTS.parent / "resources" / "rules"]).ruleset)
CHINESE = ("absolute", "diversion", "privacy", "review_bribe", "overpromise", "medical")
ENGLISH = ("tone", "overpromise", "privacy", "placeholder")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one family's findings."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def score(corpus: str, family: str) -> Score:
    """A finding is right if it overlaps a mark of its family, each mark once."""
    counted: Counter[str] = Counter()
    for line in (CORPORA / corpus).read_text(encoding="utf-8").splitlines():
        reply = json.loads(line)
        marks = [(start, end) for start, end, name in reply["findings"] if name == family]
        for one in CHECKER.check(reply["text"]):
            if one.family != family:
                continue
            mark = next((it for it in marks if it[0] < one.end and one.start < it[1]), None)
            counted["right" if mark else "wrong"] += 1
            if mark:
                marks.remove(mark)
        counted["missed"] += len(marks)
    return Score(counted["right"], counted["wrong"], counted["missed"])


@pytest.mark.parametrize("family", CHINESE)
def test_chinese_compliance_does_not_fall(family: str) -> None:
    measured = score("zh_work_compliance.jsonl", family)

    assert measured.precision >= 0.94, measured
    assert measured.recall >= 0.96, measured


@pytest.mark.parametrize("family", ENGLISH)
def test_english_does_not_fall(family: str) -> None:
    measured = score("en_work.jsonl", family)

    assert measured.precision >= 0.9, measured
    assert measured.recall >= 0.97, measured
