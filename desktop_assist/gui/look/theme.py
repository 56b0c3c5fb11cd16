"""The two looks of the program: every colour by what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QPalette


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
