"""Festivals against dates that were written down from printed calendars."""

from __future__ import annotations

import datetime

import pytest

from desktop_assist.core.replies.festival import FESTIVALS, festivals_on

# Year: New Year of the lunar calendar, lantern, Qingming, dragon boat, qixi, mid-autumn, 9/9.
LUNAR = {
    2024: "02-10 02-24 04-04 06-10 08-10 09-17 10-11",
    2025: "01-29 02-12 04-04 05-31 08-29 10-06 10-29",
    2026: "02-17 03-03 04-05 06-19 08-19 09-25 10-18",
    2027: "02-06 02-20 04-05 06-09 08-08 09-15 10-08",
    2028: "01-26 02-09 04-04 05-28 08-26 10-03 10-26",
    2029: "02-13 02-27 04-04 06-16 08-16 09-22 10-16",
    2030: "02-03 02-17 04-05 06-05 08-05 09-12 10-05",
}
NAMES = "spring_festival lantern qingming dragon_boat qixi mid_autumn double_ninth".split()


def days_of(name: str, year: int) -> list[datetime.date]:
    first = datetime.date(year, 1, 1)
    days = (first + datetime.timedelta(days=count) for count in range(366))
    return [day for day in days if day.year == year and name in festivals_on(day)]


@pytest.mark.parametrize("year", LUNAR)
def test_lunar_festivals_fall_on_the_known_days(year: int) -> None:
    for name, day in zip(NAMES, LUNAR[year].split(), strict=True):
        known = datetime.date.fromisoformat(f"{year}-{day}")
        if name == "spring_festival":
            eve = known - datetime.timedelta(days=1)
            week = [eve + datetime.timedelta(days=count) for count in range(8)]
            assert days_of(name, year) == week
        else:
            assert days_of(name, year) == [known], name


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("new_year", "01-01", "01-03"),
        ("womens_day", "03-08", "03-08"),
        ("labour_day", "05-01", "05-05"),
        ("618", "06-01", "06-18"),
        ("national_day", "10-01", "10-07"),
        ("double_11", "11-01", "11-11"),
        ("double_12", "12-10", "12-12"),
        ("christmas", "12-24", "12-25"),
    ],
)
def test_other_festivals_last_their_span(name: str, first: str, last: str) -> None:
    days = days_of(name, 2026)
    assert (days[0].isoformat()[5:], days[-1].isoformat()[5:]) == (first, last)
    assert len(days) == (days[-1] - days[0]).days + 1


def test_the_shorter_of_two_festivals_comes_first() -> None:
    assert festivals_on(datetime.date(2025, 10, 6)) == ("mid_autumn", "national_day")
    assert festivals_on(datetime.date(2029, 6, 16)) == ("dragon_boat", "618")


def test_every_told_festival_has_a_title() -> None:
    first = datetime.date(2026, 1, 1)
    told = {
        name for count in range(365) for name in festivals_on(first + datetime.timedelta(count))
    }
    assert told == set(FESTIVALS)


@pytest.mark.parametrize("year", [1, 1850, 2101, 2400, 9999])
def test_beyond_the_lunar_tables_the_others_are_still_told(year: int) -> None:
    assert festivals_on(datetime.date(year, 12, 25)) == ("christmas",)
    assert festivals_on(datetime.date(year, 12, 31)) == ()
