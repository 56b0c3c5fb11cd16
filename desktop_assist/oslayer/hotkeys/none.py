"""Where no hotkey can be heard: everything else still works."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused


class NoHotkeys:
    """Refuses every combination."""

    name = "none"

    def start(self, pressed: Callable[[Combination], None]) -> None:
        """Nothing will ever be pressed."""

    def bind(self, combination: Combination) -> None:
        raise HotkeyRefused(combination)

    def unbind(self, combination: Combination) -> None:
        """Nothing was bound."""

    def let_go(self) -> None:
        """Nothing is held."""

    def swallow(self, key: str) -> None:
        """Nothing can be kept."""

    def stop(self) -> None:
        """Nothing to give back."""
