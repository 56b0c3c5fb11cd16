"""What the agent picked after which message, and what that says about the next message."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop_assist.core.suggesting.message_grams import telling

MOST_GRAMS = 48
"""Grams of a message that are kept: the most telling ones, in no order."""
MOST_PICKS = 5_000
HALF_LIFE = 120
"""Days after which a pick counts for half."""
_MOST_VISITS = 4_000
_LEAST_LIKENESS = 0.25
_CERTAINTY = 0.7
"""How much one pick after the very same message says, against all picks of the entry together."""
_PICKS_OF_AN_ENTRY = 3
"""Of an entry's picks only the most alike count, so that many do not drown the others."""


@dataclass(frozen=True, slots=True)
class Pick:
    """The telling grams of a customer's message, the entry that answered it, and the day number.

    The message itself is not kept, nor are its numbers and the order of its words.
    """

    grams: frozenset[str]
    key: str
    day: int


class LearntPicks:
    """Former picks by their grams."""

    def __init__(
        self, picks: Iterable[Pick], today: int, weight_of: Callable[[str], float] = telling
    ) -> None:
        """`today` is a day number as the picks' (`date.toordinal`); `weight_of` weighs a gram."""
        self._picks: list[Pick] = []
        self._weights: list[float] = []
        self._weight_of = weight_of
        self._today = today
        self._having: dict[str, list[int]] = defaultdict(list)
        for pick in list(picks)[-MOST_PICKS:]:
            self.add(pick)

    def __len__(self) -> int:
        return len(self._picks)

    def add(self, pick: Pick) -> None:
        """Go by `pick` as well from now on."""
        for gram in pick.grams:
            self._having[gram].append(len(self._picks))
        self._picks.append(pick)
        self._weights.append(sum(map(self._weight_of, pick.grams)))

    def holders(self, gram: str) -> int:
        """After how many messages with `gram` something was picked."""
        return len(self._having.get(gram, ()))

    def speaking_for(self, weights: Mapping[str, float]) -> dict[str, float]:
        """How sure the picks are of each entry key, above 0 and below 1.

        `weights` are those of the asked message's grams.
        """
        asked = sum(weights.values())
        likenesses: dict[str, list[float]] = defaultdict(list)
        for number, shared in self._shared(weights).items():
            pick, own = self._picks[number], self._weights[number]
            likeness = shared / math.sqrt(asked * own) if asked and own else 0.0
            if likeness >= _LEAST_LIKENESS:
                likenesses[pick.key].append(likeness * self._freshness(pick))
        return {key: _together(found) for key, found in likenesses.items()}

    def _shared(self, weights: Mapping[str, float]) -> Mapping[int, float]:
        shared: dict[int, float] = defaultdict(float)
        visits = 0
        for gram in sorted(weights, key=self.holders):
            found = self._having.get(gram, ())
            visits += len(found)
            if visits > _MOST_VISITS and shared:
                break
            for number in found:
                shared[number] += weights[gram]
        return shared

    def _freshness(self, pick: Pick) -> float:
        return math.exp2(-max(0, self._today - pick.day) / HALF_LIFE)


def _together(likenesses: list[float]) -> float:
    doubt = 1.0
    for likeness in sorted(likenesses, reverse=True)[:_PICKS_OF_AN_ENTRY]:
        doubt *= 1 - _CERTAINTY * min(likeness, 1.0)
    return 1 - doubt
