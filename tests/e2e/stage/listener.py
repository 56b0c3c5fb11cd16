"""The test's end of a stage program's line."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.stage.waiting import NeverHappenedError

Event = dict[str, Any]


class Listener:
    """Takes one program's events as they come, on a thread of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._events: list[Event] = []
        self._news = threading.Condition()
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(path))
        self._server.listen(1)
        self._peer: socket.socket | None = None
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def __len__(self) -> int:
        """How many events have come so far: a mark for `wait_for(after=…)`."""
        with self._news:
            return len(self._events)

    def since(self, after: int) -> list[Event]:
        """The events from number `after` on."""
        with self._news:
            return self._events[after:]

    def wait_for(
        self, wanted: Callable[[Event], bool], what: str, after: int = 0, within: float = 10.0
    ) -> Event:
        """The first wanted event from number `after` on.

        Raises:
            NeverHappenedError: none came `within` seconds.
        """
        deadline = time.monotonic() + within
        with self._news:
            while True:
                for event in self._events[after:]:
                    if wanted(event):
                        return event
                after = max(after, len(self._events))
                if not self._news.wait(deadline - time.monotonic()):
                    raise NeverHappenedError(f"{what} did not happen within {within:g} s")

    def order(self, do: str, **values: Any) -> None:
        """Tell the program to do something."""
        if self._peer is None:
            raise NeverHappenedError(f"the program of {self.path.name} has not connected")
        self._peer.sendall(json.dumps({"do": do, **values}).encode() + b"\n")

    def ask(self, do: str, answer: str, within: float = 10.0, **values: Any) -> Event:
        """Order something and wait for the event that answers it."""
        mark = len(self)
        self.order(do, **values)
        return self.wait_for(lambda event: event["event"] == answer, f"“{answer}”", mark, within)

    def close(self) -> None:
        """Hang up: the program ends."""
        for end in (self._peer, self._server):
            if end is not None:
                _hang_up(end)
        self._thread.join(timeout=5)

    def _listen(self) -> None:
        try:
            peer, _ = self._server.accept()
        except OSError:  # closed before the program had connected
            return
        self._peer = peer
        with peer.makefile("rb") as lines:
            for line in lines:
                self._hear(json.loads(line))

    def _hear(self, event: Event) -> None:
        with self._news:
            self._events.append(event)
            self._news.notify_all()


def _hang_up(end: socket.socket) -> None:
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:  # the other end has gone first
        pass
    finally:
        end.close()
