"""Where no program may know of another's windows: replies are left on the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target


class NotFollowing:
    """Nothing is followed."""

    def stop(self) -> None:
        """Nothing was told, and nothing will be."""


class NoWindows:
    """Knows no window."""

    name = "none"

    def foreground(self) -> Target | None:
        return None

    def is_foreground(self, target: Target) -> bool:
        return False

    def area(self, target: Target) -> Area | None:
        return None

    def activate(self, target: Target) -> None:
        """No window can be asked for."""

    def watch(self, changed: Callable[[], None]) -> None:
        """No change is ever heard of."""

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        told(None)
        return NotFollowing()

    def close(self) -> None:
        """Nothing to give back."""
