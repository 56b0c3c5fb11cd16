"""How right the checker is on labelled replies, with and without its second opinion."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_assist.core.checking.checker import Checker, RuleSet
from desktop_assist.core.checking.findings import Finding
from tests.bench.report import Cell, Table, ratio

Check = Callable[[str], list[Finding]]


@dataclass(slots=True)
class Counts:
    """`right` and `wrong` findings; `found` and `missed` marks of the corpus."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        return ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        return ratio(self.found, self.found + self.missed)


@dataclass(slots=True)
class Score:
    """Counts by family, and of whole messages: found fault with, rightly or not."""

    families: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    messages: Counts = field(default_factory=Counts)

    def take(self, marks: Sequence[Sequence[Any]], findings: Sequence[Finding]) -> None:
        """Count one reply. A finding is right where it overlaps a mark of its family.

        A further one in a reply that has such a mark says the same again and counts for nothing.
        """
        spans = [(one.start, one.end, one.family) for one in findings]
        for span in spans:
            if any(_overlap(span, mark) for mark in marks):
                self.families[span[2]].right += 1
            elif all(span[2] != mark[2] for mark in marks):
                self.families[span[2]].wrong += 1
        for mark in marks:
            found = any(_overlap(span, mark) for span in spans)
            self.families[mark[2]].found += found
            self.families[mark[2]].missed += not found
        self.messages.right += bool(marks and findings)
        self.messages.wrong += bool(findings and not marks)
        self.messages.found += bool(marks and findings)
        self.messages.missed += bool(marks and not findings)


def score(check: Check, files: Iterable[Path]) -> Score:
    """The score over corpora."""
    scored = Score()
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            reply = json.loads(line)
            scored.take(reply["findings"], check(reply["text"]))
    return scored


def quality(title: str, ruleset: RuleSet, files: Sequence[Path]) -> Table:
    """Precision and recall by family and by message: the rules alone, and with the opinion."""
    alone = score(Checker(ruleset, second_opinion=False).check, files)
    both = score(Checker(ruleset).check, files)
    families = sorted(alone.families.keys() | both.families.keys())
    rows = [_row(name, alone.families[name], both.families[name]) for name in families]
    rows.append(_row("whole messages", alone.messages, both.messages))
    return Table(
        f"Checker, {title} part of the corpus",
        (
            "family",
            "marks",
            "rules: precision",
            "recall",
            "with opinion: precision",
            "recall",
            "false alarms",
            "missed",
        ),
        tuple(rows),
        (", ".join(file.name for file in files),),
    )


def _row(name: str, alone: Counts, both: Counts) -> tuple[Cell, ...]:
    marks = both.found + both.missed
    return (
        name,
        marks,
        alone.precision,
        alone.recall,
        both.precision,
        both.recall,
        both.wrong,
        both.missed,
    )


def _overlap(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return bool(one[2] == other[2] and one[0] < other[1] and other[0] < one[1])
