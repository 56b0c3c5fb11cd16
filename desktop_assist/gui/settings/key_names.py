"""Between Qt's keys and the names in `core.combination`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from desktop_assist.core.combination import MODIFIERS, Combination

_NATIVE = QKeySequence.SequenceFormat.NativeText
_MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "super": Qt.KeyboardModifier.MetaModifier,
}

_KEYS = {
    "space": Qt.Key.Key_Space, "enter": Qt.Key.Key_Return, "tab": Qt.Key.Key_Tab,
    "escape": Qt.Key.Key_Escape, "backspace": Qt.Key.Key_Backspace,
    "delete": Qt.Key.Key_Delete, "insert": Qt.Key.Key_Insert, "home": Qt.Key.Key_Home,
    "end": Qt.Key.Key_End, "pageup": Qt.Key.Key_PageUp, "pagedown": Qt.Key.Key_PageDown,
    "left": Qt.Key.Key_Left, "right": Qt.Key.Key_Right, "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down, "comma": Qt.Key.Key_Comma, "period": Qt.Key.Key_Period,
    "slash": Qt.Key.Key_Slash, "semicolon": Qt.Key.Key_Semicolon,
    "quote": Qt.Key.Key_Apostrophe, "bracketleft": Qt.Key.Key_BracketLeft,
    "bracketright": Qt.Key.Key_BracketRight, "backslash": Qt.Key.Key_Backslash,
    "minus": Qt.Key.Key_Minus, "equal": Qt.Key.Key_Equal, "grave": Qt.Key.Key_QuoteLeft,
    **{f"f{number}": Qt.Key(Qt.Key.Key_F1 + number - 1) for number in range(1, 25)},
    **{letter: Qt.Key(ord(letter.upper())) for letter in "abcdefghijklmnopqrstuvwxyz0123456789"},
}  # fmt: skip

_NAMES = {key: name for name, key in _KEYS.items()} | {
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Backtab: "tab",
}

# With Shift held Qt names the character, not the key; these are the keys of a US layout.
_SHIFTED = dict(zip('!@#$%^&*()_+{}|:"<>?~', "1234567890-=[]\\;',./`", strict=True))


def swaps_control() -> bool:
    """Whether Qt calls Control what people here call Command (⌘), and Meta what they call Control.

    A hotkey is bound to the keys of those names that people see.
    """
    return QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_A).toString(_NATIVE).startswith("⌘")


def _flags(swapped: bool) -> Mapping[str, Qt.KeyboardModifier]:
    if not swapped:
        return _MODIFIERS
    return {**_MODIFIERS, "ctrl": _MODIFIERS["super"], "super": _MODIFIERS["ctrl"]}


def combination_of(pressed: QKeyCombination, swapped: bool | None = None) -> Combination | None:
    """The combination of a key press; `None` for a lone modifier or a key without a name.

    `swapped` is what `swaps_control` tells, here and below.
    """
    flags = _flags(swaps_control() if swapped is None else swapped)
    held = pressed.keyboardModifiers()
    key = _unshifted(pressed.key()) if held & Qt.KeyboardModifier.ShiftModifier else pressed.key()
    name = _NAMES.get(key)
    if name is None:
        return None
    return Combination(tuple(word for word in MODIFIERS if held & flags[word]), name)


def _unshifted(key: Qt.Key) -> Qt.Key:
    character = chr(key) if 0x20 <= key < 0x7F else ""
    return Qt.Key(ord(_SHIFTED[character])) if character in _SHIFTED else key


def keys_of(combination: Combination, swapped: bool | None = None) -> QKeyCombination:
    """Qt's spelling of `combination`."""
    flags = _flags(swaps_control() if swapped is None else swapped)
    held = Qt.KeyboardModifier.NoModifier
    for name in combination.modifiers:
        held |= flags[name]
    return QKeyCombination(held, _KEYS[combination.key])


def sequence_of(combination: Combination) -> QKeySequence:
    """For showing in menus."""
    return QKeySequence(keys_of(combination))


def shown(combination: Combination | None) -> str:
    """As this desktop writes it, such as `Ctrl+Alt+Space`; nothing for no combination."""
    if combination is None:
        return ""
    return sequence_of(combination).toString(_NATIVE)


def spelled(text: str, *, as_chord: bool) -> str:
    """`text`, such as `Ctrl+Alt+H`, as this desktop writes it.

    A chord's Ctrl is the key by which programs here paste, which is the one that Qt calls so.
    """
    keys = keys_of(Combination.parse(text), swapped=False if as_chord else None)
    return QKeySequence(keys).toString(_NATIVE)
