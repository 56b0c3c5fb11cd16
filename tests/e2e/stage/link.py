"""A stage program's line to the test: JSON lines over a Unix socket, both ways.

Standard library only, because the GTK target runs on the system's Python.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from typing import Any


class Link:
    """Tells events (`{"event": …, "ns": CLOCK_MONOTONIC}`) and takes orders (`{"do": …}`)."""

    def __init__(self, path: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(path)
        self._unfinished = b""

    def fileno(self) -> int:
        return self._socket.fileno()

    def tell(self, event: str, **values: Any) -> None:
        """Send `event`, stamped with the present time unless `ns` is given."""
        line = {"event": event, "ns": time.monotonic_ns(), **values}
        self._socket.sendall(json.dumps(line).encode() + b"\n")

    def orders(self) -> list[dict[str, Any]]:
        """The orders that have come; blocks for the first.

        Raises:
            EOFError: the test has hung up, and the program should end.
        """
        received = self._socket.recv(1 << 16)
        if not received:
            raise EOFError
        *lines, self._unfinished = (self._unfinished + received).split(b"\n")
        return [json.loads(line) for line in lines]

    def all_orders(self) -> Iterator[dict[str, Any]]:
        """Every order until the test hangs up."""
        while True:
            try:
                yield from self.orders()
            except EOFError:
                return
