"""What is loaded when: the tray first, then what the first palette needs, then the rest."""

from __future__ import annotations

import linecache
from collections.abc import Callable
from dataclasses import dataclass

from desktop_assist.core.checking.checker import RuleSet
from desktop_assist.gui.app_faults import Faults
from desktop_assist.gui.background import Background
from desktop_assist.gui.loop import QtLoop
from desktop_assist.gui.palette.window import Palette
from desktop_assist.gui.rooms import Rooms
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Shelf
from desktop_assist.gui.side_windows import SideWindows
from desktop_assist.gui.syncing import Syncing
from desktop_assist.packs.faults import Fault
from desktop_assist.text import Message

_LATER_MS = 200
"""What the first palette does not need is loaded so long after the tray has come up."""


@dataclass(frozen=True, slots=True)
class Starting:
    """Loads the library and its like into the parts of the program, once."""

    loop: QtLoop
    background: Background
    preferences: Preferences
    notices: Callable[[], list[Message]]
    """What was found wrong with the agent's own files."""
    tell: Callable[[Message], None]
    faults: Faults
    shelf: Shelf
    palette: Palette
    syncing: Syncing
    rooms: Rooms
    side: SideWindows

    def begin(self) -> None:
        """Load as soon as the events before it are through."""
        self.loop.post(self._load)

    def _load(self) -> None:
        self.shelf.load_packs()
        for message in (*self.preferences.faults, *self.notices(), *self.shelf.notices):
            self.tell(message)
        self.faults.in_files(self.shelf.faults)
        self.loop.later(_LATER_MS, self._load_rest)

    def _load_rest(self) -> None:
        # The first drawing loads fonts and style: 0.25 s that the first hotkey need not wait for.
        self.palette.open_unseen()
        self.syncing.start()
        if self.preferences.is_first_start:
            self.rooms.tour()
        self.background.run(self.shelf.load_rules, self._use_rules)

    def _use_rules(self, loaded: tuple[RuleSet, tuple[Fault, ...]]) -> None:
        self.shelf.use_rules(*loaded)
        self.side.refresh()
        linecache.clearcache()  # PySide has read the source of every module imported so far: 14 MB
