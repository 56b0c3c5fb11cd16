"""Which search engine a library gets."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.index_arrays import SearchIndex
from desktop_assist.core.searching.numbered_search import NumberedSearch
from desktop_assist.core.searching.plain_search import PlainSearch

MOST_AT_ONCE = 2_000
"""Entries for which an engine is made here and now, in 0.15 s a thousand, so that those of a usual
library are made once; of more, these can be found while the engine for all of them is made."""

MOST_PLAIN = 10_000
"""Entries up to which plain strings are searched."""


def wants_index(entries: Sequence[Entry]) -> bool:
    """Whether `entries` are so many that they are searched through an index."""
    return len(entries) > MOST_PLAIN


def base_for(
    entries: Sequence[Entry], pinyin: PinyinTable | None = None, index: SearchIndex | None = None
) -> NumberedSearch:
    """The engine for all of `entries`, by the `index` made of them where there is one.

    numpy is loaded for an index and never else.
    """
    if index is None:
        return PlainSearch(entries, pinyin)
    from desktop_assist.core.searching.big_search import BigSearch  # noqa: PLC0415  see above

    return BigSearch(index, entries, pinyin)
