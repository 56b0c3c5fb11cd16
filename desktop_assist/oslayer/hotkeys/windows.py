"""Hotkeys that Windows itself keeps (RegisterHotKey): no key of anybody is read for them."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.win32.api import WindowsApi, last_error
from desktop_assist.oslayer.win32.held_key import HeldKeyFilter
from desktop_assist.oslayer.win32.message_thread import MessageThread
from desktop_assist.oslayer.win32.virtual_keys import virtual_key
from desktop_assist.text import say

_HOTKEY = 0x0312
_ALREADY_REGISTERED = 1409
_NO_REPEAT = 0x4000
_MODIFIERS = {"alt": 1, "ctrl": 2, "shift": 4, "super": 8}


class WindowsHotkeys:
    """Registers each combination once; Windows leaves NumLock and CapsLock out of it."""

    name = "windows"

    def __init__(self, api: WindowsApi) -> None:
        """Raises: OSError: Windows made no window for messages."""
        self._api = api
        self._pressed: Callable[[Combination], None] = lambda _combination: None
        self._bound: dict[Combination, int] = {}
        self._numbers = itertools.count(1)
        self._thread = MessageThread("hotkeys", api)
        self._filter = HeldKeyFilter(api, self._thread)
        self._thread.ask(self._begin)

    def _begin(self) -> None:
        self._thread.handle = self._handle

    def start(self, pressed: Callable[[Combination], None]) -> None:
        self._pressed = pressed

    def bind(self, combination: Combination) -> None:
        self._thread.ask(lambda: self._bind(combination))

    def unbind(self, combination: Combination) -> None:
        self._thread.do(lambda: self._unbind(combination))

    def let_go(self) -> None:
        """Windows holds no keyboard for a hotkey; a key that is being swallowed is let go."""
        self._thread.do(self._filter.end)

    def swallow(self, key: str) -> None:
        self._thread.call(lambda: self._filter.begin(virtual_key(self._api, key)))

    def stop(self) -> None:
        self._thread.do(self._unbind_all)
        self._thread.stop()

    def _bind(self, combination: Combination) -> None:
        if combination in self._bound:
            return
        code = virtual_key(self._api, combination.key)
        if not code:
            raise HotkeyRefused(combination)
        number = next(self._numbers)
        modifiers = sum(_MODIFIERS[name] for name in combination.modifiers)
        registered = self._api.user32.RegisterHotKey(
            self._thread.window, number, modifiers | _NO_REPEAT, code
        )
        if not registered:
            raise _refusal(combination)
        self._bound[combination] = number

    def _unbind(self, combination: Combination) -> None:
        number = self._bound.pop(combination, 0)
        if number:
            self._api.user32.UnregisterHotKey(self._thread.window, number)

    def _unbind_all(self) -> None:
        self._filter.end()
        for combination in list(self._bound):
            self._unbind(combination)

    def _handle(self, message: int, number: int, _keys: int) -> int | None:
        if message != _HOTKEY:
            return None
        for combination, bound in self._bound.items():
            if bound == number:
                self._pressed(combination)
        return 0


def _refusal(combination: Combination) -> HotkeyRefused:
    if last_error() == _ALREADY_REGISTERED:
        return HotkeyRefused(combination)
    return HotkeyRefused(
        combination,
        say(
            "Hotkeys",
            "Windows keeps {key} to itself. Choose another combination.",
            key=combination.shown,
        ),
    )
