"""What the seams of Wayland and macOS need from the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.windows.wayland import OwnWindows
from desktop_assist.text import Message


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Given once by whoever puts the seams together.

    `told` gets what a desktop granted or refused later on; it may be called from any thread.
    `describe` names what a combination does, for the desktop's own list of shortcuts. `token`
    is the file of a permission to press keys; None where the user has not asked for it. `later`
    is `core.loop.Loop.later`.
    """

    environment: Mapping[str, str]
    own_windows: OwnWindows
    told: Callable[[Message], None]
    describe: Callable[[Combination], str]
    later: Callable[[float, Callable[[], None]], object]
    token: Path | None = None
