"""Where no hotkey can be heard: everything else still works."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.text import Message


class NoHotkeys:
    """Refuses every combination, and says why."""

    name = "none"

    def __init__(self, why: Message) -> None:
        self._why = why

    def start(self, pressed: Callable[[Combination], None]) -> None:
        """Nothing will ever be pressed."""

    def bind(self, combination: Combination) -> None:
        raise HotkeyRefused(combination, self._why)

    def unbind(self, combination: Combination) -> None:
        """Nothing was bound."""

    def let_go(self) -> None:
        """Nothing is held."""

    def swallow(self, key: str) -> None:
        """Nothing can be kept."""

    def stop(self) -> None:
        """Nothing to give back."""
