"""A table of settings with buttons to add and remove rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)


class SettingsTable(QWidget):
    """As high as its rows; there is no empty frame where there are none."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.table = QTableWidget(0, columns)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._add = QPushButton(self.tr("Add"))
        self._remove = QPushButton(self.tr("Remove"))
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.table)
        self.column.addLayout(buttons)
        self._add.clicked.connect(self.add)
        self._remove.clicked.connect(self.remove)
        self.fit()

    def name(self, name: str, headings: Sequence[str]) -> None:
        """Name the table, for those who cannot see it, and its columns."""
        self.table.setAccessibleName(name)
        self.table.setHorizontalHeaderLabels(list(headings))

    def add(self) -> None:
        """Begin a new row."""

    def remove(self) -> None:
        """Take a row away."""

    @property
    def row_count(self) -> int:
        return self.table.rowCount()

    def fit(self) -> None:
        """Take the room that the rows of now need."""
        self.table.setVisible(self.row_count > 0)
        self._remove.setEnabled(self.row_count > 0)
        height = self.table.verticalHeader().defaultSectionSize() * self.row_count
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(height + header + 2 * self.table.frameWidth())
