"""Which hotkeys are bound now: all of them, none while one is recorded, or all but the pause."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Shelf
from desktop_assist.gui.tray.icon import Tray
from desktop_assist.services.hotkeys import HotkeyService, bindings
from desktop_assist.text import Message


class Binding(QObject):
    """Binds what the settings and the replies name, and tells what could not be had."""

    paused = Signal(bool)

    def __init__(
        self,
        hotkeys: HotkeyService,
        shelf: Shelf,
        preferences: Preferences,
        tray: Tray,
        tell: Callable[[Message], None],
    ) -> None:
        super().__init__()
        self._hotkeys = hotkeys
        self._shelf = shelf
        self._preferences = preferences
        self._tray = tray
        self._tell = tell
        self._told: Message | None = None

    def bind(self) -> None:
        """Bind the combinations of now."""
        settings = self._preferences.settings
        snippets = [(entry.key, entry.snippet.hotkey) for entry in self._shelf.library]
        problems = self._hotkeys.apply(bindings(settings.hotkeys, snippets))
        self._tray.set_hotkeys(settings.hotkeys)
        self._tell_problems(problems)

    def rest(self, listening: bool) -> None:
        """While a combination is being recorded, none of ours may swallow it."""
        if listening:
            self._hotkeys.apply({})
        else:
            self.bind()

    def pause(self, on: bool) -> None:
        """Give the combinations back, or take them again."""
        if on:
            self._hotkeys.pause()
        else:
            self._tell_problems(self._hotkeys.resume())
        self.paused.emit(on)
        self._tray.set_paused(on)

    def toggle(self) -> None:
        """Pause, or go on."""
        self.pause(not self._hotkeys.paused)

    def _tell_problems(self, problems: Mapping[str, Message]) -> None:
        """Tell the first of them, once for as long as it lasts."""
        first = next(iter(problems.values()), None)
        if first is not None and first != self._told:
            self._tell(first)
        self._told = first
