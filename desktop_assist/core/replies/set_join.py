"""Every two of many sets that have nearly the same members (Jaccard), found exactly.

Three known filters leave few to compare: sets that are alike share one of their rarest members
(Chaudhuri, Ganti and Kaushik, ICDE 2006), of which an index in the order of size needs even fewer
(Xiao et al., WWW 2008); and a sum over the members as bits differs in few (Sandes, Teodoro and
Melo, 2017).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import xor

_BITS = 512
_AT_ONCE = 100
"""Sets for each step."""

_TOLERANCE = 1e-9
"""0.8 * 5 is a little more than 4 in floating point, and nothing may be missed."""

Likenesses = dict[int, dict[int, float]]
"""By the place of a set: the places of those that are like it, and how much, up to 1."""


class SetJoin:
    """Joins `sets` with themselves; `alike` is complete when every step is done."""

    def __init__(self, sets: Sequence[frozenset[int]], threshold: float) -> None:
        """`threshold` is the least likeness, above 0 and at most 1."""
        self._threshold = threshold
        self._sets = sets
        self._order = sorted(range(len(sets)), key=lambda place: len(sets[place]))
        self._members: list[list[int]] = []
        self._bits: list[int] = []
        self._index: dict[int, list[int]] = defaultdict(list)
        self.alike: Likenesses = defaultdict(dict)

    def steps(self) -> Iterator[float]:
        """Do the work; yields the part done."""
        counts: Counter[int] = Counter()
        for start in self._starts():
            for one in self._sets[start : start + _AT_ONCE]:
                counts.update(one)
            yield 0.2 * start / len(self._sets)
        yield from self._number(counts)
        for start in self._starts():
            for place in self._order[start : start + _AT_ONCE]:
                self._compare(place)
            yield 0.4 + 0.6 * start / len(self._sets)

    def _starts(self) -> range:
        return range(0, len(self._sets), _AT_ONCE)

    def _number(self, counts: Counter[int]) -> Iterator[float]:
        """Write the sets as rising numbers, the rarest first, and make their sums."""
        numbers = {one: rank for rank, one in enumerate(sorted(counts, key=counts.__getitem__))}
        bits = [1 << (rank % _BITS) for rank in range(len(numbers))]
        for start in self._starts():
            for one in self._sets[start : start + _AT_ONCE]:
                members = sorted(map(numbers.__getitem__, one))
                self._members.append(members)
                self._bits.append(reduce(xor, map(bits.__getitem__, members), 0))
            yield 0.2 + 0.2 * start / len(self._sets)

    def _compare(self, place: int) -> None:
        """Compare a set with those before it in the order of size."""
        members, size = self._members[place], len(self._members[place])
        least = self._rounded_up(self._threshold * size)
        found: set[int] = set()
        for member in members[: size - least + 1]:
            found.update(self._index[member])
        both = self._rounded_up(2 * self._threshold / (1 + self._threshold) * size)
        for member in members[: size - both + 1]:
            self._index[member].append(place)
        for other in self._likely(place, found, least):
            self._verify(place, other)

    def _likely(self, place: int, found: set[int], least: int) -> list[int]:
        """Those of `found` that are long enough and whose bits do not differ in too many places.

        Two sets that are alike differ in at most this part of both sizes together.
        """
        apart = (1 - self._threshold) / (1 + self._threshold)
        most = int(2 * len(self._members[place]) * apart + _TOLERANCE)
        bits, others = self._bits[place], self._bits
        near = [one for one in found if (bits ^ others[one]).bit_count() <= most]
        return [one for one in near if len(self._members[one]) >= least]

    def _verify(self, place: int, other: int) -> None:
        one, another = self._sets[place], self._sets[other]
        common = len(one & another)
        likeness = common / (len(one) + len(another) - common)
        if likeness >= self._threshold - _TOLERANCE:
            self.alike[place][other] = self.alike[other][place] = likeness

    def _rounded_up(self, number: float) -> int:
        return math.ceil(number - _TOLERANCE)
