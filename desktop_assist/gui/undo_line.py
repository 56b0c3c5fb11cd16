"""A line that tells what has just been done, and takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class UndoLine(QWidget):
    """Hidden until there is something to take back."""

    def __init__(self, parent: QWidget, *, key: str = "") -> None:
        """`key` is shown on the button; the window that shows the line must hear it."""
        super().__init__(parent)
        self._key = key
        self._undo: Callable[[], object] | None = None
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus if key else Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._told, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def told(self) -> str:
        """The sentence; empty when there is nothing to take back."""
        return self._told.text() if self._undo else ""

    def offer(self, sentence: str, undo: Callable[[], object]) -> None:
        """Tell `sentence`; `undo` takes back what it tells of."""
        self._undo = undo
        self._told.setText(sentence)
        words = self.tr("Undo")
        self.button.setText(f"{words}  {self._key}" if self._key else words)
        self.show()

    def clear(self) -> None:
        """There is nothing to take back any more."""
        self._undo = None
        self.hide()

    def undo(self) -> None:
        """Take it back, once."""
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()
