"""One question over a D-Bus socket, without a library: a call, and the body of its answer."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

ANSWER_LIMIT_S = 0.05
_CALL, _RETURN, _ERROR = 1, 2, 3
_PATH, _INTERFACE, _MEMBER, _DESTINATION, _SIGNATURE = 1, 2, 3, 6, 8


class NoAnswer(Exception):
    """The bus is not there, or does not answer in time, or answers with an error."""


@dataclass(frozen=True, slots=True)
class Call:
    """A method and its arguments, strings all of them."""

    destination: str
    path: str
    interface: str
    member: str
    arguments: tuple[str, ...] = ()


def ask(address: str, call: Call) -> Reader:
    """The body of the answer to `call` at `address` (`unix:path=…` or `unix:abstract=…`).

    Raises:
        NoAnswer: there is no bus, or it refuses, or the answer takes longer than 50 ms.
    """
    bus = "org.freedesktop.DBus"
    hello = Call(bus, "/org/freedesktop/DBus", bus, "Hello")
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(ANSWER_LIMIT_S)
            line.connect(_place(address))
            line.sendall(b"\0AUTH EXTERNAL %s\r\n" % str(os.getuid()).encode().hex().encode())
            if not line.recv(512).startswith(b"OK"):
                raise NoAnswer(address)
            line.sendall(b"BEGIN\r\n" + _message(hello, 1) + _message(call, 2))
            answers = _answers(line)
            next(answers)
            return Reader(next(answers))
    except (OSError, ValueError, struct.error) as error:
        raise NoAnswer(address) from error


class Reader:
    """Reads values off an answer's body (D-Bus specification, “Marshaling”)."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def number(self) -> int:
        """A 32-bit number, also a truth value."""
        self.align(4)
        value: int = struct.unpack_from("<I", self._body, self._at)[0]
        self._at += 4
        return value

    def text(self) -> str:
        """A string or an object path."""
        length = self.number()
        start, self._at = self._at, self._at + length + 1
        return self._body[start : start + length].decode()

    def signature(self) -> str:
        """A signature, such as comes before a variant's value."""
        start = self._at + 1
        end = start + self._body[self._at]
        self._at = end + 1
        return self._body[start:end].decode()

    def skip_dictionary(self) -> None:
        """Go past an array of dictionary entries."""
        length = self.number()
        self.align(8)
        self._at += length

    def align(self, boundary: int) -> None:
        """Go on at the next multiple of `boundary`."""
        self._at += -self._at % boundary


def _place(address: str) -> str:
    """The socket's name, of the first address where there are several."""
    kind, _, rest = address.partition(";")[0].partition(":")
    values = dict(part.partition("=")[::2] for part in rest.split(","))
    if kind == "unix" and values.get("path"):
        return unquote(values["path"])
    if kind == "unix" and values.get("abstract"):
        return "\0" + unquote(values["abstract"])
    raise ValueError(address)


def _message(call: Call, serial: int) -> bytes:
    body = b""
    for argument in call.arguments:
        body = _aligned(body, 4) + _text(argument)
    fields = b""
    named = (
        (_PATH, "o", call.path), (_INTERFACE, "s", call.interface),
        (_MEMBER, "s", call.member), (_DESTINATION, "s", call.destination),
    )  # fmt: skip
    for code, kind, value in named:
        fields = _aligned(fields, 8) + bytes((code, 1, ord(kind), 0)) + _text(value)
    if call.arguments:
        signature = b"s" * len(call.arguments)
        kinds = bytes((len(signature),)) + signature + b"\0"
        fields = _aligned(fields, 8) + bytes((_SIGNATURE, 1, ord("g"), 0)) + kinds
    start = struct.pack("<cBBBIII", b"l", _CALL, 0, 1, len(body), serial, len(fields))
    return _aligned(start + fields, 8) + body


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<I", len(data)) + data + b"\0"


def _aligned(data: bytes, boundary: int) -> bytes:
    return data + b"\0" * (-len(data) % boundary)


def _answers(line: socket.socket) -> Iterator[bytes]:
    """The bodies of the answers in their order; signals in between are left out."""
    while True:
        start = _exactly(line, 16)
        if start[:1] != b"l":
            raise ValueError("not little-endian, as the question was")
        kind, (length, _serial, fields) = start[1], struct.unpack_from("<III", start, 4)
        _exactly(line, fields + -fields % 8)
        body = _exactly(line, length)
        if kind == _ERROR:
            raise ValueError("an error is the answer")
        if kind == _RETURN:
            yield body


def _exactly(line: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = line.recv(count - len(data))
        if not more:
            raise ValueError("the bus has hung up")
        data += more
    return data
