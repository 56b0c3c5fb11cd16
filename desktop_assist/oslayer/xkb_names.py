"""Key names of `core.combination` as X and Wayland keyboards name them (xkbcommon-keysyms.h)."""

from __future__ import annotations

_NAMES = {
    "enter": "Return", "escape": "Escape", "tab": "Tab", "backspace": "BackSpace",
    "delete": "Delete", "insert": "Insert", "home": "Home", "end": "End", "pageup": "Prior",
    "pagedown": "Next", "left": "Left", "right": "Right", "up": "Up", "down": "Down",
    "quote": "apostrophe",
    "ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "super": "Super_L",
}  # fmt: skip


def xkb_name(key: str) -> str:
    """The name of a key, or of the left one of a modifier."""
    is_function = len(key) > 1 and key[0] == "f" and key[1:].isdigit()
    return _NAMES.get(key, key.upper() if is_function else key)
