"""Whether a window of this program has the keyboard: Qt knows it on every system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_assist.gui.serving import PASTE_TARGET


class QtOwnWindows:
    """Asked where the system does not tell which window is in front."""

    def __init__(self, application: QGuiApplication) -> None:
        self._application = application

    def has_keyboard(self) -> bool:
        """Whether one of ours has it, and is not one to be pasted into."""
        focused = QGuiApplication.focusWindow()
        if focused is None or not focused.isVisible():  # a platform may tell of its end later
            return False
        window = QApplication.activeWindow()
        return window is None or not window.property(PASTE_TARGET)

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever the keyboard has come to one of ours or left it."""
        self._application.focusWindowChanged.connect(lambda _window: changed())
