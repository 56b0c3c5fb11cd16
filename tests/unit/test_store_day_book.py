"""What happened each day: appended, folded month by month, read in any state, and forgotten."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.statistics.days import Day, Use, together
from desktop_assist.errors import AssistError
from desktop_assist.store.day_book import DayBook
from desktop_assist.store.records import line
from desktop_assist.store.writer import Writer

DAY = date(2026, 11, 22)
BEFORE = date(2026, 10, 31)


class Session:
    """One run of the program over a folder."""

    def __init__(self, folder: Path, today: date = DAY) -> None:
        self.failures: list[AssistError] = []
        self.writer = Writer(self.failures.append)
        self.book = DayBook(folder, today, self.writer, self.failures.append)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session(tmp_path)
    yield session
    session.writer.close()


def reopened(folder: Path, today: date = DAY) -> DayBook:
    session = Session(folder, today)
    session.writer.close()
    assert session.failures == []
    return session.book


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_uses_and_findings_are_found_again_by_day(session: Session, tmp_path: Path) -> None:
    session.book.used("zh/您好", DAY, 20)
    session.book.used("zh/您好", DAY, 22)
    session.book.used("zh/b", BEFORE, 7)
    session.book.found(["tone", "abuse", "tone"], DAY)
    session.book.found([], BEFORE)
    expected = {
        BEFORE: Day({"zh/b": Use(1, 7)}),
        DAY: Day({"zh/您好": Use(2, 42)}, {"tone": 2, "abuse": 1}),
    }
    assert session.book.days().days == expected
    for _ in range(3):
        assert reopened(tmp_path).days().days == expected


def test_no_text_is_kept(session: Session, tmp_path: Path) -> None:
    session.book.found(["tone"], DAY)
    (file,) = tmp_path.iterdir()
    assert b'{"format":1,"day":739942,"found":{"tone":1}}' in file.read_bytes()


def test_a_month_that_is_over_is_folded_to_a_line_a_day(session: Session, tmp_path: Path) -> None:
    for number in range(300):
        session.book.used(f"k{number % 7}", BEFORE - timedelta(days=number % 3), 10)
    session.book.used("now", DAY, 1)
    before = session.book.days().days
    assert names(tmp_path) == ["2026-10.jsonl", "2026-11.jsonl"]
    assert reopened(tmp_path).days().days == before
    assert names(tmp_path) == ["2026-10.folded.jsonl", "2026-11.jsonl"]
    assert (tmp_path / "2026-10.folded.jsonl").read_bytes().count(b"\n") == 3


def test_a_late_use_of_a_folded_month_is_counted(session: Session, tmp_path: Path) -> None:
    session.book.used("a", BEFORE, 1)
    book = reopened(tmp_path)
    book.used("a", BEFORE, 2)  # the clock was put back
    assert reopened(tmp_path).days().days[BEFORE].uses == {"a": Use(2, 3)}
    assert names(tmp_path) == ["2026-10.folded.jsonl"]


def test_a_crash_while_folding_counts_nothing_twice(session: Session, tmp_path: Path) -> None:
    session.book.used("a", BEFORE, 1)
    reopened(tmp_path)
    # GIVEN the folded lines under the old name, as if the process had died between the two steps
    (tmp_path / "2026-10.folded.jsonl").rename(tmp_path / "2026-10.jsonl")
    assert reopened(tmp_path).days().days[BEFORE].uses == {"a": Use(1, 1)}
    assert names(tmp_path) == ["2026-10.folded.jsonl"]


def test_a_torn_line_costs_only_itself_and_nothing_strange_is_thrown_away(
    session: Session, tmp_path: Path
) -> None:
    session.book.used("a", BEFORE, 1)
    file = tmp_path / "2026-10.jsonl"
    file.write_bytes(file.read_bytes()[:-5])
    session.book.used("b", BEFORE, 2)
    with file.open("ab") as stream:
        stream.write(line({"format": 2, "day": BEFORE.toordinal(), "new": 1}))
        stream.write(line({"format": 1, "day": "?", "used": "c", "characters": 1}))
        stream.write(line({"format": 1, "day": 1, "uses": {"a": "x"}, "findings": {}}))
        stream.write(b"\xff\x00[]\n")
    kept = file.read_bytes()
    assert reopened(tmp_path).days().days == {BEFORE: Day({"b": Use(1, 2)})}
    assert file.read_bytes() == kept


def test_what_cannot_be_written_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    session = Session(tmp_path / "file" / "folder")
    session.book.used("a", DAY, 1)
    session.writer.close()
    assert "could not be saved" in str(session.failures[0])


def test_a_month_that_cannot_be_read_costs_itself_and_is_told(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.book.used("a", BEFORE, 1)
    session.writer.close()
    (tmp_path / "2026-11.jsonl").mkdir()
    reading = reopened(tmp_path).days()
    assert reading.days == {BEFORE: Day({"a": Use(1, 1)})}
    assert "cannot be read: it is a folder. Nothing in it" in str(reading.faults[0])


def test_forgetting_leaves_nothing_on_the_disk(session: Session, tmp_path: Path) -> None:
    session.book.used("a", BEFORE, 1)
    reopened(tmp_path)
    session.book.used("a", DAY, 1)
    session.book.forget()
    assert session.book.days().days == {}
    assert names(tmp_path) == []
    session.book.used("b", DAY, 1)
    assert session.book.days().days == {DAY: Day({"b": Use(1, 1)})}


APPEND_FOR_EVER = """
import datetime, itertools, sys
from pathlib import Path
from desktop_assist.store.day_book import DayBook
from desktop_assist.store.writer import Writer

book = DayBook(Path(sys.argv[1]), datetime.date(2026, 11, 22), Writer(print), print)
for number in itertools.count(1):
    book.used(f"reply-{number % 9}", datetime.date(2026, 11, 22), 1)
    print(number, flush=True)
"""


def test_a_kill_loses_no_use_that_was_counted(tmp_path: Path) -> None:
    chance, counted = random.Random(3), 0
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", APPEND_FOR_EVER, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            assert process.stdout is not None
            told = [process.stdout.readline() for _ in range(chance.randint(1, 200))]
            process.kill()
            told += process.stdout.read().splitlines()
        counted += len(told)
        known = together(reopened(tmp_path).days().days.values()).use.count
        assert counted <= known <= counted + 1
        counted = known


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["used", "found", "restart"]),
        st.sampled_from(["a", "您/好", "\ud83d"]),
        st.dates(date(2026, 8, 25), DAY),
    ),
    max_size=20,
)


@given(EVENTS)
@settings(deadline=None, max_examples=40)
def test_any_list_of_events_adds_up(events: list[tuple[str, str, date]]) -> None:
    uses, findings = 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = Session(folder)
        for what, key, day in events:
            if what == "used":
                session.book.used(key, day, 5)
                uses += 1
            elif what == "found":
                session.book.found([key, key], day)
                findings += 2
            else:
                session.writer.close()
                session = Session(folder)
        session.writer.close()
        total = together(reopened(folder).days().days.values())
        assert total.use == Use(uses, 5 * uses)
        assert sum(total.findings.values()) == findings


def test_two_years_of_use_are_whole_after_folding(tmp_path: Path) -> None:
    chance = random.Random(1)
    lines: dict[str, list[bytes]] = {}
    for number in range(20_000):
        day = DAY - timedelta(days=number % 730)
        event = {"used": f"zh/{chance.randrange(600)}", "characters": 60}
        record = {"format": 1, "day": day.toordinal(), **event}
        lines.setdefault(f"{day:%Y-%m}", []).append(line(record))
    for month, written in lines.items():
        (tmp_path / f"{month}.jsonl").write_bytes(b"".join(written))
    raw = sum(file.stat().st_size for file in tmp_path.iterdir())
    days = reopened(tmp_path).days().days
    assert together(days.values()).use == Use(20_000, 1_200_000)
    assert len(days) == 730
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < raw
