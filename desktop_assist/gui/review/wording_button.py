"""A wording to choose: a button whose text goes on in the next line where it is long."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class WordingButton(QPushButton):
    """Says its number and its wording, whole; it takes no keyboard."""

    def __init__(self, number: int, wording: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "wording")
        self.setAccessibleName(f"{number} {wording}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        room = self.fontMetrics().height()
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(room * 2 // 3, room // 4, room * 2 // 3, room // 4)
        line.setSpacing(room * 2 // 3)
        line.addWidget(self._label(str(number)), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._label(wording), 1)

    def sizeHint(self) -> QSize:
        return self._line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._line.minimumSize()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(not text.isdigit())
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label
