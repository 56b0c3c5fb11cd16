"""One writer for each data folder."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from desktop_assist.errors import AssistError
from desktop_assist.store.files import saving
from desktop_assist.text import say


class WriterLock:
    """Held while stores are open for writing. The system frees it when the process dies."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = FileLock(file, thread_local=False)

    def acquire(self) -> None:
        """Take the lock at once or not at all.

        Raises:
            AssistError: another process holds it, or the folder does not allow it.
        """
        with saving(self._file):
            try:
                self._lock.acquire(timeout=0)
            except Timeout as error:
                raise self._taken() from error

    def release(self) -> None:
        """Let others write; harmless when the lock is not held."""
        self._lock.release()

    def __enter__(self) -> WriterLock:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def _taken(self) -> AssistError:
        return AssistError(
            say(
                "Store",
                "Another Desktop Assist is writing in “{folder}”. Nothing was changed.",
                folder=self._file.parent,
            ),
            say("Store", "Use the one that is running, or quit it and try again."),
        )
