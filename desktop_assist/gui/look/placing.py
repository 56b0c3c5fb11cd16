"""Where a window opens: on the screen where the user works, centred in its upper third."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QWidget


def working_area(near: QPoint | None) -> QRect:
    """The free part of the screen at `near`, else of the screen with the mouse."""
    screen = QGuiApplication.screenAt(near) if near is not None else None
    screen = screen or QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def em(widget: QWidget) -> int:
    """The pixels that windows are measured in: one and a half times the size of the letters.

    A line would not do: faces of one size differ by a third in the room around their lines.
    """
    return round(QFontInfo(widget.font()).pixelSize() * 1.5)


def open_size(window: QWidget, across: int, down: int) -> QSize:
    """So many `em`s, or what the screen with the mouse has room for beside a frame."""
    unit = em(window)
    room = working_area(None).size() - QSize(unit, 2 * unit)
    return QSize(across * unit, down * unit).boundedTo(room)


def upper_third(area: QRect, size: QSize) -> QRect:
    """`size` cut to `area`, centred across it, with a sixth of the height left free above."""
    fitted = size.boundedTo(area.size())
    left = area.left() + (area.width() - fitted.width()) // 2
    spare = area.height() - fitted.height()
    return QRect(QPoint(left, area.top() + min(area.height() // 6, spare // 2)), fitted)


def place(window: QWidget, near: QPoint | None, size: QSize) -> None:
    """Give `window` its `size` in the upper third of the screen at `near`."""
    window.setGeometry(upper_third(working_area(near), size))


def bring_up(window: QWidget) -> None:
    """Show `window` over everything and give it the keyboard."""
    window.show()
    window.raise_()
    window.activateWindow()
