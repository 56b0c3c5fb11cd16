"""What both engines share: entries known by their numbers, and hits made of what was found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Protocol, Self

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching import levels
from desktop_assist.core.searching.matches import Matches
from desktop_assist.core.searching.query import Query, understood
from desktop_assist.core.searching.search import NO_CONTEXT, Hit, SearchContext, Standing
from desktop_assist.core.searching.texts import Squeezing

Found = Sequence[tuple[int, int]]
"""Entry numbers with their levels, the best first."""


class Order(Protocol):
    """What equals are sorted by; it never changes, so that threads may share it."""

    def ranked(self, standing: Mapping[str, Standing]) -> Self:
        """The order by the agent's own use, by entry key."""

    def is_favourite(self, number: int) -> bool:
        """Whether the agent likes the entry."""

    def sorting(self, number: int, context: SearchContext) -> tuple[tuple[int, int, bool], int]:
        """What one entry is sorted by, in a squeezed context, among those of other engines."""


class NumberedSearch(ABC):
    """A `SearchEngine` over a sequence of entries, of which it finds all or `only` some."""

    order: Order

    def __init__(self, entries: Sequence[Entry], pinyin: PinyinTable | None) -> None:
        self.entries = entries
        self.pinyin = pinyin
        self.squeezing = Squeezing()
        self._matches = Matches(self.squeezing, pinyin)

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on, by entry key."""
        self.order = self.order.ranked(standing)

    def ranked(self, standing: Mapping[str, Standing]) -> Self:
        """The same engine in the order of this use; what it is made of is shared."""
        engine = copy(self)
        engine.rank(standing)
        return engine

    def search(self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT) -> list[Hit]:
        """The best `limit` entries; favourites, then the most used, for a query without words.

        Never raises; what `understood` takes for no query finds nothing. Slips are left to
        `search_slips`.
        """
        asked = understood(query, self.squeezing)
        return self._hits(self.found(asked, limit, context), asked, limit)

    def search_slips(
        self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT
    ) -> list[Hit]:
        """Entries for a `query` that finds nothing, with a slip in each word that does so alone."""
        asked = understood(query, self.squeezing)
        return self._hits(self.found_with_slips(asked, limit, context), asked, limit)

    def hit(self, found: tuple[int, int], place: int, asked: Query, limit: int) -> Hit:
        """One entry by its number and level as a hit, at its place among at most `limit`."""
        number, level = found
        entry = self.entries[number]
        matched = self._matches.matched(entry.snippet, asked.words, place)
        return Hit(entry.key, levels.score(level, place, limit), matched)

    def _hits(self, found: Found, asked: Query, limit: int) -> list[Hit]:
        return [self.hit(one, place, asked, limit) for place, one in enumerate(found)]

    @abstractmethod
    def found(self, asked: Query, limit: int, context: SearchContext) -> Found:
        """At most `limit` entries, without slips."""

    @abstractmethod
    def found_with_slips(self, asked: Query, limit: int, context: SearchContext) -> Found:
        """As `found`, for a query that finds nothing."""

    @abstractmethod
    def only(self, numbers: Sequence[int]) -> Self:
        """The same engine that finds no other entries; what it is made of is shared."""
