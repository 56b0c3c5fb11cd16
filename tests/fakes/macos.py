"""macOS as its documentation describes it: C functions of the right signature, and objects.

Each function is a real C function pointer with Apple's declared types, so what the product declares
meets another's declaration, as on a Mac. Not a Mac: nothing here was compared with one.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_bool,
    c_char_p,
    c_double,
    c_float,
    c_int32,
    c_size_t,
    c_uint16,
    c_uint32,
    c_uint64,
    c_ulong,
    c_void_p,
)
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

from desktop_assist.oslayer.macos.frameworks import Frameworks
from tests.fakes.mac_pasteboard import FakePasteboard

FRONT = "NSWorkspaceDidActivateApplicationNotification"
ACCESSIBILITY_ERRORS = {
    "kAXErrorFailure": -25200, "kAXErrorIllegalArgument": -25201,
    "kAXErrorInvalidUIElement": -25202, "kAXErrorCannotComplete": -25204,
    "kAXErrorAttributeUnsupported": -25205, "kAXErrorNotImplemented": -25208,
    "kAXErrorAPIDisabled": -25211, "kAXErrorNoValue": -25212,
}  # fmt: skip
"""What AXUIElementCopyAttributeValue is documented to return."""
KEYS = {0x37: "cmd", 0x3B: "ctrl", 0x3A: "alt", 0x38: "shift", 0x09: "v", 0x00: "a", 0x26: "j",
        0x3E: "ctrl", 0x3D: "alt", 0x3C: "shift", 0x36: "cmd"}  # fmt: skip
LEFT = {"super": 0x37, "ctrl": 0x3B, "alt": 0x3A, "shift": 0x38, "v": 0x09, "j": 0x26}


class _Id(Structure):
    _fields_ = (("signature", c_uint32), ("id", c_uint32))


class _Pair(Structure):
    _fields_ = (("x", c_double), ("y", c_double))


@dataclass
class Program:
    """A running application, and its window that has the keyboard."""

    pid: int
    bundle: str = ""
    name: str = ""
    title: str | None = ""
    place: tuple[float, float, float, float] = (10.0, 20.0, 300.0, 200.0)
    activated: int = 0
    raised: int = 0


class FakeMac(FakePasteboard):
    """One Mac: programs, keyboard, pasteboard, permissions."""

    def __init__(self) -> None:
        super().__init__()
        self.trusted = True
        self.asked_options: list[dict[str, bool]] = []
        self.programs: list[Program] = []
        self.front: Program | None = None
        self.accessibility_error = 0
        self.timeouts: list[float] = []
        self.down: set[int] = set()
        self.moves: list[str] = []
        self.flags: list[int] = []
        self.no_events = False
        self.hotkeys: dict[int, tuple[int, int, int]] = {}
        self.register_status = 0
        self.install_status = 0
        self.policy = 0
        self.opened: list[str] = []
        self._handler: Callable[..., int] | None = None
        self._observers: list[tuple[int, str]] = []
        self._kept: list[Any] = []

    # The libraries

    def frameworks(self) -> Frameworks:
        """As `Frameworks.load()` gives them on a Mac."""
        libraries = (self._carbon(), self._application_services(), self._objective_c())
        return Frameworks(*(cast("Any", one) for one in libraries))

    def _carbon(self) -> SimpleNamespace:
        return SimpleNamespace(
            GetEventDispatcherTarget=self._c(c_void_p)(lambda: 7),
            RegisterEventHotKey=self._c(
                c_int32, c_uint32, c_uint32, _Id, c_void_p, c_uint32, POINTER(c_void_p)
            )(self._register_hotkey),
            UnregisterEventHotKey=self._c(c_int32, c_void_p)(self._unregister_hotkey),
            InstallEventHandler=self._c(
                c_int32, c_void_p, c_void_p, c_ulong, POINTER(_Id), c_void_p, POINTER(c_void_p)
            )(self._install),
            RemoveEventHandler=self._c(c_int32, c_void_p)(self._remove_handler),
            GetEventParameter=self._c(
                c_int32, c_void_p, c_uint32, c_uint32, c_void_p, c_ulong, c_void_p, POINTER(_Id)
            )(self._parameter),
        )

    def _application_services(self) -> SimpleNamespace:
        return SimpleNamespace(
            AXIsProcessTrusted=self._c(c_bool)(lambda: self.trusted),
            AXIsProcessTrustedWithOptions=self._c(c_bool, c_void_p)(self._trusted_with),
            AXUIElementCreateApplication=self._c(c_void_p, c_int32)(self._element),
            AXUIElementSetMessagingTimeout=self._c(c_int32, c_void_p, c_float)(self._timeout),
            AXUIElementCopyAttributeValue=self._c(c_int32, c_void_p, c_void_p, POINTER(c_void_p))(
                self._attribute
            ),
            AXUIElementPerformAction=self._c(c_int32, c_void_p, c_void_p)(self._action),
            AXValueGetValue=self._c(c_bool, c_void_p, c_uint32, POINTER(_Pair))(self._value),
            CGEventCreateKeyboardEvent=self._c(c_void_p, c_void_p, c_uint16, c_bool)(self._event),
            CGEventSetFlags=self._c(None, c_void_p, c_uint64)(self._set_flags),
            CGEventPost=self._c(None, c_uint32, c_void_p)(self._post),
            CGEventSourceKeyState=self._c(c_bool, c_int32, c_uint16)(self._key_state),
            CFRelease=self._c(None, c_void_p)(self._release),
        )

    def _objective_c(self) -> SimpleNamespace:
        six = (c_void_p,) * 6
        return SimpleNamespace(
            objc_getClass=self._c(c_void_p, c_char_p)(self._class),
            sel_registerName=self._c(c_void_p, c_char_p)(self._selector),
            objc_allocateClassPair=self._c(c_void_p, c_void_p, c_char_p, c_size_t)(self._new_class),
            class_addMethod=self._c(c_bool, c_void_p, c_void_p, c_void_p, c_char_p)(self._add),
            objc_registerClassPair=self._c(None, c_void_p)(lambda _class: None),
            objc_autoreleasePoolPush=self._c(c_void_p)(lambda: 1),
            objc_autoreleasePoolPop=self._c(None, c_void_p)(lambda _pool: None),
            # All that is sent here fits into whole registers, so one shape takes every message.
            objc_msgSend=self._c(c_void_p, *six)(self._message),
        )

    def _c(self, returns: type | None, *takes: Any) -> Callable[[Callable[..., Any]], Any]:
        kind = CFUNCTYPE(returns, *takes)

        def made(function: Callable[..., Any]) -> Any:
            self._kept.append(kind(function))
            return self._kept[-1]

        return made

    # What its user does

    def open(self, program: Program) -> Program:
        """Bring a program to the front."""
        if program not in self.programs:
            self.programs.append(program)
        self.front = program
        for observer, selector in self._observers:
            self._call(observer, selector, self._new("NSNotification"))
        return program

    def press_hotkey(self, code: int, modifiers: int, signature: int | None = None) -> int:
        """Press a registered combination; gives what the handler answered."""
        for reference, (one, mods, number) in self.hotkeys.items():
            if (one, mods) == (code, modifiers) and self._handler is not None:
                self._pressed = (signature, number)
                return int(self._handler(0, reference, 0))
        return -1

    # Carbon

    def _register_hotkey(
        self, code: int, modifiers: int, name: _Id, _target: int, options: int, out: Any
    ) -> int:
        assert options == 0
        if self.register_status:
            return self.register_status
        if any((one, mods) == (code, modifiers) for one, mods, _ in self.hotkeys.values()):
            return -9878
        self._signature = int(name.signature)
        reference = self._new("EventHotKeyRef")
        self.hotkeys[reference] = (code, modifiers, int(name.id))
        out[0] = reference
        return 0

    def _unregister_hotkey(self, reference: int) -> int:
        return 0 if self.hotkeys.pop(reference, None) else -9879

    def _install(
        self, _target: int, handler: int, count: int, wanted: Any, _data: int, out: Any
    ) -> int:
        assert (count, wanted[0].signature, wanted[0].id) == (1, int.from_bytes(b"keyb"), 5)
        if self.install_status:
            return self.install_status
        self._handler = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p)(handler)
        out[0] = 99
        return 0

    def _remove_handler(self, reference: int) -> int:
        assert reference == 99
        self._handler = None
        return 0

    def _parameter(
        self, _event: int, name: int, kind: int, _kind: int, size: int, _size: int, out: Any
    ) -> int:
        if (name, kind, size) != (int.from_bytes(b"----"), int.from_bytes(b"hkid"), 8):
            return -9870  # eventParameterNotFoundErr
        signature, number = self._pressed
        out[0].signature = self._signature if signature is None else signature
        out[0].id = number
        return 0

    # Accessibility and Quartz

    def _trusted_with(self, options: int) -> bool:
        self.asked_options.append(self._objects[options].value)
        return self.trusted

    def _element(self, pid: int) -> int:
        program = next((one for one in self.programs if one.pid == pid), None)
        return self._made("AXApplication", program) if program else 0

    def _timeout(self, _element: int, seconds: float) -> int:
        self.timeouts.append(seconds)
        return 0

    def _attribute(self, element: int, name: int, out: Any) -> int:
        if not self.trusted:
            return ACCESSIBILITY_ERRORS["kAXErrorAPIDisabled"]
        if self.accessibility_error:
            return self.accessibility_error
        program: Program = self._objects[element].value
        left, top, width, height = program.place
        values = {
            "AXFocusedWindow": ("AXWindow", program),
            "AXTitle": ("NSString", program.title),
            "AXPosition": ("AXValue", (1, left, top)),
            "AXSize": ("AXValue", (2, width, height)),
        }
        kind, value = values[self._objects[name].value]
        if program.title is None:
            return ACCESSIBILITY_ERRORS["kAXErrorNoValue"]
        out[0] = self._made(kind, value)
        return 0

    def _action(self, element: int, name: int) -> int:
        assert self._objects[name].value == "AXRaise"
        self._objects[element].value.raised += 1
        return 0

    def _value(self, value: int, kind: int, out: Any) -> bool:
        is_kind, first, second = self._objects[value].value
        if kind != is_kind:
            return False
        out[0].x, out[0].y = first, second
        return True

    def _event(self, source: int | None, code: int, down: bool) -> int:
        assert source is None
        return 0 if self.no_events else self._made("CGEvent", [code, down, 0])

    def _set_flags(self, event: int, flags: int) -> None:
        self._objects[event].value[2] = flags

    def _post(self, tap: int, event: int) -> None:
        assert tap == 0
        code, down, flags = self._objects[event].value
        if self.trusted:  # without the permission macOS drops it and says nothing
            self.moves.append(f"{'+' if down else '-'}{KEYS[code]}")
            self.flags.append(flags)

    def _key_state(self, state: int, code: int) -> bool:
        assert state == 1
        return code in self.down

    # AppKit

    def _nsapplication_sharedapplication(self, *_: int) -> int:
        return self._new("NSApplication")

    def _nsapplication_setactivationpolicy_(self, _one: int, policy: int, *_: int) -> int:
        self.policy = policy
        return 1

    def _nsworkspace_sharedworkspace(self, *_: int) -> int:
        return self._new("NSWorkspace")

    def _nsworkspace_openurl_(self, _one: int, place: int, *_: int) -> int:
        self.opened.append(self._objects[place].value)
        return 1

    def _nsworkspace_frontmostapplication(self, *_: int) -> int:
        return self._new("NSRunningApplication", self.front) if self.front else 0

    def _nsworkspace_notificationcenter(self, *_: int) -> int:
        return self._new("NSNotificationCenter")

    def _nsnotificationcenter_addobserver_selector_name_object_(
        self, _one: int, observer: int, selector: int, name: int, _sender: int, *_: int
    ) -> int:
        assert self._objects[name].value == FRONT
        self._observers.append((observer, self._objects[selector].value))
        return 0

    def _nsnotificationcenter_removeobserver_(self, _one: int, observer: int, *_: int) -> int:
        self._observers = [one for one in self._observers if one[0] != observer]
        return 0

    def _nsrunningapplication_runningapplicationwithprocessidentifier_(
        self, _class: int, pid: int, *_: int
    ) -> int:
        program = next((one for one in self.programs if one.pid == pid & 0xFFFFFFFF), None)
        return self._new("NSRunningApplication", program) if program else 0

    def _nsrunningapplication_processidentifier(self, one: int, *_: int) -> int:
        return int(self._objects[one].value.pid)

    def _nsrunningapplication_bundleidentifier(self, one: int, *_: int) -> int:
        bundle = self._objects[one].value.bundle
        return self._string(bundle) if bundle else 0

    def _nsrunningapplication_localizedname(self, one: int, *_: int) -> int:
        return self._string(self._objects[one].value.name)

    def _nsrunningapplication_activatewithoptions_(self, one: int, options: int, *_: int) -> int:
        assert options == 2
        program: Program = self._objects[one].value
        program.activated += 1
        self.front = program
        return 1
