"""The figures at the top of the window, each large with its words beneath."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_assist.gui.settings.rows import muted_label


class Tile(QFrame):
    """One figure. Screen readers hear the words first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("current", True)
        self.figure = QLabel()
        font = self.figure.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.figure.setFont(font)
        self.words = muted_label("")
        layout = QVBoxLayout(self)
        line = self.fontMetrics().height()
        layout.setContentsMargins(line * 2 // 3, line // 2, line * 2 // 3, line // 2)
        layout.setSpacing(0)
        layout.addWidget(self.figure)
        layout.addWidget(self.words)
        layout.addStretch()

    def show_figure(self, figure: str, words: str) -> None:
        """Show `figure` and what it counts."""
        self.figure.setText(figure)
        self.figure.setAccessibleName(f"{words}: {figure}")
        self.words.setText(words)
