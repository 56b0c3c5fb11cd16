"""Keys pressed through the X server's XTEST extension: any client may."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from desktop_assist.core.combination import MODIFIERS, Combination
from desktop_assist.oslayer.x11.keymap import is_down, keycode_for, modifier_keycodes

_NEUTRAL_KEY = "ctrl"


class XTestInjector:
    """Each call reaches the server as one unbroken piece: it is grabbed for that long."""

    name = "xtest"

    def __init__(self) -> None:
        self._display = Display()

    def held_modifiers(self) -> tuple[str, ...]:
        return tuple(name for name in MODIFIERS if self._held_codes(name))

    def release(self, modifiers: tuple[str, ...]) -> None:
        with self._unbroken():
            # A program that saw only Alt go down and up opens its menu: show it another key first.
            if {"alt", "super"} & set(modifiers) and _NEUTRAL_KEY not in modifiers:
                self._tap(keycode_for(self._display, _NEUTRAL_KEY))
            for name in modifiers:
                for code in self._held_codes(name):
                    xtest.fake_input(self._display, X.KeyRelease, code)

    def press(self, combination: Combination, times: int = 1) -> None:
        self.press_in_turn((combination, times))

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        with self._unbroken():
            for combination, times in presses:
                self._press(combination, times)

    def _press(self, combination: Combination, times: int) -> None:
        key = keycode_for(self._display, combination.key)
        modifiers = [keycode_for(self._display, name) for name in combination.modifiers]
        if is_down(self._display, key):
            xtest.fake_input(self._display, X.KeyRelease, key)
        for code in modifiers:
            xtest.fake_input(self._display, X.KeyPress, code)
        for _ in range(times):
            self._tap(key)
        for code in reversed(modifiers):
            xtest.fake_input(self._display, X.KeyRelease, code)

    def is_held(self, key: str) -> bool:
        return is_down(self._display, keycode_for(self._display, key))

    def close(self) -> None:
        self._display.close()

    def _held_codes(self, name: str) -> list[int]:
        codes = self._modifier_codes()[name]
        return [code for code in codes if is_down(self._display, code)]

    def _modifier_codes(self) -> dict[str, tuple[int, ...]]:
        self._follow_layout()
        return modifier_keycodes(self._display)

    def _follow_layout(self) -> None:
        """Take in changes of the keyboard; this connection hears of nothing else."""
        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.MappingNotify:
                self._display.refresh_keyboard_mapping(event)

    def _tap(self, code: int) -> None:
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)

    @contextmanager
    def _unbroken(self) -> Iterator[None]:
        """No other program is served meanwhile; whatever happens, they all are afterwards."""
        self._display.grab_server()
        try:
            yield
        finally:
            self._display.ungrab_server()
            self._display.sync()
