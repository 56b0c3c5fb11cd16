"""Keys pressed through SendInput: all of a chord at once, so that no finger comes in between."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from desktop_assist.core.combination import MODIFIERS, Combination
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.keys.base import KeysRefused
from desktop_assist.oslayer.win32.api import Input, InputUnion, KeyboardInput, WindowsApi
from desktop_assist.oslayer.win32.processes import outranks_us, process_of, program_name
from desktop_assist.oslayer.win32.virtual_keys import EXTENDED, MODIFIER_KEYS, is_down, keys_of
from desktop_assist.text import say

_KEYBOARD = 1
_EXTENDED, _UP = 0x0001, 0x0002
_NEUTRAL_KEY = 0xA2
"""Left Ctrl: a lone Alt or Windows key that goes down and up opens a menu, with it not."""

Move = tuple[int, bool]
"""A virtual key, and whether it goes down."""


class WindowsInjector:
    """Asks Windows which keys are down, so there is nothing to lose track of at a lock screen."""

    name = "windows"

    def __init__(self, api: WindowsApi) -> None:
        self._api = api

    def held_modifiers(self) -> tuple[str, ...]:
        return tuple(name for name in MODIFIERS if self._down(name))

    def release(self, modifiers: tuple[str, ...]) -> None:
        moves: list[Move] = []
        if {"alt", "super"} & set(modifiers) and "ctrl" not in modifiers:
            moves = [(_NEUTRAL_KEY, True), (_NEUTRAL_KEY, False)]
        moves += [(code, False) for name in modifiers for code in self._down(name)]
        self._send(moves)

    def press(self, combination: Combination, times: int = 1) -> None:
        """Raises: KeysRefused: the window in front runs with more rights than this program."""
        self.press_in_turn((combination, times))

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        """Raises: KeysRefused: the window in front runs with more rights than this program."""
        self._refuse_above_us()
        moves = [move for combination, times in presses for move in self._moves(combination, times)]
        if not self._send(moves):
            raise KeysRefused(
                say("Paste", "Windows lets no program press keys now."),
                say("Paste", "Press the paste key yourself."),
            )

    def is_held(self, key: str) -> bool:
        return bool(self._down(key))

    def close(self) -> None:
        """Nothing to give back."""

    def _down(self, key: str) -> tuple[int, ...]:
        return tuple(code for code in keys_of(self._api, key) if is_down(self._api, code))

    def _moves(self, combination: Combination, times: int) -> Iterator[Move]:
        yield from ((code, False) for code in self._down(combination.key))
        modifiers = [MODIFIER_KEYS[name][0] for name in combination.modifiers]
        yield from ((code, True) for code in modifiers)
        for code in keys_of(self._api, combination.key)[:1] * times:
            yield code, True
            yield code, False
        yield from ((code, False) for code in reversed(modifiers))

    def _send(self, moves: list[Move]) -> bool:
        """Whether Windows took all of them; it takes none on its secure desktop."""
        inputs = (Input * len(moves))(*(self._input(*move) for move in moves))
        sent = self._api.user32.SendInput(len(moves), inputs, ctypes.sizeof(Input))
        return int(sent) == len(moves)

    def _input(self, code: int, goes_down: bool) -> Input:
        flags = (_EXTENDED if code in EXTENDED else 0) | (0 if goes_down else _UP)
        # Remote desktops and games read the scan code, not the virtual key.
        scan_code = self._api.user32.MapVirtualKeyW(code, 0)
        return Input(_KEYBOARD, InputUnion(key=KeyboardInput(code, scan_code, flags, 0, 0)))

    def _refuse_above_us(self) -> None:
        process = process_of(self._api, self._api.user32.GetForegroundWindow())
        if process and outranks_us(self._api, process):
            raise _above_us(program_name(self._api, process))


def _above_us(program: str) -> AssistError:
    return KeysRefused(
        say(
            "Paste",
            "{program} runs as administrator, so Windows keeps our keys from it.",
            program=program,
        ),
        say("Paste", "Press the paste key yourself, or start Desktop Assist as administrator too."),
    )
