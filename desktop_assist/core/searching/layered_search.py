"""An engine made earlier, with what has changed since laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, is_

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.labels import squeezed_context
from desktop_assist.core.searching.numbered_search import Found, NumberedSearch
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.query import Query, understood
from desktop_assist.core.searching.search import NO_CONTEXT, Hit, SearchContext, Standing

STALE = 500
"""With more changed entries than this the engine beneath should be made anew."""

_Merging = tuple[bool, int, tuple[tuple[int, int, bool], int]]


class LayeredSearch:
    """A `SearchEngine` that finds exactly `entries`, though `base` was made of an earlier state.

    Changed and new entries are searched plainly, at most `STALE` of them. `base` itself stays as it
    is, so that the next state can be laid over it while this one is searched.
    """

    def __init__(self, base: NumberedSearch, entries: Sequence[Entry]) -> None:
        kept, changed = _compared(base.entries, entries)
        self._squeezing = base.squeezing
        self._parts: tuple[NumberedSearch, NumberedSearch] = (
            PlainSearch(changed[:STALE], base.pinyin),
            base if len(kept) == len(base.entries) else base.only(kept),
        )
        self.changed_count = len(changed)
        self._is_mostly_gone = 2 * len(kept) < len(base.entries)

    @property
    def is_stale(self) -> bool:
        """Whether so much has changed that the engine beneath should be made anew."""
        return self.changed_count > STALE or self._is_mostly_gone

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on, by entry key."""
        changed, base = self._parts
        # At once, so that another thread that is searching never sees only one of them ranked.
        self._parts = changed.ranked(standing), base.ranked(standing)

    def search(self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT) -> list[Hit]:
        """See `SearchEngine`."""
        asked, parts = understood(query, self._squeezing), self._parts
        found = [(part, part.found(asked, limit, context)) for part in parts]
        return self._merged(found, asked, limit, context)

    def search_slips(
        self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT
    ) -> list[Hit]:
        """See `SearchEngine`. Nothing where `search` finds something."""
        asked, parts = understood(query, self._squeezing), self._parts
        if any(part.found(asked, 1, context) for part in parts):
            return []
        found = [(part, part.found_with_slips(asked, limit, context)) for part in parts]
        return self._merged(found, asked, limit, context)

    def _merged(
        self,
        found: Sequence[tuple[NumberedSearch, Found]],
        asked: Query,
        limit: int,
        context: SearchContext,
    ) -> list[Hit]:
        """The best of all by level, use and context; among equals what has changed first."""
        hits = [(part, one) for part, those in found for one in those]
        if all(those for _, those in found):
            suiting = squeezed_context(context, self._squeezing)
            hits.sort(key=lambda hit: _merging(hit, suiting, is_browsing=not asked.words))
        return [
            part.hit(one, place, asked, limit) for place, (part, one) in enumerate(hits[:limit])
        ]


def _merging(
    hit: tuple[NumberedSearch, tuple[int, int]], context: SearchContext, *, is_browsing: bool
) -> _Merging:
    part, (number, level) = hit
    is_behind = is_browsing and not part.order.is_favourite(number)
    return is_behind, -level, part.order.sorting(number, context)


def _compared(
    known: Sequence[Entry], entries: Sequence[Entry]
) -> tuple[Sequence[int], list[Entry]]:
    """The numbers of what is `known` and still there as it was, and the entries that are not."""
    # An edit leaves what stands before and behind it where it was.
    front = _alike(known, entries)
    rest = min(len(known), len(entries)) - front
    back = min(_alike(reversed(known), reversed(entries)), rest) if rest else 0
    end = len(known) - back
    between = entries[front : len(entries) - back]
    numbers = _looked_up(known[front:end], between)
    moved = [front + one for one in numbers if one is not None]
    changed = [entry for entry, one in zip(between, numbers, strict=True) if one is None]
    return [*range(front), *moved, *range(end, len(known))], changed


def _alike(some: Iterable[Entry], others: Iterable[Entry]) -> int:
    """With how many of the same snippets, the very objects, both begin."""
    snippet = attrgetter("snippet")
    same = bytes(map(is_, map(snippet, some), map(snippet, others)))
    different = same.find(False)
    return len(same) if different < 0 else different


def _looked_up(known: Sequence[Entry], entries: Sequence[Entry]) -> list[int | None]:
    objects = {id(one.snippet): number for number, one in enumerate(known)}
    numbers = [objects.get(id(one.snippet)) for one in entries]
    if numbers.count(None) <= STALE:
        return numbers
    # Read anew, the same texts are other objects.
    keys = {one.key: number for number, one in enumerate(known)}
    named = [keys.get(one.key) for one in entries]
    return [
        number if number is not None and known[number].snippet == entry.snippet else None
        for number, entry in zip(named, entries, strict=True)
    ]
