"""What the agent teaches the checker: kept at once, in force at once, and taken back as easily."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Shelf
from desktop_assist.store.exceptions_store import ExceptionsStore, Phrase, TaughtException


class Learning(QObject):
    """Every method raises `AssistError` where what was taught could not be saved."""

    changed = Signal()
    """What is found in a text is no longer the same."""

    def __init__(self, store: ExceptionsStore, shelf: Shelf, preferences: Preferences) -> None:
        super().__init__()
        self._store = store
        self._shelf = shelf
        self._preferences = preferences
        self._put_in_force()

    def all(self) -> list[TaughtException]:
        """Every exception, in the order of teaching."""
        return self._store.all()

    def teach(self, finding: Finding) -> None:
        """`finding` is not a problem, here and wherever its rule meets that wording."""
        self._store.teach(finding)
        self._put_in_force()

    def forget(self, phrase: Phrase) -> None:
        """It is a problem after all."""
        self._store.forget(phrase)
        self._put_in_force()

    def switch_family(self, family: str, *, on: bool) -> None:
        """Check a family of rules, or leave it alone."""
        settings = self._preferences.settings
        others = [one for one in settings.families_off if one != family]
        off = tuple(others if on else (*others, family))
        self._preferences.change(msgspec.structs.replace(settings, families_off=off))
        self.changed.emit()

    def _put_in_force(self) -> None:
        self._shelf.choose_exceptions(frozenset(one.phrase for one in self._store.all()))
        self.changed.emit()
