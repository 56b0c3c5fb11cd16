"""A file of events, one line each, of which only the last so many are kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from desktop_assist.errors import AssistError
from desktop_assist.store.aside import copied_aside, copies_of, folder_moved_aside
from desktop_assist.store.files import reading, remove_unfinished, replace_file, saving
from desktop_assist.store.records import Record, line, payload
from desktop_assist.text import Message, say

Event = TypeVar("Event")

FORMAT = 1
"""The version of the lines that is written; others are passed over and stay as they are."""


class BoundedJournal(Generic[Event]):
    """Holds the last `most` events, in memory and in `file`. One process may write.

    An event appends one line in one write, which a killed process cannot undo; a torn line costs
    itself alone. When it is opened, a file with too many lines is cut short, and a damaged one is
    put aside. What was met then is in `notices`; no state of the file is an error.
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
        """Without `may_write` the disk stays as it is; `read` tells None for what does not fit."""
        self.notices: list[Message] = []
        self._file = file
        self._written = written
        self._read = read
        self._events: deque[Event] = deque(maxlen=most)
        self._foreign: deque[bytes] = deque(maxlen=most)
        self._unread: AssistError | None = None
        try:
            self._open(may_write)
        except AssistError as error:
            self.notices.append(error.message)

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
                stream.write(b"\n" + self._line(event))

    def keep(self, wanted: Callable[[Event], bool]) -> None:
        """Forget at once, in memory and on the disk, every event that is not `wanted`.

        Lines of another version and damaged copies go with them: nobody can tell what they say.

        Raises:
            AssistError: the file could not be read or replaced, and nothing is forgotten; or a
                damaged copy could not be removed.
        """
        if self._unread is not None:
            raise AssistError(self._unread.message, self._unread.hint)
        kept = [event for event in self._events if wanted(event)]
        if len(kept) < len(self._events) or self._foreign:
            self._rewrite(map(self._line, kept))
            self._events = deque(kept, maxlen=self._events.maxlen)
            self._foreign.clear()
        self._forget_copies()

    def forget(self) -> None:
        """Forget every event at once, and remove the file and its damaged copies.

        Raises:
            AssistError: the file could not be removed, and nothing is forgotten; or a copy.
        """
        with saving(self._file):
            self._file.unlink(missing_ok=True)
        self._events.clear()
        self._foreign.clear()
        self._unread = None
        self._forget_copies()

    def _forget_copies(self) -> None:
        for copy in copies_of(self._file):
            with saving(copy):
                copy.unlink(missing_ok=True)

    def _open(self, may_write: bool) -> None:
        moved = folder_moved_aside(self._file) if may_write else None
        self.notices += [moved] if moved else []
        data = self._data()
        lines, damaged = self._take(data.split(b"\n"))
        if self._foreign:
            self.notices.append(_foreign_notice(self._file, len(self._foreign)))
        if damaged:
            place = copied_aside(self._file, data) if may_write else self._file
            self.notices.append(_damage_notice(self._file, place, lines - damaged))
        if may_write:
            remove_unfinished(self._file)
            if damaged or lines > (self._events.maxlen or 0):
                self._rewrite([*self._foreign, *map(self._line, self._events)])

    def _data(self) -> bytes:
        try:
            with reading(self._file):
                return self._file.read_bytes() if self._file.exists() else b""
        except AssistError as error:
            self._unread = error
            raise

    def _take(self, texts: Iterable[bytes]) -> tuple[int, int]:
        """Take over what the lines say; how many there are, and how many of them are damaged."""
        lines = damaged = 0
        for text in filter(None, texts):
            lines += 1
            record = payload(text)
            event = self._event(record) if record is not None else None
            if event is not None:
                self._events.append(event)
            elif record is not None:
                self._foreign.append(text + b"\n")
            else:
                damaged += 1
        return lines, damaged

    def _event(self, record: Record) -> Event | None:
        known = record.get("format") == FORMAT
        return self._read({**record}) if known else None

    def _line(self, event: Event) -> bytes:
        return line({"format": FORMAT, **self._written(event)})

    def _rewrite(self, lines: Iterable[bytes]) -> None:
        with saving(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, b"".join(lines))


def _foreign_notice(file: Path, count: int) -> Message:
    return say(
        "Store",
        "{count} entries of “{file}” are of another version of this program. They stay in it.",
        count=count,
        file=file,
    )


def _damage_notice(file: Path, place: Path, kept: int) -> Message:
    result = say(
        "Store", "“{file}” was damaged. {kept} entries in it were whole.", file=file, kept=kept
    )
    return say(
        "Store", "{result} The damaged file is kept as “{place}”.", result=result, place=place
    )
