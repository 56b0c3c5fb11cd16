"""The windows of sway, which tells of them over its own socket (sway-ipc(7)).

i3's tools and other compositors speak the same protocol, but only sway and its forks are Wayland
compositors that set SWAYSOCK.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Any

from desktop_assist.core.pasting.title import same_title
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target
from desktop_assist.oslayer.windows.none import NotFollowing
from desktop_assist.oslayer.windows.wayland import OwnWindows
from desktop_assist.text import say

ANSWER_LIMIT_S = 0.5
_MAGIC = b"i3-ipc"
_HEADER = struct.Struct("<6sII")
_RUN_COMMAND, _SUBSCRIBE, _GET_TREE = 0, 2, 4
_FIRST_HANDLE = 1 << 40
"""sway numbers its windows from 1, and so does Qt its own: kept apart."""

Node = dict[str, Any]


class SwayWindows:
    """Every window with its title and program; a window of ours in front is looked through."""

    name = "sway"

    def __init__(self, address: str, own: OwnWindows) -> None:
        """Connect to the socket at `address`.

        Raises:
            AssistError: sway does not answer there.
        """
        self._address = address
        self._own = own
        self._last: Target | None = None
        self._events: socket.socket | None = None
        self._line: socket.socket | None = None
        try:
            self._tree()
        except (OSError, ValueError) as error:
            raise AssistError(
                say("Wayland", "sway does not tell of its windows."),
                say("Wayland", "Start the program from within sway."),
            ) from error

    def foreground(self) -> Target | None:
        node = self._focused()
        if node is None:
            return None
        if not self._is_ours(node):
            self._last = _target_of(node)
        return self._last

    def is_foreground(self, target: Target) -> bool:
        node = self._focused()
        if node is None or self._is_ours(node):
            return False
        front = _target_of(node)
        return front.handle == target.handle and same_title(front.title, target.title)

    def area(self, target: Target) -> Area | None:
        node = next((one for one in self._nodes() if _handle_of(one) == target.handle), None)
        if node is None:
            return None
        place = node["rect"]
        return Area(place["x"], place["y"], place["width"], place["height"])

    def activate(self, target: Target) -> None:
        number = target.handle - _FIRST_HANDLE
        with contextlib.suppress(OSError, ValueError):  # it happens or not, as with every system
            self._asked(_RUN_COMMAND, f"[con_id={number}] focus")

    def watch(self, changed: Callable[[], None]) -> None:
        try:
            events = _connected(self._address)
        except OSError:
            return
        events.settimeout(None)
        events.sendall(_packed(_SUBSCRIBE, '["window", "workspace"]'))
        self._events = events
        threading.Thread(target=_listen, args=(events, changed), name="sway", daemon=True).start()

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        """No program may place its own windows here, so none is followed."""
        told(None)
        return NotFollowing()

    def close(self) -> None:
        self._hang_up()
        if self._events is not None:
            with contextlib.suppress(OSError):  # sway has hung up before
                self._events.shutdown(socket.SHUT_RDWR)

    def _focused(self) -> Node | None:
        return next((node for node in self._nodes() if node.get("focused")), None)

    def _is_ours(self, node: Node) -> bool:
        return bool(node["pid"] == os.getpid()) and self._own.has_keyboard()

    def _nodes(self) -> list[Node]:
        try:
            return [node for node in _all_in(self._tree()) if node.get("pid")]
        except (OSError, ValueError):
            return []

    def _tree(self) -> Node:
        tree: Node = json.loads(self._asked(_GET_TREE))
        return tree

    def _asked(self, kind: int, text: str = "") -> bytes:
        """The answer; after a failure the next question gets a line of its own.

        On the old one a late answer would be taken for the next, and an old window for the front.
        """
        try:
            if self._line is None:
                self._line = _connected(self._address)
            return _ask(self._line, kind, text)
        except (OSError, ValueError):
            self._hang_up()
            raise

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def _target_of(node: Node) -> Target:
    of_x11 = (node.get("window_properties") or {}).get("class")
    application = str(node.get("app_id") or of_x11 or "").lower()
    return Target(_handle_of(node), node.get("name") or "", application)


def _handle_of(node: Node) -> int:
    return _FIRST_HANDLE + int(node["id"])


def _all_in(node: Node) -> Iterator[Node]:
    yield node
    for child in (*node.get("nodes", ()), *node.get("floating_nodes", ())):
        yield from _all_in(child)


def _listen(events: socket.socket, changed: Callable[[], None]) -> None:
    with events, contextlib.suppress(OSError, ValueError):  # the end of sway, or of us
        while True:
            _receive(events)
            changed()


def _connected(address: str) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(ANSWER_LIMIT_S)
    try:
        line.connect(address)
    except OSError:
        line.close()
        raise
    return line


def _ask(line: socket.socket, kind: int, text: str = "") -> bytes:
    line.sendall(_packed(kind, text))
    return _receive(line)


def _packed(kind: int, text: str) -> bytes:
    payload = text.encode()
    return _HEADER.pack(_MAGIC, len(payload), kind) + payload


def _receive(line: socket.socket) -> bytes:
    magic, length, _kind = _HEADER.unpack(_exactly(line, _HEADER.size))
    if magic != _MAGIC:
        raise ValueError(magic)
    return _exactly(line, length)


def _exactly(line: socket.socket, count: int) -> bytes:
    data = bytearray()
    while len(data) < count:
        more = line.recv(count - len(data))
        if not more:
            raise OSError("sway has hung up")
        data += more
    return bytes(data)
