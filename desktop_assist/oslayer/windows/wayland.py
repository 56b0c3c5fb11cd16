"""Where no program may know of another's windows: Wayland, on most of its desktops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target
from desktop_assist.oslayer.windows.none import NotFollowing

UNSEEN = Target(handle=-1, title="", application="")
"""Whatever window of another program has the keyboard."""


class OwnWindows(Protocol):
    """What this program knows of its own windows, everywhere."""

    def has_keyboard(self) -> bool:
        """Whether one of them has the keyboard, and is not one to be pasted into."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever the keyboard has come to one of them or left it."""


class UnseenWindows:
    """Knows only whether a window of ours is in front; else it is the one to paste into.

    A change from one foreign window to another goes unseen. So keys are pressed here only where
    the user has allowed it, right after their own hotkey or choice, and never "confirmed".
    """

    name = "unseen"

    def __init__(self, own: OwnWindows) -> None:
        self._own = own

    def foreground(self) -> Target | None:
        return UNSEEN

    def is_foreground(self, target: Target) -> bool:
        return target == UNSEEN and not self._own.has_keyboard()

    def area(self, target: Target) -> Area | None:
        return None

    def activate(self, target: Target) -> None:
        """The desktop itself gives the keyboard back when our window closes."""

    def watch(self, changed: Callable[[], None]) -> None:
        self._own.watch(changed)

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        told(None)
        return NotFollowing()

    def close(self) -> None:
        """Nothing to give back."""
