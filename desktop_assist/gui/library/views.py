"""The tree on the left and the cards in the middle, as people handle them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStackedWidget,
    QTreeView,
    QWidget,
)

from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.library.cards import CardsModel, Found
from desktop_assist.gui.library.drawing import CardDelegate, LineDelegate
from desktop_assist.gui.library.places import EVERYWHERE, Holdings, Place
from desktop_assist.gui.library.tree_model import PlacesModel
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.palette.results import quiet_label


class PlacesTree(QTreeView):
    """The places; one is always chosen."""

    chosen = Signal(object)
    """Another `Place` was chosen."""
    dropped = Signal(object, object)
    """Replies (their keys) were dropped on a `Place`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = PlacesModel(self)
        self.setModel(self.places)
        self.setItemDelegate(LineDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(em(self))
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDragDropOverwriteMode(True)  # a drop is always on a line, never between two
        self.setAutoExpandDelay(600)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self._draw_no_ground()
        self.setAccessibleName(self.tr("Categories"))
        self.places.dropped.connect(self.dropped)
        self.selectionModel().currentChanged.connect(self._moved)

    def _draw_no_ground(self) -> None:
        """The delegate marks the chosen line; Qt would mark the room of its arrow as well."""
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(colours)

    @property
    def place(self) -> Place:
        """The chosen place."""
        index = self.currentIndex()
        return self.places.line(index).place if index.isValid() else EVERYWHERE

    def show_places(self, holdings: Holdings) -> None:
        """Show these, with the same place chosen and the same ones open; no signal comes of it."""
        chosen, opened = self.place, self._opened()
        model = self.selectionModel()
        model.blockSignals(True)
        self.places.show(holdings)
        for place in opened:
            self.expand(self.places.index_of(place))
        self._set(chosen)
        model.blockSignals(False)

    def choose(self, place: Place) -> None:
        """Choose `place`, with all above it open."""
        self._set(place)

    def _set(self, place: Place) -> None:
        """An emptied category is gone: what lies above it is chosen then."""
        index = self.places.index_of(place)
        if not index.isValid() and len(place.path) > 1:
            self._set(Place("category", place.path[:-1]))
            return
        self.setCurrentIndex(index if index.isValid() else self.places.index_of(EVERYWHERE))

    def _opened(self) -> list[Place]:
        index_of = self.places.index_of
        return [one for one in self.places.places if self.isExpanded(index_of(one))]

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.places.line(current).place)


class CardList(QStackedWidget):
    """The cards, or a sentence that there are none and what to do."""

    moved = Signal()
    """Something else is selected."""
    activated = Signal()
    """Enter was pressed on the selected card, or it was double-clicked."""
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardsModel(self)
        self.view = _CardsView(self.cards, self)
        self._nothing = quiet_label(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.view)
        self.addWidget(self._nothing)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.view.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self.view.activated.connect(lambda _index: self.activated.emit())
        self.view.customContextMenuRequested.connect(self._ask_for_menu)

    @property
    def nothing(self) -> str:
        """The sentence that stands there instead of cards."""
        return self._nothing.text() if self.currentWidget() is self._nothing else ""

    def show_found(self, found: Sequence[Found], holdings: Holdings, nothing: str) -> None:
        """Show `found` with the same ones selected, else the first; without any, `nothing`."""
        before = self.view.selectionModel()
        kept, row = self.keys, self.view.currentIndex().row()
        before.blockSignals(True)
        self.cards.show(found, holdings)
        self._select(kept, row)
        before.blockSignals(False)
        self._nothing.setText(nothing)
        self.setCurrentWidget(self.view if found else self._nothing)
        self.moved.emit()

    @property
    def current(self) -> Found | None:
        """The card with the keyboard."""
        at = self.view.currentIndex().row()
        return self.cards.found[at] if 0 <= at < len(self.cards.found) else None

    @property
    def selected(self) -> list[Entry]:
        """The selected replies, from above to below."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.cards.found[row].entry for row in rows if row < len(self.cards.found)]

    @property
    def keys(self) -> list[str]:
        return [entry.key for entry in self.selected]

    def select(self, key: str) -> bool:
        """Select the card of that key alone; whether there is one."""
        row = self.cards.row_of(key)
        if row >= 0:
            self.view.setCurrentIndex(self.cards.index(row))
        return row >= 0

    def step(self, by: int) -> None:
        """Select the card so many further down."""
        last = len(self.cards.found) - 1
        if last >= 0:
            row = min(max(self.view.currentIndex().row() + by, 0), last)
            self.view.setCurrentIndex(self.cards.index(row))

    def _select(self, keys: Sequence[str], row: int) -> None:
        """Select `keys`; where none is left, the card that took the place of the first."""
        wanted = set(keys)
        rows = [at for at, one in enumerate(self.cards.found) if one.entry.key in wanted]
        if not rows and self.cards.found:
            rows = [min(max(row, 0), len(self.cards.found) - 1)]
        model = self.view.selectionModel()
        if rows:
            self.view.setCurrentIndex(self.cards.index(rows[0]))
        for at in rows[1:]:
            model.select(self.cards.index(at), model.SelectionFlag.Select)

    def _ask_for_menu(self, where: QPoint) -> None:
        if self.view.indexAt(where).isValid():
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(where))


class _CardsView(QListView):
    def __init__(self, model: CardsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Replies"))
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
