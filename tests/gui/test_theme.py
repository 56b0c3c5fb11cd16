"""Both looks can be read, and the application takes them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop_assist.gui.theme import DARK, LIGHT, Appearance, Theme, apply, contrast, palette_of

READABLE = 4.5
"""WCAG 2.2 AA for text of ordinary size."""

PAIRS = [
    (letters, ground)
    for letters in ("text", "muted", "match", "block", "warn", "hint")
    for ground in ("window", "base", "selected")
] + [
    ("gap_text", "gap"),
    ("added_text", "added"),
    ("on_accent", "accent"),
    ("text", "button"),
    ("muted", "button"),
]


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("letters", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(theme: Theme, letters: str, ground: str) -> None:
    assert contrast(getattr(theme, letters), getattr(theme, ground)) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_theme_is_known_again_from_its_palette(theme: Theme) -> None:
    assert Theme.of(palette_of(theme)) is theme


@pytest.mark.parametrize(("choice", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_the_application_takes_the_chosen_look(
    qapp: QApplication, choice: str, theme: Theme
) -> None:
    appearance = Appearance(qapp)
    assert appearance.choose("dark" if choice == "dark" else "light") is theme
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == theme.base
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText).name() == theme.muted
    appearance.deleteLater()


def test_the_look_of_the_desktop_is_one_of_the_two(qapp: QApplication) -> None:
    assert apply(qapp, "system") in (LIGHT, DARK)
