"""Where what is typed cannot be heard: hotkeys and the palette still work."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.pasting.typed_code import Heard


class NotListening:
    """Nothing is told."""

    def catch_up(self) -> None:
        """Nothing is left to tell."""

    def stop(self) -> None:
        """Nothing to give back."""


class NoTyping:
    """Hears nothing."""

    name = "none"

    def listen(self, told: Callable[[Heard], None]) -> NotListening:
        return NotListening()

    def is_direct(self) -> bool:
        return False
