"""The services' loop on Qt's event loop."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot


class _QtTimer:
    """A single shot that can be forgotten; Qt's object goes with whichever comes first."""

    def __init__(self, parent: QObject, milliseconds: float, call: Callable[[], None]) -> None:
        self._call: Callable[[], None] | None = call
        self._timer: QTimer | None = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        # PySide holds the receiver of a bound method weakly; the lambda keeps this alive till then.
        self._timer.timeout.connect(lambda: self._due())  # noqa: PLW0108  see above
        self._timer.start(round(milliseconds))

    def cancel(self) -> None:
        self._call = None
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    def _due(self) -> None:
        call = self._call
        self.cancel()
        if call is not None:
            call()


class QtLoop(QObject):
    """Runs calls on the thread that made it; `post` may be called from any thread."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def now(self) -> float:
        return time.monotonic() * 1000

    def post(self, call: Callable[[], None]) -> None:
        self._posted.emit(call)

    def later(self, milliseconds: float, call: Callable[[], None]) -> _QtTimer:
        return _QtTimer(self, milliseconds, call)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()
