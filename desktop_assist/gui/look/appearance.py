"""Dresses the application: the chosen look, and the faces for the language that it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from desktop_assist.gui.look.style_sheet import style_sheet
from desktop_assist.gui.look.theme import DARK, LIGHT, Theme

ThemeChoice = Literal["system", "light", "dark"]

CHINESE_FACES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
"""Faces that draw Chinese and Latin letters of one design; the first one installed is taken.

They draw ’ “ ” … as wide as 汉字, which is right in Chinese and torn apart in English.
"""


def apply(application: QApplication, choice: ThemeChoice) -> Theme:
    """Show every window of `application` in the chosen look, and tell which one it became.

    The faces are those for the language of `QLocale()`.
    """
    hints = application.styleHints()
    if hasattr(hints, "setColorScheme"):  # since Qt 6.8; title bars follow it too
        scheme = Qt.ColorScheme
        wanted = {"light": scheme.Light, "dark": scheme.Dark}.get(choice, scheme.Unknown)
        hints.setColorScheme(wanted)
    theme = LIGHT if choice == "light" else DARK if choice == "dark" else system_theme(application)
    if not application.styleSheet():  # the first time: a sheet hides what style lies beneath it
        application.setStyle("Fusion")  # the one style that takes every colour on every system
    sheet = style_sheet(theme)
    if _choose_fonts(application) or application.styleSheet() != sheet:
        # Qt styles every widget there is anew, even for the same sheet: a second of a busy screen.
        application.setPalette(palette_of(theme))
        application.setStyleSheet(sheet)
    return theme


def system_theme(application: QApplication) -> Theme:
    """The look that the desktop asks for; light where it does not say."""
    hints = application.styleHints()
    if not hasattr(hints, "colorScheme"):  # before Qt 6.5
        return LIGHT
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


class Appearance(QObject):
    """Keeps `application` in the chosen look, and follows the desktop where that was chosen."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice: ThemeChoice = "system"
        hints = application.styleHints()
        if hasattr(hints, "colorSchemeChanged"):
            hints.colorSchemeChanged.connect(self._follow)

    def choose(self, choice: ThemeChoice) -> Theme:
        """Show the chosen look now and from now on."""
        self._choice = choice
        return apply(self._application, choice)

    def _follow(self) -> None:
        theme = system_theme(self._application)
        if self._choice == "system" and Theme.of(self._application.palette()) is not theme:
            apply(self._application, "system")


def _choose_fonts(application: QApplication) -> bool:
    """Whether other faces than before draw from now on."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # A name such as “Sans Serif” stands for a face, and Qt passes over it where others follow.
    faces = [QFontInfo(QFont(name)).family() for name in font.families()]
    font.setFamilies(families_for(QLocale().language(), faces))
    changes = font != application.font()
    if changes:  # else every window would be laid out once more
        application.setFont(font)
    return changes


def families_for(language: QLocale.Language, desktop: Sequence[str]) -> list[str]:
    """The faces to draw with, best first; `desktop` are those that the desktop draws with."""
    own = [name for name in desktop if name not in CHINESE_FACES]
    chinese = language == QLocale.Language.Chinese
    return [*CHINESE_FACES, *own] if chinese else [*own, *CHINESE_FACES]


def palette_of(theme: Theme) -> QPalette:
    """`theme` as Qt's palette; what is disabled is muted."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.button,
        role.ButtonText: theme.text,
        role.BrightText: theme.block,
        role.ToolTipBase: theme.base,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.match,
        role.LinkVisited: theme.match,
        role.Mid: theme.border,
    }
    palette = QPalette(QColor(theme.button), QColor(theme.window))
    for place, colour in colours.items():
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(theme.muted))
    return palette
