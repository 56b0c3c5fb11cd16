"""Wayland's own protocol, as far as the clipboard needs it: messages, and descriptors beside them.

From wayland.xml (freedesktop.org): a message is an object's number, its size and opcode, and its
arguments in words of 32 bits in the machine's order.
"""

from __future__ import annotations

import os
import socket
import struct
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

_HEADER = struct.Struct("=II")
_WORD = struct.Struct("=I")
_DISPLAY, _SYNC, _GET_REGISTRY, _BIND = 1, 0, 1, 0
_MOST_DESCRIPTORS = 28
"""As many as libwayland puts beside one piece of data."""

Handler = Callable[[int, "Arguments"], None]
"""Gets the event's opcode and its arguments."""


class Arguments:
    """What came with an event, read in its order."""

    def __init__(self, body: bytes, descriptors: deque[int]) -> None:
        self._body = body
        self._at = 0
        self._descriptors = descriptors

    def number(self) -> int:
        """A number, or the number of an object."""
        value: int = _WORD.unpack_from(self._body, self._at)[0]
        self._at += 4
        return value

    def text(self) -> str:
        """A string."""
        length = self.number()
        start, self._at = self._at, self._at + length + -length % 4
        return self._body[start : start + length - 1].decode("utf-8", "replace")

    def descriptor(self) -> int:
        """An open file, which the taker closes."""
        return self._descriptors.popleft()


class WaylandLine:
    """One connection. Nothing is waited for but in `round_trip`; whoever owns it reads it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Raises: OSError: there is no compositor."""
        name = environment.get("WAYLAND_DISPLAY", "")
        place = Path(environment.get("XDG_RUNTIME_DIR", "")) / name
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.connect(str(place))
        except OSError:
            self._socket.close()
            raise
        self._received = b""
        self._descriptors: deque[int] = deque()
        self._handlers: dict[int, Handler] = {_DISPLAY: self._display}
        self._next = _DISPLAY + 1
        self._registry = 0
        self.globals: dict[str, tuple[int, int]] = {}
        """By interface: its name here, and its version."""

    def fileno(self) -> int:
        """For `select`."""
        return self._socket.fileno()

    def new(self, handler: Handler | None = None) -> int:
        """The number of an object that is about to be made, and who hears its events."""
        number, self._next = self._next, self._next + 1
        self.hear(number, handler or (lambda _opcode, _arguments: None))
        return number

    def hear(self, number: int, handler: Handler) -> None:
        """Give the events of an object, also one that the compositor has made, to `handler`."""
        self._handlers[number] = handler

    def forget(self, number: int) -> None:
        """Hear an object no more."""
        self._handlers.pop(number, None)

    def send(self, number: int, opcode: int, *arguments: int | str, descriptor: int = -1) -> None:
        """A request; strings and numbers as they are. Raises: OSError: it has hung up."""
        body = b"".join(_packed(one) for one in arguments)
        message = _HEADER.pack(number, (_HEADER.size + len(body)) << 16 | opcode) + body
        if descriptor < 0:
            self._socket.sendall(message)
        else:
            socket.send_fds(self._socket, [message], [descriptor])

    def find_globals(self, within_s: float) -> None:
        """Learn what the compositor offers. Raises: OSError: it does not answer."""
        self._registry = self.new(self._global)
        self.send(_DISPLAY, _GET_REGISTRY, self._registry)
        self.round_trip(within_s)

    def bind(self, interface: str, version: int) -> int:
        """An object of that interface, in a version that both know."""
        name, offered = self.globals[interface]
        number = self.new()
        self.send(self._registry, _BIND, name, interface, min(version, offered), number)
        return number

    def round_trip(self, within_s: float) -> None:
        """Return when everything asked so far has been answered.

        Raises:
            OSError: it has hung up, or not answered within that time.
        """
        answered: list[int] = []
        callback = self.new(lambda _opcode, _arguments: answered.append(1))
        self.send(_DISPLAY, _SYNC, callback)
        self._socket.settimeout(within_s)
        try:
            while not answered:
                self.receive()
        finally:
            self._socket.settimeout(None)

    def receive(self) -> None:
        """Read what has come, and hand it out. Raises: OSError: it has hung up."""
        data, descriptors, _flags, _address = socket.recv_fds(
            self._socket, 1 << 16, _MOST_DESCRIPTORS
        )
        if not data:
            raise OSError("the compositor has hung up")
        self._descriptors.extend(descriptors)
        self._received += data
        for number, opcode, body in self._messages():
            handler = self._handlers.get(number)
            if handler is not None:
                handler(opcode, Arguments(body, self._descriptors))

    def close(self) -> None:
        """Hang up."""
        self._socket.close()
        while self._descriptors:
            os.close(self._descriptors.popleft())

    def _messages(self) -> Iterator[tuple[int, int, bytes]]:
        while len(self._received) >= _HEADER.size:
            number, word = _HEADER.unpack_from(self._received)
            size = word >> 16
            if size < _HEADER.size:
                raise OSError("no message of Wayland")
            if len(self._received) < size:
                return
            body, self._received = self._received[_HEADER.size : size], self._received[size:]
            yield number, word & 0xFFFF, body

    def _display(self, opcode: int, arguments: Arguments) -> None:
        if opcode == 0:
            raise OSError(f"object {arguments.number()}, error {arguments.number()}")
        self.forget(arguments.number())

    def _global(self, opcode: int, arguments: Arguments) -> None:
        if opcode == 0:
            name, interface, version = arguments.number(), arguments.text(), arguments.number()
            self.globals.setdefault(interface, (name, version))


def _packed(value: int | str) -> bytes:
    if isinstance(value, int):
        return _WORD.pack(value)
    data = value.encode() + b"\0"
    return _WORD.pack(len(data)) + data + b"\0" * (-len(data) % 4)
