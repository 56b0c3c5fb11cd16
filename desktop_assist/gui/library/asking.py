"""Small windows that ask for one thing: a category, tags, which of several replies is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.replies.editing import category_of, tags_of
from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.library.cards import excerpt
from desktop_assist.gui.library.operations import Operations
from desktop_assist.gui.library.part_names import category_text
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label

_MOST_TWINS = 20


class AskCategory(QDialog):
    """Asks where to; a new category can be typed."""

    given = Signal(str)

    def __init__(
        self, parent: QWidget, count: int, categories: Sequence[tuple[str, ...]], current: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move to a category"))
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.addItems([category_text(path) for path in categories])
        self.box.setCurrentText(current)
        self.box.setAccessibleName(self.tr("Category"))
        completer = self.box.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        words = self.tr("Move {count} replies to:").format(count=count)
        hint = self.tr("Levels are parted by /; a new category is made by typing it.")
        _lay_out(self, QLabel(words), self.box, muted_label(hint))
        self.accepted.connect(lambda: self.given.emit(self.box.currentText()))
        line = self.box.lineEdit()
        if line is not None:
            line.selectAll()


class AskTags(QDialog):
    """Asks for the tags that all of the replies are to have in common."""

    given = Signal(str)

    def __init__(self, parent: QWidget, count: int, tags: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self.line = QLineEdit(", ".join(tags))
        self.line.setAccessibleName(self.tr("Tags"))
        words = self.tr("Tags that all {count} replies have:").format(count=count)
        hint = self.tr("Parted by commas. Tags that only some of them have stay as they are.")
        _lay_out(self, QLabel(words), self.line, muted_label(hint))
        self.accepted.connect(lambda: self.given.emit(self.line.text()))


class AskMerge(QDialog):
    """Asks which of several replies is kept."""

    given = Signal(str)
    """The key of the reply that is kept."""

    def __init__(self, parent: QWidget, entries: Sequence[Entry], uses: Sequence[int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge replies"))
        self.entries = entries[:_MOST_TWINS]
        self.choices = QButtonGroup(self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for number, (entry, used) in enumerate(zip(self.entries, uses, strict=False)):
            column.addWidget(self._card(number, entry, used))
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        hint = self.tr(
            "Its tags, search terms and wordings are joined by those of the others. Yours go into"
            " the bin, the team’s are hidden; one press takes it all back."
        )
        _lay_out(
            self, QLabel(self.tr("Which one is kept?")), area, muted_label(hint), self.tr("Merge")
        )
        self.resize(34 * em(self), min(12 + 6 * len(self.entries), 34) * em(self))
        best = max(range(len(self.entries)), key=lambda at: uses[at], default=0)
        self.choices.button(best).setChecked(True)
        self.accepted.connect(lambda: self.given.emit(self.entries[self.choices.checkedId()].key))

    def _card(self, number: int, entry: Entry, used: int) -> QWidget:
        snippet = entry.snippet
        button = QRadioButton(snippet.title.replace("&", "&&"))
        self.choices.addButton(button, number)
        place = entry.pack_title or self.tr("Mine")
        times = self.tr("used {count} times").format(count=used)
        facts = "  ·  ".join((category_text(snippet.category), place, times))
        text = QLabel("\n\n".join(snippet.parts)[:600])
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        button.setAccessibleDescription(f"{facts}. {excerpt(snippet)}")
        card = QFrame()
        column = QVBoxLayout(card)
        for part in (button, muted_label(facts), text):
            column.addWidget(part)
        return card


class Asking(QObject):
    """Asks in the name of `window`, and has `operations` carry the answer out."""

    failed = Signal(object)
    """An `AssistError`: nothing has changed."""

    def __init__(self, window: QWidget, operations: Operations) -> None:
        super().__init__(window)
        self._window = window
        self._operations = operations

    def category(self, entries: Sequence[Entry], categories: Sequence[tuple[str, ...]]) -> None:
        """Ask where to move `entries`."""
        current = category_text(entries[0].snippet.category)
        ask = AskCategory(self._window, len(entries), categories, current)
        keys = [one.key for one in entries]
        ask.given.connect(lambda text: self._move(keys, text))
        ask.open()

    def tags(self, entries: Sequence[Entry]) -> None:
        """Ask for the tags that `entries` are to have in common."""
        first, *others = (one.snippet.tags for one in entries)
        common = [tag for tag in first if all(tag in tags for tags in others)]
        ask = AskTags(self._window, len(entries), common)
        keys = [one.key for one in entries]
        ask.given.connect(lambda text: self._tag(keys, common, tags_of(text)))
        ask.open()

    def merge(self, entries: Sequence[Entry], uses: Sequence[int]) -> None:
        """Ask which of `entries` is kept."""
        ask = AskMerge(self._window, entries, uses)
        keys = [one.key for one in ask.entries]
        ask.given.connect(
            lambda kept: self._operations.merge(kept, [key for key in keys if key != kept])
        )
        ask.open()

    def _move(self, keys: Sequence[str], typed: str) -> None:
        try:
            category = category_of(typed)
        except AssistError as error:
            self.failed.emit(error)
        else:
            self._operations.move(keys, category)

    def _tag(self, keys: Sequence[str], before: Sequence[str], after: Sequence[str]) -> None:
        add = [tag for tag in after if tag not in before]
        remove = [tag for tag in before if tag not in after]
        if add or remove:
            self._operations.tag(keys, add, remove)


def _lay_out(dialog: QDialog, words: QLabel, part: QWidget, hint: QLabel, accept: str = "") -> None:
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
    if accept:
        buttons.button(standard.Ok).setText(accept)
    for button in buttons.buttons():
        button.setIcon(QIcon())  # some desktops put a sign of their own on them
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    words.setWordWrap(True)
    column = QVBoxLayout(dialog)
    column.addWidget(words)
    column.addWidget(part, 1)
    column.addWidget(hint)
    column.addWidget(buttons)
    dialog.setMinimumWidth(24 * em(dialog))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
