"""Key names to key codes of the keyboard that is plugged in now."""

from __future__ import annotations

from Xlib import XK, X
from Xlib.display import Display

_KEYSYM_NAMES = {
    "enter": "Return", "escape": "Escape", "tab": "Tab", "backspace": "BackSpace",
    "delete": "Delete", "insert": "Insert", "home": "Home", "end": "End", "pageup": "Prior",
    "pagedown": "Next", "left": "Left", "right": "Right", "up": "Up", "down": "Down",
    "quote": "apostrophe",
    "ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "super": "Super_L",
}  # fmt: skip

# Where a layout has no Latin letters, the key that carries the letter on a US keyboard is meant.
_US_ROWS = ((10, "1234567890"), (24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm"))
_US_POSITIONS = {
    letter: first + offset for first, row in _US_ROWS for offset, letter in enumerate(row)
}

MODIFIER_MASKS = {
    "ctrl": X.ControlMask,
    "alt": X.Mod1Mask,
    "shift": X.ShiftMask,
    "super": X.Mod4Mask,
}
_MAPPING_ROWS = {"shift": 0, "ctrl": 2, "alt": 3, "super": 6}


def keycode_for(display: Display, key: str) -> int:
    """The key code that makes `key` (a name of `core.combination`) with the fewest modifiers.

    0 where no key does.
    """
    name = _KEYSYM_NAMES.get(key, key.upper() if _is_function_key(key) else key)
    found = sorted(display.keysym_to_keycodes(XK.string_to_keysym(name)), key=lambda pair: pair[1])
    return found[0][0] if found else _US_POSITIONS.get(key, 0)


def _is_function_key(key: str) -> bool:
    return len(key) > 1 and key[0] == "f" and key[1:].isdigit()


def modifier_keycodes(display: Display) -> dict[str, tuple[int, ...]]:
    """Which key codes act as each modifier, left and right ones."""
    mapping = display.get_modifier_mapping()
    return {
        name: tuple(code for code in mapping[row] if code) for name, row in _MAPPING_ROWS.items()
    }


def lock_masks(display: Display) -> tuple[int, ...]:
    """Every mask that NumLock and CapsLock can add to a combination."""
    num_lock = display.keysym_to_keycode(XK.string_to_keysym("Num_Lock"))
    rows = enumerate(display.get_modifier_mapping())
    number = next((1 << row for row, codes in rows if num_lock and num_lock in codes), X.Mod2Mask)
    return (0, X.LockMask, number, X.LockMask | number)


def is_down(display: Display, keycode: int) -> bool:
    """Whether the key is down by the X server's account."""
    return bool(display.query_keymap()[keycode // 8] >> (keycode % 8) & 1)
