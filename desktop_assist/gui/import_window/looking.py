"""Reads and compares off the GUI thread; tells how far it is, and stops when asked to."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.import_window.ports import ImportPorts
from desktop_assist.packs.exchange.columns import Role
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.preview import Options, Preview, Previewing, with_findings
from desktop_assist.packs.exchange.reading import Reading, read_source

_TICK_MS = 80
_CHECK_SECONDS = 0.2
"""Of wording checks at a time, so that other work gets its turn."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which files to read, and how."""

    files: tuple[Path, ...]
    encoding: str = ""
    roles: tuple[Role, ...] = ()
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a wish; `errors` are files that could not be read at all."""

    wish: Wish
    readings: tuple[Reading, ...]
    preview: Preview
    errors: tuple[AssistError, ...] = ()


class _Job:
    """One run on the worker's thread, watched from the GUI's."""

    def __init__(self) -> None:
        self.part = 0.0
        self.is_stopped = False


class Looking(QObject):
    """One look at a time; a new one puts an end to the one before."""

    progressed = Signal(float)
    """The part done, up to 1."""
    seen = Signal(object)
    """A `Seen`."""
    found = Signal(object)
    """What the checker found: places of items and findings."""
    stopped = Signal()

    def __init__(self, ports: ImportPorts, parent: QObject) -> None:
        super().__init__(parent)
        self._ports = ports
        self._job = _Job()
        self._read: tuple[tuple[object, ...], tuple[Reading, ...], tuple[AssistError, ...]] | None
        self._read = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(lambda: self.progressed.emit(self._job.part))

    @property
    def is_busy(self) -> bool:
        return self._timer.isActive()

    def forget(self) -> None:
        """The files may be others by now, under the same names."""
        self._read = None

    def look(self, wish: Wish) -> None:
        """Read what `wish` names, where it was not read so already, and compare."""
        self._job.is_stopped = True
        job = self._job = _Job()
        entries = self._ports.entries()
        asked = (wish.files, wish.encoding, wish.roles)
        known = self._read if self._read is not None and self._read[0] == asked else None
        self._timer.start()
        limits = self._ports.limits

        def work() -> Seen | None:
            readings, errors = known[1:] if known else _readings(wish, limits, job)
            return _compared(wish, readings, errors, entries, job)

        self._ports.background.run(work, lambda seen: self._use(seen, job))

    def stop(self) -> None:
        """Look no further."""
        was_busy = self.is_busy
        self._job.is_stopped = True
        self._timer.stop()
        if was_busy:
            self.stopped.emit()

    def _use(self, seen: Seen | None, job: _Job) -> None:
        if job.is_stopped or seen is None:
            return
        self._timer.stop()
        asked = (seen.wish.files, seen.wish.encoding, seen.wish.roles)
        self._read = (asked, seen.readings, seen.errors)
        self.seen.emit(seen)
        self._check(with_findings(seen.preview, self._ports.check), job)

    def _check(self, findings: Iterator[tuple[int, tuple[Finding, ...]]], job: _Job) -> None:
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
    wish: Wish, limits: Limits, job: _Job
) -> tuple[tuple[Reading, ...], tuple[AssistError, ...]]:
    readings, errors = [], []
    for file in wish.files:
        if job.is_stopped:
            break
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
    job: _Job,
) -> Seen | None:
    job.part = 0.3  # reading takes about a third
    work = Previewing(readings, entries, wish.options)
    for part in work.steps():
        job.part = 0.3 + 0.7 * part
        if job.is_stopped:
            return None
    return Seen(wish, tuple(readings), work.preview, tuple(errors))
