"""What the days add up to, and what a spreadsheet gets of it."""

from __future__ import annotations

import csv
import datetime
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.statistics.days import Day, Use, together
from desktop_assist.core.statistics.periods import Period, period_of, step_by_step, within
from desktop_assist.core.statistics.summary import (
    GONE,
    by_category,
    by_family,
    by_reply,
    outdated,
    seconds_saved,
    unused,
)
from desktop_assist.core.statistics.table import as_csv, finding_rows, use_rows

TODAY = date(2026, 11, 22)  # a Sunday


def entry(name: str, *category: str, until: date | None = None, title: str = "") -> Entry:
    snippet = Snippet(id=name, title=title or name, category=category, valid_until=until)
    return Entry(snippet, "p", "Pack")


ENTRIES = {
    one.key: one
    for one in (
        entry("refund", "售后", "退款"),
        entry("return", "售后", "退货"),
        entry("hello", "Welcome"),
        entry("sale", "Offers", until=date(2026, 11, 11)),
        entry("spring", "Offers", until=date(2026, 3, 1)),
    )
}
DAYS = {
    date(2026, 11, 1): Day({"p/hello": Use(3, 60)}, {"tone": 2}),
    date(2026, 11, 20): Day({"p/refund": Use(2, 200), "p/gone": Use(1, 5)}, {"abuse": 1}),
    date(2026, 11, 22): Day({"p/refund": Use(1, 100), "p/hello": Use(1, 20)}, {"tone": 4}),
}


def test_days_add_up() -> None:
    week = within(DAYS, period_of("week", TODAY, DAYS))
    assert week.uses == {"p/refund": Use(3, 300), "p/gone": Use(1, 5), "p/hello": Use(1, 20)}
    assert week.findings == {"abuse": 1, "tone": 4}
    assert week.use == Use(5, 325)
    assert within(DAYS, period_of("month", TODAY, DAYS)).use == Use(8, 385)


def test_the_busiest_come_first_and_what_left_the_library_is_told() -> None:
    everything = together(DAYS.values())
    assert by_category(everything, ENTRIES) == [
        (("Welcome",), Use(4, 80)),
        (("售后", "退款"), Use(3, 300)),
        (GONE, Use(1, 5)),
    ]
    assert [key for key, _use in by_reply(everything)] == ["p/hello", "p/refund", "p/gone"]


def test_findings_are_told_by_family_step_by_step() -> None:
    steps = Period(date(2026, 11, 20), TODAY).steps()
    assert by_family(step_by_step(DAYS, steps)) == [("tone", (0, 0, 4)), ("abuse", (1, 0, 0))]


def test_what_lies_unused_is_valid_and_longest_idle_first() -> None:
    week = within(DAYS, period_of("week", TODAY, DAYS))
    idle = unused(week, ENTRIES, {"p/return": date(2026, 1, 5)}, TODAY)
    assert [(one.entry.key, one.last) for one in idle] == [("p/return", date(2026, 1, 5))]
    idle = unused(Day(), ENTRIES, {"p/hello": date(2026, 10, 1)}, TODAY)
    assert [one.entry.key for one in idle] == ["p/refund", "p/return", "p/hello"]


def test_offers_that_are_over_are_outdated_the_latest_first() -> None:
    assert [one.key for one in outdated(ENTRIES, TODAY)] == ["p/sale", "p/spring"]
    # On its last day a reply is still good.
    assert [one.key for one in outdated(ENTRIES, date(2026, 11, 11))] == ["p/spring"]


def test_time_saved_follows_the_rate() -> None:
    assert seconds_saved(120, 60) == 120
    assert seconds_saved(120, 240) == 30
    assert seconds_saved(0, 60) == 0


@pytest.mark.parametrize(
    ("first", "last", "kind", "count"),
    [
        (date(2026, 11, 16), TODAY, "day", 7),
        (date(2026, 10, 24), TODAY, "day", 30),
        (date(2026, 8, 25), TODAY, "week", 13),
        (date(2025, 11, 23), TODAY, "month", 13),
        (date(2024, 2, 29), date(2024, 2, 29), "day", 1),
    ],
)
def test_long_periods_have_long_steps(first: date, last: date, kind: str, count: int) -> None:
    period = Period(first, last)
    assert (period.step, len(period.steps())) == (kind, count)


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    weeks = Period(date(2026, 8, 25), TODAY).steps()
    assert {one.first.weekday() for one in weeks[1:]} == {0}
    months = Period(date(2024, 1, 31), TODAY).steps()
    assert {one.first.day for one in months[1:]} == {1}
    assert months[1] == Period(date(2024, 2, 1), date(2024, 2, 29))


@given(st.dates(), st.integers(0, 900))
def test_steps_cover_a_period_without_gap_or_overlap(first: date, length: int) -> None:
    end = min(first.toordinal() + length, date.max.toordinal())
    period = Period(first, date.fromordinal(end))
    covered = [
        day
        for step in period.steps()
        for day in range(step.first.toordinal(), step.last.toordinal() + 1)
    ]
    assert covered == list(range(first.toordinal(), end + 1))


def test_everything_reaches_from_the_first_day_even_ahead_of_the_clock() -> None:
    assert period_of("all", TODAY, DAYS) == Period(date(2026, 11, 1), TODAY)
    assert period_of("all", TODAY, {}) == Period(TODAY, TODAY)
    ahead = date(2027, 1, 1)
    assert period_of("all", TODAY, {ahead: Day()}) == Period(TODAY, ahead)


def test_the_period_before_is_as_long() -> None:
    assert Period(date(2026, 11, 16), TODAY).before() == Period(
        date(2026, 11, 9), date(2026, 11, 15)
    )
    assert Period(date.min, date.max).before() is None


def test_a_spreadsheet_gets_every_use_and_no_formula() -> None:
    entries = ENTRIES | {"p/hello": entry("hello", "Welcome", title='=HYPERLINK("x")')}
    header = ("day", "pack", "category", "title", "key", "uses", "characters", "seconds")
    text = as_csv(header, use_rows(DAYS, entries, 60))
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == list(header)
    assert rows[1] == [
        "2026-11-01",
        "Pack",
        "Welcome",
        '\'=HYPERLINK("x")',
        "p/hello",
        "3",
        "60",
        "60",
    ]
    assert rows[2] == ["2026-11-20", "", "", "", "p/gone", "1", "5", "5"]
    assert len(rows) == 6
    assert text.count("\r\n") == 6


def test_a_spreadsheet_gets_findings_as_counts() -> None:
    rows = list(finding_rows(DAYS, {"tone": "语气", "abuse": "辱骂"}.__getitem__))
    assert rows[0] == ("2026-11-01", "tone", "语气", 2)
    assert len(rows) == 3


@given(st.dictionaries(st.dates(date(2024, 1, 1), TODAY), st.integers(1, 9), max_size=30))
def test_no_use_is_lost_on_the_way_to_a_chart(counts: dict[datetime.date, int]) -> None:
    days = {day: Day({"p/hello": Use(count, count)}) for day, count in counts.items()}
    period = period_of("all", TODAY, days)
    shown = [day.use.count for day in step_by_step(days, period.steps())]
    assert sum(shown) == sum(counts.values()) == within(days, period).use.count
