"""Keys pressed by `wtype`, over the virtual keyboard of wlroots compositors (sway, Hyprland, …).

The virtual keyboard has modifiers of its own, so those that the user still holds do not mix with
the chord: nothing need be released.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.xkb_names import xkb_name
from desktop_assist.text import Message, say

_LIMIT_S = 2.0
_MODIFIERS = {"ctrl": "ctrl", "alt": "alt", "shift": "shift", "super": "logo"}


class WtypeInjector:
    """Runs `wtype` for each press, which takes some 20 ms; knows of no key that is down."""

    name = "wtype"

    def __init__(self, program: str, told: Callable[[Message], None]) -> None:
        """`program` is the path of wtype; `told` hears, once, when the compositor refuses it."""
        self._program = program
        self._told = told
        self._refused = False

    def held_modifiers(self) -> tuple[str, ...]:
        return ()

    def release(self, modifiers: tuple[str, ...]) -> None:
        """Nothing to do: see the module."""

    def press(self, combination: Combination, times: int = 1) -> None:
        self.press_in_turn((combination, times))

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        words = [word for one in presses for word in _words(*one)]
        if self._refused or not words:
            return
        try:
            subprocess.run(
                [self._program, *words],
                check=True,
                timeout=_LIMIT_S,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            self._refused = True
            self._told(
                say(
                    "Wayland",
                    "Replies are left on the clipboard, for you to paste: this desktop lets no"
                    " program press keys.",
                )
            )

    def is_held(self, key: str) -> bool:
        return False

    def close(self) -> None:
        """Nothing to give back."""


def _words(combination: Combination, times: int) -> list[str]:
    """What wtype(1) is told: modifiers down, the key so many times, modifiers up."""
    names = [_MODIFIERS[one] for one in combination.modifiers]
    down = [word for name in names for word in ("-M", name)]
    up = [word for name in reversed(names) for word in ("-m", name)]
    return [*down, *("-k", xkb_name(combination.key)) * times, *up]
