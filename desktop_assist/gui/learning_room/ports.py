"""What the reading room needs of the rest of the program."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.learning.progress import Day
from desktop_assist.core.replies.library import Entry
from desktop_assist.packs.lessons import LessonReading
from desktop_assist.services import practice


class Progress(practice.Progress, Protocol):
    """See `store.progress.ProgressStore`; what writes may raise `AssistError`."""

    @property
    def read(self) -> Mapping[str, datetime.date]: ...
    @property
    def days(self) -> tuple[Day, ...]: ...
    def note_read(self, lesson: str, day: datetime.date) -> None: ...


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything is asked for anew when it is needed.

    `lessons` are those of the loaded packs in every language, and what is wrong in them; `entries`
    are the replies that are valid today, `entry` finds one by its key, `example` renders it to be
    read. `check` is the checker's. `now` tells the time with the learner's own zone, `language` is
    the interface's.
    """

    lessons: Callable[[], LessonReading]
    entries: Callable[[], Sequence[Entry]]
    entry: Callable[[str], Entry | None]
    example: Callable[[Entry], str]
    check: Callable[[str], Sequence[Finding]]
    progress: Progress
    now: Callable[[], datetime.datetime]
    language: Callable[[], str]
