"""Writes what was chosen, off the GUI thread, and takes it back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_assist.core.replies.operation import Operation
from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.pictures import UnreadablePictureError, picture_of
from desktop_assist.gui.import_window.ports import ImportPorts
from desktop_assist.gui.import_window.work import Job, Stopped, Work, no_pauses
from desktop_assist.packs.exchange.pictures import Picture
from desktop_assist.packs.exchange.preview import Item, to_bring
from desktop_assist.services.library_changes import Done

_MADE, _READY = 0.4, 0.8
"""The part of the whole when replies are made of the items, and when they stand ready to write."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Brought:
    """What has come in, and the names of pictures that stayed behind as nobody can read them."""

    done: Done
    lost: tuple[str, ...]


class Bringing(Work):
    """One file is replaced at the very end: stopped or killed before, nothing has changed."""

    brought = Signal(object)
    """A `Brought`."""
    taken_back = Signal(object)
    """A `Done`; its `left` were changed since, and stayed."""
    failed = Signal(object)
    """An `AssistError`; nothing has changed."""

    def __init__(self, ports: ImportPorts, parent: QObject) -> None:
        super().__init__(parent)
        self._ports = ports

    def bring(self, items: Sequence[Item]) -> None:
        """Keep `items`. Stopped too late, they are kept all the same, and `brought` tells."""
        job = self.begin()
        self._run(lambda: self._written(items, job), self.brought.emit)

    def undo(self, done: Done) -> None:
        """Take back what `done` tells of."""
        self._take_back(done.undo)

    def undo_last(self) -> None:
        """Take back the last import, whenever it was; what was changed since stays."""
        last = self._ports.last
        if last is not None:
            self._take_back(lambda: self._ports.changes.carry_out(last.way_back))

    def _take_back(self, work: Callable[[], Done]) -> None:
        def taken_back() -> Done:
            done = work()
            if self._ports.last is not None:
                self._ports.last.forget()
            return done

        self.begin()
        self._run(taken_back, self.taken_back.emit)

    def stop(self) -> None:
        """Write nothing, where nothing is written yet; `stopped` or `brought` tells how it went."""
        self.job.is_stopped = True

    def _run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        def outcome() -> Result | AssistError | Stopped:
            try:
                with no_pauses():
                    return work()
            except (AssistError, Stopped) as error:
                return error

        def use(found: Result | AssistError | Stopped) -> None:
            self.end()
            if isinstance(found, AssistError):
                self.failed.emit(found)
            elif isinstance(found, Stopped):
                self.stopped.emit()
            else:
                then(found)

        self._ports.background.run(outcome, use)

    def _written(self, items: Sequence[Item], job: Job) -> Brought:
        lost: list[str] = []
        keep = self._keeper(lost)
        snippets = to_bring(items, keep, _fresh_id, lambda part: job.tell(_MADE * part))
        rest = _READY - _MADE
        note = _unnoted if self._ports.last is None else self._ports.last.note
        done = self._ports.changes.bring(snippets, note, lambda part: job.tell(_MADE + rest * part))
        return Brought(done, tuple(lost))

    def _keeper(self, lost: list[str]) -> Callable[[Picture], str] | None:
        """Takes a picture in; one that nobody can read costs its reply the picture alone."""
        keep = self._ports.keep_picture
        if keep is None:
            return None

        def kept(picture: Picture) -> str:
            try:
                return keep(picture_of(picture.read(), picture.name))
            except UnreadablePictureError:
                lost.append(picture.name)
                return ""

        return kept


def _unnoted(_operation: Operation) -> None:
    """Where nothing is remembered beyond the window."""


def _fresh_id() -> str:
    return f"own-{secrets.token_hex(6)}"
