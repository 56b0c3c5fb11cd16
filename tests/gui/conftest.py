"""One application for every test of the interface, on no screen at all unless one is given."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one QApplication of this process."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["tests"])
    application.setQuitOnLastWindowClosed(False)
    return application


@pytest.fixture(autouse=True)
def _windows_are_closed(qapp: QApplication) -> Iterator[None]:
    """No window of one test is there for the next."""
    yield
    for window in qapp.topLevelWidgets():
        window.hide()
        window.deleteLater()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: there is no loop that would run it
