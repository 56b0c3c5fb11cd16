"""Tells those who hear the screen what changes while the keyboard stays in the search box."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text`, where one is running and Qt can ask it to (since 6.8)."""
    if QAccessible.isActive() and hasattr(QtGui, "QAccessibleAnnouncementEvent"):
        QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, text))
