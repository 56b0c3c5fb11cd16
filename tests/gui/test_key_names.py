"""Combinations as the desktop writes them, also where Qt's Control is the Command key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtWidgets import QApplication

from desktop_assist.core.combination import Combination
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.settings import key_names
from desktop_assist.gui.settings.key_names import combination_of, keys_of, spelled
from desktop_assist.text import say

HOTKEY = Combination.parse("ctrl+alt+space")
PASTE = Combination.parse("ctrl+v")
Modifier = Qt.KeyboardModifier


@pytest.fixture
def signs(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> dict[Modifier, str]:
    """Qt as it is on a Mac: its Control is ⌘ and its Meta ⌃, in Apple's order."""
    table = {
        Modifier.MetaModifier: "⌃",
        Modifier.AltModifier: "⌥",
        Modifier.ShiftModifier: "⇧",
        Modifier.ControlModifier: "⌘",
    }

    class Sequence:
        def __init__(self, keys: QKeyCombination) -> None:
            self._keys = keys

        def toString(self, _format: object) -> str:  # noqa: N802  Qt calls it so
            held = self._keys.keyboardModifiers()
            return "".join(sign for flag, sign in table.items() if held & flag)

    monkeypatch.setattr(key_names, "QKeySequence", Sequence)
    return table


def test_a_sentence_spells_keys_as_this_desktop_does(qapp: QApplication) -> None:
    sentence = say("Hotkeys", "{key} is taken by another program.", key=HOTKEY.shown)
    assert translated(sentence).startswith("Ctrl+Alt+Space ")
    assert str(sentence).startswith("Ctrl+Alt+Space ")


def test_on_a_mac_a_hotkey_is_control_and_a_chord_command(signs: dict[Modifier, str]) -> None:
    assert spelled(str(HOTKEY), as_chord=False) == "⌃⌥"
    assert spelled(str(PASTE), as_chord=True) == "⌘"
    assert translated(say("Outcome", "Press {key}.", key=PASTE.shown_as_chord)) == "Press ⌘."


def test_on_a_mac_what_is_recorded_is_what_was_pressed(signs: dict[Modifier, str]) -> None:
    # GIVEN the keys Control, Option and Space, of which Qt calls the first one Meta
    pressed = QKeyCombination(Modifier.MetaModifier | Modifier.AltModifier, Qt.Key.Key_Space)
    assert combination_of(pressed) == HOTKEY
    # AND Command, which we call super
    command = QKeyCombination(Modifier.ControlModifier, Qt.Key.Key_V)
    assert combination_of(command) == Combination.parse("super+v")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("text", ["ctrl+alt+space", "alt+shift+super+f5", "ctrl+super+comma"])
def test_there_and_back_is_the_same(text: str, swapped: bool) -> None:
    combination = Combination.parse(text)
    assert combination_of(keys_of(combination, swapped), swapped) == combination
