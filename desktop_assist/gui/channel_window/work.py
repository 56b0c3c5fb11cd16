"""One piece of work at a time, off the GUI thread; it can be asked to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.gui.finder import Worker
from desktop_assist.text import say

Result = TypeVar("Result")


class Stop:
    """Set on the GUI thread, looked at by the work where it can still turn back."""

    def __init__(self) -> None:
        self._set = threading.Event()

    def set(self) -> None:
        """Ask the work to stop."""
        self._set.set()

    def check(self) -> None:
        """Raise AssistError where a stop was asked for."""
        self.wait(0)

    def wait(self, seconds: float) -> None:
        """Let `seconds` pass; raise AssistError as soon as a stop is asked for."""
        if self._set.wait(seconds):
            raise AssistError(
                say("ChannelWindow", "Stopped. Nothing was changed."), exit_code=FINDINGS
            )


class Work(QObject):
    """While one piece runs, others are turned away: the pages disable what would start them."""

    changed = Signal()
    """It has begun or ended."""
    failed = Signal(object)
    """An `AssistError`: the piece came to nothing."""

    def __init__(self, background: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._stop = Stop()
        self.under_way = ""
        """What runs, in words; empty where nothing does."""
        self.can_stop = False

    def do(
        self,
        words: str,
        piece: Callable[[Stop], Result],
        then: Callable[[Result], None],
        *,
        stops: bool = False,
    ) -> None:
        """Run `piece`, told as `words`, and give what comes of it to `then` on this thread.

        `stops` says whether the piece heeds its `Stop`.
        """
        if self.under_way:
            return
        self.under_way, self.can_stop = words, stops
        stop = self._stop = Stop()

        def run() -> Callable[[], None]:
            try:
                result = piece(stop)
            except AssistError as error:
                return partial(self.failed.emit, error)
            except Exception as fault:  # the window must not stay busy for good; raised below
                return partial(_raise, fault)
            return partial(then, result)

        self._background.run(run, self._end)
        self.changed.emit()

    def read(self, piece: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """As `do`, for what only reads: it takes its turn after what runs."""

        def run() -> Callable[[], None]:
            try:
                result = piece()
            except AssistError as error:
                return partial(self.failed.emit, error)
            return partial(then, result)

        self._background.run(run, lambda tell: tell())

    def stop(self) -> None:
        """Ask what runs to stop, where it can still turn back."""
        self._stop.set()

    def _end(self, tell: Callable[[], None]) -> None:
        self.under_way = ""
        self.changed.emit()
        tell()


def _raise(fault: Exception) -> None:
    raise fault
