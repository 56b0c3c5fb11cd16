"""What a learner has read and practised; one write keeps an answer with all that follows of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from desktop_assist.core.learning.progress import Attempt, Day, with_attempt
from desktop_assist.core.learning.rubric import CRITERIA
from desktop_assist.core.learning.schedule import RATINGS, Memory
from desktop_assist.core.learning.situation import SITUATION_KINDS
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.records import Record, Tables
from desktop_assist.text import Message

READ = "read"
PRACTISED = "practised"
DAYS = "days"
DRAFTS = "drafts"
PROGRESS_FORMAT = 1
"""The version of the records; those of a later one stay untouched and are not shown."""


class ProgressStore:
    """Progress in memory and on the disk; records are by lesson, by situation and by day.

    Every change is on the disk when its method returns; where one raises AssistError, nothing has
    changed.
    """

    def __init__(self, storage: AtomicStorage) -> None:
        """Reads `storage`.

        Raises:
            AssistError: it cannot be read.
        """
        self._storage = storage
        self._tables: Tables = storage.read() or {}
        self._read = _days_read(self._table(READ))
        self._attempts: dict[str, Attempt] = {}
        self._memories: dict[str, Memory] = {}
        for key, record in self._table(PRACTISED).items():
            if (kept := _practised(key, record)) is not None:
                self._attempts[key], self._memories[key] = kept
        self._days = {one.day: one for one in map(_day, *_pairs(self._table(DAYS))) if one}

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the user should know about the state of the file."""
        return tuple(self._storage.notices)

    @property
    def read(self) -> Mapping[str, datetime.date]:
        """The lessons that were read, by key, and when."""
        return MappingProxyType(self._read)

    @property
    def memories(self) -> Mapping[str, Memory]:
        """How well each practised situation is known."""
        return MappingProxyType(self._memories)

    @property
    def days(self) -> tuple[Day, ...]:
        """The days on which something was practised, the oldest first."""
        return tuple(sorted(self._days.values(), key=lambda one: one.day))

    def day(self, day: datetime.date) -> Day:
        """The counts of `day`, zeros where nothing was practised."""
        return self._days.get(day, Day(day))

    def last(self, situation: str) -> Attempt | None:
        """The last answer to `situation`."""
        return self._attempts.get(situation)

    def draft(self, situation: str) -> str:
        """What was written to `situation` and not handed in."""
        record = self._table(DRAFTS).get(situation, {})
        text = record.get("text")
        return text if isinstance(text, str) and _is_known(record) else ""

    def note_read(self, lesson: str, day: datetime.date) -> None:
        """`lesson` was read on `day`.

        Raises:
            AssistError: it could not be saved.
        """
        self._save(READ, lesson, {"day": day.isoformat()})
        self._read[lesson] = day

    def keep(self, attempt: Attempt, memory: Memory, day: datetime.date) -> None:
        """Keep an answer, given on `day` by the learner's calendar, and what is known after it.

        Raises:
            AssistError: it could not be saved.
        """
        is_new = attempt.situation not in self._memories
        counted = with_attempt(self.day(day), attempt, is_new=is_new)
        tables = self._with(PRACTISED, attempt.situation, _practised_record(attempt, memory))
        tables[DAYS] = {**tables.get(DAYS, {}), day.isoformat(): _versioned(_day_record(counted))}
        drafts = {**tables.get(DRAFTS, {})}
        drafts.pop(attempt.situation, None)
        tables[DRAFTS] = drafts
        self._write(tables)
        self._attempts[attempt.situation] = attempt
        self._memories[attempt.situation] = memory
        self._days[day] = counted

    def keep_draft(self, situation: str, text: str) -> None:
        """Keep what is written to `situation` so far; an empty text is none.

        Raises:
            AssistError: it could not be saved.
        """
        if text != self.draft(situation):
            self._save(DRAFTS, situation, {"text": text})

    def _table(self, name: str) -> dict[str, Record]:
        return self._tables.get(name, {})

    def _save(self, table: str, key: str, record: Record) -> None:
        self._write(self._with(table, key, record))

    def _with(self, table: str, key: str, record: Record) -> Tables:
        return {**self._tables, table: {**self._table(table), key: _versioned(record)}}

    def _write(self, tables: Tables) -> None:
        self._storage.write(tables)
        self._tables = tables


def _versioned(record: Record) -> Record:
    return {"format": PROGRESS_FORMAT, **record}


def _is_known(record: Record) -> bool:
    return record.get("format") == PROGRESS_FORMAT


def _pairs(table: Mapping[str, Record]) -> tuple[list[str], list[Record]]:
    return list(table), list(table.values())


def _days_read(table: Mapping[str, Record]) -> dict[str, datetime.date]:
    known = {key: _date(one.get("day")) for key, one in table.items() if _is_known(one)}
    return {key: day for key, day in known.items() if day is not None}


def _practised_record(attempt: Attempt, memory: Memory) -> Record:
    return {
        "kind": attempt.kind,
        "at": attempt.at.isoformat(),
        "rating": attempt.rating,
        "answer": attempt.answer,
        "met": [one for one in CRITERIA if one in attempt.met],
        "findings": attempt.findings,
        "due": memory.due.isoformat(),
        "state": memory.state,
        "step": memory.step,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
    }


def _practised(key: str, record: Record) -> tuple[Attempt, Memory] | None:
    """The attempt and the memory of a record, None where it does not fit."""
    at, due = _moment(record.get("at")), _moment(record.get("due"))
    kind = next((one for one in SITUATION_KINDS if one == record.get("kind")), None)
    rating = next((one for one in RATINGS if one == record.get("rating")), None)
    if not _is_known(record) or at is None or due is None or kind is None or rating is None:
        return None
    match record:
        case {
            "answer": str(answer),
            "met": list(met),
            "findings": int(findings),
            "state": 1 | 2 | 3 as state,
            "step": int() | None as step,
            "stability": int() | float() as stability,
            "difficulty": int() | float() as difficulty,
        }:
            known = frozenset(one for one in CRITERIA if one in met)
            attempt = Attempt(key, kind, at, rating, answer, known, findings)
            return attempt, Memory(due, at, state, stability, difficulty, step)
    return None


def _day_record(day: Day) -> Record:
    return {
        "answers": day.answers,
        "codes": day.codes,
        "codes_known": day.codes_known,
        "clean": day.clean,
        "begun": day.begun,
        "met": dict(day.met),
    }


def _day(text: str, record: Record) -> Day | None:
    day = _date(text)
    match record:
        case {
            "format": 1,
            "answers": int(answers),
            "codes": int(codes),
            "codes_known": int(codes_known),
            "clean": int(clean),
            "begun": int(begun),
            "met": dict(met),
        } if day is not None:
            counts = {one: met[one] for one in CRITERIA if isinstance(met.get(one), int)}
            return Day(day, answers, codes, codes_known, clean, begun, counts)
    return None


def _date(text: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _moment(text: object) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo is not None else None
