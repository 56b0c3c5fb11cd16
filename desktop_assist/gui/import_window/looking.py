"""Reads and compares off the GUI thread; tells how far it is, and stops when asked to."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.import_window.ports import ImportPorts
from desktop_assist.gui.import_window.work import Job, Stopped, Work, no_pauses
from desktop_assist.packs.exchange.columns import Role
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.preview import Options, Preview, Previewing, with_findings
from desktop_assist.packs.exchange.reading import Reading, read_source

_CHECK_SECONDS = 0.2
"""Of wording checks at a time, so that other work gets its turn."""

_READING = 0.3
"""The part of the whole that reading takes; comparing takes the rest."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which files to read, and how."""

    files: tuple[Path, ...]
    encoding: str = ""
    roles: tuple[Role, ...] = ()
    options: Options = field(default_factory=Options)

    def reads_as(self, other: Wish) -> bool:
        """Whether both have the same read, whatever is compared then."""
        return (self.files, self.encoding, self.roles) == (other.files, other.encoding, other.roles)


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a wish; `errors` are files that could not be read at all."""

    wish: Wish
    readings: tuple[Reading, ...]
    preview: Preview
    errors: tuple[AssistError, ...] = ()


class Looking(Work):
    """One look at a time; a new one puts an end to the one before."""

    seen = Signal(object)
    """A `Seen`."""
    found = Signal(object)
    """What the checker found: places of items and findings."""

    def __init__(self, ports: ImportPorts, parent: QObject) -> None:
        super().__init__(parent)
        self._ports = ports
        self._last: Seen | None = None

    def forget(self) -> None:
        """The files may be others by now, under the same names."""
        self._last = None

    def look(self, wish: Wish) -> None:
        """Read what `wish` names, where it was not read so already, and compare."""
        job = self.begin()
        entries = self._ports.entries()
        last = self._last if self._last is not None and self._last.wish.reads_as(wish) else None
        limits = self._ports.limits

        def work() -> Seen | None:
            try:
                with no_pauses():
                    read = (last.readings, last.errors) if last else _readings(wish, limits, job)
                    return _compared(wish, *read, entries, job)
            except Stopped:
                return None

        self._ports.background.run(work, lambda seen: self._use(seen, job))

    def _use(self, seen: Seen | None, job: Job) -> None:
        if job.is_stopped or seen is None:
            return
        self.end()
        self._last = seen
        self.seen.emit(seen)
        self._check(with_findings(seen.preview, self._ports.check), job)

    def _check(self, findings: Iterator[tuple[int, tuple[Finding, ...]]], job: Job) -> None:
        def work() -> tuple[dict[int, tuple[Finding, ...]], bool]:
            end = time.monotonic() + _CHECK_SECONDS
            found: dict[int, tuple[Finding, ...]] = {}
            for at, some in findings:
                if some:
                    found[at] = some
                if job.is_stopped or time.monotonic() > end:
                    return found, not job.is_stopped
            return found, False

        def use(result: tuple[Mapping[int, tuple[Finding, ...]], bool]) -> None:
            found, goes_on = result
            if not job.is_stopped and found:
                self.found.emit(found)
            if goes_on and not job.is_stopped:
                self._check(findings, job)

        self._ports.background.run(work, use)


def _readings(
    wish: Wish, limits: Limits, job: Job
) -> tuple[tuple[Reading, ...], tuple[AssistError, ...]]:
    readings, errors = [], []
    for at, file in enumerate(wish.files):
        job.tell(_READING * at / len(wish.files))
        try:
            readings.append(read_source(file, limits, wish.encoding, wish.roles))
        except AssistError as error:
            errors.append(error)
    return tuple(readings), tuple(errors)


def _compared(
    wish: Wish,
    readings: Sequence[Reading],
    errors: Sequence[AssistError],
    entries: Sequence[Entry],
    job: Job,
) -> Seen:
    work = Previewing(readings, entries, wish.options)
    for part in work.steps():
        job.tell(_READING + (1 - _READING) * part)
    return Seen(wish, tuple(readings), work.preview, tuple(errors))
