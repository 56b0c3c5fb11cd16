"""The seam to other programs' windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Target:
    """A window of another program, as it was when the hotkey was pressed.

    `handle` is the system's number for the window, `reader` its number for the program that
    will read the clipboard on the window's behalf (on X11 the client's resource base; 0 where
    the system cannot tell readers apart). `application` is the lower-case window class.
    """

    handle: int
    title: str
    application: str
    reader: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """Where a window stands on the desktop, in the system's own pixels."""

    left: int
    top: int
    width: int
    height: int


class WindowSystem(Protocol):
    """What the system tells of the window in front. All calls are quick and on one thread."""

    name: str

    def foreground(self) -> Target | None:
        """The window that has the keyboard, or None where nothing has it or none can be told."""

    def is_foreground(self, target: Target) -> bool:
        """Whether `target` has the keyboard now, with the title that it had."""

    def area(self, target: Target) -> Area | None:
        """Where `target` stands; None when it cannot be told."""

    def activate(self, target: Target) -> None:
        """Ask for `target` to be brought to the front; it happens later or not at all."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from any thread, whenever another window may have come to the front."""

    def close(self) -> None:
        """Give back every system resource."""
