"""What the seams of Wayland and macOS need from the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.keys.permission import DesktopPermission
from desktop_assist.oslayer.windows.wayland import OwnWindows
from desktop_assist.text import Message


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Given once by whoever puts the seams together.

    `told` gets what a desktop granted or refused later on; it may be called from any thread.
    `describe` names what a combination does, for the desktop's own list of shortcuts.
    `permission` is the one to press keys; None for those who never ask. `later` is
    `core.loop.Loop.later`.
    """

    environment: Mapping[str, str]
    own_windows: OwnWindows
    told: Callable[[Message], None]
    describe: Callable[[Combination], str]
    later: Callable[[float, Callable[[], None]], object]
    permission: DesktopPermission | None = None
