"""The panel's list: categories that open and close, or the replies that were found."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScroller,
    QStackedWidget,
    QToolTip,
    QTreeView,
    QWidget,
)

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.panel.drawing import DockDelegate
from desktop_assist.gui.panel.model import DockModel
from desktop_assist.gui.panel.tree import Branch, Leaf, More


class DockList(QStackedWidget):
    """Takes no keyboard focus: keys come from the search box, clicks from the mouse or a finger."""

    picked = Signal(object)
    """The `Entry` that was clicked."""

    def __init__(self, preview: Callable[[Entry], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: set[tuple[str, ...]] = set()
        self._model = DockModel(preview, self)
        self._tree = _Tree(self)
        self._tree.setModel(self._model)
        self._nothing = _quiet_label(self)
        self.addWidget(self._tree)
        self.addWidget(self._nothing)
        self._tree.clicked.connect(self._clicked)
        self._tree.expanded.connect(self._opened)
        self._tree.collapsed.connect(self._closed)

    def name(self, name: str) -> None:
        """Name the list for those who hear it."""
        self._tree.setAccessibleName(name)

    # -- what is shown

    def hold(self, entries: Iterable[Entry]) -> None:
        """Take `entries` for `show_categories`; to sort 100,000 takes 0.1 s."""
        self._model.hold(entries)

    def show_categories(self, nothing: str) -> None:
        """Show what is held by category, those open that were; without any, `nothing`."""
        self._model.show_categories()
        for path in sorted(self._open):
            place = self._model.branch_index(path)
            if place.isValid():
                self._tree.expand(place)
        self._show(nothing)

    def show_found(
        self, hits: Iterable[Hit], entry: Callable[[str], Entry | None], nothing: str
    ) -> None:
        """Show the replies of `hits`, the first one selected; without any, `nothing`."""
        self._model.show_found(hits, entry)
        self._tree.scrollToTop()
        self.select(self._model.index(0, 0))
        self._show(nothing)

    def _show(self, nothing: str) -> None:
        self._nothing.setText(nothing)
        self.setCurrentWidget(self._tree if self._model.replies else self._nothing)

    # -- what is selected

    @property
    def current(self) -> Entry | None:
        """The selected reply."""
        node = self._model.node(self._tree.currentIndex())
        return node.entry if isinstance(node, Leaf) else None

    def select(self, index: QModelIndex) -> None:
        self._tree.setCurrentIndex(index)

    def select_nothing(self) -> None:
        self._tree.setCurrentIndex(QModelIndex())
        self._tree.clearSelection()

    def step(self, by: int) -> None:
        """Select the row below, or the one above for a negative step."""
        here = self._tree.currentIndex()
        if not here.isValid():
            there = self._model.index(0, 0)
        else:
            there = self._tree.indexBelow(here) if by > 0 else self._tree.indexAbove(here)
        if there.isValid():
            self.select(there)

    @property
    def is_branch_selected(self) -> bool:
        """Whether a category is selected."""
        return isinstance(self._model.node(self._tree.currentIndex()), Branch)

    def unfold(self, *, is_open: bool) -> None:
        """Open or close the selected category."""
        self._tree.setExpanded(self._tree.currentIndex(), is_open)

    def take(self) -> None:
        """Do with what is selected what a click does."""
        self._do(self._tree.currentIndex())

    # -- clicks

    def _clicked(self, index: QModelIndex) -> None:
        self._do(index)
        self.select_nothing()

    def _do(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if isinstance(node, Branch):
            self._tree.setExpanded(index, not self._tree.isExpanded(index))
        elif isinstance(node, More):
            self._model.list_more(index)
        elif isinstance(node, Leaf):
            self.picked.emit(node.entry)

    def _opened(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if isinstance(node, Branch):
            self._open.add(node.path)

    def _closed(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if isinstance(node, Branch):
            self._open.discard(node.path)


class _Tree(QTreeView):
    """A tree without a frame, whose delegate draws arrows and depth."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(DockDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the text of the reply under the mouse, with its lines and never as markup."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = index.data(Qt.ItemDataRole.ToolTipRole)
            shown = f'<p style="white-space: pre-wrap">{html.escape(text)}</p>' if text else ""
            QToolTip.showText(event.globalPos(), shown, self, self.visualRect(index))
            return True
        return super().viewportEvent(event)


def _quiet_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMinimumSize(1, 1)  # else Qt keeps room for the lines of a narrow window
    return label
