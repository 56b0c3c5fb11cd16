"""Whom the program serves at this moment: the window in front, by a name that people know."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_assist.oslayer.windows.base import Area, Target, WindowSystem

_LONGEST_TITLE = 60
PASTE_TARGET = "paste_target"
"""The Qt property of a window of ours that is pasted into as any other: to practise, or to test."""


class Serving:
    """Tells the chat window from our own, and where it stands."""

    def __init__(self, windows: WindowSystem) -> None:
        self._windows = windows
        self._last: Target | None = None

    def target(self) -> Target | None:
        """The window to paste into: the one in front, or the last one behind a window of ours."""
        front = self._windows.foreground()
        if front is None or not is_ours(front):
            self._last = front
        return self._last

    def give_back(self, target: Target | None) -> None:
        """Bring `target` to the front, unless the user has gone elsewhere meanwhile."""
        front = self._windows.foreground()
        if target is not None and (front is None or is_ours(front)):
            self._windows.activate(target)

    def bring(self, target: Target | None) -> None:
        """Bring `target` to the front: the user has just decided so in a window of ours.

        By now that window is gone and the system may have put any other in its place.
        """
        if target is not None and self._windows.foreground() != target:
            self._windows.activate(target)

    def near(self, target: Target | None) -> QPoint | None:
        """A point on the screen that `target` stands on, in Qt's pixels."""
        area = None if target is None else self._windows.area(target)
        return None if area is None else _screen_centre(area)


def is_ours(target: Target) -> bool:
    """Whether one of this program's windows is meant, and not one to be pasted into."""
    own = [
        one
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and not one.property(PASTE_TARGET)
    ]
    return any(int(window.winId()) == target.handle for window in own)


def label_of(target: Target | None) -> str:
    """The window's name for people: its title, cut where it is long."""
    if target is None:
        return ""
    title = target.title or target.application
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _screen_centre(area: Area) -> QPoint | None:
    middle = QPoint(area.left + area.width // 2, area.top + area.height // 2)
    for screen in QGuiApplication.screens():
        shown = screen.geometry()
        # Qt scales a screen's size but leaves its corner where the system has it.
        if QRect(shown.topLeft(), shown.size() * screen.devicePixelRatio()).contains(middle):
            return shown.center()
    return None
