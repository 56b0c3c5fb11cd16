"""The left half of the palette: the replies found, or a sentence that there are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QScroller,
    QStackedWidget,
    QWidget,
)

from desktop_assist.gui.palette.drawing import RowDelegate
from desktop_assist.gui.palette.model import AnyIndex, PaletteModel, Row


class Results(QStackedWidget):
    """Shows rows with one of them selected. Takes no keyboard focus: the search box keeps it."""

    moved = Signal()
    """Another row is selected."""
    clicked = Signal()
    """A row was clicked on: it is the selected one by choice."""
    activated = Signal()
    """The selected row was double-clicked."""
    menu_wanted = Signal(QPoint)
    """A menu is asked for about the selected row, at that point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PaletteModel(self)
        self._list = RowsView(self._model, self)
        self._nothing = quiet_label(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self._list)
        self.addWidget(self._nothing)
        self._list.selectionModel().currentChanged.connect(self._moved)
        self._list.clicked.connect(lambda _index: self.clicked.emit())
        self._list.doubleClicked.connect(lambda _index: self.activated.emit())
        self._list.customContextMenuRequested.connect(self._ask_for_menu)

    def name(self, name: str, description: str) -> None:
        """Name the list for those who hear it."""
        self._list.setAccessibleName(name)
        self._list.setAccessibleDescription(description)

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
        if index != self._list.currentIndex():
            self._list.setCurrentIndex(index)
        if not self._list.viewport().rect().contains(self._list.visualRect(index)):
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

    @property
    def below_current(self) -> QPoint:
        """The point of the screen under the selected row, where a menu may open."""
        rect = self._list.visualRect(self._list.currentIndex())
        return self._list.viewport().mapToGlobal(rect.bottomLeft())

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit()

    def _ask_for_menu(self, where: QPoint) -> None:
        index = self._list.indexAt(where)
        if index.isValid():
            self.select(index.row())
            self.clicked.emit()
            self.menu_wanted.emit(self._list.viewport().mapToGlobal(where))


class RowsView(QListView):
    """Repaints just the rows that the model tells of, where their height stays as it was."""

    def __init__(self, model: PaletteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def dataChanged(self, first: AnyIndex, last: AnyIndex, roles: Sequence[int] = ()) -> None:
        """A list lays out everything anew for any change; here only a new height is a reason."""
        if Qt.ItemDataRole.SizeHintRole in roles:
            super().dataChanged(first, last, list(roles))
        else:
            QAbstractItemView.dataChanged(self, first, last, list(roles))


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
