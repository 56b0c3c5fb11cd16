"""The search box of the palette: what is typed is the query, and some keys are commands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_assist.gui.composing import CompositionGuard
from desktop_assist.gui.palette.keys import Command, command_of, slot_of


class SearchBox(QLineEdit):
    """Keeps the keyboard while the agent searches; composing, it hears no command."""

    wanted = Signal(Command)
    slot_wanted = Signal(int)
    """The number of a row, from 1."""
    emptied = Signal()
    """Backspace was pressed where nothing is left to take away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.installEventFilter(self)
        # The filter that was installed last is asked first: a composition's Enter ends there.
        self._guard = CompositionGuard(self)

    def start(self, query: str) -> None:
        """Begin with `query`, which typing replaces."""
        self._guard.forget()
        self.setText(query)
        self.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = watched is self and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and not self._guard.composing:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Tell what the key means; False leaves it to the text."""
        slot = slot_of(event)
        if slot:
            self.slot_wanted.emit(slot)
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        command = command_of(event, box_has_selection=self.hasSelectedText())
        if command is not None:
            self.wanted.emit(command)
        return command is not None
