"""A reading room over the starter packs, with a clock that is put forward by hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.learning.lesson import Lesson
from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.pack import Pack
from desktop_assist.gui.learning_room.ports import Ports
from desktop_assist.gui.learning_room.window import LearningRoom
from desktop_assist.packs.lessons import LessonReading, read_lessons
from desktop_assist.packs.reader import read_packs
from desktop_assist.packs.rules import load_rules
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.progress import ProgressStore

CHINA = datetime.timezone(datetime.timedelta(hours=8))
MORNING = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=CHINA)


@cache
def starter_packs() -> tuple[Pack, ...]:
    """The packs that hold lessons."""
    wanted = ("zh-cn-starter", "en-cross-border")
    packs = [reading.pack for reading in read_packs(snippets()) if reading.pack is not None]
    return tuple(pack for pack in packs if pack.manifest.id in wanted)


@cache
def starter_lessons() -> LessonReading:
    return read_lessons(starter_packs())


@cache
def checker() -> Callable[[str], Sequence[Finding]]:
    """The checker with the rules that travel with the program."""
    return Checker(load_rules([resources() / "rules"]).ruleset).check


class Clock:
    """Tells `moment`; `pass_by` moves it on."""

    def __init__(self, moment: datetime.datetime = MORNING) -> None:
        self.moment = moment

    def __call__(self) -> datetime.datetime:
        return self.moment

    def pass_by(self, **span: float) -> None:
        self.moment += datetime.timedelta(**span)


class LearningStage:
    """The room, what it stands on, and who learns there: one data folder."""

    def __init__(
        self,
        folder: Path,
        language: str = "zh_CN",
        *,
        packs: Sequence[Pack] | None = None,
        lessons: Sequence[Lesson] | None = None,
    ) -> None:
        self.file = folder / "progress.jsonl"
        self.clock = Clock()
        self.language = language
        kept = starter_packs() if packs is None else packs
        self.library = Library(kept)
        self.lessons = starter_lessons() if lessons is None else LessonReading(tuple(lessons), ())
        self.progress = self.open_store()
        self.room = LearningRoom(self.ports())

    def open_store(self) -> ProgressStore:
        return ProgressStore(AtomicStorage(self.file, lambda: self.clock().date()))

    def ports(self) -> Ports:
        return Ports(
            lessons=lambda: self.lessons,
            entries=lambda: list(self.library),
            entry=self.library.get,
            example=body_of,
            check=checker(),
            progress=self.progress,
            now=self.clock,
            language=lambda: self.language,
        )


def body_of(entry: Entry) -> str:
    """A reply as it is written: what is rendered is another test's."""
    return "\n".join(entry.snippet.parts)
