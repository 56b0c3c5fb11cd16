"""Where the learner writes: several lines for a customer, one for a code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_assist.gui.look.placing import em


class AnswerBox(QPlainTextEdit):
    """Tab leaves it. With `one_line` Enter finishes; otherwise it begins a new line."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one_line = False
        self.setTabChangesFocus(True)
        self.setFixedHeight(5 * em(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (self.one_line and enter) or self.isReadOnly():
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.finished.emit()
