"""macOS as its documentation describes it: C functions of the right signature, and objects.

Each function is a real C function pointer with Apple's declared types, so what the product declares
meets another's declaration, as on a Mac. Not a Mac: nothing here was compared with one.
"""

from __future__ import annotations

import ctypes
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
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

from desktop_assist.oslayer.macos.frameworks import Frameworks

FRONT = "NSWorkspaceDidActivateApplicationNotification"
TEXT = "public.utf8-plain-text"
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


@dataclass
class Object:
    """An Objective-C object of the fake; `value` is what it stands for."""

    kind: str
    value: Any = None
    retained: int = 1


@dataclass
class Item:
    """An NSPasteboardItem: bytes, and who gives the rest when it is asked for."""

    data: dict[str, bytes] = field(default_factory=dict)
    provider: int = 0
    promised: tuple[str, ...] = ()


class FakeMac:
    """One Mac: programs, keyboard, pasteboard, permissions."""

    def __init__(self) -> None:
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
        self.live = 0
        """Core Foundation objects that somebody has made and not released."""
        self._objects: dict[int, Object] = {}
        self._classes: dict[str, int] = {}
        self._selectors: dict[str, int] = {}
        self._methods: dict[str, dict[str, Any]] = {}
        self._texts: list[Any] = []
        self._next = 0x1000
        self._handler: Callable[..., int] | None = None
        self._observers: list[tuple[int, str]] = []
        self._kept: list[Any] = []
        self.items: list[Item] = []
        self.change = 1
        self.host_only = False
        self.refuses_writes = False

    # The libraries

    def frameworks(self) -> Frameworks:
        """As `Frameworks.load()` gives them on a Mac."""
        carbon = SimpleNamespace(
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
        services = SimpleNamespace(
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
        six = (c_void_p,) * 6
        objc = SimpleNamespace(
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
        return Frameworks(cast("Any", carbon), cast("Any", services), cast("Any", objc))

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

    def copy(self, *items: dict[str, bytes]) -> None:
        """Another program copies."""
        self._empty()
        self.items = [Item(dict(one)) for one in items]

    def paste(self, kind: str = TEXT) -> bytes | None:
        """Another program asks for a format of the first item."""
        for item in self.items[:1]:
            if kind not in item.data and kind in item.promised:
                self._call(
                    item.provider,
                    "pasteboard:item:provideDataForType:",
                    0,
                    self._address_of(item),
                    self._string(kind),
                )
            return item.data.get(kind)
        return None

    @property
    def types(self) -> list[str]:
        """The formats of the first item."""
        return [*self.items[0].data, *self.items[0].promised] if self.items else []

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

    def _made(self, kind: str, value: Any) -> int:
        self.live += 1
        return self._new(kind, value)

    def _release(self, address: int) -> None:
        assert address in self._objects, "released twice, or never made"
        self.live -= 1
        del self._objects[address]

    # Objective-C

    def _new(self, kind: str, value: Any = None) -> int:
        self._next += 16
        self._objects[self._next] = Object(kind, value)
        return self._next

    def _string(self, text: str) -> int:
        return self._new("NSString", text)

    def _address_of(self, item: Item) -> int:
        for address, one in self._objects.items():
            if one.value is item:
                return address
        return self._new("NSPasteboardItem", item)

    def _class(self, name: bytes) -> int:
        text = name.decode()
        if text not in self._classes:
            self._classes[text] = self._new("Class", text)
        return self._classes[text]

    def _selector(self, name: bytes) -> int:
        text = name.decode()
        if text not in self._selectors:
            self._selectors[text] = self._new("SEL", text)
        return self._selectors[text]

    def _new_class(self, base: int, name: bytes, extra: int) -> int:
        assert self._objects[base].value == "NSObject"
        assert extra == 0
        if name.decode() in self._methods:
            return 0
        self._methods[name.decode()] = {}
        return self._class(name)

    def _add(self, class_: int, selector: int, function: int, types: bytes) -> bool:
        name = self._objects[selector].value
        assert types == b"v@:" + b"@" * name.count(":")
        kinds = (c_void_p,) * (2 + name.count(":"))
        methods = self._methods[self._objects[class_].value]
        methods[name] = CFUNCTYPE(None, *kinds)(function)
        return True

    def _call(self, receiver: int, selector: str, *values: int) -> None:
        method = self._methods[self._objects[receiver].kind][selector]
        method(receiver, self._selector(selector.encode()), *values)

    def _message(self, receiver: int | None, selector: int, *values: int | None) -> int:
        if not receiver:
            return 0
        one = self._objects[receiver]
        name = self._objects[selector].value.replace(":", "_").lower()
        kind = (one.value if one.kind == "Class" else one.kind).lower()
        method = getattr(self, f"_{kind}_{name}", None) or getattr(self, f"_any_{name}")
        return int(method(receiver, *(value or 0 for value in values)) or 0)

    def _any_alloc(self, class_: int, *_: int) -> int:
        kind = self._objects[class_].value
        return self._new(kind, Item() if kind == "NSPasteboardItem" else None)

    def _any_init(self, one: int, *_: int) -> int:
        return one

    def _any_release(self, one: int, *_: int) -> int:
        self._objects[one].retained -= 1
        return 0

    def _nsstring_stringwithutf8string_(self, _class: int, text: int, *_: int) -> int:
        return self._string(ctypes.string_at(text).decode())

    def _nsstring_utf8string(self, one: int, *_: int) -> int:
        self._texts.append(ctypes.create_string_buffer(self._objects[one].value.encode()))
        return ctypes.addressof(self._texts[-1])

    def _nsdata_datawithbytes_length_(self, _class: int, place: int, length: int, *_: int) -> int:
        return self._new("NSData", ctypes.string_at(place, length))

    def _nsdata_length(self, one: int, *_: int) -> int:
        return len(self._objects[one].value)

    def _nsdata_bytes(self, one: int, *_: int) -> int:
        self._texts.append(ctypes.create_string_buffer(self._objects[one].value))
        return ctypes.addressof(self._texts[-1])

    def _nsmutablearray_array(self, *_: int) -> int:
        return self._new("NSArray", [])

    def _nsarray_addobject_(self, one: int, member: int, *_: int) -> int:
        self._objects[one].value.append(member)
        return 0

    def _nsarray_count(self, one: int, *_: int) -> int:
        return len(self._objects[one].value)

    def _nsarray_objectatindex_(self, one: int, at: int, *_: int) -> int:
        return int(self._objects[one].value[at])

    def _nsnumber_numberwithbool_(self, _class: int, value: int, *_: int) -> int:
        return self._new("NSNumber", bool(value & 1))

    def _nsdictionary_dictionarywithobject_forkey_(
        self, _class: int, value: int, key: int, *_: int
    ) -> int:
        return self._new("NSDictionary", {self._objects[key].value: self._objects[value].value})

    def _nsurl_urlwithstring_(self, _class: int, text: int, *_: int) -> int:
        return self._new("NSURL", self._objects[text].value)

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

    # The pasteboard

    def _empty(self) -> int:
        before, self.items = self.items, []
        self.change += 1
        for provider in {one.provider for one in before if one.provider}:
            self._call(provider, "pasteboardFinishedWithDataProvider:", 0)
        return self.change

    def _nspasteboard_generalpasteboard(self, *_: int) -> int:
        return self._new("NSPasteboard")

    def _nspasteboard_changecount(self, *_: int) -> int:
        return self.change

    def _nspasteboard_clearcontents(self, *_: int) -> int:
        self.host_only = False
        return self._empty()

    def _nspasteboard_preparefornewcontentswithoptions_(self, _one: int, how: int, *_: int) -> int:
        self.host_only = how == 1
        return self._empty()

    def _nspasteboard_writeobjects_(self, _one: int, array: int, *_: int) -> int:
        if self.refuses_writes:
            return 0
        self.items = [self._objects[one].value for one in self._objects[array].value]
        return 1

    def _nspasteboard_pasteboarditems(self, *_: int) -> int:
        return self._new("NSArray", [self._address_of(one) for one in self.items])

    def _nspasteboard_stringfortype_(self, _one: int, kind: int, *_: int) -> int:
        content = self.paste(self._objects[kind].value)
        return 0 if content is None else self._string(content.decode())

    def _nspasteboarditem_types(self, one: int, *_: int) -> int:
        item: Item = self._objects[one].value
        names = dict.fromkeys((*item.data, *item.promised))
        return self._new("NSArray", [self._string(name) for name in names])

    def _nspasteboarditem_datafortype_(self, one: int, kind: int, *_: int) -> int:
        content = self._objects[one].value.data.get(self._objects[kind].value)
        return 0 if content is None else self._new("NSData", content)

    def _nspasteboarditem_setdata_fortype_(self, one: int, data: int, kind: int, *_: int) -> int:
        item: Item = self._objects[one].value
        item.data[self._objects[kind].value] = self._objects[data].value
        return 1

    def _nspasteboarditem_setdataprovider_fortypes_(
        self, one: int, provider: int, types: int, *_: int
    ) -> int:
        item: Item = self._objects[one].value
        item.provider = provider
        item.promised = tuple(self._objects[name].value for name in self._objects[types].value)
        return 1
