"""Texts of own replies that were typed and not saved yet, kept until they are."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.records import Tables
from desktop_assist.text import Message

TABLE = "drafts"


class DraftStore:
    """One document of texts by snippet id; written whole, for there are never many."""

    def __init__(self, storage: AtomicStorage) -> None:
        self._storage = storage

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the user should know about the state of the file, which is read for it.

        Raises:
            AssistError: the file cannot be read.
        """
        self._storage.read()
        return tuple(self._storage.notices)

    def load(self) -> Mapping[str, Mapping[str, str]]:
        """Draft by snippet id.

        Raises:
            AssistError: the file cannot be read.
        """
        rows = (self._storage.read() or {}).get(TABLE, {})
        return {row["id"]: row["texts"] for row in rows.values() if {"id", "texts"} <= row.keys()}

    def keep(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        """Keep exactly `drafts`; they are on the disk when this returns.

        Raises:
            AssistError: they could not be saved.
        """
        rows = {
            str(number): {"id": name, "texts": dict(texts)}
            for number, (name, texts) in enumerate(drafts.items(), start=1)
        }
        tables: Tables = {TABLE: rows}
        self._storage.write(tables)
