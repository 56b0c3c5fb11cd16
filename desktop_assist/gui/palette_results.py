"""The left half of the palette: the replies found, or a sentence that there are none."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListView, QStackedWidget, QWidget

from desktop_assist.gui.palette_model import PaletteModel, Row, RowDelegate


class Results(QStackedWidget):
    """Shows rows with one of them selected. Takes no keyboard focus: the search box keeps it."""

    moved = Signal()
    """Another row is selected."""
    activated = Signal()
    """The selected row was double-clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PaletteModel(self)
        self._list = _list_view(self, self._model)
        self._nothing = quiet_label(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self._list)
        self.addWidget(self._nothing)
        self._list.selectionModel().currentChanged.connect(self._moved)
        self._list.doubleClicked.connect(lambda _index: self.activated.emit())

    def name(self, name: str) -> None:
        """Name the list for those who hear it."""
        self._list.setAccessibleName(name)

    def show_rows(self, rows: Iterable[Row], keep: str, nothing: str) -> None:
        """Show `rows` with the entry `keep` selected, else the first; without any, `nothing`."""
        self._model.show(rows)
        if self._model.rows:
            self.setCurrentWidget(self._list)
            self.select(max(self._model.row_of(keep), 0))
        else:
            self._nothing.setText(nothing)
            self.setCurrentWidget(self._nothing)

    @property
    def found(self) -> int:
        return len(self._model.rows)

    @property
    def current(self) -> Row | None:
        """The selected row."""
        at = self._list.currentIndex().row()
        return self._model.rows[at] if 0 <= at < self.found else None

    def select(self, row: int) -> None:
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def step(self, by: int) -> None:
        """Select the row `by` further down, or the last that there is on the way."""
        if self.found:
            self.select(min(max(self._list.currentIndex().row() + by, 0), self.found - 1))

    @property
    def page(self) -> int:
        """How many rows are seen at once, less one that stays in sight."""
        height = max(self._list.visualRect(self._list.currentIndex()).height(), 1)
        return max(self._list.viewport().height() // height - 1, 1)

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit()


def quiet_label(parent: QWidget) -> QLabel:
    """A sentence in muted letters that takes as many lines as it needs."""
    label = wrapped_label(parent)
    label.setProperty("role", "muted")
    return label


def wrapped_label(parent: QWidget) -> QLabel:
    """A sentence that takes as many lines as it needs, and not more room."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumSize(1, 1)  # else Qt keeps room for the lines of a narrow window
    return label


def _list_view(parent: QWidget, model: PaletteModel) -> QListView:
    view = QListView(parent)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.viewport().setAutoFillBackground(False)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    return view
