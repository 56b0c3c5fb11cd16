"""What equals are sorted by in the small engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching import levels
from desktop_assist.core.searching.labels import Label, fit
from desktop_assist.core.searching.search import NO_CONTEXT, SearchContext, Standing


class PlainOrder:
    """Use and context of numbered entries."""

    def __init__(self, entries: Sequence[Entry], labels: Mapping[Label, Sequence[int]]) -> None:
        self._keys = [entry.key for entry in entries]
        self._labels = labels
        self._standing: Mapping[str, Standing] = {}
        self._placed: _Placed | None = None

    def ranked(self, standing: Mapping[str, Standing]) -> PlainOrder:
        """The order by the agent's own use, by entry key."""
        order = copy(self)
        order._standing = dict(standing)
        order._placed = None
        return order

    def is_favourite(self, number: int) -> bool:
        """Whether the agent likes the entry."""
        one = self._standing.get(self._keys[number])
        return one is not None and one.favourite

    def places(self, context: SearchContext) -> Sequence[int]:
        """For each entry its place among all, in this squeezed `context`."""
        return self._placed_in(context).places

    def sorting(self, number: int, context: SearchContext) -> tuple[tuple[int, int, bool], int]:
        """What one entry is sorted by among those of other engines, in a squeezed `context`."""
        standing = self._standing.get(self._keys[number], levels.UNUSED)
        return levels.use_order(standing), -self._placed_in(context).suits.get(number, 0)

    def _placed_in(self, context: SearchContext) -> _Placed:
        placed = self._placed
        if placed is None or placed.context != context:
            placed = self._placed = self._place(context)
        return placed

    def _place(self, context: SearchContext) -> _Placed:
        suits = self._suiting(context)
        stood = (self._standing.get(key, levels.UNUSED) for key in self._keys)
        used = [levels.use_order(one) for one in stood]
        numbers = sorted(range(len(used)), key=lambda one: (used[one], -suits.get(one, 0)))
        places = [0] * len(numbers)
        for place, number in enumerate(numbers):
            places[number] = place
        return _Placed(context, suits, places)

    def _suiting(self, context: SearchContext) -> dict[int, int]:
        """How well each entry suits: a fitting label of a kind counts once."""
        suits: dict[int, int] = {}
        if context == NO_CONTEXT:
            return suits
        for label, numbers in self._labels.items():
            if gain := fit(label, context):
                for number in numbers:
                    suits[number] = suits.get(number, 0) | gain
        return suits


@dataclass(frozen=True, slots=True)
class _Placed:
    """The places of all entries in one context."""

    context: SearchContext
    suits: Mapping[int, int]
    places: Sequence[int]
