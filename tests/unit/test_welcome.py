"""The welcome that fits best, and never one whose condition is not met."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.pack import Manifest, Pack
from desktop_assist.core.replies.reply import ReplyContext
from desktop_assist.core.replies.snippet import Snippet, Standing, Welcome
from desktop_assist.core.replies.welcome import choose_welcome, is_within
from desktop_assist.services.welcome import Welcomes

NOON = datetime.datetime(2026, 9, 25, 12, 0)


def entry(name: str, welcome: Welcome | None = None, **more: object) -> Entry:
    written = {"id": name, "title": name, "category": ("欢迎",), "body": name, **more}
    return Entry(Snippet(welcome=welcome or Welcome(), **written), "pack")  # type: ignore[arg-type]


def chosen(entries: list[Entry], standing: Standing | None = None, language: str = "") -> list[str]:
    found = choose_welcome(
        entries,
        now=NOON,
        shop="甲店",
        standing=standing,
        festivals=("mid_autumn", "national_day"),
        language=language,
    )
    return [one.snippet.id for one in found]


def test_a_festival_outweighs_standing_that_the_shop_that_the_hours() -> None:
    entries = [
        entry("none"),
        entry("hours", Welcome(hours="11:00-13:00")),
        entry("shop", Welcome(shops=("甲店", "乙店"))),
        entry("vip", Welcome(standing=("vip",))),
        entry("festival", Welcome(festivals=("mid_autumn",))),
        entry("festival-noon", Welcome(festivals=("mid_autumn",), hours="11:00-13:00")),
    ]
    order = ["festival-noon", "festival", "vip", "shop", "hours", "none"]
    assert chosen(entries, "vip") == order


def test_the_first_of_two_festivals_wins() -> None:
    national = entry("national", Welcome(festivals=("national_day",), hours="11:00-13:00"))
    autumn = entry("autumn", Welcome(festivals=("mid_autumn", "qixi")))
    assert chosen([national, autumn]) == ["autumn", "national"]


@pytest.mark.parametrize(
    "welcome",
    [
        Welcome(hours="08:00-11:00"),
        Welcome(hours="11:00-12:00"),
        Welcome(hours="noon"),
        Welcome(festivals=("christmas",)),
        Welcome(shops=("乙店",)),
        Welcome(standing=("vip",)),
        Welcome(standing=("new",), festivals=("mid_autumn",)),
    ],
)
def test_a_welcome_whose_condition_is_not_met_is_never_chosen(welcome: Welcome) -> None:
    assert chosen([entry("x", welcome)], "returning") == []


def test_a_standing_that_is_not_known_meets_no_standing() -> None:
    assert chosen([entry("new", Welcome(standing=("new", "vip"))), entry("any")]) == ["any"]


def test_expired_welcomes_and_other_replies_are_left_out() -> None:
    past = entry("past", valid_until=datetime.date(2026, 9, 24))
    reply = Entry(Snippet(id="reply", title="r", category=("a",), body="b"), "pack")
    assert chosen([past, reply]) == []


def test_the_wanted_language_comes_before_everything_else() -> None:
    foreign = entry("en", Welcome(festivals=("mid_autumn",)), language="en")
    own = entry("zh", language="zh-TW")
    assert chosen([foreign, own], language="zh_CN") == ["zh", "en"]
    assert chosen([foreign, own]) == ["en", "zh"]


@pytest.mark.parametrize(
    ("hours", "clock", "within"),
    [
        ("06:00-11:30", "06:00", True),
        ("06:00-11:30", "11:30", False),
        ("6:00-9:00", "06:30", True),
        ("22:00-02:00", "23:59", True),
        ("22:00-02:00", "01:59", True),
        ("22:00-02:00", "02:00", False),
        ("22:00-02:00", "12:00", False),
        ("18:00-24:00", "23:59", True),
        ("08:00-09:00，20:00-21:00", "20:30", True),
        ("08:00-08:00", "08:00", False),
        ("08:00", "08:00", False),
        ("25:00-26:00", "01:00", False),
        ("", "08:00", False),
    ],
)
def test_hours(hours: str, clock: str, within: bool) -> None:
    assert is_within(hours, datetime.time.fromisoformat(clock)) is within


@given(st.text(max_size=20), st.times())
def test_hours_that_cannot_be_read_do_no_harm(hours: str, moment: datetime.time) -> None:
    assert is_within(hours, moment) in (True, False)


def context() -> ReplyContext:
    return ReplyContext("甲店", "小李", NOON, "zh-CN")


def library(*snippets: Snippet) -> Library:
    return Library([Pack(Manifest(id="pack", version="1", title="包"), snippets, Path())])


def test_the_service_rotates_the_wording() -> None:
    turns = iter([0, 1, 2, 7])
    asked: list[tuple[str, int]] = []

    def next_variant(key: str, count: int) -> int:
        asked.append((key, count))
        return next(turns)

    greeter = entry("hello", alternatives=("二", "三"), tones={"warm": "亲"}).snippet
    welcomes = Welcomes(lambda: library(greeter), context, next_variant)
    picks = [welcomes.pick() for _ in range(4)]
    assert [pick.parts for pick in picks if pick] == [("hello",), ("二",), ("三",), ("二",)]
    assert set(asked) == {("pack/hello", 3)}


def test_the_service_knows_the_festivals_of_the_day() -> None:
    autumn = entry("autumn", Welcome(festivals=("mid_autumn",))).snippet
    welcomes = Welcomes(lambda: library(entry("any").snippet, autumn), context, lambda *_: 0)
    pick = welcomes.pick("vip")
    assert pick is not None
    assert pick.entry.key == "pack/autumn"


def test_without_a_fitting_welcome_there_is_none() -> None:
    assert Welcomes(library, context, lambda *_: 0).pick() is None
