"""What the agent wrote: saved at once, deleted into a bin, never under an id used before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from tinydb import TinyDB

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.records import Record
from desktop_assist.text import Message, say

TABLE = "own"
_OWN_ID = re.compile("own-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A snippet, its number in the table, and whether it lies in the bin."""

    snippet: Snippet
    number: int
    deleted: bool


class OwnSnippets:
    """The agent's own snippets, in memory and on the disk.

    Every change is on the disk when its method returns; where one raises AssistError, nothing has
    changed. A record that this version does not understand stays in the file, untouched.
    """

    def __init__(self, storage: AtomicStorage) -> None:
        """Reads `storage`.

        Raises:
            AssistError: it cannot be read.
        """
        self._storage = storage
        self._table = TinyDB(storage=lambda: storage).table(TABLE)
        self._unreadable: list[str] = []
        self._kept = {kept.snippet.id: kept for kept in self._read()}

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

    def all(self) -> list[Snippet]:
        """Every snippet outside the bin, in the order of writing."""
        return [kept.snippet for kept in self._kept.values() if not kept.deleted]

    def bin(self) -> list[Snippet]:
        """Every deleted snippet."""
        return [kept.snippet for kept in self._kept.values() if kept.deleted]

    def get(self, snippet_id: str) -> Snippet | None:
        """The snippet outside the bin with this id."""
        kept = self._kept.get(snippet_id)
        return kept.snippet if kept and not kept.deleted else None

    def new_id(self) -> str:
        """An id that no snippet has or had."""
        used = [int(match[1]) for name in self._ids() if (match := _OWN_ID.fullmatch(name))]
        return f"own-{max(used, default=0) + 1}"

    def save(self, snippet: Snippet) -> None:
        """Add `snippet`, or replace the one that has its id (out of the bin, if it lay there).

        Raises:
            AssistError: it could not be saved.
        """
        self._put(snippet, deleted=False)

    def delete(self, snippet_id: str) -> None:
        """Put a snippet into the bin.

        Raises:
            AssistError: there is none, or it could not be saved.
        """
        self._put(self._known(snippet_id).snippet, deleted=True)

    def restore(self, snippet_id: str) -> None:
        """Take a snippet out of the bin.

        Raises:
            AssistError: there is none, or it could not be saved.
        """
        self._put(self._known(snippet_id).snippet, deleted=False)

    def _ids(self) -> Iterator[str]:
        yield from self._kept
        yield from self._unreadable

    def _known(self, snippet_id: str) -> _Kept:
        try:
            return self._kept[snippet_id]
        except KeyError:
            raise AssistError(
                say("Store", "There is no own reply “{id}”.", id=snippet_id),
                say("Store", "Choose one from the list."),
            ) from None

    def _put(self, snippet: Snippet, *, deleted: bool) -> None:
        record = {
            "id": snippet.id,
            "deleted": deleted,
            "snippet": _written(snippet),
        }
        kept = self._kept.get(snippet.id)
        if kept is None:
            number = self._table.insert(record)
        else:
            number = kept.number
            self._table.update(record, doc_ids=[number])
        self._kept[snippet.id] = _Kept(snippet, number, deleted)

    def _read(self) -> Iterator[_Kept]:
        for record in self._table.all():
            try:
                snippet = msgspec.convert(record.get("snippet"), Snippet)
            except msgspec.ValidationError:
                self._unreadable.append(str(record.get("id", "")))
            else:
                yield _Kept(snippet, record.doc_id, record.get("deleted") is True)


def _written(snippet: Snippet) -> Record:
    """What of `snippet` differs from an empty one: a small file is a quick save."""
    empty = msgspec.to_builtins(Snippet(id="", title="", category=()))
    plain = msgspec.to_builtins(snippet)
    required = ("id", "title", "category")
    return {
        name: value for name, value in plain.items() if name in required or value != empty[name]
    }
