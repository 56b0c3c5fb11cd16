"""Tells when the screen has been unlocked, or the session taken up again from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread

_SESSION_CHANGE = 0x02B1
_CONSOLE_CONNECT, _REMOTE_CONNECT, _UNLOCKED = 1, 3, 8
_THIS_SESSION = 0


class UnlockWatch:
    """Waits for WM_WTSSESSION_CHANGE. What was pressed before a lock may have come up unheard."""

    def __init__(self, api: WindowsApi, unlocked: Callable[[], None]) -> None:
        """`unlocked` is called on a thread of its own.

        Raises:
            OSError: Windows made no window for messages.
        """
        self._api = api
        self._unlocked = unlocked
        self._thread = MessageThread("unlocking", api)
        self._thread.ask(self._begin)

    def stop(self) -> None:
        """Tell nothing from now on; harmless when repeated."""
        self._thread.do(self._end)
        self._thread.stop()

    def _begin(self) -> None:
        self._thread.handle = self._handle
        self._api.wtsapi32.WTSRegisterSessionNotification(self._thread.window, _THIS_SESSION)

    def _end(self) -> None:
        self._api.wtsapi32.WTSUnRegisterSessionNotification(self._thread.window)

    def _handle(self, message: int, first: int, _second: int) -> None:
        if message == _SESSION_CHANGE and first in (_CONSOLE_CONNECT, _REMOTE_CONNECT, _UNLOCKED):
            self._unlocked()
