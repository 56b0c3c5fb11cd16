"""Looks for replies that are nearly the same, off the GUI thread, and stops when asked to."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.likeness import Likeness
from desktop_assist.gui.finder import Worker
from desktop_assist.gui.library.looking import Groups, groups_of


class Twins(QObject):
    """Knows the groups of one state of the library, once they have been looked for."""

    found = Signal()
    """The groups are known now."""

    def __init__(self, background: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._stop = Event()
        self._groups: Groups | None = None
        self._looking = False

    @property
    def groups(self) -> Groups:
        """By key the number of the group; empty until they were looked for."""
        return self._groups or {}

    @property
    def are_known(self) -> bool:
        return self._groups is not None

    def forget(self) -> None:
        """The library has changed: what is looked for just now is of no use."""
        self._stop.set()
        self._groups = None
        self._looking = False

    def look(self, entries: Sequence[Entry]) -> None:
        """Look through `entries`, unless that is done or under way."""
        if self._looking or self.are_known:
            return
        self._looking = True
        self._stop = stop = Event()
        self._background.run(lambda: _groups(entries, stop), lambda groups: self._use(groups, stop))

    def _use(self, groups: Groups, stop: Event) -> None:
        if not stop.is_set():
            self._groups, self._looking = groups, False
            self.found.emit()


def _groups(entries: Sequence[Entry], stop: Event) -> Groups:
    likeness = Likeness(entries)
    for _ in likeness.steps():
        if stop.is_set():
            return {}
    return groups_of(group.keys for group in likeness.groups)
