"""What the style sheet makes of widgets, as they are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_assist.gui.look.appearance import apply
from desktop_assist.gui.look.theme import DARK, LIGHT, Theme


@pytest.mark.parametrize(("choice", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_the_button_for_enter_is_filled_while_it_can_be_pressed(
    qapp: QApplication, choice: str, theme: Theme
) -> None:
    apply(qapp, "dark" if choice == "dark" else "light")
    button = QPushButton()
    button.resize(80, 30)
    button.setDefault(True)
    inside = QPoint(40, 15)
    assert button.grab().toImage().pixelColor(inside).name() == theme.accent
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(inside).name() == theme.button
