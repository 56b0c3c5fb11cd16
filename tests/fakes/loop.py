"""A loop whose clock stands still until a test moves it."""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable


class FakeTimer:
    """A call that is due at a moment of the fake clock."""

    def __init__(self, call: Callable[[], None]) -> None:
        self.call: Callable[[], None] | None = call

    def cancel(self) -> None:
        self.call = None


class FakeLoop:
    """Runs what is due when it is told to, in the order of time."""

    def __init__(self) -> None:
        self._now = 0.0
        self._posted: deque[Callable[[], None]] = deque()
        self._timers: list[tuple[float, int, FakeTimer]] = []
        self._order = itertools.count()

    def now(self) -> float:
        return self._now

    def post(self, call: Callable[[], None]) -> None:
        self._posted.append(call)

    def later(self, milliseconds: float, call: Callable[[], None]) -> FakeTimer:
        timer = FakeTimer(call)
        heapq.heappush(self._timers, (self._now + milliseconds, next(self._order), timer))
        return timer

    @property
    def waiting(self) -> int:
        """How many timers are still to come."""
        return sum(timer.call is not None for _, _, timer in self._timers)

    def run_posted(self) -> None:
        """Run what was posted, and what that posts."""
        while self._posted:
            self._posted.popleft()()

    def advance(self, milliseconds: float) -> None:
        """Let the time pass, with all that is due in it."""
        end = self._now + milliseconds
        self.run_posted()
        while self._timers and self._timers[0][0] <= end:
            self._now, _, timer = heapq.heappop(self._timers)
            if timer.call is not None:
                timer.call()
            self.run_posted()
        self._now = end
