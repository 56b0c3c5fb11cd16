"""The Objective-C runtime and Foundation as Apple documents them: objects that take messages."""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, c_void_p
from dataclasses import dataclass
from typing import Any


@dataclass
class Object:
    """An Objective-C object of the fake; `value` is what it stands for."""

    kind: str
    value: Any = None
    retained: int = 1


class FakeObjects:
    """Classes, selectors, and objects by address; a subclass adds `_class_method` per message."""

    def __init__(self) -> None:
        self.live = 0
        """Core Foundation objects that somebody has made and not released."""
        self._objects: dict[int, Object] = {}
        self._classes: dict[str, int] = {}
        self._selectors: dict[str, int] = {}
        self._methods: dict[str, dict[str, Any]] = {}
        self._texts: list[Any] = []
        self._next = 0x1000

    def _made(self, kind: str, value: Any) -> int:
        self.live += 1
        return self._new(kind, value)

    def _release(self, address: int) -> None:
        assert address in self._objects, "released twice, or never made"
        self.live -= 1
        del self._objects[address]

    def _new(self, kind: str, value: Any = None) -> int:
        self._next += 16
        self._objects[self._next] = Object(kind, value)
        return self._next

    def _string(self, text: str) -> int:
        return self._new("NSString", text)

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
        return self._new(self._objects[class_].value)

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
