"""Carries out a lesson that was given in a window, and offers there to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from desktop_assist.core.checking.findings import Finding
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.family_names import family_name
from desktop_assist.gui.undo_line import UndoLine
from desktop_assist.store.exceptions_store import Phrase, phrase_of


class Teaching(Protocol):
    """See `gui.checks.learning.Learning`; each may raise `AssistError`."""

    def teach(self, finding: Finding) -> None: ...
    def forget(self, phrase: Phrase) -> None: ...
    def switch_family(self, family: str, *, on: bool) -> None: ...


class Lessons(QObject):
    """Belongs to the window with `line`."""

    def __init__(
        self,
        teaching: Teaching,
        line: UndoLine,
        failed: Callable[[AssistError], None],
        look_again: Callable[[], None],
    ) -> None:
        """`look_again` shows the findings anew; `failed` tells what could not be kept."""
        super().__init__(line)
        self._teaching = teaching
        self._line = line
        self._failed = failed
        self._look_again = look_again

    def teach(self, finding: Finding) -> None:
        """`finding` is not a problem."""
        told = self.tr("“{text}” is not a problem from now on.").format(text=finding.text)
        self._do(
            lambda: self._teaching.teach(finding),
            lambda: self._teaching.forget(phrase_of(finding)),
            told,
        )

    def refuse_family(self, family: str) -> None:
        """Findings of `family` are not wanted."""
        told = self.tr("“{family}” is switched off.").format(family=family_name(family))
        self._do(
            lambda: self._teaching.switch_family(family, on=False),
            lambda: self._teaching.switch_family(family, on=True),
            told,
        )

    def _do(self, act: Callable[[], None], undo: Callable[[], None], told: str) -> None:
        if self._try(act):
            self._line.offer(told, lambda: self._try(undo))

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except AssistError as error:
            self._failed(error)
            return False
        self._look_again()
        return True
