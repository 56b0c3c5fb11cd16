"""Stretches of time to look at, and the steps that a chart shows them in."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from desktop_assist.core.statistics.days import Day, Days, together

Span = Literal["week", "month", "quarter", "year", "all"]
SPANS: Mapping[Span, int] = MappingProxyType({"week": 7, "month": 30, "quarter": 90, "year": 365})
"""The days that each span holds; `all` holds every day since the first one that is known."""

StepKind = Literal["day", "week", "month"]

_MOST_DAYS = 31
_MOST_WEEKS = 27
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the day `first` to the day `last`, both included."""

    first: datetime.date
    last: datetime.date

    @property
    def length(self) -> int:
        """In days."""
        return (self.last - self.first).days + 1

    @property
    def step(self) -> StepKind:
        """The steps of its chart: days up to a month, calendar weeks up to half a year, months."""
        if self.length <= _MOST_DAYS:
            return "day"
        return "week" if self.length <= 7 * _MOST_WEEKS else "month"

    def steps(self) -> tuple[Period, ...]:
        """The period cut at the borders of its steps; weeks begin on Monday."""
        return tuple(self._steps())

    def before(self) -> Period | None:
        """The period of the same length right before; None where the calendar has no such days."""
        try:
            return Period(self.first - datetime.timedelta(days=self.length), self.first - _DAY)
        except OverflowError:
            return None

    def _steps(self) -> Iterator[Period]:
        kind, first = self.step, self.first
        while first <= self.last:
            last = min(_end_of_step(first, kind), self.last)
            yield Period(first, last)
            if last == self.last:
                return
            first = last + _DAY


def period_of(span: Span, today: datetime.date, days: Days) -> Period:
    """The `span` that ends `today`.

    Days ahead of `today` (a clock was put back) belong to everything.
    """
    if span != "all":
        return Period(today - datetime.timedelta(days=SPANS[span] - 1), today)
    return Period(min(today, *days), max(today, *days)) if days else Period(today, today)


def within(days: Days, period: Period) -> Day:
    """What happened in `period`."""
    return together(day for date, day in days.items() if period.first <= date <= period.last)


def step_by_step(days: Days, steps: tuple[Period, ...]) -> tuple[Day, ...]:
    """What happened in each of `steps`, which follow each other without a gap."""
    held: list[list[Day]] = [[] for _ in steps]
    numbers = {
        date: number
        for number, step in enumerate(steps)
        for date in (step.first + n * _DAY for n in range(step.length))
    }
    for date, day in days.items():
        if date in numbers:
            held[numbers[date]].append(day)
    return tuple(together(one) for one in held)


def _end_of_step(first: datetime.date, kind: StepKind) -> datetime.date:
    if kind == "day":
        return first
    if kind == "week":
        sunday = first.toordinal() + 6 - first.weekday()
        return datetime.date.fromordinal(min(sunday, datetime.date.max.toordinal()))
    rest_of_month = 31 - first.day
    after = first + datetime.timedelta(days=rest_of_month)
    return after if after.month == first.month else after.replace(day=1) - _DAY
