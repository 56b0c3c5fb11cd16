"""What a finger or a mouse does with the selected reply: buttons, and a menu on its row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.palette.keys import Command

FINGER = 40
"""The least height of what is tapped on, in pixels at 100 %."""


class ActionBar(QWidget):
    """Paste, copy, and for several messages one by one: for those who do not type."""

    wanted = Signal(Command)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paste = self._button(Command.PASTE)
        self._each = self._button(Command.EACH)
        self._copy = self._button(Command.COPY)
        self._paste.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._paste, self._each, self._copy):
            row.addWidget(button, 1)
        self.show_for(1)
        self.retranslate()

    def _button(self, command: Command) -> QPushButton:
        button = QPushButton(self)
        button.setMinimumHeight(max(FINGER, self.fontMetrics().height() * 2))
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(command))
        return button

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._paste.setText(self.tr("Paste"))
        self._copy.setText(self.tr("Copy"))
        self._paste.setToolTip("Enter")
        self._copy.setToolTip("Ctrl+C")
        self._each.setToolTip("Ctrl+Enter")
        self._paste.setAccessibleDescription(self.tr("Pastes the reply into the chat window"))
        self._copy.setAccessibleDescription(self.tr("Puts the reply on the clipboard"))
        self._each.setAccessibleDescription(
            self.tr("Pastes the next message only; the others wait for their turn")
        )

    def show_for(self, messages: int, following: int = 1) -> None:
        """A reply of so many messages, of which the one numbered `following` goes next."""
        self._each.setVisible(messages > 1)
        self._each.setText(self.tr("Message {number}").format(number=following))


@dataclass(frozen=True, slots=True)
class _Item:
    command: Command
    text: str
    key: str


class RowMenu(QMenu):
    """What can be done with one reply, each with its key."""

    wanted = Signal(Command)
    place_wanted = Signal(object)
    """The category path to look in."""

    def open_for(self, entry: Entry, *, is_favourite: bool, where: QPoint) -> None:
        """Come up at a point of the screen."""
        self.clear()
        for item in self._items(entry, is_favourite=is_favourite):
            action = self.addAction(f"{item.text}\t{item.key}")
            action.triggered.connect(lambda _on, command=item.command: self.wanted.emit(command))
        place = entry.snippet.category
        if place:
            self.addSeparator()
            name = " / ".join(place).replace("&", "&&")
            action = self.addAction(self.tr("Only “{category}”").format(category=name))
            action.triggered.connect(lambda: self.place_wanted.emit(place))
        self.popup(where)

    def _items(self, entry: Entry, *, is_favourite: bool) -> list[_Item]:
        star = self.tr("Take the star away") if is_favourite else self.tr("Star")
        items = [
            _Item(Command.PASTE, self.tr("Paste"), "Enter"),
            _Item(Command.EACH, self.tr("Paste one by one"), "Ctrl+Enter"),
            _Item(Command.COPY, self.tr("Copy"), "Ctrl+C"),
            _Item(Command.EDIT, self.tr("Edit"), "Ctrl+E"),
            _Item(Command.STAR, star, "Ctrl+D"),
        ]
        several = len(entry.snippet.parts) > 1
        return [item for item in items if several or item.command is not Command.EACH]
