"""Starts the program on a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_assist import bundled
from desktop_assist.errors import AssistError
from desktop_assist.gui.app_program import Program
from desktop_assist.gui.tray.icon import icon_in
from desktop_assist.oslayer.session import screen_answers
from desktop_assist.store.home import Home
from desktop_assist.text import say

_SWITCH_S = 0.0005


def run(home: Path, started_at: float, language: str = "") -> int:
    """Show the tray and serve until the user quits; `started_at` is a `time.monotonic` reading.

    `language` is `system`, `zh_CN` or `en`; an empty one leaves it to the settings.

    Raises:
        AlreadyRunning: another process serves this home folder.
        AssistError: there is no screen, or the home folder or its settings cannot be used.
    """
    place = Home(home)
    place.prepare()
    if not screen_answers(os.environ):
        raise AssistError(
            say("CommandLine", "There is no screen here for the tray and the windows."),
            say("CommandLine", "Start it on a desktop; the other commands work without one."),
        )
    # While rules load on another thread, each of a window's many steps into Python would wait 5 ms.
    sys.setswitchinterval(_SWITCH_S)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("desktop-assist")
    application.setApplicationDisplayName("Desktop Assist")
    application.setDesktopFileName("desktop-assist")
    application.setWindowIcon(icon_in(bundled.resources() / "icons", "desktop-assist"))
    application.setQuitOnLastWindowClosed(False)
    program = Program(application, place, language)
    try:
        program.start(started_at)
        return application.exec()
    finally:
        program.close()
