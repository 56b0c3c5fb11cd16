"""Recording a key combination."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop_assist.core.combination import Combination
from desktop_assist.gui.settings.key_names import combination_of, keys_of
from desktop_assist.gui.settings.recorder import HotkeyRecorder
from desktop_assist.text import Message, say

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def only_k_is_taken(combination: Combination | None) -> Message | None:
    taken = combination is not None and combination.key == "k"
    return say("Hotkeys", "taken") if taken else None


@pytest.fixture
def recorder(qapp: QApplication) -> HotkeyRecorder:
    window = QWidget()
    recorder = HotkeyRecorder(only_k_is_taken, lambda: [Combination(("ctrl", "alt"), "j")])
    recorder.set_combination(Combination(("ctrl", "alt"), "h"))
    layout = QVBoxLayout(window)
    layout.addWidget(recorder)
    layout.addWidget(QLineEdit())
    recorder.window_kept = window  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    recorder.line.setFocus()
    return recorder


def test_the_next_keys_are_recorded(recorder: HotkeyRecorder) -> None:
    told = QSignalSpy(recorder.recorded)
    QTest.keyClick(recorder.line, Qt.Key.Key_G, CTRL_ALT)
    assert told.at(0) == [Combination(("ctrl", "alt"), "g")]
    assert recorder.line.text() == "Ctrl+Alt+G"


def test_a_taken_one_is_told_and_the_old_one_stays(recorder: HotkeyRecorder) -> None:
    told = QSignalSpy(recorder.recorded)
    QTest.keyClick(recorder.line, Qt.Key.Key_K, CTRL_ALT)
    assert told.count() == 0
    assert recorder.complaint == "taken"
    assert recorder.line.text() == "Ctrl+Alt+H"
    # WHEN the program's own alternative is taken
    recorder.offers[0].click()
    assert told.at(0) == [Combination(("ctrl", "alt"), "j")]
    assert recorder.complaint == ""


def test_escape_cancels_and_backspace_clears(recorder: HotkeyRecorder) -> None:
    told = QSignalSpy(recorder.recorded)
    QTest.keyClick(recorder.line, Qt.Key.Key_Escape)
    assert (told.count(), recorder.line.text()) == (0, "Ctrl+Alt+H")
    recorder.line.setFocus()
    QTest.keyClick(recorder.line, Qt.Key.Key_Backspace)
    assert told.at(0) == [None]
    assert recorder.line.text() == ""


def test_a_letter_alone_would_be_lost_for_typing(recorder: HotkeyRecorder) -> None:
    told = QSignalSpy(recorder.recorded)
    QTest.keyClick(recorder.line, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    assert told.count() == 0
    assert recorder.complaint != ""
    recorder.line.setFocus()
    QTest.keyClick(recorder.line, Qt.Key.Key_F8)
    assert told.at(0) == [Combination((), "f8")]


def test_a_lone_modifier_is_waited_out(recorder: HotkeyRecorder) -> None:
    told = QSignalSpy(recorder.recorded)
    QTest.keyPress(recorder.line, Qt.Key.Key_Control)
    assert told.count() == 0


def test_tab_leaves_the_line(recorder: HotkeyRecorder) -> None:
    QTest.keyClick(recorder.line, Qt.Key.Key_Tab)
    assert not recorder.line.hasFocus()


def test_hotkeys_rest_while_keys_are_recorded(recorder: HotkeyRecorder) -> None:
    told = QSignalSpy(recorder.listening)
    recorder.line.clearFocus()
    recorder.line.setFocus()
    assert [told.at(place)[0] for place in range(told.count())] == [False, True]


@pytest.mark.parametrize(
    "text",
    ["ctrl+alt+space", "ctrl+shift+1", "alt+f4", "ctrl+comma", "super+pageup", "ctrl+alt+grave"],
)
def test_names_and_qt_keys_agree(text: str) -> None:
    combination = Combination.parse(text)
    assert combination_of(keys_of(combination)) == combination


def test_a_shifted_digit_is_still_its_key() -> None:
    shifted = QKeyCombination(Qt.KeyboardModifier.ShiftModifier | CTRL_ALT, Qt.Key.Key_Exclam)
    assert combination_of(shifted) == Combination(("ctrl", "alt", "shift"), "1")


def test_qt_knows_every_key_that_a_combination_may_have() -> None:
    names = "abcdefghijklmnopqrstuvwxyz0123456789"
    for key in (*names, *(f"f{number}" for number in range(1, 25)), "pagedown", "semicolon"):
        assert combination_of(keys_of(Combination.parse(key))) == Combination((), key)
