"""Finds replies in the library of now; a big one's index is made and kept off the GUI thread."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.engines import Indexed, engine_for, wants_index
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import (
    NO_CONTEXT,
    Hit,
    SearchContext,
    SearchEngine,
    Standing,
)
from desktop_assist.errors import AssistError
from desktop_assist.text import Message

Result = TypeVar("Result")


class Worker(Protocol):
    """See `gui.background.Background`."""

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Call `then` on this thread with what `work` gives on another."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An index that can be searched, and what the user should know of the one before."""

    indexed: Indexed
    notices: tuple[Message, ...]


class Finder:
    """A search engine that changes with the library. `changed` is told where more can be found."""

    def __init__(
        self,
        folder: Path,
        background: Worker,
        changed: Callable[[], None],
        tell: Callable[[Message], None],
    ) -> None:
        """`folder` is where the index of a big library is kept between starts."""
        self._folder = folder
        self._background = background
        self._changed = changed
        self._tell = tell
        self._entries: Sequence[Entry] = ()
        self._pinyin: PinyinTable | None = None
        self._standing: Mapping[str, Standing] = {}
        self._engine: SearchEngine = PlainSearch(())
        self._indexed: Indexed | None = None
        self._mistyped = ""
        self._likely: list[Hit] = []
        self._ended = False

    def show(self, entries: Sequence[Entry], pinyin: PinyinTable | None) -> None:
        """Find exactly `entries` from now on."""
        self._entries, self._pinyin = entries, pinyin
        self._renew()
        # Without readings the index would be made in vain: the table is on its way.
        if wants_index(entries) and pinyin is not None and self._is_outdated():
            self._background.run(partial(self._prepare, tuple(entries), pinyin), self._use)

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on."""
        self._standing = standing
        self._engine.rank(standing)

    def search(self, query: str, limit: int, context: SearchContext = NO_CONTEXT) -> list[Hit]:
        """See `SearchEngine`. Slips are looked for elsewhere, and `changed` is told of them."""
        found = self._engine.search(query, limit, context)
        if found or not query.strip():
            return found
        if query != self._mistyped:
            self._mistyped, self._likely = query, []
            engine = self._engine
            self._background.run(
                lambda: engine.search_slips(query, limit, context),
                lambda likely: self._guessed(query, likely),
            )
        return self._likely

    def stop(self) -> None:
        """Make no index any more."""
        self._ended = True

    def _guessed(self, query: str, likely: list[Hit]) -> None:
        if query == self._mistyped and likely:
            self._likely = likely
            self._changed()

    def _renew(self) -> None:
        self._mistyped, self._likely = "", []
        self._engine = engine_for(self._entries, self._pinyin, self._indexed)
        self._engine.rank(self._standing)

    def _is_outdated(self) -> bool:
        if isinstance(self._engine, PlainSearch):
            return True
        from desktop_assist.core.searching.layered_search import LayeredSearch  # noqa: PLC0415  numpy

        return isinstance(self._engine, LayeredSearch) and self._engine.is_stale

    def _use(self, prepared: _Prepared | None) -> None:
        if prepared is None:
            return
        self._indexed = prepared.indexed
        self._renew()
        # A hundred thousand snippets live as long as the program: looking through them again and
        # again for garbage stops it for a tenth of a second.
        gc.freeze()
        for notice in prepared.notices:
            self._tell(notice)
        self._changed()

    def _prepare(self, entries: tuple[Entry, ...], pinyin: PinyinTable) -> _Prepared | None:
        """The index of `entries`, read or made; None where the program is about to end."""
        from desktop_assist.core.searching.index_build import IndexBuilder  # noqa: PLC0415  numpy
        from desktop_assist.store.search_index import (  # noqa: PLC0415  numpy
            SearchIndexStore,
            fingerprint_of,
        )

        store = SearchIndexStore(self._folder)
        fingerprint = fingerprint_of(_stamps(entries, pinyin))
        loaded = store.load(fingerprint)
        notices = [loaded.notice] if loaded.notice else []
        if loaded.index is not None and store.is_whole(fingerprint):
            return _Prepared(Indexed(loaded.index, entries), tuple(notices))
        if loaded.index is not None:
            store.discard(fingerprint)
        builder = IndexBuilder(entries, pinyin)
        for _ in builder.steps():
            if self._ended:
                return None
        try:
            store.save(builder.index, fingerprint)
        except AssistError as error:
            notices.append(error.message)
        return _Prepared(Indexed(builder.index, entries), tuple(notices))


def _stamps(entries: Sequence[Entry], pinyin: PinyinTable) -> Iterator[str]:
    """What the index depends on."""
    yield str(len(pinyin))
    for entry in entries:
        yield entry.key
        yield entry.pack_title
        yield msgspec.json.encode(entry.snippet).decode("utf-8", "replace")
