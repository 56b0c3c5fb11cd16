"""An X connection with a thread of its own, so that the X server is answered whatever Qt does.

Qt waits inside its own clipboard calls without running any event loop. A selection owner on
Qt's thread would then never answer, and both would wait for each other (seen as a 5 s hang).
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import os
import selectors
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from Xlib import X, error
from Xlib.display import Display
from Xlib.protocol.rq import Event

Answer = TypeVar("Answer")

_VANISHED = (error.BadWindow, error.BadDrawable)


class ThreadEndedError(RuntimeError):
    """The thread was stopped, or the X server is gone."""


class X11Thread:
    """Handles one connection's events, and calls from outside, one after the other.

    Without work it rests in `select`: nothing wakes it by the clock.
    """

    def __init__(self, name: str) -> None:
        """Connect to the display of the environment.

        `handle` takes the events; it is set on the thread itself, through `ask`.

        Raises:
            Xlib.error.DisplayError: there is no such display, or it refused.
        """
        self.display = Display()
        self.display.set_error_handler(_ignore_vanished_windows)
        self.handle: Callable[[Event], None] = _drop
        self._calls: deque[Callable[[], object]] = deque()
        self._timers: list[tuple[float, int, Callable[[], object]]] = []
        self._order = itertools.count()
        self._wake_out, self._wake_in = os.pipe()
        os.set_blocking(self._wake_out, False)
        self._lock = threading.Lock()
        self._closed = False
        self._running = True
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def call(self, work: Callable[[], object]) -> None:
        """Run `work` on the thread, soon; never where the thread has ended."""
        self._accept(work)

    def do(self, work: Callable[[], None]) -> None:
        """Run `work` on the thread and wait for its end; nothing where the thread has ended."""
        with contextlib.suppress(ThreadEndedError, error.ConnectionClosedError):
            self.ask(work)

    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Run `work` on the thread and wait for its answer or its exception.

        Raises:
            ThreadEndedError: there is no thread any more.
            TimeoutError: no answer within 5 s.
        """
        if threading.current_thread() is self._thread:
            return work()
        future: Future[Answer] = Future()
        if not self._accept(lambda: _fulfil(future, work)):
            raise ThreadEndedError("the connection to the X server is closed")
        return future.result(timeout=5)

    def _accept(self, work: Callable[[], object]) -> bool:
        with self._lock:
            if self._closed:
                return False
            self._calls.append(work)
            os.write(self._wake_in, b".")
            return True

    def catch_up(self) -> None:
        """Handle all that the server has told up to now; only called on the thread.

        Calls are run before events: who decides by what has happened must have heard of it.
        """
        self.display.sync()
        while self.display.pending_events():
            self._survive(partial(self.handle, self.display.next_event()))

    def later(self, milliseconds: float, work: Callable[[], object]) -> None:
        """Run `work` on the thread after `milliseconds`; only called on the thread."""
        due = time.monotonic() + milliseconds / 1000
        heapq.heappush(self._timers, (due, next(self._order), work))

    def finish(self) -> None:
        """End the thread when it has done what waits."""
        self.call(self._end)

    def wait(self) -> None:
        """Wait until the thread has ended: by `finish`, or with the X server."""
        self._thread.join()

    def stop(self) -> None:
        """Finish the calls that wait, close the connection and end the thread."""
        self.call(self._end)
        self._thread.join(timeout=2)

    def _end(self) -> None:
        self._running = False

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self.display.fileno(), selectors.EVENT_READ)
            selector.register(self._wake_out, selectors.EVENT_READ)
            try:
                while self._running:
                    self._turn(selector)
            except error.ConnectionClosedError:
                self._running = False  # the X server is gone, and with it every window
        self._close()

    def _turn(self, selector: selectors.BaseSelector) -> None:
        while self._calls:
            self._survive(self._calls.popleft())
        # A clipboard manager that asks for twenty pictures must not keep a paste waiting.
        while not self._calls and self.display.pending_events():
            self._survive(partial(self.handle, self.display.next_event()))
        self.display.flush()
        if self._calls or not self._running:
            return
        selector.modify(self.display.fileno(), self._awaited())
        for key, _ in selector.select(self._rest()):
            if key.fd == self._wake_out:
                os.read(self._wake_out, 4096)
        self._run_due()

    def _awaited(self) -> int:
        """A flush leaves what a busy server does not take at once; it must not lie there."""
        unsent = bool(self.display.display.data_send)
        return selectors.EVENT_READ | (selectors.EVENT_WRITE if unsent else 0)

    def _rest(self) -> float | None:
        if self.display.pending_events():
            return 0
        return max(0.0, self._timers[0][0] - time.monotonic()) if self._timers else None

    def _run_due(self) -> None:
        now = time.monotonic()
        while self._timers and self._timers[0][0] <= now:
            self._survive(heapq.heappop(self._timers)[2])

    def _survive(self, work: Callable[[], object]) -> None:
        """Run `work`; nothing but the end of the connection may end this thread.

        A clipboard owner that is dead makes every program wait that asks for the clipboard.
        """
        try:
            work()
        except error.ConnectionClosedError:
            raise
        except _VANISHED:
            self.display.flush()
        except Exception:
            kind, failure, trace = sys.exc_info()
            told = (kind or Exception, failure, trace, self._thread)
            threading.excepthook(threading.ExceptHookArgs(told))

    def _close(self) -> None:
        with self._lock:
            self._closed = True
            os.close(self._wake_out)
            os.close(self._wake_in)
        with contextlib.suppress(error.ConnectionClosedError):  # by the other side, first
            while self._calls:
                self._survive(self._calls.popleft())
            self.display.close()


def _drop(_event: Event) -> None:
    """Until someone asks for events there is nothing in them."""


def _fulfil(future: Future[Answer], work: Callable[[], Answer]) -> None:
    try:
        future.set_result(work())
    except Exception as failure:  # the asker gets whatever it was
        future.set_exception(failure)


def _ignore_vanished_windows(problem: Any, _request: Any) -> None:
    """Windows of others vanish between a request and its turn; only their answer is lost."""
    if not isinstance(problem, (*_VANISHED, error.BadAtom, error.BadMatch, error.BadAccess)):
        raise problem


def client_of(display: Display, window: int) -> int:
    """The number that all resources of one X client share (its resource base)."""
    mask: int = display.display.info.resource_id_mask
    return window & ~mask


ANY_TYPE = X.AnyPropertyType
