"""A file of events, one line each, of which only the last so many are kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading, remove_unfinished, replace_file, saving
from desktop_assist.store.records import Record, line, payload

Event = TypeVar("Event")

FORMAT = 1
"""The version of the lines that is written; others are passed over and cut off in time."""


class BoundedJournal(Generic[Event]):
    """Holds the last `most` events, in memory and in `file`. One process may write.

    An event appends one line in one write, which a killed process cannot undo; a torn line costs
    itself alone. The file is cut short when it is opened with too many lines.
    """

    def __init__(
        self,
        file: Path,
        most: int,
        written: Callable[[Event], Record],
        read: Callable[[Record], Event | None],
        *,
        may_write: bool = True,
    ) -> None:
        """`read` tells None for a record that does not fit.

        Raises:
            AssistError: the file cannot be read, or not be cut short.
        """
        self._file = file
        self._written = written
        self._read = read
        self._events: deque[Event] = deque(maxlen=most)
        lines = 0
        for event in self._events_in_file():
            lines += 1
            self._events.append(event)
        if may_write:
            remove_unfinished(file)
            if lines > most:
                self._rewrite()

    def __iter__(self) -> Iterator[Event]:
        """The kept events, the oldest first."""
        return iter(tuple(self._events))

    def __len__(self) -> int:
        return len(self._events)

    def append(self, event: Event) -> None:
        """Keep `event`.

        Raises:
            AssistError: it could not be written; it counts until the program ends.
        """
        self._events.append(event)
        with saving(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.touch(mode=0o600)
            with self._file.open("ab", buffering=0) as stream:
                # The line end in front parts it from a line that a full disk cut short.
                stream.write(b"\n" + line({"format": FORMAT, **self._written(event)}))

    def keep(self, wanted: Callable[[Event], bool]) -> None:
        """Forget at once, in memory and on the disk, every event that is not `wanted`.

        Raises:
            AssistError: the file could not be replaced; nothing is forgotten.
        """
        before = tuple(self._events)
        kept = [event for event in before if wanted(event)]
        if len(kept) == len(before):
            return
        self._events = deque(kept, maxlen=self._events.maxlen)
        try:
            self._rewrite()
        except AssistError:
            self._events = deque(before, maxlen=self._events.maxlen)
            raise

    def forget(self) -> None:
        """Forget every event at once, and remove the file.

        Raises:
            AssistError: the file could not be removed; nothing is forgotten.
        """
        with saving(self._file):
            self._file.unlink(missing_ok=True)
        self._events.clear()

    def _rewrite(self) -> None:
        lines = [line({"format": FORMAT, **self._written(event)}) for event in self._events]
        with saving(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, b"".join(lines))

    def _events_in_file(self) -> Iterator[Event]:
        with reading(self._file):
            texts = self._file.read_bytes().split(b"\n") if self._file.exists() else []
        for text in texts:
            record = payload(text) if text else None
            if record is not None and record.pop("format", None) == FORMAT:
                event = self._read(record)
                if event is not None:
                    yield event
