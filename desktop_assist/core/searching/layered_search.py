"""A big index made earlier, with what has changed since laid over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.big_search import BigSearch, Found
from desktop_assist.core.searching.index_arrays import SearchIndex
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.query import Query, understood
from desktop_assist.core.searching.search import NO_CONTEXT, Hit, SearchContext, Standing
from desktop_assist.core.searching.texts import Squeezing

STALE = 1_000
"""With more changed entries than this the index should be made anew."""


class LayeredSearch:
    """A `SearchEngine` that follows edits at once: changed and new entries are searched plainly.

    As `BigSearch`, it looks for slips only in `search_slips`.
    """

    def __init__(
        self, index: SearchIndex, entries: Sequence[Entry], pinyin: PinyinTable | None = None
    ) -> None:
        """`entries` are those that `index` was made of, in their order; all are shown."""
        self._entries = entries
        self._pinyin = pinyin
        self._squeezing = Squeezing()
        self._standing: Mapping[str, Standing] = {}
        self._base = BigSearch(index, entries, pinyin)
        self._changed = PlainSearch(())
        self.changed_count = 0

    @property
    def is_stale(self) -> bool:
        """Whether so much has changed that the index should be made anew."""
        return self.changed_count > STALE

    def show(self, entries: Sequence[Entry]) -> None:
        """Find exactly `entries` from now on; what is not as it was indexed is laid over."""
        import numpy as np  # noqa: PLC0415  loaded for big libraries only

        numbers = _numbers_in(self._entries, entries)
        shown = np.zeros(len(self._entries), bool)
        shown[[one for one in numbers if one is not None]] = True
        changed = [entry for entry, number in zip(entries, numbers, strict=True) if number is None]
        self._base.show_only(None if shown.all() else shown)
        self._changed = PlainSearch(changed, self._pinyin)
        self._changed.rank(self._standing)
        self.changed_count = len(changed)

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on, by entry key."""
        self._standing = dict(standing)
        self._base.rank(standing)
        self._changed.rank(standing)

    def search(self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT) -> list[Hit]:
        """See `SearchEngine`."""
        asked = understood(query, self._squeezing)
        base = self._base.found(asked, limit, context)
        return self._merged(base, self._changed.found(asked, limit, context), asked, limit)

    def search_slips(
        self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT
    ) -> list[Hit]:
        """See `SearchEngine`. Nothing where `search` finds something."""
        if self.search(query, 1, context):
            return []
        asked = understood(query, self._squeezing)
        base = self._base.found_with_slips(asked, limit, context)
        changed = self._changed.found_with_slips(asked, limit, context)
        return self._merged(base, changed, asked, limit)

    def _merged(self, base: Found, changed: Found, asked: Query, limit: int) -> list[Hit]:
        """The best of both by level, use and context; among equals what has changed first."""
        if not changed:
            return self._base.hits(base, asked, limit)
        parts: tuple[tuple[BigSearch | PlainSearch, Found], ...] = (
            (self._changed, changed),
            (self._base, base),
        )
        both = [(part, one) for part, found in parts for one in found]
        both.sort(key=lambda hit: _merging(*hit, is_browsing=not asked.words))
        return [
            part.hit(one, place, asked, limit) for place, (part, one) in enumerate(both[:limit])
        ]


def _merging(
    part: BigSearch | PlainSearch, found: tuple[int, int], *, is_browsing: bool
) -> tuple[bool, int, tuple[tuple[int, int, bool], int]]:
    number, level = found
    is_behind = is_browsing and not part.order.is_favourite(number)
    return is_behind, -level, part.order.sorting(number)


def _numbers_in(indexed: Sequence[Entry], entries: Sequence[Entry]) -> list[int | None]:
    """For each of `entries` the number under which it is indexed as it is."""
    if list(entries) == list(indexed):
        return [*range(len(indexed))]
    objects = {id(one.snippet): number for number, one in enumerate(indexed)}
    numbers = [objects.get(id(one.snippet)) for one in entries]
    if numbers.count(None) <= STALE:
        return numbers
    # Read anew, the same texts are other objects.
    keys = {one.key: number for number, one in enumerate(indexed)}
    named = [keys.get(one.key) for one in entries]
    return [
        number if number is not None and indexed[number].snippet == entry.snippet else None
        for number, entry in zip(named, entries, strict=True)
    ]
