"""The left side of the editor: own replies, or the bin, with a filter above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.settings.rows import muted_label

_ID = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_UNSAVED = "● "


class SnippetList(QWidget):
    """Tells what was chosen by snippet id."""

    chosen = Signal(str)
    draft_chosen = Signal(str)
    """A draft of a reply that was never saved."""
    restore_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._mine: Sequence[Snippet] = ()
        self._bin: Sequence[Snippet] = ()
        self._drafts: Mapping[str, Mapping[str, str]] = {}
        self.tabs = QTabBar()
        self.tabs.addTab(self.tr("Mine"))
        self.tabs.addTab(self.tr("Bin"))
        self.tabs.setExpanding(True)
        self.tabs.setDrawBase(False)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.items = QListWidget()
        self.items.setAccessibleName(self.tr("Replies"))
        self.nothing = muted_label("")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.restore = QPushButton(self.tr("Restore"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.tabs, self.filter, self.items, self.restore):
            layout.addWidget(part)
        layout.insertWidget(2, self.nothing, 1)
        self.tabs.currentChanged.connect(self._fill)
        self.filter.textChanged.connect(self._hide_others)
        self.items.currentItemChanged.connect(self._choose)
        self.restore.clicked.connect(self._restore)
        self._fill()

    def show_snippets(
        self,
        mine: Sequence[Snippet],
        bin_: Sequence[Snippet],
        drafts: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Show these; no signal comes of it."""
        self._mine, self._bin, self._drafts = mine, bin_, dict(drafts)
        self._fill()

    def show_drafts(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        """Mark what is not saved yet."""
        self.show_snippets(self._mine, self._bin, drafts)

    def show_bin(self, on: bool) -> None:
        self.tabs.setCurrentIndex(1 if on else 0)

    def holds(self, snippet_id: str) -> bool:
        """Whether this is a saved own reply."""
        return any(snippet.id == snippet_id for snippet in self._mine)

    def select(self, snippet_id: str) -> None:
        """Mark a reply as the open one; no signal comes of it."""
        self.items.blockSignals(True)
        for row in range(self.items.count()):
            if self.items.item(row).data(_ID) == snippet_id:
                self.items.setCurrentRow(row)
        self.items.blockSignals(False)

    def _in_bin(self) -> bool:
        return self.tabs.currentIndex() == 1

    def _fill(self) -> None:
        current = self.items.currentItem()
        chosen = "" if current is None else current.data(_ID)
        self.items.blockSignals(True)
        self.items.clear()
        for snippet in self._bin if self._in_bin() else self._mine:
            self._add(snippet.id, snippet.title, _words(snippet))
        if not self._in_bin():
            self._add_new_drafts()
        self.items.blockSignals(False)
        self.restore.setVisible(self._in_bin() and self.items.count() > 0)
        self._say_nothing()
        self.select(chosen)
        self._hide_others()

    def _say_nothing(self) -> None:
        """Where nothing is listed, say what to do."""
        empty_bin = self.tr("The bin is empty. Deleted replies stay here until they are restored.")
        none_yet = self.tr("You have not written a reply yet. “New” begins one.")
        self.nothing.setText(empty_bin if self._in_bin() else none_yet)
        self.nothing.setVisible(self.items.count() == 0)
        self.items.setVisible(self.items.count() > 0)

    def _add_new_drafts(self) -> None:
        for snippet_id, texts in self._drafts.items():
            if not self.holds(snippet_id):
                title = texts.get("title") or self.tr("Untitled")
                self._add(snippet_id, title, " ".join(texts.values()))

    def _add(self, snippet_id: str, title: str, words: str) -> None:
        unsaved = snippet_id in self._drafts and not self._in_bin()
        item = QListWidgetItem(f"{_UNSAVED}{title}" if unsaved else title, self.items)
        item.setSizeHint(QSize(0, round(1.8 * self.fontMetrics().height())))
        item.setData(_ID, snippet_id)
        item.setData(_WORDS, words.casefold())
        if unsaved:
            item.setToolTip(self.tr("Not saved yet"))

    def _hide_others(self) -> None:
        wanted = self.filter.text().casefold().split()
        for row in range(self.items.count()):
            item = self.items.item(row)
            item.setHidden(not all(word in item.data(_WORDS) for word in wanted))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None or self._in_bin():
            return
        snippet_id = item.data(_ID)
        (self.chosen if self.holds(snippet_id) else self.draft_chosen).emit(snippet_id)

    def _restore(self) -> None:
        item = self.items.currentItem()
        if item is not None:
            self.restore_wanted.emit(item.data(_ID))


def _words(snippet: Snippet) -> str:
    parts = (snippet.title, *snippet.category, snippet.code, *snippet.parts, *snippet.search_terms)
    return " ".join(parts)
