"""Whether a window of ours has the keyboard, as the desktops need to know that tell nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assist.gui.own_windows import QtOwnWindows
from desktop_assist.gui.serving import PASTE_TARGET
from tests.e2e.stage.waiting import wait_until


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.close()
    made.deleteLater()


def bring(application: QApplication, window: QWidget) -> None:
    window.show()
    window.activateWindow()

    def in_front() -> bool:
        application.processEvents()
        return application.focusWindow() is window.windowHandle()

    wait_until(in_front, "the window in front")


def gone(application: QApplication, own: QtOwnWindows) -> bool:
    application.processEvents()
    return not own.has_keyboard()


def test_a_window_of_ours_is_told_while_it_has_the_keyboard(
    qapp: QApplication, window: QWidget
) -> None:
    own = QtOwnWindows(qapp)
    changes: list[bool] = []
    own.watch(lambda: changes.append(own.has_keyboard()))
    assert not own.has_keyboard()
    bring(qapp, window)
    assert own.has_keyboard()
    # WHEN it goes
    window.hide()
    wait_until(lambda: gone(qapp, own), "it gone")
    assert changes[0]


def test_a_window_to_practise_in_counts_as_a_chat(qapp: QApplication, window: QWidget) -> None:
    window.setProperty(PASTE_TARGET, True)
    bring(qapp, window)
    assert not QtOwnWindows(qapp).has_keyboard()
