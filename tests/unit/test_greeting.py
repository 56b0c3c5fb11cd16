"""Greetings by the clock, and days in words."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.language.dates import formatted_date, read_date, written_date
from desktop_assist.core.replies.greeting import greeting


@pytest.mark.parametrize(
    ("clock", "chinese", "english"),
    [
        ("00:00", "凌晨好", "Hello"),
        ("04:59", "凌晨好", "Hello"),
        ("05:00", "早上好", "Good morning"),
        ("09:00", "上午好", "Good morning"),
        ("11:30", "中午好", "Good morning"),
        ("12:00", "中午好", "Good afternoon"),
        ("13:30", "下午好", "Good afternoon"),
        ("18:00", "晚上好", "Good evening"),
        ("23:59", "晚上好", "Good evening"),
    ],
)
def test_the_greeting_follows_the_clock(clock: str, chinese: str, english: str) -> None:
    moment = datetime.time.fromisoformat(clock)
    assert greeting(moment, "zh-CN") == chinese
    assert greeting(moment, "en") == english


def test_a_time_with_zone_is_greeted_by_its_own_clock() -> None:
    assert greeting(datetime.time(8, tzinfo=datetime.UTC), "zh_CN") == "早上好"


def test_days_are_written_in_the_language_of_the_reply() -> None:
    day = datetime.date(2026, 11, 22)
    assert written_date(day, "zh-CN") == "2026年11月22日"
    assert written_date(day, "en-GB") == "22 Nov 2026"
    assert formatted_date(day, "%A %d %B %Y, %-d/%-m, 100%% %q") == (
        "Sunday 22 November 2026, 22/11, 100% %q"
    )


@given(st.dates(), st.sampled_from(["zh-CN", "en"]))
def test_a_written_day_is_read_again(day: datetime.date, language: str) -> None:
    if day.year < 1000:
        return
    assert read_date(written_date(day, language)) == day
    assert read_date(f" {day.isoformat()} ") == day


@pytest.mark.parametrize("text", ["", "明天", "2026-02-30", "2026年13月1日", "3 Foo 2026", "now"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_date(text) is None
