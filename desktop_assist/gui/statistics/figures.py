"""What the tables show, made of the days that are looked at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.statistics.days import Day, Days, Use
from desktop_assist.core.statistics.periods import Period, step_by_step, within
from desktop_assist.core.statistics.summary import (
    Category,
    Entries,
    IdleReply,
    by_category,
    by_family,
    by_reply,
    outdated,
    unused,
)
from desktop_assist.gui.checks.family_names import family_name
from desktop_assist.gui.statistics.bar_chart import Bar
from desktop_assist.gui.statistics.rows import Cell, Row, Rows
from desktop_assist.gui.statistics.wording import (
    category_text,
    date_text,
    number,
    pack_text,
    step_label,
    step_text,
)


@dataclass(frozen=True)
class Figures:
    """The days, the library of `today`, and the period that is looked at."""

    days: Days
    entries: Entries
    last_uses: Mapping[str, datetime.date]
    today: datetime.date
    period: Period

    @cached_property
    def whole(self) -> Day:
        """The period as one day."""
        return within(self.days, self.period)

    @property
    def days_within(self) -> Days:
        """The days of the period."""
        first, last = self.period.first, self.period.last
        return {date: day for date, day in self.days.items() if first <= date <= last}

    def bars(self) -> list[Bar]:
        """The uses step by step."""
        steps, kind = self.period.steps(), self.period.step
        return [
            Bar(
                step_label(step, kind),
                day.use.count,
                f"{step_text(step, kind)}: {number(day.use.count)}",
            )
            for step, day in zip(steps, step_by_step(self.days, steps), strict=True)
        ]

    def categories(self) -> Rows:
        found = by_category(self.whole, self.entries)
        most = max((use.count for _name, use in found), default=1)
        return [partial(_category_row, name, use, most) for name, use in found]

    def replies(self) -> Rows:
        found = by_reply(self.whole)
        most = max((use.count for _key, use in found), default=1)
        return [partial(_reply_row, self.entries.get(key), key, use, most) for key, use in found]

    def unused(self) -> Rows:
        idle = unused(self.whole, self.entries, self.last_uses, self.today)
        return [partial(_idle_row, one) for one in idle]

    def outdated(self) -> Rows:
        return [partial(_outdated_row, one) for one in outdated(self.entries, self.today)]

    def findings(self) -> Rows:
        """Each family with its findings in the period, in the one before, and step by step."""
        rows = by_family(step_by_step(self.days, self.period.steps()))
        return [partial(_family_row, *row, self._before(row[0])) for row in rows]

    def _before(self, family: str) -> str:
        """The findings in the period before; a dash where nothing was counted then."""
        before = self.period.before()
        if before is None or before.last < min(self.days, default=self.today):
            return "–"
        return number(within(self.days, before).findings.get(family, 0))


def _category_row(category: Category, use: Use, most: int) -> Row:
    return Row((Cell(category_text(category)), *_use_cells(use, most)))


def _reply_row(entry: Entry | None, key: str, use: Use, most: int) -> Row:
    title = key if entry is None else entry.snippet.title
    category = category_text(() if entry is None else entry.snippet.category)
    opens = "" if entry is None else key
    return Row((Cell(title), Cell(category), *_use_cells(use, most)), opens)


def _use_cells(use: Use, most: int) -> tuple[Cell, Cell]:
    uses = Cell(number(use.count), share=use.count / most, is_figure=True)
    return uses, Cell(number(use.characters), is_figure=True)


def _idle_row(idle: IdleReply) -> Row:
    last = "–" if idle.last is None else date_text(idle.last)
    return Row((*_entry_cells(idle.entry), Cell(last)), idle.entry.key)


def _outdated_row(entry: Entry) -> Row:
    ended = entry.snippet.valid_until
    return Row((*_entry_cells(entry), Cell("" if ended is None else date_text(ended))), entry.key)


def _entry_cells(entry: Entry) -> tuple[Cell, Cell, Cell]:
    snippet = entry.snippet
    return (
        Cell(snippet.title),
        Cell(category_text(snippet.category)),
        Cell(pack_text(entry)),
    )


def _family_row(family: str, trend: Sequence[int], before: str) -> Row:
    return Row(
        (
            Cell(family_name(family)),
            Cell(number(sum(trend)), is_figure=True),
            Cell(before, is_figure=True),
            Cell(", ".join(map(number, trend)), trend=tuple(trend)),
        )
    )
