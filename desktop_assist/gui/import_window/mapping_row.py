"""What each column of a table is, to be corrected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from desktop_assist.gui.import_window.wording import role_name
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import QuietComboBox, muted_label
from desktop_assist.packs.exchange.columns import ROLES, SEVERAL, Columns, Role

_MOST = 40
"""Columns that are offered; more are never replies."""


class MappingRow(QScrollArea):
    """A box for each column, its name above it. Hidden where there are no columns."""

    changed = Signal(object)
    """The roles, a tuple as long as the table is wide."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QComboBox] = []
        self._columns: Columns | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.hide()

    def show_columns(self, columns: Columns | None) -> None:
        """Show these; None: there are none."""
        if columns is not None and columns.roles and self._is_shown(columns):
            return  # a box that is just used must not vanish under the mouse
        self._columns = columns
        self.boxes = []
        self.setVisible(columns is not None)
        if columns is not None:
            self._build(columns)

    def _is_shown(self, columns: Columns) -> bool:
        shown = self._columns
        return shown is not None and shown.header == columns.header and self.roles == columns.roles

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the boxes say now."""
        return tuple(box.currentData() for box in self.boxes)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._columns is not None:
            self._build(self._columns)
        super().changeEvent(event)

    def _build(self, columns: Columns) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self) // 2)
        grid.setVerticalSpacing(2)
        self.boxes = []
        for column, role in enumerate(columns.roles[:_MOST]):
            name = columns.header[column] if column < len(columns.header) else ""
            shown = name or self.tr("Column {number}").format(number=column + 1)
            label = self._label(shown)
            box = _box(role)
            box.setAccessibleName(shown)
            box.currentIndexChanged.connect(lambda _at, changed=box: self._chose(changed))
            label.setBuddy(box)
            grid.addWidget(label, 0, column)
            grid.addWidget(box, 1, column)
            self.boxes.append(box)
        grid.setColumnStretch(len(self.boxes), 1)
        self.setWidget(inside)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(inside.sizeHint().height() + bar)

    def _label(self, name: str) -> QLabel:
        label = muted_label("")
        label.setWordWrap(False)
        width = 8 * em(self)
        label.setText(label.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width))
        label.setToolTip(name)
        return label

    def _chose(self, changed: QComboBox) -> None:
        """A role that only one column can have goes from the other one."""
        role = changed.currentData()
        for box in self.boxes:
            if box is not changed and role not in SEVERAL and box.currentData() == role:
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
        self.changed.emit(self.roles)


def _box(role: Role) -> QComboBox:
    box = QuietComboBox()
    for one in ROLES:
        box.addItem(role_name(one), one)
    box.setCurrentIndex(ROLES.index(role))
    box.setMaxVisibleItems(len(ROLES))
    return box
