"""Key combinations by name: `ctrl+alt+h`. No system's key codes live here."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

KEYS, CHORD = "Keys", "Chord"
"""The contexts of spelled combinations: who speaks a `Message` spells them as its system does."""

MODIFIERS = ("ctrl", "alt", "shift", "super")
"""Every modifier, in the order in which a combination is written."""

_NAMED_KEYS = frozenset(
    "space enter tab escape backspace delete insert home end pageup pagedown "
    "left right up down comma period slash semicolon quote bracketleft bracketright "
    "backslash minus equal grave".split()
) | {f"f{number}" for number in range(1, 25)}

_ALIASES = {
    "control": "ctrl", "win": "super", "meta": "super", "cmd": "super", "return": "enter",
    "esc": "escape", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdown": "pagedown",
    ",": "comma", ".": "period", "/": "slash", ";": "semicolon", "'": "quote",
    "[": "bracketleft", "]": "bracketright", "\\": "backslash", "-": "minus", "=": "equal",
    "`": "grave",
}  # fmt: skip


class BadCombination(AssistError):
    """The text names no key combination."""


@dataclass(frozen=True, slots=True, order=True)
class Combination:
    """Modifiers (in the order of `MODIFIERS`) and one key, all lower-case names."""

    modifiers: tuple[str, ...]
    key: str

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))

    @property
    def shown(self) -> Message:
        """As people write it: `Ctrl+Alt+H`, or what the system of the windows has for it."""
        return Message(KEYS, self._written)

    @property
    def shown_as_chord(self) -> Message:
        """As `shown`, for keys in another program: Ctrl is whatever its system pastes by."""
        return Message(CHORD, self._written)

    @property
    def _written(self) -> str:
        return "+".join(part.capitalize() for part in (*self.modifiers, self.key))

    @classmethod
    def parse(cls, text: str) -> Combination:
        """Read `ctrl+alt+h`, in any order and case.

        Raises:
            BadCombination: no key, two keys, or a name that no keyboard has.
        """
        parts = [_ALIASES.get(part, part) for part in _split(text)]
        keys = [part for part in parts if part not in MODIFIERS]
        if len(keys) != 1 or not _is_key(keys[0]):
            raise BadCombination(
                say("Hotkeys", "“{text}” is not a key combination.", text=text),
                say("Hotkeys", "Write it like ctrl+alt+h: modifiers first, then one key."),
            )
        return cls(tuple(name for name in MODIFIERS if name in parts), keys[0])


def _split(text: str) -> list[str]:
    return [part.strip().lower() for part in text.split("+")]


def _is_key(name: str) -> bool:
    return name in _NAMED_KEYS or (len(name) == 1 and name.isascii() and name.isalnum())
