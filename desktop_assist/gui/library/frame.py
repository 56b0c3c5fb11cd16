"""How the library window is put together from its parts, and what is written on them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.gui.library.commands import BUTTONS, Command, name_actions
from desktop_assist.gui.library.detail import Detail
from desktop_assist.gui.library.filter_bar import FilterBar
from desktop_assist.gui.library.ports import LibraryPorts
from desktop_assist.gui.library.views import CardList, PlacesTree
from desktop_assist.gui.look.placing import em, open_size
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.gui.undo_line import UndoLine


class LibraryFrame(QWidget):
    """The parts of the window in their places. What they do stands in `window`."""

    def __init__(self, ports: LibraryPorts) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.filters = FilterBar()
        self.tree = PlacesTree()
        self.cards = CardList()
        self.detail = Detail(ports)
        self.undo_line = UndoLine(self, key="Ctrl+Z")
        self.new_button = QPushButton()
        self.more_button = QPushButton()
        self.buttons = {command: QPushButton() for command in BUTTONS}
        self._count = muted_label("")
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.hide()
        self._lay_out()

    @property
    def told(self) -> str:
        """The sentence about what went wrong or well; empty where there is none."""
        return self._told.text()

    @property
    def count_text(self) -> str:
        """How many replies are listed."""
        return self._count.text()

    def show_count(self, told: str) -> None:
        self._count.setText(told)

    def say(self, sentence: str, role: str = "problem") -> None:
        """Say a sentence beneath everything; an empty one takes the last away."""
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def name(self, actions: Mapping[Command, QAction]) -> None:
        """Say everything in the language of now; the buttons do what `actions` do."""
        name_actions(actions)
        self.setWindowTitle(self.tr("Library"))
        self.search.setPlaceholderText(self.tr("Search titles, texts, pinyin, codes  (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.new_button.setText(self.tr("New"))
        self.new_button.setToolTip(actions[Command.NEW].toolTip())
        self.more_button.setText(self.tr("Actions") + " ▾")
        self.more_button.setToolTip(
            self.tr("All that can be done with what is selected; F6 goes from part to part")
        )
        for command, button in self.buttons.items():
            button.setText(actions[command].text())
            button.setToolTip(actions[command].toolTip())

    def allow(self, actions: Mapping[Command, QAction], *, are_gone: bool) -> None:
        """Show the buttons that make sense: for what lies in the bin there is one."""
        for command, button in self.buttons.items():
            button.setEnabled(actions[command].isEnabled())
            button.setVisible((command is Command.RESTORE) == are_gone)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.tree, self._middle(), self._right()):
            self.splitter.addWidget(part)
        for at, stretch in enumerate((0, 2, 3)):
            self.splitter.setStretchFactor(at, stretch)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addLayout(self._top())
        column.addWidget(self.filters)
        column.addWidget(self.splitter, 1)
        column.addWidget(self._told)
        column.addWidget(self.undo_line)
        unit = em(self)
        self.splitter.setSizes([12 * unit, 22 * unit, 26 * unit])
        self.resize(open_size(self, 62, 40))

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.new_button)
        row.addWidget(self.more_button)
        return row

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._count)
        column.addWidget(self.cards, 1)
        return middle

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        for command, button in self.buttons.items():
            if command is Command.DELETE:
                row.addStretch()
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.detail, 1)
        return right
