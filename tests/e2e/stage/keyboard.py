"""Real key events through XTEST, on a connection of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

KEYSYMS = {
    "ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "super": "Super_L",
    "enter": "Return", "tab": "Tab", "escape": "Escape", "backspace": "BackSpace",
    "delete": "Delete", "insert": "Insert", "home": "Home", "end": "End", "pageup": "Prior",
    "pagedown": "Next", "left": "Left", "right": "Right", "up": "Up", "down": "Down",
    "capslock": "Caps_Lock", "numlock": "Num_Lock",
}  # fmt: skip
"""The keys' names in `core.combination` and their X names, where the two differ."""


class Keyboard:
    """The user's hands: presses and releases keys exactly when told."""

    def __init__(self, display_name: str) -> None:
        self._display = Display(display_name)

    def press(self, name: str) -> int:
        """Push a key down; gives the CLOCK_MONOTONIC nanosecond just before it was sent."""
        return self._send(X.KeyPress, name)

    def release(self, name: str) -> int:
        """Let a key up; gives the nanosecond just before it was sent."""
        return self._send(X.KeyRelease, name)

    def chord(self, combination: str, hold: float = 0.0) -> int:
        """Press `ctrl+alt+1`, hold it `hold` seconds, let go; gives when the last key went down."""
        *modifiers, key = combination.split("+")
        with self.held(*modifiers):
            moment = self.press(key)
            _keep(hold)
            self.release(key)
        return moment

    @contextmanager
    def held(self, *names: str) -> Iterator[None]:
        """Keys that stay down meanwhile."""
        for name in names:
            self.press(name)
        try:
            yield
        finally:
            for name in reversed(names):
                self.release(name)

    def burst(self, combinations: Sequence[str], within: float) -> list[int]:
        """Press all `combinations`, evenly spread over `within` seconds."""
        gap = within / max(len(combinations) - 1, 1)
        moments = []
        for number, combination in enumerate(combinations):
            if number:
                _keep(gap)
            moments.append(self.chord(combination))
        return moments

    def type(self, text: str, gap: float = 0.0) -> None:
        """Type lower-case letters, digits and spaces, `gap` seconds apart."""
        for character in text:
            self.chord("space" if character == " " else character)
            _keep(gap)

    def click(self, left: int, top: int, button: int = 1) -> None:
        """Move the mouse to a point of the screen and click."""
        xtest.fake_input(self._display, X.MotionNotify, x=left, y=top)
        xtest.fake_input(self._display, X.ButtonPress, button)
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.flush()

    def point(self, left: int, top: int) -> None:
        """Move the mouse to a point of the screen."""
        xtest.fake_input(self._display, X.MotionNotify, x=left, y=top)
        self._display.flush()

    @contextmanager
    def dragging(self, left: int, top: int) -> Iterator[None]:
        """The mouse's button goes down at a point, and up again where the mouse is then."""
        self.point(left, top)
        xtest.fake_input(self._display, X.ButtonPress, 1)
        self._display.flush()
        try:
            yield
        finally:
            xtest.fake_input(self._display, X.ButtonRelease, 1)
            self._display.flush()

    def rest(self, seconds: float = 0.3) -> None:
        """Touch nothing for so long, as hands do between two keys that are not one chord."""
        _keep(seconds)

    def close(self) -> None:
        self._display.close()

    def _send(self, kind: int, name: str) -> int:
        keycode = self._display.keysym_to_keycode(XK.string_to_keysym(KEYSYMS.get(name, name)))
        if not keycode:
            raise ValueError(f"this keyboard has no key “{name}”")
        moment = time.monotonic_ns()
        xtest.fake_input(self._display, kind, keycode)
        self._display.sync()  # a flush leaves behind what a busy server does not take at once
        return moment


def _keep(seconds: float) -> None:
    if seconds:
        time.sleep(seconds)  # the time that a finger rests is the input itself
