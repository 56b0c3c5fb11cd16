"""Ends the program as its menu does when the system asks: logout, Ctrl+C, `kill`."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class EndOnSignal(QObject):
    """Python runs signal handlers only between its own steps, and Qt's loop takes none.

    So the signal wakes the loop through a socket, and nothing has to look by the clock.
    """

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        signal.set_wakeup_fd(self._writer.fileno())
        for number in _SIGNALS:
            signal.signal(number, lambda _number, _frame: None)

    def _woken(self) -> None:
        self._reader.recv(64)
        self._end()
