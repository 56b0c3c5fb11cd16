"""The window in front on macOS: AppKit tells the program, Accessibility its window's title."""

from __future__ import annotations

import os
from collections.abc import Callable
from ctypes import POINTER, Structure, byref, c_bool, c_double, c_float, c_int32, c_size_t, c_void_p
from typing import TypeVar

from desktop_assist.core.pasting.title import same_title
from desktop_assist.oslayer.macos.frameworks import Frameworks, ObjectiveC, Pointer, declared
from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target
from desktop_assist.oslayer.windows.none import NotFollowing
from desktop_assist.oslayer.windows.wayland import OwnWindows

SUCCESS = 0
_ANSWER_LIMIT_S = 0.2
_POINT, _SIZE = 1, 2
"""kAXValueCGPointType and kAXValueCGSizeType (AXValue.h)."""
_IGNORING_OTHERS = 2
"""NSApplicationActivateIgnoringOtherApps"""
_OBSERVER = "DesktopAssistObserver"
_FRONT_CHANGED = "NSWorkspaceDidActivateApplicationNotification"


Value = TypeVar("Value")


class Pair(Structure):
    """CGPoint or CGSize."""

    _fields_ = (("first", c_double), ("second", c_double))


class MacWindows:
    """A window's handle is its program's process number; its title tells windows of one apart.

    Without the Accessibility permission, or where a program does not answer, titles are empty: then
    a paste goes to the program that was in front, whichever window of it is.
    """

    name = "macos"

    def __init__(self, frameworks: Frameworks, objc: ObjectiveC, own: OwnWindows) -> None:
        services = frameworks.services
        self._objc = objc
        self._own = own
        self._last: Target | None = None
        self._observers: list[Pointer] = []
        self._watching: list[Callable[[], None]] = []
        self._element = declared(services, "AXUIElementCreateApplication", c_void_p, c_int32)
        self._limit = declared(
            services, "AXUIElementSetMessagingTimeout", c_int32, c_void_p, c_float
        )
        self._copy = declared(
            services, "AXUIElementCopyAttributeValue", c_int32, c_void_p, c_void_p,
            POINTER(c_void_p),
        )  # fmt: skip
        self._perform = declared(services, "AXUIElementPerformAction", c_int32, c_void_p, c_void_p)
        self._value = declared(
            services, "AXValueGetValue", c_bool, c_void_p, c_int32, POINTER(Pair)
        )
        self._free = declared(services, "CFRelease", None, c_void_p)

    def foreground(self) -> Target | None:
        with self._objc.pool():
            front = self._front()
        if front is None:
            return None
        if not self._is_ours(front):
            self._last = front
        return self._last

    def is_foreground(self, target: Target) -> bool:
        with self._objc.pool():
            front = self._front()
        if front is None or self._is_ours(front):
            return False
        return front.handle == target.handle and same_title(front.title, target.title)

    def area(self, target: Target) -> Area | None:
        with self._objc.pool():
            return self._of_window(target.handle, self._area_of)

    def activate(self, target: Target) -> None:
        objc = self._objc
        with objc.pool():
            self._of_window(target.handle, lambda window: self._do(window, "AXRaise"))
            class_ = objc.named("NSRunningApplication")
            selector = "runningApplicationWithProcessIdentifier:"
            program = objc.send(class_, selector, target.handle, takes=(c_int32,))
            objc.send(
                program,
                "activateWithOptions:",
                _IGNORING_OTHERS,
                takes=(c_size_t,),
                returns=c_bool,
            )

    def watch(self, changed: Callable[[], None]) -> None:
        """MacOS tells of another program in front, not of another window of the same one."""
        self._own.watch(changed)
        self._watching.append(changed)
        if self._observers:
            return
        objc = self._objc
        with objc.pool():
            objc.make_class(_OBSERVER, {"changed:": lambda _notice: self._changed()})
            observer = objc.new(_OBSERVER)
            self._observers.append(observer)
            objc.send(
                self._centre(),
                "addObserver:selector:name:object:",
                observer,
                objc.selector("changed:"),
                objc.string(_FRONT_CHANGED),
                0,
                returns=None,
            )

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        """Windows are not followed here yet: the panel stands where it is put."""
        told(None)
        return NotFollowing()

    def close(self) -> None:
        for observer in self._observers:
            self._objc.send(self._centre(), "removeObserver:", observer, returns=None)
            self._objc.send(observer, "release", returns=None)
        self._observers.clear()
        self._watching.clear()

    def _changed(self) -> None:
        for changed in self._watching:
            changed()

    def _centre(self) -> Pointer:
        return self._objc.send(self._workspace(), "notificationCenter")

    def _workspace(self) -> Pointer:
        return self._objc.send(self._objc.named("NSWorkspace"), "sharedWorkspace")

    def _is_ours(self, front: Target) -> bool:
        return front.handle == os.getpid() and self._own.has_keyboard()

    def _front(self) -> Target | None:
        objc = self._objc
        program = objc.send(self._workspace(), "frontmostApplication")
        if not program:
            return None
        number = objc.send(program, "processIdentifier", returns=c_int32)
        bundle = objc.text(objc.send(program, "bundleIdentifier"))
        name = bundle or objc.text(objc.send(program, "localizedName"))
        title = self._of_window(number, lambda window: self._text(window, "AXTitle"))
        return Target(number, title or "", name.lower())

    def _of_window(self, program: int, of: Callable[[Pointer], Value]) -> Value | None:
        """What `of` tells of the program's window that has the keyboard; None without one."""
        element = self._element(program)
        if not element:
            return None
        try:
            self._limit(element, _ANSWER_LIMIT_S)
            window = self._attribute(element, "AXFocusedWindow")
            if not window:
                return None
            try:
                return of(window)
            finally:
                self._free(window)
        finally:
            self._free(element)

    def _attribute(self, element: Pointer, name: str) -> Pointer:
        """A value that must be freed; 0 for each of the AXErrors that are documented."""
        value = c_void_p()
        status = self._copy(element, self._objc.string(name), byref(value))
        return int(value.value or 0) if status == SUCCESS else 0

    def _text(self, element: Pointer, name: str) -> str:
        value = self._attribute(element, name)
        if not value:
            return ""
        try:
            return self._objc.text(value)
        finally:
            self._free(value)

    def _area_of(self, window: Pointer) -> Area | None:
        place = self._pair(window, "AXPosition", _POINT)
        size = self._pair(window, "AXSize", _SIZE)
        if place is None or size is None:
            return None
        return Area(*(round(one) for one in (*place, *size)))

    def _pair(self, element: Pointer, name: str, kind: int) -> tuple[float, float] | None:
        value = self._attribute(element, name)
        if not value:
            return None
        pair = Pair()
        try:
            read = self._value(value, kind, byref(pair))
        finally:
            self._free(value)
        return (pair.first, pair.second) if read else None

    def _do(self, window: Pointer, action: str) -> None:
        self._perform(window, self._objc.string(action))
