"""The table of programs: which keys paste into each, and what becomes of newlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QTableWidgetItem

from desktop_assist.core.application import ApplicationProfile, NewlinePolicy
from desktop_assist.core.combination import Combination
from desktop_assist.errors import AssistError
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.settings.rows import choice_box
from desktop_assist.gui.settings.table import SettingsTable
from desktop_assist.text import Message, say

_NEWLINES: tuple[NewlinePolicy, ...] = ("paste", "shift_enter", "flatten")
_CLASS, _CHORD, _NEWLINE = range(3)


class ProgramsTable(SettingsTable):
    """Rows that are whole are told at once; a broken row is kept here and explained."""

    changed = Signal(object)
    """A tuple of `ApplicationProfile`."""

    def __init__(self, profiles: Sequence[ApplicationProfile]) -> None:
        super().__init__(columns=3)
        headings = (self.tr("Window class"), self.tr("Paste keys"), self.tr("Newlines"))
        self.name(self.tr("Programs"), headings)
        self._filling = True
        self._profiles: list[ApplicationProfile] = []
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.column.insertWidget(1, self.problem)
        for profile in profiles:
            self._add_row(profile)
        self._filling = False
        self.fit()
        self.table.cellChanged.connect(self._tell)

    def add(self) -> None:
        """A new row, ready for typing the window class."""
        self._filling = True
        self._add_row(ApplicationProfile(window_class=""))
        self._filling = False
        self.fit()
        row = self.row_count - 1
        self.table.setCurrentCell(row, _CLASS)
        self.table.edit(self.table.model().index(row, _CLASS))

    def remove(self) -> None:
        """Take the current row away."""
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            del self._profiles[row]
            self.fit()
            self._tell()

    def _add_row(self, profile: ApplicationProfile) -> None:
        row = self.row_count
        self._profiles.append(profile)
        self.table.insertRow(row)
        self.table.setItem(row, _CLASS, QTableWidgetItem(profile.window_class))
        self.table.setItem(row, _CHORD, QTableWidgetItem(profile.chord))
        box = choice_box(_NEWLINES, profile.newlines, lambda _value: self._tell())
        box.setAccessibleName(self.tr("Newlines"))
        self.table.setCellWidget(row, _NEWLINE, box)

    def _tell(self) -> None:
        if self._filling:
            return
        whole: list[ApplicationProfile] = []
        faults: list[Message] = []
        for row in range(self.row_count):
            try:
                whole.append(self._profile(row))
            except AssistError as error:
                faults.append(error.message)
        self.problem.setText("\n".join(translated(fault) for fault in faults))
        self.problem.setVisible(bool(faults))
        self.changed.emit(tuple(whole))

    def _profile(self, row: int) -> ApplicationProfile:
        """The row as a profile; what the table does not show stays as it was.

        Raises:
            AssistError: the window class is no regular expression, or the keys are none.
        """
        old = self._profiles[row]
        profile = ApplicationProfile(
            window_class=_pattern(self._text(row, _CLASS)),
            name=old.name,
            chord=str(Combination.parse(self._text(row, _CHORD))),
            newlines=self._newlines(row),
            reads=old.reads,
            quiet_ms=old.quiet_ms,
            any_reader=old.any_reader,
            editable=old.editable,
        )
        self._profiles[row] = profile
        return profile

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    def _newlines(self, row: int) -> NewlinePolicy:
        box = self.table.cellWidget(row, _NEWLINE)
        chosen = box.currentData() if isinstance(box, QComboBox) else None
        return next((one for one in _NEWLINES if one == chosen), "paste")


def _pattern(text: str) -> str:
    """`text`, which must be a regular expression and not empty.

    Raises:
        AssistError: it is neither.
    """
    try:
        re.compile(text)
    except re.error:
        raise AssistError(
            say("Programs", "“{text}” is no pattern; this row is not used yet.", text=text)
        ) from None
    if not text:
        raise AssistError(say("Programs", "A row without a window class is not used yet."))
    return text
