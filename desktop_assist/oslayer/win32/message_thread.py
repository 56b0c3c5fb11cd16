"""A thread with a window that nobody sees: Windows tells hotkeys, clipboard and sessions to one."""

from __future__ import annotations

import ctypes
import itertools
import sys
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from ctypes import wintypes as w
from functools import partial
from typing import TypeVar

from desktop_assist.oslayer.win32.api import WINDOW_PROCEDURE, WindowClass, WindowsApi

Answer = TypeVar("Answer")
Handler = Callable[[int, int, int], int | None]
"""Takes message, wParam and lParam; answers None where Windows' own answer is right."""

_MESSAGE_ONLY = w.HWND(-3)
_TIMER = 0x0113
_WORK = 0x8000
_QUIT = 0x0012
_NO_REMOVE = 0
_START_WITHIN_S = 10


class ThreadEndedError(RuntimeError):
    """The thread was stopped."""


class MessageThread:
    """Handles one window's messages, and calls from outside, one after the other.

    Without work it rests in GetMessage: nothing wakes it by the clock.
    """

    def __init__(self, name: str, api: WindowsApi) -> None:
        """Start the thread; `handle` takes the messages, and is set on the thread, through `ask`.

        Raises:
            OSError: Windows made no window.
        """
        self.api = api
        self.handle: Handler = _default
        self.window = 0
        self._name = f"desktop-assist-{name}-{id(self):x}"
        self._procedure = WINDOW_PROCEDURE(self._receive)
        self._calls: deque[Callable[[], object]] = deque()
        self._timers: dict[int, Callable[[], object]] = {}
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._closed = False
        self._ready: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()
        self._ready.result(timeout=_START_WITHIN_S)

    def call(self, work: Callable[[], object]) -> None:
        """Run `work` on the thread, soon; never where the thread has ended."""
        self._accept(work)

    def do(self, work: Callable[[], None]) -> None:
        """Run `work` on the thread and wait for its end; nothing where the thread has ended."""
        try:
            self.ask(work)
        except ThreadEndedError:
            return

    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Run `work` on the thread and wait for its answer or its exception.

        Raises:
            ThreadEndedError: there is no thread any more.
            TimeoutError: no answer within 5 s.
        """
        if threading.current_thread() is self._thread:
            return work()
        future: Future[Answer] = Future()
        if not self._accept(partial(_fulfil, future, work)):
            raise ThreadEndedError("the thread for Windows' messages has ended")
        return future.result(timeout=5)

    def later(self, milliseconds: float, work: Callable[[], object]) -> None:
        """Run `work` on the thread after `milliseconds`; only called on the thread."""
        number = next(self._numbers)
        self._timers[number] = work
        self.api.user32.SetTimer(self.window, number, round(milliseconds), None)

    def stop(self) -> None:
        """Finish the calls that wait and end the thread; harmless when repeated."""
        self.call(self._end)
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout=2)

    def _accept(self, work: Callable[[], object]) -> bool:
        with self._lock:
            if self._closed:
                return False
            self._calls.append(work)
            self.api.user32.PostMessageW(self.window, _WORK, 0, 0)
            return True

    def _end(self) -> None:
        with self._lock:
            self._closed = True
        self._run_calls()
        self.api.user32.PostQuitMessage(0)

    def _run(self) -> None:
        try:
            self._open()
        except OSError as failure:
            self._ready.set_exception(failure)
            return
        self._ready.set_result(None)
        message = w.MSG()
        while self.api.user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            self.api.user32.DispatchMessageW(ctypes.byref(message))
        self.api.user32.DestroyWindow(self.window)
        self.api.user32.UnregisterClassW(self._name, self._module)

    def _open(self) -> None:
        user32 = self.api.user32
        self._module = self.api.kernel32.GetModuleHandleW(None)
        described = WindowClass(procedure=self._procedure, instance=self._module, name=self._name)
        user32.RegisterClassW(ctypes.byref(described))
        place = (0, 0, 0, 0)
        self.window = user32.CreateWindowExW(
            0, self._name, self._name, 0, *place, _MESSAGE_ONLY, None, self._module, None
        )
        if not self.window:
            raise OSError("Windows made no window for messages")

    def _receive(self, window: int, message: int, first: int, second: int) -> int:
        if message == _WORK:
            self._run_calls()
        elif message == _TIMER:
            self._run_due(first)
        else:
            answer = self._survive(partial(self.handle, message, first, second))
            if isinstance(answer, int):
                return answer
            return int(self.api.user32.DefWindowProcW(window, message, first, second))
        return 0

    def _run_calls(self) -> None:
        while self._calls:
            self._survive(self._calls.popleft())

    def _run_due(self, number: int) -> None:
        self.api.user32.KillTimer(self.window, number)
        work = self._timers.pop(number, None)
        if work is not None:
            self._survive(work)

    def _survive(self, work: Callable[[], object]) -> object:
        """Run `work`; a clipboard owner whose thread is dead makes every other program wait."""
        try:
            return work()
        except Exception:
            kind, failure, trace = sys.exc_info()
            told = (kind or Exception, failure, trace, self._thread)
            threading.excepthook(threading.ExceptHookArgs(told))
        return None


def _default(_message: int, _first: int, _second: int) -> None:
    """Until someone asks for messages, Windows' own answers do."""


def _fulfil(future: Future[Answer], work: Callable[[], Answer]) -> None:
    try:
        future.set_result(work())
    except Exception as failure:  # the asker gets whatever it was
        future.set_exception(failure)
