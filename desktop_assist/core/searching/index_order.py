"""What equals are sorted by in the big engine; changes without touching the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """Use and context of the entries of an index."""

    def __init__(self, index: SearchIndex, entries: Sequence[Entry]) -> None:
        import numpy as np  # noqa: PLC0415  loaded for big libraries only

        self._np = np
        self._index = index
        self._entries = entries
        self._standing: dict[int, Standing] = {}
        self._context: SearchContext | None = None
        self._suits = np.zeros(len(index), np.int64)
        self._places: NDArray[np.int64] = np.arange(len(index))

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on, by entry key."""
        used = {
            key: one
            for key, one in standing.items()
            if levels.use_order(one) < levels.use_order(levels.UNUSED)
        }
        # Most entries are never used: their keys need not even be put together.
        ids = {key.partition("/")[2] for key in used}
        named = ((at, one) for at, one in enumerate(self._entries) if one.snippet.id in ids)
        self._standing = {at: used[one.key] for at, one in named if one.key in used}
        self._context = None

    @property
    def favourites(self) -> list[int]:
        """The numbers of what the agent likes."""
        return [number for number, one in self._standing.items() if one.favourite]

    def is_favourite(self, number: int) -> bool:
        """Whether the agent likes the entry."""
        return self._standing.get(number, levels.UNUSED).favourite

    def places(self, context: SearchContext) -> NDArray[np.int64]:
        """For each entry a number that is smaller the further in front it stands."""
        if context != self._context:
            self._place(context)
            self._context = context
        return self._places

    def sorting(self, number: int) -> tuple[tuple[int, int, bool], int]:
        """What one entry is sorted by among those of other engines, in the last context."""
        standing = self._standing.get(number, levels.UNUSED)
        return levels.use_order(standing), -int(self._suits[number])

    def _place(self, context: SearchContext) -> None:
        np, size = self._np, len(self._index)
        suits = np.zeros(size, np.int64)
        starts, entries = self._index.arrays.label_starts, self._index.arrays.label_entries
        for at, label in enumerate(self._index.labels if context != NO_CONTEXT else ()):
            if gain := fit(label, context):
                suits[entries[starts[at] : starts[at + 1]]] |= gain
        places = np.arange(size) + (BEST_FIT - suits) * size
        used = sorted(
            self._standing, key=lambda one: (levels.use_order(self._standing[one]), places[one])
        )
        places[used] = np.arange(len(used)) - len(used)
        self._suits, self._places = suits, places
