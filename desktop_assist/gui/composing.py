"""Keeps the Enter that ends an input-method composition from doing anything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

SAME_KEY_MS = 80
"""An Enter this soon after a composition ended is the key that ended it: no hand is that quick."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompositionGuard(QObject):
    """Swallows Enter on `editor` while it composes, and the Enter that ends a composition.

    Some input methods also hand on the key that they took. A key that is let go, or any other
    key, tells that the next Enter is a new one.
    """

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._composing = False
        self._ended = QTimer(self, singleShot=True, interval=SAME_KEY_MS)
        editor.installEventFilter(self)

    @property
    def composing(self) -> bool:
        """Whether text is being composed and not yet taken."""
        return self._composing

    def forget(self) -> None:
        """Nothing is being composed any more: the window was closed or opened anew."""
        self._composing = False
        self._ended.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._note(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_swallowed(event)
        elif event.type() == QEvent.Type.KeyRelease:
            self._ended.stop()
        return super().eventFilter(watched, event)

    def _note(self, event: QInputMethodEvent) -> None:
        was_composing = self._composing
        self._composing = bool(event.preeditString())
        if was_composing and not self._composing:
            self._ended.start()

    def _is_swallowed(self, event: QKeyEvent) -> bool:
        if event.key() not in _ENTER:
            self._ended.stop()
            return False
        return self._composing or self._ended.isActive()
