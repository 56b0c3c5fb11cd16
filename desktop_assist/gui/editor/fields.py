"""The table in which the fields of a reply are declared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.replies.editing import split_choices
from desktop_assist.core.replies.snippet import Field, FieldKind
from desktop_assist.gui.settings.rows import choice_box

_KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
_MOST_ROWS = 6
"""The rows that are shown at once."""
_NAME, _KIND, _LABEL, _CHOICES, _DEFAULT = range(5)


class FieldsTable(QWidget):
    """One row a field; `fields()` is what the rows say now, well-formed or not."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("Kind"),
                self.tr("Label"),
                self.tr("Choices"),
                self.tr("Default"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("Fields"))
        self.table.cellChanged.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())

    def set_fields(self, fields: Iterable[Field]) -> None:
        """Show `fields`; no signal comes of it."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for field in fields:
            self._add_row(field)
        self.table.blockSignals(False)
        self._fit()

    def fields(self) -> tuple[Field, ...]:
        """The rows; one without any text is left out."""
        rows = (self._field(row) for row in range(self.table.rowCount()))
        return tuple(field for field in rows if field != Field(name="", kind=field.kind))

    def add(self) -> None:
        """A new row, ready for typing its name."""
        self._add_row(Field(name=""))
        self._fit()
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, _NAME)
        self.table.edit(self.table.model().index(row, _NAME))

    def remove(self) -> None:
        """Take the current row away."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self._fit()
            self.edited.emit()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, act in ((self.tr("Add field"), self.add), (self.tr("Remove"), self.remove)):
            button = QPushButton(words)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch()
        return row

    def _add_row(self, field: Field) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        texts = {
            _NAME: field.name,
            _LABEL: field.label,
            _CHOICES: ", ".join(field.choices),
            _DEFAULT: field.default,
        }
        for column, text in texts.items():
            self.table.setItem(row, column, QTableWidgetItem(text))
        box = choice_box(_KINDS, field.kind, lambda _kind: self.edited.emit())
        box.setAccessibleName(self.tr("Kind"))
        self.table.setCellWidget(row, _KIND, box)

    def _fit(self) -> None:
        """As high as the fields need, up to six of them; nothing where there are none."""
        rows = self.table.rowCount()
        self.table.setVisible(rows > 0)
        height = self.table.verticalHeader().defaultSectionSize() * min(rows, _MOST_ROWS)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(height + header + 2 * self.table.frameWidth())

    def _field(self, row: int) -> Field:
        name, label, choices, default = (
            self._text(row, column) for column in (_NAME, _LABEL, _CHOICES, _DEFAULT)
        )
        return Field(
            name=name,
            kind=self._kind(row, _KINDS),
            label=label,
            choices=split_choices(choices),
            default=default,
        )

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    def _kind(self, row: int, kinds: Sequence[FieldKind]) -> FieldKind:
        box = self.table.cellWidget(row, _KIND)
        chosen = box.currentData() if isinstance(box, QComboBox) else None
        return next((kind for kind in kinds if kind == chosen), "text")
