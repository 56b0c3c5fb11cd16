"""X key symbols to what a key types."""

from __future__ import annotations

from collections.abc import Sequence

from Xlib import X

from desktop_assist.core.pasting.typed_code import Heard, Key, Typed

_BACKSPACE = 0xFF08
_KEYPAD_DIVIDE = 0xFFAF
_UNICODE = 0x01000000
"""A key symbol above it is a code point plus this number (X11 protocol, appendix A)."""
_SHIFTS = frozenset((0xFFE1, 0xFFE2))
_MODIFIERS = frozenset(range(0xFFE3, 0xFFEF)) | frozenset(range(0xFE01, 0xFE14))
_LOCKS = frozenset((0xFF7E, 0xFF7F))
_CHORD = X.ControlMask | X.Mod1Mask | X.Mod4Mask


def is_shift(symbol: int) -> bool:
    """Whether the key is a Shift key."""
    return symbol in _SHIFTS


def heard_of(symbols: Sequence[int], state: int) -> Heard | None:
    """What a key with these symbols means while `state` holds; None for modifiers.

    `symbols` is the key's row of the core keyboard mapping, `state` the event's modifier mask with
    the XKB group in bits 13 and 14 (XKB protocol 2.2.2).
    """
    first = symbols[0] if symbols else 0
    if first in _SHIFTS | _MODIFIERS | _LOCKS:
        return None
    symbol = symbol_of(symbols, state)
    if state & _CHORD:
        return Key.OTHER
    if symbol == _BACKSPACE:
        return Key.BACKSPACE
    character = _character(symbol)
    if not character:
        return Key.OTHER
    caps = bool(state & X.LockMask) and character.isalpha()
    return Typed(character.swapcase() if caps else character)


def symbol_of(symbols: Sequence[int], state: int) -> int:
    """The symbol of the group and level that `state` chooses; 0 where there is none."""
    group = min(state >> 13 & 3, 1)
    level = 1 if state & X.ShiftMask else 0
    base = 4 if state & X.Mod5Mask else 0
    wanted = (base + 2 * group + level, base + level, base + 2 * group)
    return next((symbols[one] for one in wanted if one < len(symbols) and symbols[one]), 0)


def _character(symbol: int) -> str:
    if symbol == _KEYPAD_DIVIDE:
        return "/"
    if 0x20 <= symbol <= 0x7E or 0xA0 <= symbol <= 0xFF:
        return chr(symbol)
    if _UNICODE + 0x100 <= symbol <= _UNICODE + 0x10FFFF:
        return chr(symbol - _UNICODE)
    return ""
