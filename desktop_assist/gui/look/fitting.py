"""Parts that ask for just the height that what they show needs, and take less where they must."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QTextEdit, QWidget

_FEWEST_LINES = 2
_MOST_LINES = 9


class FittedText(QTextEdit):
    """Text to read: as high as its lines, up to nine; the rest is scrolled to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)

        self._wanted = 0

    def fit(self, width: int) -> None:
        """Ask for the height that the text takes when the whole part is `width` wide."""
        self.ensurePolished()
        around = 2 * self.frameWidth()
        document = self.document().clone(self)
        document.setTextWidth(max(width - around, 1))
        line = self.fontMetrics().lineSpacing()
        height = min(math.ceil(document.size().height()), line * _MOST_LINES)
        self._wanted = max(height, line * _FEWEST_LINES) + around
        document.deleteLater()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() * _FEWEST_LINES)


class FittedScroll(QScrollArea):
    """As high as what is in it; less where there is no room, and then it scrolls."""

    def __init__(self, content: QWidget, column: QLayout, parent: QWidget) -> None:
        """`column` is the layout of `content`."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(content)

        self._column = column
        self._wanted = 0

    def fit(self, width: int) -> None:
        """Ask for the height that the content takes when it is `width` wide."""
        self._column.activate()
        self._wanted = self._column.totalHeightForWidth(width)
        if self._wanted < 0:  # nothing in it wraps
            self._wanted = self._column.totalSizeHint().height()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() * _FEWEST_LINES)
