"""Apple's C libraries, and Objective-C through its runtime, with ctypes alone.

pyobjc would bring seven packages of 15 MB for the two dozen calls that are needed here. Every
signature is Apple's (developer.apple.com; Carbon's from CarbonEvents.h). Everything is called on
the main thread, where Qt runs the run loop of AppKit.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from ctypes import CDLL, CFUNCTYPE, c_bool, c_char_p, c_size_t, c_void_p
from dataclasses import dataclass
from typing import Any

_PLACE = "/System/Library/Frameworks/{0}.framework/{0}"

Function = Callable[..., Any]
Pointer = int
"""The address of an object; 0 is Objective-C's nil."""


@dataclass(frozen=True, slots=True)
class Frameworks:
    """The libraries; a test has others that behave as documented."""

    carbon: CDLL
    services: CDLL
    objc: CDLL

    @classmethod
    def load(cls) -> Frameworks:
        """Those of this system.

        Raises:
            OSError: this is no macOS.
        """
        CDLL(_PLACE.format("AppKit"))  # its classes are known to the runtime from then on
        return cls(
            carbon=CDLL(_PLACE.format("Carbon")),
            services=CDLL(_PLACE.format("ApplicationServices")),
            objc=CDLL("/usr/lib/libobjc.A.dylib"),
        )


def declared(library: CDLL, name: str, returns: type | None, *takes: type) -> Function:
    """A function of `library` with its C signature."""
    function = getattr(library, name)
    function.restype = returns
    function.argtypes = list(takes)
    made: Function = function
    return made


class ObjectiveC:
    """Messages to objects, and classes made here for Apple's code to call."""

    def __init__(self, library: CDLL) -> None:
        self._class = declared(library, "objc_getClass", c_void_p, c_char_p)
        self._selector = declared(library, "sel_registerName", c_void_p, c_char_p)
        self._new_class = declared(
            library, "objc_allocateClassPair", c_void_p, c_void_p, c_char_p, c_size_t
        )
        self._add_method = declared(
            library, "class_addMethod", c_bool, c_void_p, c_void_p, c_void_p, c_char_p
        )
        self._register = declared(library, "objc_registerClassPair", None, c_void_p)
        self._push = declared(library, "objc_autoreleasePoolPush", c_void_p)
        self._pop = declared(library, "objc_autoreleasePoolPop", None, c_void_p)
        self._send = ctypes.cast(library.objc_msgSend, c_void_p).value or 0
        self._kept: list[object] = []

    def named(self, name: str) -> Pointer:
        """The class of that name; 0 where there is none."""
        return int(self._class(name.encode()) or 0)

    def selector(self, name: str) -> Pointer:
        """A selector, where one is an argument."""
        return int(self._selector(name.encode()))

    def send(
        self,
        receiver: Pointer,
        selector: str,
        *values: object,
        takes: Sequence[type] = (),
        returns: type | None = c_void_p,
    ) -> int:
        """Send a message; arguments are objects unless `takes` gives their C types.

        A message to nil gives 0, as in Objective-C.
        """
        kinds = takes or (c_void_p,) * len(values)
        function = CFUNCTYPE(returns, c_void_p, c_void_p, *kinds)(self._send)
        answer = function(receiver, self._selector(selector.encode()), *values)
        return int(answer or 0)

    def string(self, text: str) -> Pointer:
        """An NSString, which is a CFString as well."""
        return self.send(
            self.named("NSString"), "stringWithUTF8String:", text.encode(), takes=(c_char_p,)
        )

    def text(self, string: Pointer) -> str:
        """What an NSString says; nothing for nil."""
        address = self.send(string, "UTF8String")
        return ctypes.string_at(address).decode("utf-8", "replace") if address else ""

    def data(self, content: bytes) -> Pointer:
        """An NSData."""
        values = (content, len(content))
        receiver = self.named("NSData")
        return self.send(receiver, "dataWithBytes:length:", *values, takes=(c_char_p, c_size_t))

    def bytes_of(self, data: Pointer) -> bytes:
        """What an NSData holds."""
        length = self.send(data, "length", returns=c_size_t)
        return ctypes.string_at(self.send(data, "bytes"), length) if length else b""

    def array(self, members: Sequence[Pointer]) -> Pointer:
        """An NSArray."""
        made = self.send(self.named("NSMutableArray"), "array")
        for member in members:
            self.send(made, "addObject:", member, returns=None)
        return made

    def members(self, array: Pointer) -> list[Pointer]:
        """The objects in an NSArray; none for nil."""
        count = self.send(array, "count", returns=c_size_t)
        return [self.send(array, "objectAtIndex:", at, takes=(c_size_t,)) for at in range(count)]

    def new(self, name: str) -> Pointer:
        """An object of a class, which lives until it is released."""
        return self.send(self.send(self.named(name), "alloc"), "init")

    def make_class(self, name: str, methods: Mapping[str, Callable[..., None]]) -> Pointer:
        """A class of ours; a method gets its arguments, all of them objects, and gives nothing.

        Raises:
            ValueError: there is a class of that name already; a process can have but one.
        """
        made = int(self._new_class(self.named("NSObject"), name.encode(), 0) or 0)
        if not made:
            raise ValueError(name)
        for selector, method in methods.items():
            self._add(made, selector, method)
        self._register(made)
        return made

    @contextmanager
    def pool(self) -> Iterator[None]:
        """Objects that nobody keeps go at the end of it."""
        pool = self._push()
        try:
            yield
        finally:
            self._pop(pool)

    def _add(self, class_: Pointer, selector: str, method: Callable[..., None]) -> None:
        count = selector.count(":")
        kinds = (c_void_p,) * (count + 2)

        def called(_self: int, _selector: int, *values: int | None) -> None:
            method(*(value or 0 for value in values))

        function = CFUNCTYPE(None, *kinds)(called)
        self._kept.append(function)  # ctypes frees what nobody holds, and Apple's code calls it
        name = self._selector(selector.encode())
        types = b"v@:" + b"@" * count
        self._add_method(class_, name, ctypes.cast(function, c_void_p), types)
