"""Somebody who types when a test says so."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.combination import MODIFIERS
from desktop_assist.core.pasting.typed_code import Heard, Key, Typed
from tests.fakes.keyboard import FakeKeyboard

_NAMED: dict[str, Heard] = {
    "space": Typed(" "),
    "slash": Typed("/"),
    "backspace": Key.BACKSPACE,
}


class FakeListening:
    """Tells until it is stopped."""

    def __init__(self, told: Callable[[Heard], None]) -> None:
        self._told = told
        self.stopped = False
        self.late: list[Heard] = []

    def catch_up(self) -> None:
        late, self.late = self.late, []
        for heard in late:
            self.tell(heard)

    def tell(self, heard: Heard) -> None:
        if not self.stopped:
            self._told(heard)

    def stop(self) -> None:
        self.stopped = True


class FakeTyping:
    """`composing` is an input method that makes something else of the keys."""

    name = "fake"

    def __init__(self, keyboard: FakeKeyboard | None = None) -> None:
        self.keyboard = keyboard or FakeKeyboard()
        self.keyboard.heard.append(self._hear_key)
        self.listenings: list[FakeListening] = []
        self.composing = False
        self._shift_alone = False

    def listen(self, told: Callable[[Heard], None]) -> FakeListening:
        self.listenings.append(FakeListening(told))
        return self.listenings[-1]

    def is_direct(self) -> bool:
        return not self.composing

    @property
    def is_heard(self) -> bool:
        """Whether anybody listens."""
        return any(not listening.stopped for listening in self.listenings)

    def hear(self, *heard: Heard) -> None:
        """What happens on the keyboard and the mouse."""
        for one in heard:
            for listening in self.listenings:
                listening.tell(one)

    def type(self, text: str) -> None:
        """Characters one after the other; `⌫` is Backspace."""
        self.hear(*(Key.BACKSPACE if one == "⌫" else Typed(one) for one in text))

    def _hear_key(self, key: str, down: bool, _repeated: bool) -> None:
        if not down and key == "shift" and self._shift_alone:
            self.hear(Key.OTHER)
        self._shift_alone = down and key == "shift"
        if down and key not in MODIFIERS:
            self.hear(self._meaning(key))

    def _meaning(self, key: str) -> Heard:
        held = self.keyboard.modifiers()
        if set(held) - {"shift"}:
            return Key.OTHER
        letter = Typed(key.upper() if held else key) if len(key) == 1 else Key.OTHER
        return _NAMED.get(key, letter)
