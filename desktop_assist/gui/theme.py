"""The two looks of the program: every colour, the fonts, and a small style sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop_assist.bundled import resources

ThemeChoice = Literal["system", "light", "dark"]

FONT_CHAIN = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
"""Faces that draw Chinese and Latin letters of one design; the first one installed is taken."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for, as `#rrggbb`. Text on its ground has a contrast of 4.5 or more.

    `window`, `base` and `selected` are grounds for `text`, `muted`, `match` and the severities;
    `gap_text` stands on `gap`, `added_text` on `added`, `on_accent` on `accent`.
    """

    name: Literal["light", "dark"]
    window: str
    base: str
    button: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    match: str
    gap: str
    gap_text: str
    added: str
    added_text: str
    block: str
    warn: str
    hint: str

    def colour(self, role: str) -> QColor:
        """The colour of a field of this theme, such as `muted`."""
        return QColor(getattr(self, role))

    @classmethod
    def of(cls, palette: QPalette) -> Theme:
        """The theme that a widget with `palette` is shown in."""
        ground = palette.color(QPalette.ColorRole.Window)
        letters = palette.color(QPalette.ColorRole.WindowText)
        return LIGHT if ground.lightness() >= letters.lightness() else DARK


LIGHT = Theme(
    name="light",
    window="#f5f6f8",
    base="#ffffff",
    button="#ffffff",
    border="#d3d8e0",
    text="#1b2230",
    muted="#596271",
    accent="#2457d6",
    on_accent="#ffffff",
    selected="#e4ecfd",
    match="#1b4cc4",
    gap="#ffefbf",
    gap_text="#6a4900",
    added="#d8f2e0",
    added_text="#0c4c22",
    block="#b3261e",
    warn="#875100",
    hint="#00657a",
)

DARK = Theme(
    name="dark",
    window="#1c1f25",
    base="#23272e",
    button="#2c313a",
    border="#3d4450",
    text="#e7eaf0",
    muted="#a7b0bd",
    accent="#3b69d9",
    on_accent="#ffffff",
    selected="#2d3a56",
    match="#9cbcff",
    gap="#4b3d15",
    gap_text="#ffe08c",
    added="#1e4a30",
    added_text="#b8f1ca",
    block="#ff9c94",
    warn="#f2b866",
    hint="#84cce1",
)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def apply(application: QApplication, choice: ThemeChoice) -> Theme:
    """Show every window of `application` in the chosen look, and tell which one it became."""
    hints = application.styleHints()
    if hasattr(hints, "setColorScheme"):  # since Qt 6.8; title bars follow it too
        scheme = Qt.ColorScheme
        wanted = {"light": scheme.Light, "dark": scheme.Dark}.get(choice, scheme.Unknown)
        hints.setColorScheme(wanted)
    theme = LIGHT if choice == "light" else DARK if choice == "dark" else system_theme(application)
    if application.style().objectName().lower() != "fusion":
        application.setStyle("Fusion")  # the one style that takes every colour on every system
    _choose_fonts(application)
    application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet(theme))
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


def _choose_fonts(application: QApplication) -> None:
    font = application.font()
    font.setFamilies([*FONT_CHAIN, *(name for name in font.families() if name not in FONT_CHAIN)])
    application.setFont(font)


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


def style_sheet(theme: Theme) -> str:
    """What a palette cannot say: round corners, thin borders, room around text."""
    return f"""
    QLineEdit, QTextEdit, QPlainTextEdit {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.25em 0.4em;
        background: {theme.base};
    }}
    QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus {{ border-color: {theme.accent}; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.block}; }}
    QPushButton {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.35em 1em;
        background: {theme.button}; color: {theme.text};
    }}
    QPushButton:hover, QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:pressed {{ background: {theme.selected}; }}
    QPushButton:disabled {{ color: {theme.muted}; }}
    QPushButton:default {{
        background: {theme.accent}; border-color: {theme.accent}; color: {theme.on_accent};
    }}
    QScrollBar:vertical {{ border: none; background: transparent; width: 0.7em; margin: 0; }}
    QScrollBar:horizontal {{ border: none; background: transparent; height: 0.7em; margin: 0; }}
    QScrollBar::handle {{ background: {theme.border}; border-radius: 3px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: 2em; }}
    QScrollBar::handle:horizontal {{ min-width: 2em; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QCheckBox::indicator {{
        border: 1px solid {theme.muted}; border-radius: 3px; width: 1em; height: 1em;
        background: {theme.base};
    }}
    QCheckBox::indicator:focus {{ border-color: {theme.accent}; }}
    QCheckBox::indicator:checked {{
        border-color: {theme.accent}; background: {theme.accent};
        image: url("{(resources() / "icons" / "tick.png").as_posix()}");
    }}
    QBalloonTip QLabel {{ color: {LIGHT.text}; }}
    QToolTip {{
        border: 1px solid {theme.border}; padding: 0.25em;
        background: {theme.base}; color: {theme.text};
    }}
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QLabel[role="problem"] {{ color: {theme.block}; }}
    QFrame[role="card"] {{ border: 1px solid transparent; border-radius: 6px; }}
    QFrame[role="card"][current="true"] {{
        border-color: {theme.border}; background: {theme.selected};
    }}
    QPushButton[role="wording"] {{ text-align: left; padding: 0.25em 0.6em; }}
    QPushButton[role="wording"]:checked {{
        background: {theme.added}; border-color: {theme.added_text}; color: {theme.added_text};
    }}
    QFrame[role="window"] {{ border: 1px solid {theme.border}; background: {theme.window}; }}
    """
