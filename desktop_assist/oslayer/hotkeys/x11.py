"""Hotkeys by passive grabs: an ordinary user's right on X11, without any device access."""

from __future__ import annotations

from collections.abc import Callable

from Xlib import X, error
from Xlib.protocol.rq import Event

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.x11.connection import X11Thread
from desktop_assist.oslayer.x11.keymap import MODIFIER_MASKS, is_down, keycode_for, lock_masks

_SWALLOW_LIMIT_MS = 5_000


class X11Hotkeys:
    """Grabs each combination four times: NumLock and CapsLock, each on and off."""

    name = "x11"

    def __init__(self) -> None:
        self._pressed: Callable[[Combination], None] = lambda _combination: None
        self._bound: dict[Combination, int] = {}
        self._down: set[int] = set()
        self._came_up: dict[int, int] = {}
        self._swallowed = 0
        self._swallows = 0
        self._thread = X11Thread("x11-hotkeys")
        self._display = self._thread.display
        self._root = self._display.screen().root
        self._locks = self._thread.ask(self._begin)

    def _begin(self) -> tuple[int, ...]:
        self._thread.handle = self._handle
        return lock_masks(self._display)

    def start(self, pressed: Callable[[Combination], None]) -> None:
        self._pressed = pressed

    def bind(self, combination: Combination) -> None:
        self._thread.ask(lambda: self._bind(combination))

    def unbind(self, combination: Combination) -> None:
        self._thread.do(lambda: self._unbind(combination))

    def let_go(self) -> None:
        self._thread.do(self._let_go)

    def swallow(self, key: str) -> None:
        self._thread.call(lambda: self._swallow(keycode_for(self._display, key)))

    def stop(self) -> None:
        self._thread.stop()

    def _bind(self, combination: Combination) -> None:
        if combination in self._bound:
            return
        keycode = keycode_for(self._display, combination.key)
        if not keycode or not self._grab(combination, keycode):
            raise HotkeyRefused(combination)
        self._bound[combination] = keycode

    def _grab(self, combination: Combination, keycode: int) -> bool:
        refused = error.CatchError(error.BadAccess, error.BadValue)
        for mask in self._masks(combination):
            self._root.grab_key(
                keycode, mask, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused
            )
        self._display.sync()
        if refused.get_error() is None:
            return True
        self._ungrab(combination, keycode)
        return False

    def _ungrab(self, combination: Combination, keycode: int) -> None:
        for mask in self._masks(combination):
            self._root.ungrab_key(keycode, mask)
        self._display.sync()

    def _masks(self, combination: Combination) -> tuple[int, ...]:
        wanted = sum(MODIFIER_MASKS[name] for name in combination.modifiers)
        return tuple(wanted | lock for lock in self._locks)

    def _unbind(self, combination: Combination) -> None:
        keycode = self._bound.pop(combination, 0)
        if keycode:
            self._ungrab(combination, keycode)

    def _let_go(self) -> None:
        self._swallowed = 0
        self._display.ungrab_keyboard(X.CurrentTime)
        self._display.sync()
        # What was pressed before comes now; what is still down will be let go unheard.
        while self._display.pending_events():
            self._handle(self._display.next_event())
        self._down.clear()

    def _swallow(self, keycode: int) -> None:
        """Hold the keyboard until the key is up.

        The grab is a synchronous one: after each event the server keeps the next ones back, so
        that a key pressed right after the release goes to its window when the grab ends.
        """
        if not keycode or not is_down(self._display, keycode):
            return
        granted = self._root.grab_keyboard(False, X.GrabModeAsync, X.GrabModeSync, X.CurrentTime)
        if granted != X.GrabSuccess:
            return  # another program has the whole keyboard, so the chat cannot get the key either
        self._swallowed = keycode
        if not is_down(self._display, keycode):  # it came up before the grab began
            self._let_go()
            return
        self._display.allow_events(X.SyncKeyboard, X.CurrentTime)
        self._swallows += 1
        number = self._swallows
        self._thread.later(_SWALLOW_LIMIT_MS, lambda: self._end_swallow(number))

    def _end_swallow(self, number: int) -> None:
        """The key is held for good; a later swallow has a limit of its own."""
        if self._swallowed and self._swallows == number:
            self._let_go()

    def _swallowing(self, event: Event) -> None:
        """One event while a key is swallowed: its repeats come as a release and a press."""
        released = event.type == X.KeyRelease
        if event.detail != self._swallowed and not released:
            self._swallowed = 0  # a new key ends the old one's repeats, and is the window's
            self._display.allow_events(X.ReplayKeyboard, X.CurrentTime)
        elif event.detail != self._swallowed or not released:
            self._display.allow_events(X.SyncKeyboard, X.CurrentTime)
        elif not is_down(self._display, event.detail):
            self._let_go()

    def _handle(self, event: Event) -> None:
        if self._swallowed and event.type in (X.KeyPress, X.KeyRelease):
            self._swallowing(event)
        elif event.type == X.KeyPress:
            self._key_down(event)
        elif event.type == X.KeyRelease:
            self._key_up(event)
        elif event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._bind_again()

    def _key_down(self, event: Event) -> None:
        if self._is_repeat(event):
            self._down.add(event.detail)
        if event.detail in self._down:
            return
        combination = self._combination_of(event)
        if combination is not None:
            self._down.add(event.detail)
            self._pressed(combination)

    def _is_repeat(self, event: Event) -> bool:
        """Whether the server made the press itself: it sends a release of the same moment first.

        Asking whether the key is down would not tell: by then it may be down for the next press.
        """
        return bool(self._came_up.pop(event.detail, None) == event.time)

    def _key_up(self, event: Event) -> None:
        if event.detail in self._down:
            self._down.discard(event.detail)
            self._came_up[event.detail] = event.time

    def _combination_of(self, event: Event) -> Combination | None:
        state = event.state & sum(MODIFIER_MASKS.values())
        for combination, keycode in self._bound.items():
            wanted = sum(MODIFIER_MASKS[name] for name in combination.modifiers)
            if keycode == event.detail and wanted == state:
                return combination
        return None

    def _bind_again(self) -> None:
        """After a change of keyboard or layout: move each grab to the key that now makes it."""
        self._locks = lock_masks(self._display)
        for combination, old in list(self._bound.items()):
            new = keycode_for(self._display, combination.key)
            if new in (0, old):
                continue
            self._ungrab(combination, old)
            if self._grab(combination, new):
                self._bound[combination] = new
