"""What the agent keeps of replies: own ones, those in the bin, and changes to the team's.

All of it lies in one file, so that a wish about many replies is carried out whole or not at all.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from desktop_assist.core.replies.layers import FIELDS, Change, Override
from desktop_assist.core.replies.library import OWN_PACK
from desktop_assist.core.replies.operation import Kept, Operation, OwnReply
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.records import Record, Tables
from desktop_assist.store.snippet_records import (
    read_snippet,
    read_value,
    written_snippet,
    written_value,
)
from desktop_assist.text import Message, say

OWN = "own"
"""The table of own snippets."""

OVERRIDES = "overrides"
"""The table of changes to the team's replies."""

OVERRIDE_FORMAT = 1
"""The version of an override's record that is written; others stay in the file, untouched."""

_AT_ONCE = 500
"""Records that are made between two words on how far it is."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What is kept of one key, and where it stands in its table."""

    state: Kept
    number: str


class AgentLayer:
    """The layer in memory and on the disk. Everything in it is named by its entry's key.

    Every change is on the disk when its method returns; where one raises AssistError, nothing has
    changed. A record that this version does not understand stays in the file, untouched.

    Any thread may call any method. Who reads while another thread writes sees the state before.
    """

    def __init__(self, storage: AtomicStorage) -> None:
        """Reads `storage`.

        Raises:
            AssistError: it cannot be read.
        """
        self._storage = storage
        self._unreadable: list[str] = []
        self._writing = threading.Lock()
        self._rows: Mapping[str, _Row] = dict(self._read())
        """Never changed, only replaced: whoever goes through it need not wait."""

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the user should know about the state of the file."""
        if not self._unreadable:
            return tuple(self._storage.notices)
        unreadable = say(
            "Store",
            "{count} of your own replies cannot be read by this version. They stay in “{file}”.",
            count=len(self._unreadable),
            file=self._storage.file,
        )
        return (*self._storage.notices, unreadable)

    @property
    def unreadable(self) -> tuple[str, ...]:
        """The ids of the records that this version does not understand."""
        return tuple(self._unreadable)

    def kept(self, key: str) -> Kept | None:
        """What is kept of an entry's key."""
        row = self._rows.get(key)
        return None if row is None else row.state

    def own(self) -> Iterator[OwnReply]:
        """Every own reply, also in the bin, in the order of writing."""
        return (row.state for row in self._rows.values() if isinstance(row.state, OwnReply))

    def overrides(self) -> Mapping[str, Override]:
        """The agent's changes to the team's replies, by key."""
        found = ((key, row.state) for key, row in self._rows.items())
        return {key: state for key, state in found if isinstance(state, Override)}

    def apply(
        self, operation: Operation, told: Callable[[float], None] = lambda _part: None
    ) -> None:
        """Carry out `operation` as a whole.

        `told` hears the part done, up to 1, before anything is written. It may raise whatever it
        likes to put an end to it: nothing has changed then.

        Raises:
            AssistError: something it is about was changed since it was made, or it could not be
                saved.
        """
        changed = {key: operation.after[key] for key in operation.changed}
        records = _records(changed, told)
        with self._writing:
            for key in changed:
                if self.kept(key) != operation.before[key]:
                    raise _changed_since(operation.before[key] or self.kept(key), key)
            self._write(changed, records)

    def see(self, original: Callable[[str], Snippet | None]) -> None:
        """Note the team's versions of today, so that a changed reply outlives its deletion whole.

        `original` tells the team's version of a key, None where it has none; what was seen before
        then stays.

        Raises:
            AssistError: it could not be saved.
        """
        with self._writing:
            fresh: dict[str, Kept | None] = {}
            for key, override in self.overrides().items():
                team = original(key)
                if team is not None and team != override.seen:
                    fresh[key] = replace(override, seen=team)
            self._write(fresh, _records(fresh))

    def _write(self, states: Mapping[str, Kept | None], records: Mapping[str, Record]) -> None:
        if not states:
            return
        tables = self._storage.read() or {}
        fresh = {name: _free_numbers(tables.setdefault(name, {})) for name in (OWN, OVERRIDES)}
        rows = dict(self._rows)
        for key, state in states.items():
            row = self._placed(tables, fresh, key, state, records.get(key, {}))
            if row is None:
                rows.pop(key, None)
            else:
                rows[key] = row
        self._storage.write(tables)
        self._rows = rows

    def _placed(
        self,
        tables: Tables,
        fresh: Mapping[str, Iterator[str]],
        key: str,
        state: Kept | None,
        record: Record,
    ) -> _Row | None:
        old = self._rows.get(key)
        if state is None:
            if old is not None:
                del tables[_table(old.state)][old.number]
            return None
        table = _table(state)
        number = old.number if old else next(fresh[table])
        tables[table][number] = record
        return _Row(state, number)

    def _read(self) -> Iterator[tuple[str, _Row]]:
        tables = self._storage.read() or {}
        readers = ((OWN, _read_own), (OVERRIDES, _read_override))
        for table, read in readers:
            for number, record in tables.get(table, {}).items():
                try:
                    key, state = read(record)
                except msgspec.ValidationError:
                    self._unreadable.append(str(record.get("id", record.get("key", ""))))
                else:
                    yield key, _Row(state, number)


def _table(state: Kept) -> str:
    return OWN if isinstance(state, OwnReply) else OVERRIDES


def _free_numbers(table: Mapping[str, object]) -> Iterator[str]:
    used = (int(number) for number in table if number.isdecimal())
    return map(str, itertools.count(max(used, default=0) + 1))


def _records(
    states: Mapping[str, Kept | None], told: Callable[[float], None] = lambda _part: None
) -> dict[str, Record]:
    """What is written of `states`, by key."""
    records: dict[str, Record] = {}
    for at, (key, state) in enumerate(states.items()):
        if at % _AT_ONCE == 0:
            told(at / len(states))
        if state is not None:
            records[key] = written_state(state)
    told(1.0)
    return records


def written_state(state: Kept) -> Record:
    """What is kept of an entry, as plain values of a record."""
    if isinstance(state, OwnReply):
        return {
            "id": state.snippet.id,
            "deleted": state.deleted,
            "snippet": written_snippet(state.snippet),
        }
    return {
        "format": OVERRIDE_FORMAT,
        "key": state.key,
        "hidden": state.hidden,
        "seen": written_snippet(state.seen),
        "changes": [
            {"name": one.name, "base": written_value(one.base), "mine": written_value(one.mine)}
            for one in state.changes
        ],
    }


def read_state(record: Record) -> tuple[str, Kept]:
    """The key and state of `written_state`.

    Raises:
        msgspec.ValidationError: it is none, or one of a later version.
    """
    return _read_own(record) if "snippet" in record else _read_override(record)


def _read_own(record: Record) -> tuple[str, Kept]:
    snippet = read_snippet(record.get("snippet"))
    return f"{OWN_PACK}/{snippet.id}", OwnReply(snippet, record.get("deleted") is True)


def _read_override(record: Record) -> tuple[str, Kept]:
    match record:
        case {
            "format": int(version),
            "key": str(key),
            "hidden": bool(hidden),
            "changes": list(all_),
        }:
            if version == OVERRIDE_FORMAT:
                seen = read_snippet(record.get("seen"))
                return key, Override(key, seen, tuple(_read_change(one) for one in all_), hidden)
    raise msgspec.ValidationError("not an override of this version")


def _read_change(record: Any) -> Change:
    match record:
        case {"name": str(name), "base": base, "mine": mine} if name in FIELDS:
            return Change(name, read_value(name, base), read_value(name, mine))
    raise msgspec.ValidationError("not a change")


def _changed_since(state: Kept | None, key: str) -> AssistError:
    snippet = state.snippet if isinstance(state, OwnReply) else state.seen if state else None
    return AssistError(
        say(
            "Store",
            "“{title}” was changed meanwhile. That change is kept, and nothing else was changed.",
            title=snippet.title if snippet else key,
        ),
        say("Store", "Open it again and look at it first."),
    )
