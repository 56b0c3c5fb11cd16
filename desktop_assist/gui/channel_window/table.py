"""A table to choose a row from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_assist.gui.look.placing import em
from desktop_assist.gui.statistics.rows import Cell, Row
from desktop_assist.gui.statistics.table import FigureTable

_MEASURED = 200
"""Rows whose words are measured."""


class ChoiceTable(FigureTable):
    """One row is always chosen where there is any."""

    chosen = Signal(int)
    """The row, or -1 where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(6 * self.fontMetrics().height())
        self.view.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.chosen.emit(now.row())
        )

    @property
    def row(self) -> int:
        """The chosen row, -1 where there is none."""
        return self.view.currentIndex().row() if self.currentWidget() is self.view else -1

    def show_texts(
        self,
        name: str,
        headers: Sequence[str],
        widths: Sequence[int],
        rows: Sequence[Sequence[str]],
        empty: str,
        figures: Sequence[int] = (),
    ) -> None:
        """As `show_rows`; the row of before stays chosen. `figures` are columns of numbers."""
        before = max(self.row, 0)
        made = [
            partial(Row, tuple(Cell(text, is_figure=at in figures) for at, text in enumerate(row)))
            for row in rows
        ]
        self.view.selectionModel().blockSignals(True)
        self.show_rows(name, headers, widths, made, empty)
        self._fit(headers, widths, rows)
        self.view.selectRow(min(before, len(rows) - 1))
        self.view.selectionModel().blockSignals(False)
        self.chosen.emit(self.row)

    def _fit(
        self, headers: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]
    ) -> None:
        """Give no column more room than its words need; `widths` are the most."""
        metrics = self.fontMetrics()
        around = 2 * metrics.height()
        for column, most in enumerate(widths):
            words = (headers[column], *(row[column] for row in rows[:_MEASURED]))
            needed = max(map(metrics.horizontalAdvance, words)) + around
            if most:
                self.view.horizontalHeader().resizeSection(column, min(needed, most * em(self)))
