"""Finds replies in the library of now; a big one's index is made and kept off the GUI thread."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.engines import MOST_AT_ONCE, wants_index
from desktop_assist.core.searching.layered_search import LayeredSearch
from desktop_assist.core.searching.numbered_search import NumberedSearch
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import (
    NO_CONTEXT,
    Hit,
    SearchContext,
    SearchEngine,
    Standing,
)
from desktop_assist.store.kept_search import KeptSearch, Prepared
from desktop_assist.text import Message

Result = TypeVar("Result")
Way = Callable[[Sequence[Entry], PinyinTable | None, Callable[[], bool]], Prepared | None]


class Worker(Protocol):
    """See `gui.background.Background`."""

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Call `then` on this thread with what `work` gives on another."""


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
        self._kept = KeptSearch(folder)
        self._background = background
        self._changed = changed
        self._tell = tell
        self._entries: Sequence[Entry] = ()
        self._pinyin: PinyinTable | None = None
        self._standing: Mapping[str, Standing] = {}
        self._engine: SearchEngine = PlainSearch(())
        self._base: NumberedSearch | None = None
        self._awaited: tuple[Entry, ...] = ()
        self._mistyped = ""
        self._likely: list[Hit] = []
        self._ended = False

    def show(self, entries: Sequence[Entry], pinyin: PinyinTable | None) -> None:
        """Find exactly `entries` from now on; of very many at first only some, see `engines`."""
        if pinyin is not self._pinyin:
            self._base = None
        self._entries, self._pinyin = entries, pinyin
        self._renew()
        if self._is_outdated():
            self._awaited = tuple(entries)
            self._prepare(self._kept.read if self._base is None else self._kept.make)

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
        if self._base is None or len(self._entries) <= MOST_AT_ONCE:
            self._engine = PlainSearch(self._entries[:MOST_AT_ONCE], self._pinyin)
        else:
            self._engine = LayeredSearch(self._base, self._entries)
        self._engine.rank(self._standing)

    def _is_outdated(self) -> bool:
        """Whether the engine should be made anew, off this thread."""
        if len(self._entries) <= MOST_AT_ONCE:
            return False
        if wants_index(self._entries) and self._pinyin is None:
            return False  # without readings the index would be made in vain: they are on their way
        return not isinstance(self._engine, LayeredSearch) or self._engine.is_stale

    def _prepare(self, way: Way) -> None:
        """Make the awaited engine off this thread, in one `way` of `KeptSearch`."""
        entries, pinyin = self._awaited, self._pinyin

        def prepare() -> Prepared | None:
            prepared = way(entries, pinyin, lambda: not self._ended and entries is self._awaited)
            if prepared is not None:
                prepared.base.rank(self._standing)  # the first time takes the longest
            return prepared

        self._background.run(prepare, self._use)

    def _use(self, prepared: Prepared | None) -> None:
        if prepared is None or prepared.entries is not self._awaited:
            return
        self._base = prepared.base
        self._renew()
        if self._is_outdated():
            self._prepare(self._kept.make)
        # A hundred thousand snippets live as long as the program: looking through them again and
        # again for garbage stops it for a tenth of a second.
        gc.freeze()
        for notice in prepared.notices:
            self._tell(notice)
        self._changed()
