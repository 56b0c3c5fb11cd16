"""Keys pressed through Quartz events, where the user has allowed it (Accessibility)."""

from __future__ import annotations

from ctypes import c_bool, c_int32, c_uint16, c_uint32, c_uint64, c_void_p

from desktop_assist.core.combination import MODIFIERS, Combination
from desktop_assist.oslayer.keys.base import KeysRefused
from desktop_assist.oslayer.macos.frameworks import Frameworks, declared
from desktop_assist.oslayer.macos.key_codes import CODES
from desktop_assist.oslayer.macos.permission import Accessibility, needed

_HARDWARE = 1
"""kCGEventSourceStateHIDSystemState: the keys themselves, without what programs press."""
_TO_ALL = 0
"""kCGHIDEventTap"""
_COMMAND, _CONTROL, _OPTION, _SHIFT = 0x37, 0x3B, 0x3A, 0x38
_SIDES = {
    "ctrl": (_CONTROL, 0x3E), "alt": (_OPTION, 0x3D), "shift": (_SHIFT, 0x3C),
    "super": (_COMMAND, 0x36),
}  # fmt: skip
_FLAGS = {"shift": 1 << 17, "ctrl": 1 << 18, "alt": 1 << 19, "super": 1 << 20}
"""kCGEventFlagMask… (CGEventTypes.h)."""


class QuartzInjector:
    """Presses Command where a chord says Ctrl: `ctrl+v` pastes everywhere else, Cmd+V here.

    Each event carries its own modifiers, so that one which the finger still rests on does not
    join the chord.
    """

    name = "quartz"

    def __init__(self, frameworks: Frameworks, permission: Accessibility) -> None:
        services = frameworks.services
        self._permission = permission
        self._create = declared(
            services, "CGEventCreateKeyboardEvent", c_void_p, c_void_p, c_uint16, c_bool
        )
        self._set_flags = declared(services, "CGEventSetFlags", None, c_void_p, c_uint64)
        self._post = declared(services, "CGEventPost", None, c_uint32, c_void_p)
        self._free = declared(services, "CFRelease", None, c_void_p)
        self._is_down = declared(services, "CGEventSourceKeyState", c_bool, c_int32, c_uint16)
        self._released: set[str] = set()

    def held_modifiers(self) -> tuple[str, ...]:
        down = {name for name in MODIFIERS if self._any_down(_SIDES[name])}
        self._released &= down  # a finger that came up may press anew
        return tuple(name for name in MODIFIERS if name in down - self._released)

    def release(self, modifiers: tuple[str, ...]) -> None:
        if not self._permission.granted():
            return
        for name in modifiers:
            for code in _SIDES[name]:
                self._move(code, False, 0)
        self._released |= set(modifiers)

    def press(self, combination: Combination, times: int = 1) -> None:
        self.press_in_turn((combination, times))

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        """Raises: KeysRefused: the user has not allowed it."""
        if not self._permission.granted():
            raise KeysRefused(needed())
        for combination, times in presses:
            self._chord(combination, times)

    def is_held(self, key: str) -> bool:
        codes = _SIDES.get(key) or tuple(CODES[one] for one in (key,) if one in CODES)
        return self._any_down(codes)

    def close(self) -> None:
        """Nothing to give back."""

    def _any_down(self, codes: tuple[int, ...]) -> bool:
        return any(self._is_down(_HARDWARE, code) for code in codes)

    def _chord(self, combination: Combination, times: int) -> None:
        names = tuple(dict.fromkeys(_as_on_a_mac(one) for one in combination.modifiers))
        flags = 0
        for name in names:
            flags |= _FLAGS[name]
            self._move(_SIDES[name][0], True, flags)
        for _ in range(times):
            self._move(CODES[combination.key], True, flags)
            self._move(CODES[combination.key], False, flags)
        for name in reversed(names):
            flags &= ~_FLAGS[name]
            self._move(_SIDES[name][0], False, flags)

    def _move(self, code: int, down: bool, flags: int) -> None:
        """Raises: KeysRefused: macOS makes no event, as when it is short of memory."""
        event = self._create(None, code, down)
        if not event:
            raise KeysRefused(needed())
        try:
            self._set_flags(event, flags)
            self._post(_TO_ALL, event)
        finally:
            self._free(event)


def _as_on_a_mac(modifier: str) -> str:
    return "super" if modifier == "ctrl" else modifier
