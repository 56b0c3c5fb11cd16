"""One keyboard that nobody touches, with its hotkeys and an injector."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.combination import MODIFIERS, Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused


class FakeKeyboard:
    """Which keys are down, and who hears of each press."""

    def __init__(self) -> None:
        self.down: list[str] = []
        self.heard: list[Callable[[str, bool, bool], None]] = []

    def press(self, key: str) -> None:
        """Push a key down; once more while it is down is its auto-repeat."""
        repeated = key in self.down
        if not repeated:
            self.down.append(key)
        for hear in self.heard:
            hear(key, True, repeated)

    def release(self, key: str) -> None:
        """Let a key up."""
        if key in self.down:
            self.down.remove(key)
        for hear in self.heard:
            hear(key, False, False)

    def modifiers(self) -> tuple[str, ...]:
        return tuple(name for name in MODIFIERS if name in self.down)


class FakeHotkeys:
    """Hears one keyboard's combinations; those in `taken` belong to another program."""

    name = "fake"

    def __init__(self, keyboard: FakeKeyboard | None = None) -> None:
        self.keyboard = keyboard or FakeKeyboard()
        self.keyboard.heard.append(self._hear)
        self.bound: set[Combination] = set()
        self.taken: set[Combination] = set()
        self.swallowed: list[str] = []
        self.let_go_count = 0
        self.stopped = False
        self._pressed: Callable[[Combination], None] = lambda _combination: None

    def start(self, pressed: Callable[[Combination], None]) -> None:
        self._pressed = pressed

    def bind(self, combination: Combination) -> None:
        if combination in self.taken:
            raise HotkeyRefused(combination)
        self.bound.add(combination)

    def unbind(self, combination: Combination) -> None:
        self.bound.discard(combination)

    def let_go(self) -> None:
        self.let_go_count += 1

    def swallow(self, key: str) -> None:
        self.swallowed.append(key)

    def stop(self) -> None:
        self.bound.clear()
        self.stopped = True

    def _hear(self, key: str, down: bool, repeated: bool) -> None:
        combination = Combination(self.keyboard.modifiers(), key)
        if down and not repeated and combination in self.bound:
            self._pressed(combination)


class FakeInjector:
    """Notes what it presses; `pressed_hook` is the window in front. A `stuck` modifier stays."""

    name = "fake"

    def __init__(self, keyboard: FakeKeyboard | None = None) -> None:
        self.keyboard = keyboard or FakeKeyboard()
        self.pressed: list[tuple[Combination, int]] = []
        self.released: list[str] = []
        self.stuck: set[str] = set()
        self.pressed_hook: Callable[[Combination], None] = lambda _combination: None
        self.closed = False

    def held_modifiers(self) -> tuple[str, ...]:
        return self.keyboard.modifiers()

    def release(self, modifiers: tuple[str, ...]) -> None:
        for name in modifiers:
            self.released.append(name)
            if name not in self.stuck:
                self.keyboard.release(name)

    def press(self, combination: Combination, times: int = 1) -> None:
        self.pressed.append((combination, times))
        for _ in range(times):
            self.pressed_hook(combination)

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        for combination, times in presses:
            self.press(combination, times)

    def is_held(self, key: str) -> bool:
        return key in self.keyboard.down

    def close(self) -> None:
        self.closed = True
