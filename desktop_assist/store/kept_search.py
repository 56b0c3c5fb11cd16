"""The engine for very many replies: by the index that was kept, or by one that is made and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.engines import base_for, wants_index
from desktop_assist.core.searching.numbered_search import NumberedSearch
from desktop_assist.errors import AssistError
from desktop_assist.store.search_index import SearchIndexStore
from desktop_assist.text import Message


@dataclass(frozen=True, slots=True)
class Prepared:
    """An engine to lay `entries` over, made of them or of an earlier state of them.

    And what the user should know of its index.
    """

    entries: Sequence[Entry]
    base: NumberedSearch
    notices: tuple[Message, ...] = ()


class KeptSearch:
    """Makes engines; what it does takes seconds, on a thread that may."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where the index is kept from start to start."""
        self._folder = folder

    def read(
        self,
        entries: Sequence[Entry],
        pinyin: PinyinTable | None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> Prepared | None:
        """The engine by the kept index, however much has changed since; without one as `make`."""
        if not wants_index(entries):
            return Prepared(entries, base_for(entries, pinyin))
        from desktop_assist.core.searching import stamps  # noqa: PLC0415  numpy

        loaded = self._store(pinyin).load_whole()
        notices = (loaded.notice,) if loaded.notice else ()
        if loaded.kept is None:
            return self.make(entries, pinyin, is_wanted, notices)
        now = stamps.stamps_of(entries)
        indexed = stamps.stamped_entries(loaded.kept.stamps, now, entries)
        return Prepared(entries, base_for(indexed, pinyin, loaded.kept.index), notices)

    def make(
        self,
        entries: Sequence[Entry],
        pinyin: PinyinTable | None,
        is_wanted: Callable[[], bool] = lambda: True,
        notices: tuple[Message, ...] = (),
    ) -> Prepared | None:
        """The engine by an index made anew; None as soon as it is not wanted any more.

        Where the disk refuses to keep the index, a notice says so.
        """
        if not wants_index(entries):
            return Prepared(entries, base_for(entries, pinyin))
        from desktop_assist.core.searching.index_build import IndexBuilder  # noqa: PLC0415  numpy
        from desktop_assist.core.searching.stamps import stamps_of  # noqa: PLC0415  numpy

        builder = IndexBuilder(entries, pinyin)
        for _ in builder.steps():
            if not is_wanted():
                return None
        try:
            self._store(pinyin).save(builder.index, stamps_of(entries))
        except AssistError as error:
            notices = (*notices, error.message)
        return Prepared(entries, base_for(entries, pinyin, builder.index), notices)

    def _store(self, pinyin: PinyinTable | None) -> SearchIndexStore:
        return SearchIndexStore(self._folder, f"{len(pinyin) if pinyin else 0} readings")
