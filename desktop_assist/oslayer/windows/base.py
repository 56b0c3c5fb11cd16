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


@dataclass(frozen=True, slots=True)
class Frame:
    """How a followed window stands: `area` with its decorations, and whether it can be seen.

    `front` is the window that has come to the front, as `Target.handle`, and `front_reader` its
    program, as `Target.reader`; both are 0 where no window is in front or none can be told.
    """

    area: Area
    shown: bool
    front: int = 0
    front_reader: int = 0


class Following(Protocol):
    """A window is being followed."""

    def stop(self) -> None:
        """Follow it no longer: nothing is told from now on. Harmless when repeated."""


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

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        """Tell how `target` stands, at once and whenever that changes; None when it has closed.

        `told` is called from any thread, after None no more. The owner of a dialog is followed
        in the dialog's place. Where windows cannot be followed, None is told.
        """

    def close(self) -> None:
        """Give back every system resource."""
