"""Saves away from the thread that people wait for; of several changes only the last is written."""

from __future__ import annotations

import threading
from collections.abc import Callable

from desktop_assist.errors import AssistError


class Writer:
    """One worker thread, started with the first change.

    `on_failure` hears, on the worker's thread, of a save that failed. The change is not
    forgotten: the next `schedule` or `flush` tries it again.
    """

    def __init__(self, on_failure: Callable[[AssistError], None]) -> None:
        self._on_failure = on_failure
        self._changed = threading.Condition()
        self._waiting: dict[str, Callable[[], None]] = {}
        self._busy = False
        self._closed = False
        self._failure: AssistError | None = None
        self._thread: threading.Thread | None = None

    def schedule(self, name: str, save: Callable[[], None]) -> None:
        """Call `save` soon on the worker; it takes the place of a waiting one of `name`.

        `save` raises AssistError where it fails. After `close` it runs at once.
        """
        with self._changed:
            if not self._closed:
                self._waiting[name] = save
                self._failure = None
                self._start()
                self._changed.notify_all()
                return
        save()

    def flush(self) -> None:
        """Wait until everything scheduled is on the disk.

        Raises:
            AssistError: of the save that failed; the others are done.
        """
        with self._changed:
            self._failure = None
            self._changed.notify_all()
            self._changed.wait_for(self._is_settled)
            if self._failure is not None:
                raise self._failure

    def close(self) -> None:
        """Flush and end the thread.

        Raises:
            AssistError: of the save that failed.
        """
        try:
            self.flush()
        finally:
            with self._changed:
                self._closed = True
                self._changed.notify_all()
            if self._thread is not None:
                self._thread.join()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
            self._thread.start()

    def _is_settled(self) -> bool:
        return not self._busy and (not self._waiting or self._failure is not None)

    def _has_work(self) -> bool:
        return self._closed or (bool(self._waiting) and self._failure is None)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work)
                if self._closed:
                    return
                work, self._waiting = self._waiting, {}
                self._busy = True
            failed, failure = self._done(work)
            with self._changed:
                self._waiting = {**failed, **self._waiting}
                self._failure = failure
                self._busy = False
                self._changed.notify_all()

    def _done(
        self, work: dict[str, Callable[[], None]]
    ) -> tuple[dict[str, Callable[[], None]], AssistError | None]:
        """Run every save; those that failed, and the last failure."""
        failed: dict[str, Callable[[], None]] = {}
        failure = None
        for name, save in work.items():
            try:
                save()
            except AssistError as error:
                failed[name] = save
                failure = error
                self._on_failure(error)
        return failed, failure
