"""A chat to practise in: a customer asks, and the palette's reply lands in its input box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_assist.gui.look.placing import em


class PracticeChat(QFrame):
    """Tells when something stands in its input box. It sends nothing, and no one reads it."""

    palette_wanted = Signal()
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._customer = QLabel()
        self._asked = QLabel()
        self._asked.setProperty("role", "bubble")
        self._asked.setWordWrap(True)
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(5 * em(self))
        self.box.textChanged.connect(self._changed)
        self._open = QPushButton()
        self._open.clicked.connect(self._ask_for_palette)
        column = QVBoxLayout(self)
        for part in (self._customer, self._asked, self.box):
            column.addWidget(part)
        column.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of now."""
        self._customer.setText(self.tr("A customer"))
        self._asked.setText(self.tr("Hello, I just left you a review!"))
        self.box.setPlaceholderText(self.tr("Your answer appears here; nothing is sent"))
        self.box.setAccessibleName(self.tr("Input box of the practice chat"))
        self._open.setText(self.tr("Open the palette"))

    def _ask_for_palette(self) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.palette_wanted.emit()

    def _changed(self) -> None:
        if self.box.toPlainText().strip():
            self.answered.emit()
