"""Time and threads as the services see them: one loop, given from outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A call that is due later."""

    def cancel(self) -> None:
        """Forget the call; harmless when it has already run."""


class Loop(Protocol):
    """The thread on which every service runs (the GUI thread, or a fake clock in tests)."""

    def now(self) -> float:
        """Milliseconds of a clock that never runs backwards."""

    def post(self, call: Callable[[], None]) -> None:
        """Run `call` soon on this loop's thread; may be called from any thread."""

    def later(self, milliseconds: float, call: Callable[[], None]) -> Timer:
        """Run `call` on this loop's thread after `milliseconds`; only called on that thread."""
