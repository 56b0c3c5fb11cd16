"""Hotkeys through Carbon's RegisterEventHotKey: heard without any permission, and nothing else is.

An event tap would need the user's permission to read every key. Carbon's function is old and not
deprecated; a held key comes once, and its key is kept from the window in front.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_int32, c_uint32, c_ulong, c_void_p

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.macos.frameworks import Frameworks, declared
from desktop_assist.oslayer.macos.key_codes import CODES
from desktop_assist.text import Message, say

NO_ERROR = 0
EXISTS = -9878
"""eventHotKeyExistsErr"""
INVALID = -9879
"""eventHotKeyInvalidErr"""
INTERNAL = -9868
"""eventInternalErr: what macOS 15 answers to a combination without Command or Control."""
_MODIFIERS = {"super": 0x0100, "shift": 0x0200, "alt": 0x0800, "ctrl": 0x1000}
"""cmdKey, shiftKey, optionKey, controlKey (Events.h)."""
_PRESSED = 5


def four(text: str) -> int:
    """A four-character code, as Apple's headers write them."""
    return int.from_bytes(text.encode("ascii"), "big")


_SIGNATURE = four("DAst")


class HotKeyId(Structure):
    """EventHotKeyID."""

    _fields_ = (("signature", c_uint32), ("number", c_uint32))


class EventType(Structure):
    """EventTypeSpec."""

    _fields_ = (("event_class", c_uint32), ("kind", c_uint32))


HANDLER = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p)


class CarbonHotkeys:
    """On the main thread; the run loop of AppKit brings the presses."""

    name = "carbon"

    def __init__(self, frameworks: Frameworks) -> None:
        carbon = frameworks.carbon
        self._target = declared(carbon, "GetEventDispatcherTarget", c_void_p)
        self._register = declared(
            carbon, "RegisterEventHotKey", c_int32,
            c_uint32, c_uint32, HotKeyId, c_void_p, c_uint32, POINTER(c_void_p),
        )  # fmt: skip
        self._unregister = declared(carbon, "UnregisterEventHotKey", c_int32, c_void_p)
        self._install = declared(
            carbon, "InstallEventHandler", c_int32,
            c_void_p, HANDLER, c_ulong, POINTER(EventType), c_void_p, POINTER(c_void_p),
        )  # fmt: skip
        self._remove = declared(carbon, "RemoveEventHandler", c_int32, c_void_p)
        self._parameter = declared(
            carbon, "GetEventParameter", c_int32,
            c_void_p, c_uint32, c_uint32, c_void_p, c_ulong, c_void_p, c_void_p,
        )  # fmt: skip
        self._pressed: Callable[[Combination], None] = lambda _combination: None
        self._bound: dict[Combination, tuple[int, c_void_p]] = {}
        self._count = 0
        self._handler = HANDLER(self._heard)
        self._installed = c_void_p()
        self._can_hear = False

    def start(self, pressed: Callable[[Combination], None]) -> None:
        self._pressed = pressed
        wanted = EventType(four("keyb"), _PRESSED)
        status = self._install(
            self._target(), self._handler, 1, byref(wanted), None, byref(self._installed)
        )
        self._can_hear = status == NO_ERROR

    def bind(self, combination: Combination) -> None:
        if combination in self._bound:
            return
        if not self._can_hear:
            raise HotkeyRefused(combination, say("MacOS", "macOS does not let hotkeys be heard."))
        code = CODES.get(combination.key)
        if code is None:
            raise HotkeyRefused(combination, _no_such_key(combination))
        self._count += 1
        reference = c_void_p()
        modifiers = sum(_MODIFIERS[one] for one in combination.modifiers)
        name = HotKeyId(_SIGNATURE, self._count)
        status = self._register(code, modifiers, name, self._target(), 0, byref(reference))
        if status != NO_ERROR:
            raise HotkeyRefused(combination, _reason(status, combination))
        self._bound[combination] = (self._count, reference)

    def unbind(self, combination: Combination) -> None:
        _number, reference = self._bound.pop(combination, (0, None))
        if reference is not None:
            self._unregister(reference)

    def let_go(self) -> None:
        """Nothing to do: a hotkey holds no keyboard."""

    def swallow(self, key: str) -> None:
        """Nothing to do: a hotkey's own key never reaches a window."""

    def stop(self) -> None:
        for combination in tuple(self._bound):
            self.unbind(combination)
        if self._can_hear:
            self._can_hear = False
            self._remove(self._installed)

    def _heard(self, _next: int, event: int, _data: int) -> int:
        name = HotKeyId()
        status = self._parameter(
            event, four("----"), four("hkid"), None, ctypes.sizeof(name), None, byref(name)
        )
        if status != NO_ERROR or name.signature != _SIGNATURE:
            return int(status)
        for combination, (number, _reference) in self._bound.items():
            if number == name.number:
                self._pressed(combination)
                break
        return NO_ERROR


def _reason(status: int, combination: Combination) -> Message | None:
    """Why macOS refused; None where another program has the combination."""
    if status == EXISTS:
        return None
    if status in (INVALID, INTERNAL):
        return say(
            "MacOS",
            "macOS does not allow {key}: add Ctrl or Cmd.",
            key=combination.shown,
        )
    return say(
        "MacOS", "macOS refused {key} (error {number}).", key=combination.shown, number=status
    )


def _no_such_key(combination: Combination) -> Message:
    return say("MacOS", "No key of an Apple keyboard makes {key}.", key=combination.shown)
