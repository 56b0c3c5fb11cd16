"""A table of figures: rows to look through, or a sentence where there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.gui.statistics.rows import KEY, AnyIndex, CellDelegate, Rows, RowsModel


class FigureTable(QStackedWidget):
    """Chooses whole rows; Enter or a double click opens the reply behind one."""

    opened = Signal(str)
    """The key of an entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel()
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CellDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.8))
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.activated.connect(self._open)
        self.empty = muted_label("")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.view)
        self.addWidget(self.empty)

    def show_rows(
        self, name: str, headers: Sequence[str], widths: Sequence[int], rows: Rows, empty: str
    ) -> None:
        """Show `rows`, or the sentence `empty`.

        `widths` are in sizes of letters (see `placing.em`); columns with 0 share the rest.
        """
        self.view.setAccessibleName(name)
        self.empty.setText(empty)
        self.model.show_rows(headers, rows)
        header = self.view.horizontalHeader()
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                header.resizeSection(column, width * em(self))
        self.setCurrentWidget(self.view if rows else self.empty)

    def _open(self, index: AnyIndex) -> None:
        key = index.data(KEY)
        if key:
            self.opened.emit(key)
