"""The tray menu, and the window that stands in for a missing tray."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton, QSystemTrayIcon

from desktop_assist.core.action import DEFAULT_HOTKEYS, Action
from desktop_assist.gui.tray.icon import Tray, icon_in
from desktop_assist.text import say

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


@pytest.fixture
def tray(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Tray:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    return Tray(ICONS)


def item(tray: Tray, text: str) -> QAction:
    return next(action for action in tray.menu.actions() if action.text().startswith(text))


def test_every_entry_asks_for_its_thing(tray: Tray) -> None:
    wanted = QSignalSpy(tray.wanted)
    for text in ("Find", "Welcome", "Check", "Suggest"):
        item(tray, text).trigger()
    assert [wanted.at(place)[0] for place in range(4)] == [
        Action.PALETTE,
        Action.WELCOME,
        Action.POLISH,
        Action.SUGGEST,
    ]


def test_other_entries_have_their_own_signals(tray: Tray) -> None:
    spies = {
        "Library": QSignalSpy(tray.library_wanted),
        "Learn": QSignalSpy(tray.learning_wanted),
        "Statistics": QSignalSpy(tray.statistics_wanted),
        "One-minute tour": QSignalSpy(tray.tour_wanted),
        "Settings": QSignalSpy(tray.settings_wanted),
        "Help": QSignalSpy(tray.help_wanted),
        "Restore": QSignalSpy(tray.restore_wanted),
        "Quit": QSignalSpy(tray.quit_wanted),
    }
    tray.set_restore(True)
    for text, spy in spies.items():
        item(tray, text).trigger()
        assert spy.count() == 1, text


def test_the_channels_stand_in_the_menu_while_there_are_some(tray: Tray) -> None:
    tray.set_channels((say("Channel", "{name}: up to date", name="小店"),))
    line = item(tray, "小店")
    assert (line.isVisible(), line.isEnabled()) == (True, False)
    tray.set_channels(())
    assert not line.isVisible()


def test_pausing_by_hand_is_told_and_from_elsewhere_only_shown(tray: Tray) -> None:
    told = QSignalSpy(tray.pause_toggled)
    tray.set_paused(True)
    assert (item(tray, "Pause").isChecked(), told.count()) == (True, 0)
    item(tray, "Pause").trigger()
    assert told.at(0) == [False]


def test_the_first_line_says_how_hotkeys_are_heard(tray: Tray) -> None:
    tray.set_status(say("Hotkeys", "Heard through {way} & more.", way="X11"))
    first = tray.menu.actions()[0]
    assert first.text() == "Heard through X11 && more."
    assert not first.isEnabled()


def test_each_entry_shows_its_hotkey(tray: Tray) -> None:
    tray.set_hotkeys(DEFAULT_HOTKEYS | {"welcome": "", "polish": "nonsense"})
    assert item(tray, "Find").shortcut().toString() == "Ctrl+Alt+Space"
    assert item(tray, "Welcome").shortcut().isEmpty()
    assert item(tray, "Check").shortcut().isEmpty()


def test_restore_is_offered_only_when_there_is_something(tray: Tray) -> None:
    assert not item(tray, "Restore").isVisible()
    tray.set_restore(True)
    assert item(tray, "Restore").isVisible()


def test_without_a_tray_the_menu_is_a_window_until_one_comes(
    tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN no tray
    tray.show()
    window = tray.window
    assert window is not None
    assert window.isVisible()
    wanted = QSignalSpy(tray.wanted)
    buttons = window.findChildren(QPushButton)
    next(button for button in buttons if button.text().startswith("Find a reply")).click()
    assert wanted.at(0) == [Action.PALETTE]
    tray.notify("Left on the clipboard", "Press Ctrl+V.", problem=True)
    # WHEN one appears
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tray.look_for_tray()
    # THEN the window goes
    assert not window.isVisible()
    assert tray.window is None
    tray.hide()


def test_the_icon_has_a_sharp_picture_for_every_panel(qapp: QApplication) -> None:
    for name in ("desktop-assist", "desktop-assist-paused"):
        sizes = {size.width() for size in icon_in(ICONS, name).availableSizes()}
        assert {16, 22, 24, 32, 48, 256} <= sizes


def test_the_stand_in_shows_that_hotkeys_rest(tray: Tray) -> None:
    tray.show()
    assert tray.window is not None
    told = QSignalSpy(tray.pause_toggled)
    buttons = tray.window.findChildren(QPushButton)
    pause = next(button for button in buttons if button.text().startswith("Pause hotkeys"))
    tray.set_paused(True)
    assert pause.isChecked()
    assert told.count() == 0
    pause.click()
    assert told.at(0) == [False]
    assert not pause.isChecked()
    tray.hide()


def test_the_stand_in_fits_a_small_screen(tray: Tray) -> None:
    tray.show()
    assert tray.window is not None
    assert tray.window.minimumSizeHint().height() < 200
    tray.hide()
