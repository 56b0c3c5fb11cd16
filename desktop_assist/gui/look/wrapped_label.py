"""A label that is as tall as its lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """Plain text in as many lines as its width asks for.

    A form inside a scroll area gives a wrapping label the height that it guessed before it knew
    the width, and cuts the first and last line.
    """

    def __init__(self, role: str) -> None:
        """`role`: what the style sheet knows it by, such as `muted` or `problem`."""
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
