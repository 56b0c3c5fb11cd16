"""Data into types, from any thread.

msgspec 0.22 looks at a type when it first decodes one, and shows it to every thread before it has
looked at the types within: a second thread that decodes at that moment ends the process. So each
type is looked at whole, by one thread, before anything is decoded to it.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Hashable
from typing import Any, TypeVar, cast

import msgspec

Kind = TypeVar("Kind")

# As wide as what it guards: msgspec keeps what it found on the types, which all threads share.
_looking = threading.Lock()


def decode(data: bytes | str, kind: type[Kind]) -> Kind:
    """The JSON `data` as a `kind`.

    Raises:
        msgspec.DecodeError: it is no JSON, or something else.
        UnicodeDecodeError: it is not UTF-8.
    """
    return cast("Kind", _decoder_for(kind).decode(data))


def convert(value: object, kind: type[Kind], *, strict: bool = True) -> Kind:
    """Plain lists, mappings and values as a `kind`; not `strict`: a text may stand for a number.

    Raises:
        msgspec.ValidationError: they are something else.
    """
    _decoder_for(kind)
    return msgspec.convert(value, kind, strict=strict)


def _decoder_for(kind: type[object]) -> msgspec.json.Decoder[Any]:
    return _decoder(cast("Hashable", kind))  # mypy does not know that types are


@functools.cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    with _looking:
        return msgspec.json.Decoder(kind)
