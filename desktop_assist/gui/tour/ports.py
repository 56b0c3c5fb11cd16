"""What the tour asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_assist.gui.settings.hotkeys import Alternatives, HotkeyProblem
from desktop_assist.settings import Settings

Change = Callable[[Settings], None]
"""Puts settings in force and keeps them."""


@dataclass(frozen=True, slots=True)
class PackChoice:
    """A pack that can be taken or left: `count` replies."""

    id: str
    title: str
    description: str
    count: int


@dataclass(frozen=True, slots=True)
class TourPorts:
    """All answer at once, on this thread."""

    settings: Callable[[], Settings]
    change: Change
    packs: Callable[[], Sequence[PackChoice]]
    hotkey_problem: HotkeyProblem
    alternatives: Alternatives
    palette_keys: Callable[[], str]
    """The combination that opens the palette as people read it, empty where there is none."""
