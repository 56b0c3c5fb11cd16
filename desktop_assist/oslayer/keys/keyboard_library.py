"""Keys pressed through the `keyboard` library: Windows, and macOS where it is allowed."""

from __future__ import annotations

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.keyboard_state import KeyboardState

_NEUTRAL_KEY = "ctrl"


class KeyboardInjector:
    """Remembers what it released: the library goes on counting a held key as down.

    A key that the user goes on holding repeats, is heard again, and counts as down again.
    """

    name = "keyboard"

    def __init__(self) -> None:
        """Start to listen, for that is how it knows which keys are down.

        Raises:
            AssistError: the library is missing, or may not read the keyboard here.
        """
        self._keys = KeyboardState()
        self._library = self._keys.library

    def held_modifiers(self) -> tuple[str, ...]:
        return self._keys.modifiers()

    def release(self, modifiers: tuple[str, ...]) -> None:
        # A lone Alt or Windows key that goes down and up opens a menu: show another key first.
        if {"alt", "super"} & set(modifiers) and _NEUTRAL_KEY not in modifiers:
            self._tap(_NEUTRAL_KEY)
        for name in modifiers:
            self._release(name)

    def press(self, combination: Combination, times: int = 1) -> None:
        self._release(combination.key)
        modifiers = [code for name in combination.modifiers for code in self._keys.codes(name)[:1]]
        for code in modifiers:
            self._library.press(code)
        for _ in range(times):
            self._tap(combination.key)
        for code in reversed(modifiers):
            self._library.release(code)

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        for combination, times in presses:
            self.press(combination, times)

    def is_held(self, key: str) -> bool:
        return bool(self._keys.down(key))

    def close(self) -> None:
        self._keys.close()

    def _release(self, name: str) -> None:
        for code in self._keys.down(name):
            self._library.release(code)
            self._keys.forget(code)

    def _tap(self, name: str) -> None:
        for code in self._keys.codes(name)[:1]:
            self._library.press(code)
            self._library.release(code)
