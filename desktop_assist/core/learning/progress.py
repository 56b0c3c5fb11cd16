"""What was practised, and how it went: attempts, days, and how each skill has grown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop_assist.core.learning.rubric import CRITERIA, Criterion
from desktop_assist.core.learning.schedule import Memory, Rating
from desktop_assist.core.learning.situation import SituationKind


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer. `findings` counts what the checker found; a code has no criteria."""

    situation: str
    kind: SituationKind
    at: datetime.datetime
    rating: Rating
    answer: str
    met: frozenset[Criterion] = frozenset()
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """The attempts of one day, counted. `met` counts the answers that met each criterion."""

    day: datetime.date
    answers: int = 0
    codes: int = 0
    codes_known: int = 0
    clean: int = 0
    begun: int = 0
    met: Mapping[Criterion, int] = field(default_factory=dict)

    def share(self, criterion: Criterion) -> float | None:
        """The part of the answers, 0 to 1, that met `criterion`; None without any answer."""
        return self.met.get(criterion, 0) / self.answers if self.answers else None


def with_attempt(day: Day, attempt: Attempt, *, is_new: bool) -> Day:
    """`day` with one more attempt; `is_new` where the situation was met for the first time."""
    is_code = attempt.kind == "code"
    had = frozenset() if is_code else attempt.met
    met = {one: day.met.get(one, 0) + (one in had) for one in CRITERIA}
    return Day(
        day=day.day,
        answers=day.answers + (not is_code),
        codes=day.codes + is_code,
        codes_known=day.codes_known + (is_code and attempt.rating != "again"),
        clean=day.clean + (not is_code and not attempt.findings),
        begun=day.begun + is_new,
        met=met,
    )


def together(days: Iterable[Day]) -> Day | None:
    """Several days counted as one, which bears the date of the last; None for no days."""
    kept = sorted(days, key=lambda one: one.day)
    if not kept:
        return None
    return Day(
        day=kept[-1].day,
        answers=sum(one.answers for one in kept),
        codes=sum(one.codes for one in kept),
        codes_known=sum(one.codes_known for one in kept),
        clean=sum(one.clean for one in kept),
        begun=sum(one.begun for one in kept),
        met={name: sum(one.met.get(name, 0) for one in kept) for name in CRITERIA},
    )


def days_in_a_row(days: Iterable[Day], today: datetime.date) -> int:
    """On how many days without a gap something was practised, up to today or yesterday."""
    practised = {one.day for one in days if one.answers or one.codes}
    day = today if today in practised else today - datetime.timedelta(days=1)
    count = 0
    while day in practised:
        count += 1
        day -= datetime.timedelta(days=1)
    return count


@dataclass(frozen=True, slots=True)
class Known:
    """How many situations are known how well. `firm` ones stay for three weeks and more."""

    new: int
    learning: int
    young: int
    firm: int


def known(keys: Iterable[str], memories: Mapping[str, Memory]) -> Known:
    """The situations of `keys`, counted by how firmly they are remembered."""
    counts = {"new": 0, "learning": 0, "young": 0, "firm": 0}
    for key in keys:
        counts[_firmness(memories.get(key))] += 1
    return Known(**counts)


def _firmness(memory: Memory | None) -> str:
    if memory is None:
        return "new"
    if memory.state != 2:
        return "learning"
    return "firm" if memory.stability >= 21 else "young"
