"""Both looks can be read, and the application takes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assist.bundled import resources
from desktop_assist.gui.i18n import Languages
from desktop_assist.gui.look.appearance import (
    CHINESE_FACES,
    Appearance,
    apply,
    families_for,
    palette_of,
)
from desktop_assist.gui.look.style_sheet import style_sheet
from desktop_assist.gui.look.theme import DARK, LIGHT, Theme, contrast

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


class Watch(QObject):
    """Counts how often a window was styled or coloured anew."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.styled = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt’s name
        self.styled += event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        return super().eventFilter(watched, event)


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


def test_the_same_look_once_more_moves_no_window(qapp: QApplication) -> None:
    # GIVEN a window in the dark look
    apply(qapp, "dark")
    window = QWidget()
    window.ensurePolished()
    watched = Watch(window)
    # WHEN a setting that is no look applies them all, and then the look itself changes
    apply(qapp, "dark")
    told_before = watched.styled
    apply(qapp, "light")
    # THEN only the other look was worth the work
    assert (told_before, watched.styled > 0) == (0, True)


def test_the_look_of_the_desktop_is_one_of_the_two(qapp: QApplication) -> None:
    assert apply(qapp, "system") in (LIGHT, DARK)


def test_english_is_drawn_with_the_desktops_face_and_chinese_with_a_chinese_one() -> None:
    desktop = ["Cantarell", "Noto Sans CJK SC"]
    assert families_for(QLocale.Language.English, desktop) == ["Cantarell", *CHINESE_FACES]
    assert families_for(QLocale.Language.Chinese, desktop) == [*CHINESE_FACES, "Cantarell"]


def test_the_faces_follow_the_language(qapp: QApplication) -> None:
    languages = Languages(qapp, resources() / "translations")
    try:
        languages.choose("zh_CN")
        apply(qapp, "light")
        assert qapp.font().families()[0] == CHINESE_FACES[0]
        languages.choose("en")
        apply(qapp, "light")
        assert qapp.font().families()[0] not in CHINESE_FACES
    finally:
        languages.choose("en")


def test_every_picture_of_the_style_sheet_is_there() -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', style_sheet(DARK))
    assert len(pictures) > 1
    assert all(Path(picture).is_file() for picture in pictures)
