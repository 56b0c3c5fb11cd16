"""Hotkeys through the `keyboard` library: where a program may read the keyboard itself."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.keyboard_state import KeyboardState, KeyEvent


class KeyboardHotkeys:
    """Compares each key that goes down with the combinations; no other program is asked.

    On Windows the key of a hotkey (not its modifiers) is kept from every window, repeats too. On
    Linux the library only listens, and the window in front gets the key as well.
    """

    name = "keyboard"

    def __init__(self) -> None:
        """Start to listen.

        Raises:
            AssistError: the library is missing, or may not read the keyboard here.
        """
        self._pressed: Callable[[Combination], None] = lambda _combination: None
        # Replaced, never changed: the library's thread reads it while the caller's binds.
        self._bound: dict[Combination, frozenset[int]] = {}
        self._ours: set[int] = set()
        self._keys = KeyboardState(self._heard)

    def start(self, pressed: Callable[[Combination], None]) -> None:
        self._pressed = pressed

    def bind(self, combination: Combination) -> None:
        codes = self._keys.codes(combination.key)
        if not codes:
            raise HotkeyRefused(combination)
        self._bound = {**self._bound, combination: frozenset(codes)}

    def unbind(self, combination: Combination) -> None:
        self._bound = {one: codes for one, codes in self._bound.items() if one != combination}

    def let_go(self) -> None:
        """Nothing to do: a hook holds no grab that would keep injected keys to itself."""

    def swallow(self, key: str) -> None:
        """Nothing to do: where keys can be kept from windows, a hotkey's already are."""

    def resync(self) -> None:
        """Count every key as up, as after a lock screen that kept the key-ups to itself."""
        self._ours.clear()
        self._keys.resync()

    def stop(self) -> None:
        self._bound = {}
        self._keys.close()

    def _heard(self, event: KeyEvent, was_down: bool) -> bool:
        """Runs on the library's thread and only posts: Windows drops a hook that takes long."""
        if event.event_type == "up":
            ours = event.scan_code in self._ours
            self._ours.discard(event.scan_code)
            return not ours
        if was_down:
            return event.scan_code not in self._ours
        combination = self._combination_of(event.scan_code)
        if combination is None:
            return True
        self._ours.add(event.scan_code)
        self._pressed(combination)
        return False

    def _combination_of(self, code: int) -> Combination | None:
        fitting = [one for one, codes in self._bound.items() if code in codes]
        if not fitting:
            return None  # also while the constructor is still at work
        modifiers = self._keys.modifiers()
        return next((one for one in fitting if one.modifiers == modifiers), None)
