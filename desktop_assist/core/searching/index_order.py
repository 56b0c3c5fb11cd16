"""What equals are sorted by in the big engine; changes without touching the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching import levels
from desktop_assist.core.searching.index_arrays import SearchIndex
from desktop_assist.core.searching.labels import BEST_FIT, fit
from desktop_assist.core.searching.search import NO_CONTEXT, SearchContext, Standing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class IndexOrder:
    """Use and context of an index's entries."""

    def __init__(self, index: SearchIndex, entries: Sequence[Entry]) -> None:
        import numpy as np  # noqa: PLC0415  loaded for big libraries only

        self._np = np
        self._index = index
        self._standing: Mapping[int, Standing] = {}
        self._placed: _Placed | None = None
        self._ids = _Ids(entries)

    def ranked(self, standing: Mapping[str, Standing]) -> IndexOrder:
        """The order by the agent's own use, by entry key."""
        order = copy(self)
        order._standing = {
            number: one
            for key, one in standing.items()
            if levels.use_order(one) < levels.use_order(levels.UNUSED)
            for number in self._ids.numbers(key)
        }
        order._placed = None
        return order

    @property
    def favourites(self) -> list[int]:
        """The numbers of what the agent likes."""
        return [number for number, one in self._standing.items() if one.favourite]

    def is_favourite(self, number: int) -> bool:
        """Whether the agent likes the entry."""
        return self._standing.get(number, levels.UNUSED).favourite

    def places(self, context: SearchContext) -> NDArray[np.int64]:
        """For each entry a number that is smaller the further in front it stands."""
        return self._placed_in(context).places

    def sorting(self, number: int, context: SearchContext) -> tuple[tuple[int, int, bool], int]:
        """What one entry is sorted by among those of other engines, in a squeezed `context`."""
        standing = self._standing.get(number, levels.UNUSED)
        return levels.use_order(standing), -int(self._placed_in(context).suits[number])

    def _placed_in(self, context: SearchContext) -> _Placed:
        placed = self._placed
        if placed is None or placed.context != context:
            placed = self._placed = self._place(context)
        return placed

    def _place(self, context: SearchContext) -> _Placed:
        np, size = self._np, len(self._index)
        suits = np.zeros(size, np.int64)
        starts, entries = self._index.arrays.label_starts, self._index.arrays.label_entries
        for at, label in enumerate(self._index.labels if context != NO_CONTEXT else ()):
            if gain := fit(label, context):
                suits[entries[starts[at] : starts[at + 1]]] |= gain
        places = np.arange(size) + (BEST_FIT - suits) * size
        standing = self._standing
        used = sorted(standing, key=lambda one: (levels.use_order(standing[one]), places[one]))
        places[used] = np.arange(len(used)) - len(used)
        return _Placed(context, suits, places)


class _Ids:
    """Which entries have a key, by hashes of their ids: a tenth of the room that a dict takes."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        import numpy as np  # noqa: PLC0415  as above

        self._np = np
        self._entries = entries

    @cached_property
    def _sorted(self) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
        np, entries = self._np, self._entries
        hashes = np.fromiter((hash(one.snippet.id) for one in entries), np.int64, len(entries))
        numbers = hashes.argsort(kind="stable")
        return hashes[numbers], numbers

    def numbers(self, key: str) -> list[int]:
        """The entries of that key."""
        hashes, numbers = self._sorted
        hashed = self._np.int64(hash(key.partition("/")[2]))
        low, high = hashes.searchsorted(hashed), hashes.searchsorted(hashed, "right")
        return [one for one in numbers[low:high].tolist() if self._entries[one].key == key]


@dataclass(frozen=True, slots=True)
class _Placed:
    """The places of all entries in one context."""

    context: SearchContext
    suits: NDArray[np.int64]
    places: NDArray[np.int64]
