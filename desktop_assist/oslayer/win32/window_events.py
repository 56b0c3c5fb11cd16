"""Hears of windows' moves, ends and turns in front through WinEvents, out of their programs."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from desktop_assist.oslayer.win32.api import EVENT_PROCEDURE, WindowsApi

_OUT_OF_CONTEXT = 0
_THE_WINDOW_ITSELF = 0


class WindowEvent(IntEnum):
    """What happened to a window (winuser.h)."""

    FOREGROUND = 0x0003
    MINIMISED = 0x0016
    BACK = 0x0017
    DESTROYED = 0x8001
    SHOWN = 0x8002
    HIDDEN = 0x8003
    MOVED = 0x800B


class WindowEvents:
    """Hooks of one message thread; every call comes from it, and so does `heard`."""

    def __init__(self, api: WindowsApi, heard: Callable[[int, int], None]) -> None:
        """`heard` takes the event's number and the window's."""
        self._api = api
        self._heard = heard
        self._procedure = EVENT_PROCEDURE(self._receive)
        self._hooks: list[int] = []

    def listen(self, *events: WindowEvent, process: int = 0) -> None:
        """Hear of `events`, of one process or (0) of all."""
        for event in events:
            hook = self._api.user32.SetWinEventHook(
                event, event, None, self._procedure, process, 0, _OUT_OF_CONTEXT
            )
            if hook:
                self._hooks.append(hook)

    def stop(self) -> None:
        """Hear of nothing more; harmless when repeated."""
        while self._hooks:
            self._api.user32.UnhookWinEvent(self._hooks.pop())

    def _receive(
        self, _hook: int, event: int, window: int, what: int, _child: int, _thread: int, _at: int
    ) -> None:
        if what == _THE_WINDOW_ITSELF and window:
            self._heard(event, window)
