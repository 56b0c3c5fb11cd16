"""How the agent works with the entries: uses, favourites, and where rotating texts stand.

A use appends one line to this session's journal; the whole file is written only at the next start,
on the writer's thread, when the journals of former sessions are folded into it. The file notes the
number of the last folded journal, so that a crash in between counts nothing twice.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop_assist.core.searching.search import Standing
from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.files import reading, saving
from desktop_assist.store.records import Record, Tables, line, payload
from desktop_assist.store.writer import Writer
from desktop_assist.text import Message

TABLE = "usage"
FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class _Line:
    """What is known of one entry. Also one record of the file, with the entry's key.

    `more` is what a newer version keeps of it; it is written as it was read.
    """

    uses: int = 0
    last_day: int = 0
    favourite: bool = False
    variant: int = 0
    more: Mapping[str, Any] = field(default_factory=dict)


class UsageStore:
    """The agent's use of each entry, by entry key.

    `on_failure` hears of a use that could not be written: pasting never fails for it.
    """

    def __init__(
        self,
        storage: AtomicStorage,
        journals: Path,
        writer: Writer,
        on_failure: Callable[[AssistError], None],
    ) -> None:
        """Reads `storage` and the journals, and has them folded by `writer`.

        A journal that cannot be read, or in which a newer version noted what this one does not
        know, stays, and so do those after it, until one start understands it.

        Raises:
            AssistError: `storage` cannot be read.
        """
        self._storage = storage
        self._folder = journals
        self._on_failure = on_failure
        self._writer = writer
        self._lines: dict[str, _Line] = {}
        self._foreign: list[Record] = []
        self._unread: AssistError | None = None
        folded = self._read_file()
        unfolded = {number: file for number, file in self._journals() if number > folded}
        self._begin_journal(max([folded, *unfolded]) + 1)
        foldable, tables = self._read_journals(unfolded)
        if foldable:
            writer.schedule(TABLE, lambda: self._fold(tables, foldable))

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the user should know about the state of the file."""
        unread = () if self._unread is None else (self._unread.message,)
        return (*self._storage.notices, *unread)

    def used(self, key: str, day: datetime.date) -> None:
        """Count a use of `key` on `day`."""
        self._note_quietly({"used": key, "day": day.toordinal()})

    def next_variant(self, key: str, count: int) -> int:
        """Which of `count` texts is due for `key`: 0, 1, … and round again. `count` is above 0."""
        position = self._line(key).variant % count
        self._note_quietly({"variant": key, "next": position + 1})
        return position

    def set_favourite(self, key: str, favourite: bool) -> None:
        """Make `key` a favourite or not.

        Raises:
            AssistError: it could not be saved; nothing has changed.
        """
        self._note({"favourite": key, "on": favourite})

    def favourites(self) -> frozenset[str]:
        """The keys of all favourites."""
        return frozenset(key for key, one in self._lines.items() if one.favourite)

    def standing(self) -> Mapping[str, Standing]:
        """Uses, last day (`date.toordinal`) and liking by key, for the ranking of a search."""
        return {
            key: Standing(one.uses, one.last_day, one.favourite) for key, one in self._lines.items()
        }

    def forget_uses(self) -> None:
        """Forget at once, also in the backups, how often and when anything was used.

        Favourites stay, and so does where rotating texts stand; what a newer version noted goes,
        for nobody here can tell what it says.

        Raises:
            AssistError: it could not be saved, or a journal could not be read, and nothing is
                forgotten; or a former journal or backup could not be removed, and it alone still
                tells.
        """
        if self._unread is not None:  # it may hold favourites, so it cannot just go
            raise AssistError(self._unread.message, self._unread.hint)
        self._writer.flush()  # what waits to be saved must not come after this
        without = (
            (key, replace(one, uses=0, last_day=0, more={})) for key, one in self._lines.items()
        )
        lines = {key: one for key, one in without if one != _Line()}
        last = self._number
        self._storage.write(_tables(lines, (), last))
        self._lines = lines
        self._foreign.clear()
        self._begin_journal(last + 1)
        _remove([file for number, file in self._journals() if number <= last])
        self._storage.forget_backups()

    def _begin_journal(self, number: int) -> None:
        self._number = number
        self._journal = self._folder / f"{number:08}.jsonl"

    def _line(self, key: str) -> _Line:
        return self._lines.get(key, _Line())

    def _note_quietly(self, event: Record) -> None:
        try:
            self._note(event)
        except AssistError as error:
            self._apply(event)
            self._on_failure(error)

    def _note(self, event: Record) -> None:
        """Append `event` to the journal in one write, which a killed process cannot undo."""
        with saving(self._journal):
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._journal.open("ab", buffering=0) as stream:
                # The line end in front parts it from a line that a full disk cut short.
                stream.write(b"\n" + line(event))
        self._apply(event)

    def _apply(self, event: Record) -> bool:
        """Take in `event`; tells whether this version knows it."""
        match event:
            case {"used": str(key), "day": int(day)}:
                one = self._line(key)
                latest = max(one.last_day, day)
                self._lines[key] = replace(one, uses=one.uses + 1, last_day=latest)
            case {"variant": str(key), "next": int(position)}:
                self._lines[key] = replace(self._line(key), variant=position)
            case {"favourite": str(key), "on": bool(favourite)}:
                self._lines[key] = replace(self._line(key), favourite=favourite)
            case _:
                return False
        return True

    def _read_file(self) -> int:
        """Take over the file; the number of the last journal that is in it."""
        tables = self._storage.read() or {}
        for row in tables.get(TABLE, {}).values():
            key, one = _parsed(row)
            if key:
                self._lines[key] = one
            else:
                self._foreign.append(row)
        numbers = [row.get("journal") for row in tables.get(FOLDED, {}).values()]
        return max((number for number in numbers if isinstance(number, int)), default=0)

    def _read_journals(self, unfolded: Mapping[int, Path]) -> tuple[list[Path], Tables]:
        """Take over the journals; those before the first that stays, and the file with them."""
        foldable: list[Path] = []
        tables: Tables = {}
        understood = True
        for number, file in sorted(unfolded.items()):
            try:
                understood = self._take_over(file) and understood
            except AssistError as error:
                self._unread = self._unread or error
            if self._unread is None and understood:
                foldable.append(file)
                tables = _tables(self._lines, self._foreign, number)
        return foldable, tables

    def _take_over(self, journal: Path) -> bool:
        """Take in what `journal` tells; False where this version does not know all of it."""
        with reading(journal):
            texts = journal.read_bytes().split(b"\n")
        # A torn last line is a use that never got through.
        events = [event for text in texts if text and (event := payload(text)) is not None]
        known = [self._apply(event) for event in events]
        return all(known)

    def _journals(self) -> Iterator[tuple[int, Path]]:
        for file in sorted(self._folder.glob("*.jsonl")):
            if file.stem.isascii() and file.stem.isdigit():
                yield int(file.stem), file

    def _fold(self, tables: Tables, journals: list[Path]) -> None:
        self._storage.write(tables)
        _remove(journals)


def _tables(lines: Mapping[str, _Line], foreign: Iterable[Record], last: int) -> Tables:
    """The file that holds `lines`, and what the journals up to the number `last` told.

    `foreign` are the records that this version cannot read.
    """
    known: Iterator[Record] = (
        {
            **one.more,
            "key": key,
            "uses": one.uses,
            "last_day": one.last_day,
            "favourite": one.favourite,
            "variant": one.variant,
        }
        for key, one in lines.items()
    )
    rows = {str(number): row for number, row in enumerate((*known, *foreign), start=1)}
    return {TABLE: rows, FOLDED: {"1": {"journal": last}}}


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with saving(file):
            file.unlink(missing_ok=True)


def _parsed(row: Mapping[str, Any]) -> tuple[str, _Line]:
    """The key and the line of a record; an empty key where it does not fit."""
    match row:
        case {
            "key": str(key),
            "uses": int(uses),
            "last_day": int(day),
            "favourite": bool(favourite),
            "variant": int(variant),
            **more,
        }:
            return key, _Line(uses, day, favourite, variant, more)
    return "", _Line()
