"""What the `keyboard` library hears, kept as the keys that are down now.

The library's own `add_hotkey` is not used. It fires for every auto-repeat, fires two or three
times when modifiers and key come within 50 µs, and falls silent for good when a key-up was missed
at the lock screen (boppreh/keyboard 191, 223). On Windows it also holds back every Ctrl and Alt
until the next key, which breaks Ctrl+click. One hook and a table of our own have none of this.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from subprocess import CalledProcessError
from typing import Any, Protocol

from desktop_assist.core.combination import MODIFIERS
from desktop_assist.errors import AssistError
from desktop_assist.text import say

STALE_AFTER_S = 30.0
"""A key that has not been heard of for so long came up while nobody told us."""

_LIBRARY_NAMES: dict[str, tuple[str, ...]] = {
    "super": ("windows",), "escape": ("esc",), "pageup": ("page up",),
    "pagedown": ("page down",), "comma": (",",), "period": (".",), "slash": ("/",),
    "semicolon": (";",), "quote": ("'",), "bracketleft": ("[",), "bracketright": ("]",),
    "backslash": ("\\",), "minus": ("-", "minus"), "equal": ("=",), "grave": ("`",),
}  # fmt: skip


class KeyEvent(Protocol):
    """A key's move, as the library tells it; `time` in seconds, `event_type` up or down."""

    event_type: str
    scan_code: int
    time: float


Heard = Callable[[KeyEvent, bool], bool]
"""Takes an event and whether the key was down before; tells whether windows may have it."""


class KeyboardState:
    """The keys that are down, and a word in each key's way where the system allows it."""

    def __init__(self, heard: Heard | None = None) -> None:
        """Start to listen. `heard` is called on the library's thread.

        Raises:
            AssistError: the library is missing, or may not read the keyboard here.
        """
        self._heard = heard
        self._down: dict[int, float] = {}
        # Keys can be kept from windows on Windows alone; there the hook is asked before them.
        blocks = sys.platform == "win32" and heard is not None
        self.library, self._unhook = _listen(self._take if blocks else self._note, blocks)
        self._modifiers = {name: self.codes(name) for name in MODIFIERS}

    def codes(self, key: str) -> tuple[int, ...]:
        """The scan codes of `key` (a name of `core.combination`); none where it has no key."""
        for name in _LIBRARY_NAMES.get(key, (key,)):
            codes: tuple[int, ...] = self.library.key_to_scan_codes(name, False)
            if codes:
                return codes
        return ()

    def down(self, key: str) -> tuple[int, ...]:
        """Those of the key's scan codes that are down."""
        return tuple(code for code in self.codes(key) if code in self._down)

    def modifiers(self) -> tuple[str, ...]:
        """The modifiers that are down, in the order of `MODIFIERS`."""
        down = set(self._down)
        return tuple(name for name in MODIFIERS if down & set(self._modifiers[name]))

    def forget(self, code: int) -> None:
        """Count a key as up, as after it has been released by a program."""
        self._down.pop(code, None)

    def resync(self) -> None:
        """Count every key as up, as after a lock screen that kept the key-ups to itself."""
        self._down.clear()

    def close(self) -> None:
        """Listen no more; harmless when that is so already."""
        unhook, self._unhook = self._unhook, lambda: None
        unhook()

    def _note(self, event: KeyEvent) -> None:
        """The library ends its round of listeners at a true answer: there is none."""
        self._take(event)

    def _take(self, event: KeyEvent) -> bool:
        before = event.scan_code in self._down
        if event.event_type == "up":
            self._down.pop(event.scan_code, None)
        else:
            self._forget_stale(event.time)
            self._down[event.scan_code] = event.time
        return self._heard(event, before) if self._heard else True

    def _forget_stale(self, now: float) -> None:
        for code, heard_at in list(self._down.items()):
            if now - heard_at > STALE_AFTER_S:
                self.forget(code)


def _listen(hook: Callable[[Any], object], blocks: bool) -> tuple[Any, Callable[[], object]]:
    """The library, and what ends the hook.

    Without root it raises ImportError on Linux, without any keyboard AssertionError, and without
    `dumpkeys` what a missing or failing program raises.
    """
    try:
        with warnings.catch_warnings():
            # It warns that it cannot make a device of its own, which listening does not need.
            warnings.simplefilter("ignore")
            import keyboard  # noqa: PLC0415  loads the system's hooks

            return keyboard, keyboard.hook(hook, suppress=blocks)
    except (ImportError, OSError, AssertionError, CalledProcessError) as error:
        raise AssistError(
            say("HotkeyBackend", "The keyboard library may not read the keyboard here."),
            say(
                "HotkeyBackend",
                "On Linux it needs root and the package “kbd”; choose the X11 backend instead.",
            ),
        ) from error
