"""Work off the GUI thread, and its result back on it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from desktop_assist.core.loop import Loop

Result = TypeVar("Result")


class Background:
    """One worker: pieces of work run in the order in which they were given."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="background")

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Call `then` on the loop's thread with what `work` gives.

        An exception of `work` is raised on the loop's thread, where it is reported.
        """

        def finished(future: Future[Result]) -> None:
            self._loop.post(lambda: then(future.result()))

        self._worker.submit(work).add_done_callback(finished)

    def close(self) -> None:
        """Wait for the piece that runs; forget those that wait."""
        self._worker.shutdown(wait=True, cancel_futures=True)
