"""Which replies the palette lists, in which order, and under which small headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from PySide6.QtCore import QCoreApplication

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.palette.chips import Place, lies_in, narrowed
from desktop_assist.gui.palette.marks import literal_words
from desktop_assist.gui.palette.model import Row
from desktop_assist.gui.palette.ports import FindEntry, Search

SHOWN_HITS = 50
FIRST_FAVOURITES = 12
FIRST_RECENT = 6

Suggestions = Sequence[tuple[str, str]]
"""Pairs of entry key and reason."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Asks the search, and what it is told of the agent's own work, for rows."""

    search: Search
    entry: FindEntry
    is_favourite: Callable[[str], bool]
    recent: Callable[[], Sequence[str]]

    def found(self, query: str, place: Place = ()) -> list[Row]:
        """What fits `query` within `place`, without headings."""
        return list(self._found(query, place))

    def suggested(self, query: str, suggestions: Suggestions) -> list[Row]:
        """What is suggested, then everything else."""
        rows = [
            Row(entry, favourite=self.is_favourite(key), why=why)
            for key, why in suggestions
            if (entry := self.entry(key)) is not None
        ]
        if not rows:
            return self.at_first() if not query.strip() else self.found(query)
        others = _without(self.found(query), rows)
        headed = _headed(QCoreApplication.translate("Palette", "Suggested for the message"), rows)
        return [*headed, *_headed(QCoreApplication.translate("Palette", "All replies"), others)]

    def at_first(self) -> list[Row]:
        """What an empty query shows: favourites, what was lately used, then the rest."""
        found = self.found("")
        liked = list(takewhile(lambda row: row.favourite, found))[:FIRST_FAVOURITES]
        recent = _without(self._of(self.recent()), liked)[:FIRST_RECENT]
        if not liked and not recent:
            return found
        rest = _without(found, [*liked, *recent])
        return [
            *_headed(QCoreApplication.translate("Palette", "Favourites"), liked),
            *_headed(QCoreApplication.translate("Palette", "Lately used"), recent),
            *_headed(QCoreApplication.translate("Palette", "All replies"), rest),
        ]

    def _found(self, query: str, place: Place) -> Iterator[Row]:
        words = literal_words(query)
        for hit in self.search(narrowed(query, place), SHOWN_HITS):
            entry = self.entry(hit.key)
            if entry is not None and lies_in(entry, place):
                yield self._row(entry, hit, words)

    def _of(self, keys: Sequence[str]) -> list[Row]:
        entries = map(self.entry, keys)
        return [self._row(entry, Hit(entry.key, 0.0)) for entry in entries if entry is not None]

    def _row(self, entry: Entry, hit: Hit, words: tuple[str, ...] = ()) -> Row:
        return Row(entry, hit.matched, self.is_favourite(entry.key), words=words)


def _without(rows: Sequence[Row], taken: Sequence[Row]) -> list[Row]:
    keys = {row.entry.key for row in taken}
    return [row for row in rows if row.entry.key not in keys]


def _headed(heading: str, rows: Sequence[Row]) -> list[Row]:
    return [replace(rows[0], section=heading), *rows[1:]] if rows else []
