"""Which search engine a library gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.index_arrays import SearchIndex
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import SearchEngine

MOST_PLAIN = 10_000
"""Entries up to which plain strings are searched, and that are shown until an index stands."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An index and the entries that it was made of, in their order."""

    index: SearchIndex
    entries: Sequence[Entry]


def wants_index(entries: Sequence[Entry]) -> bool:
    """Whether `entries` are so many that they are searched through an index."""
    return len(entries) > MOST_PLAIN


def engine_for(
    entries: Sequence[Entry], pinyin: PinyinTable | None = None, indexed: Indexed | None = None
) -> SearchEngine:
    """The engine that finds `entries`.

    Above ten thousand it needs `indexed`, of the same library or an earlier state of it; until
    that stands, the first ten thousand are found. numpy is loaded for an index and never else.
    """
    if indexed is None or not wants_index(entries):
        return PlainSearch(entries[:MOST_PLAIN], pinyin)
    from desktop_assist.core.searching.layered_search import LayeredSearch  # noqa: PLC0415  see above

    engine = LayeredSearch(indexed.index, indexed.entries, pinyin)
    engine.show(entries)
    return engine
