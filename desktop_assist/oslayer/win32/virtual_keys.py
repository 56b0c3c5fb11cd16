"""Virtual-key codes by our names for keys (winuser.h)."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_assist.oslayer.win32.api import WindowsApi

MODIFIER_KEYS: Mapping[str, tuple[int, ...]] = {
    "ctrl": (0xA2, 0xA3),
    "alt": (0xA4, 0xA5),
    "shift": (0xA0, 0xA1),
    "super": (0x5B, 0x5C),
}
"""Each modifier's keys, the left one first."""

_NAMED: Mapping[str, int] = {
    "space": 0x20, "enter": 0x0D, "tab": 0x09, "escape": 0x1B, "backspace": 0x08,
    "delete": 0x2E, "insert": 0x2D, "home": 0x24, "end": 0x23, "pageup": 0x21,
    "pagedown": 0x22, "left": 0x25, "up": 0x26, "right": 0x27, "down": 0x28,
} | {f"f{number}": 0x6F + number for number in range(1, 25)}  # fmt: skip

# Such a key's code depends on the keyboard's layout; the second is that of a US one.
_CHARACTERS: Mapping[str, tuple[str, int]] = {
    "comma": (",", 0xBC), "period": (".", 0xBE), "slash": ("/", 0xBF), "semicolon": (";", 0xBA),
    "quote": ("'", 0xDE), "bracketleft": ("[", 0xDB), "bracketright": ("]", 0xDD),
    "backslash": ("\\", 0xDC), "minus": ("-", 0xBD), "equal": ("=", 0xBB), "grave": ("`", 0xC0),
}  # fmt: skip

EXTENDED = frozenset(
    {_NAMED[name] for name in "delete insert home end pageup pagedown left up right down".split()}
    | {0xA3, 0xA5, 0x5B, 0x5C}
)
"""Keys that the keyboard marks as extended; without the mark they are the number block's."""

_NO_KEY = 0xFF


def virtual_key(api: WindowsApi, key: str) -> int:
    """The code of `key` (a name of `core.combination`) on this keyboard; 0 where it has none."""
    if key in MODIFIER_KEYS:
        return MODIFIER_KEYS[key][0]
    if key in _NAMED:
        return _NAMED[key]
    if key in _CHARACTERS:
        character, american = _CHARACTERS[key]
        found = int(api.user32.VkKeyScanW(character)) & 0xFF
        return american if found == _NO_KEY else found
    return ord(key.upper()) if len(key) == 1 and key.isascii() and key.isalnum() else 0


def keys_of(api: WindowsApi, key: str) -> tuple[int, ...]:
    """All codes of `key`: two for a modifier, none where this keyboard has no such key."""
    code = virtual_key(api, key)
    return MODIFIER_KEYS.get(key) or ((code,) if code else ())


def is_down(api: WindowsApi, code: int) -> bool:
    """Whether the key is down now, whichever program has the focus."""
    return bool(api.user32.GetAsyncKeyState(code) & 0x8000)
