"""The list of wordings that the agent called “not a problem”; each can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_assist.gui.checks.family_names import family_name
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.store.exceptions_store import TaughtException


class ExceptionsList(QWidget):
    """One line an exception, the newest first."""

    forget_wanted = Signal(object)
    """The `Phrase` of an exception that is to go."""

    def __init__(self, exceptions: Iterable[TaughtException]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.buttons: list[QPushButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        newest_first = list(exceptions)[::-1]
        for row, one in enumerate(newest_first):
            self._add(grid, row, one)
        if not newest_first:
            grid.addWidget(muted_label(self.tr("None yet.")), 0, 0)

    def _add(self, grid: QGridLayout, row: int, one: TaughtException) -> None:
        words = QLabel(f"“{one.text}”")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        date = QDate(one.day.year, one.day.month, one.day.day)
        day = QLocale().toString(date, QLocale.FormatType.ShortFormat)
        remove = QPushButton(self.tr("Remove"))
        remove.setAccessibleName(self.tr("Remove “{text}”").format(text=one.text))
        remove.clicked.connect(partial(self.forget_wanted.emit, one.phrase))
        self.buttons.append(remove)
        grid.addWidget(words, row, 0)
        grid.addWidget(_column(family_name(one.family)), row, 1)
        grid.addWidget(_column(day), row, 2)
        grid.addWidget(remove, row, 3)


def _column(text: str) -> QLabel:
    label = muted_label(text)
    label.setWordWrap(False)
    return label
