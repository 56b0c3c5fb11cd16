"""What the window has done off the GUI thread: how far it is, and how it is stopped."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 80


class Stopped(Exception):
    """Somebody wants no more of it."""


@contextmanager
def no_pauses() -> Iterator[None]:
    """No garbage is looked for in between, and what was made is left out of it for good.

    Looking through a hundred thousand objects that live on stops every thread, the GUI's too, for
    a second at a time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class Job:
    """One run on the worker's thread, watched from the GUI's."""

    def __init__(self) -> None:
        self.part = 0.0
        self.is_stopped = False

    def tell(self, part: float) -> None:
        """The part done, up to 1.

        Raises:
            Stopped: it is to go no further.
        """
        self.part = part
        if self.is_stopped:
            raise Stopped


class Work(QObject):
    """One job at a time; a new one puts an end to the one before."""

    progressed = Signal(float)
    """The part done, up to 1."""
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.job = Job()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(lambda: self.progressed.emit(self.job.part))

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way that was not stopped."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Go no further."""
        was_busy = self.is_busy
        self.job.is_stopped = True
        self._timer.stop()
        if was_busy:
            self.stopped.emit()

    def begin(self) -> Job:
        """A new job; it is busy until `end` or `stop`."""
        self.job.is_stopped = True
        self.job = Job()
        self._timer.start()
        return self.job

    def end(self) -> None:
        """The job is done."""
        self._timer.stop()
