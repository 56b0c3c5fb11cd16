"""A worker that works when it is told to, on the thread of the test."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class FakeWorker:
    """Keeps pieces of work until `work_off`."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Keep it for later."""
        self._waiting.append(lambda: then(work()))

    def work_off(self) -> int:
        """Do all that waits; how many pieces it was."""
        count = 0
        while self._waiting:
            self._waiting.popleft()()
            count += 1
        return count
