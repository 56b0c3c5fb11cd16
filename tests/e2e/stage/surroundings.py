"""What the seams are told by a program that is not ours."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication

from desktop_assist.core.loop import Loop
from desktop_assist.gui.own_windows import QtOwnWindows
from desktop_assist.oslayer.surroundings import Surroundings


def _application() -> QApplication:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running


def plain_surroundings(loop: Loop) -> Surroundings:
    """Nobody is told anything, and no combination has a name."""
    return Surroundings(
        os.environ, QtOwnWindows(_application()), lambda _message: None, str, loop.later
    )
