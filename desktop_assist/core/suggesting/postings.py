"""Which entries hold which grams, and how much they say there (BM25 over weighted counts)."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import accumulate, chain
from operator import itemgetter
from typing import Protocol

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.character_pairs import CharacterPairs
from desktop_assist.core.suggesting.message_grams import MessageGrams

# BM25 with its usual constants (Robertson and Zaragoza 2009).
SATURATION = 1.2
LENGTH_SHARE = 0.5

TRIGGERS, TITLE, TERMS, BODY, WHEN, CATEGORY = 2.0, 3.0, 3.0, 0.5, 1.0, 0.5
"""The weights of a snippet's fields."""

MOST_VISITS = 8_000
"""Postings looked at for one message, those of its rarest grams first: a bound for the time."""

_PAIR = 2

Scores = Mapping[int, float]


class Postings(Protocol):
    """The index behind suggestions. Entries are numbered in the order in which they came."""

    def holders(self, gram: str) -> int:
        """How many entries hold `gram`."""

    def most_held(self, grams: Sequence[str]) -> str | None:
        """The one of `grams` that most entries hold; None where none is held."""

    def add_up(self, weights: Mapping[str, float], most: int) -> Scores:
        """The sum over `weights` for each entry; at least the `most` best ones are told."""


class PlainPostings:
    """Arrays of the standard library, for libraries up to some ten thousand entries.

    The gram of number k is held by `_owners[_starts[k]:_starts[k + 1]]`; `_scores` lie beside them.
    Most grams are two characters: they have the first numbers, and `_others` have those behind.
    """

    def __init__(self, snippets: Iterable[Snippet], grams: MessageGrams) -> None:
        met: dict[str, int] = {}
        held, owners, counts, lengths = _gathered(snippets, grams, met)
        pairs = sorted(gram for gram in met if len(gram) == _PAIR)
        others = [gram for gram in met if len(gram) != _PAIR]
        self._pairs = CharacterPairs(pairs)
        self._others = {gram: at for at, gram in enumerate(others, len(pairs))}
        numbers = array("I", bytes(4 * len(met)))
        for at, gram in enumerate(chain(pairs, others)):
            numbers[met[gram]] = at
        self._starts = _starts((numbers[number] for number in held), len(met))
        self._owners = array("I", bytes(4 * len(held)))
        self._scores = array("d", bytes(8 * len(held)))
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        free = self._starts[:]
        for number, owner, count in zip(held, owners, counts, strict=True):
            norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths[owner] / (mean or 1.0))
            at = free[numbers[number]]
            self._owners[at] = owner
            self._scores[at] = count * (SATURATION + 1) / (count + norm)
            free[numbers[number]] += 1

    def holders(self, gram: str) -> int:
        """How many entries hold `gram`."""
        begin, end = self._span(gram)
        return end - begin

    def most_held(self, grams: Sequence[str]) -> str | None:
        """The one of `grams` that most entries hold; None where none is held."""
        best = max(grams, key=self.holders, default=None)
        return best if best is not None and self.holders(best) else None

    def add_up(self, weights: Mapping[str, float], most: int) -> Scores:
        """The sums of the `most` best entries."""
        scores: dict[int, float] = defaultdict(float)
        visits = 0
        for gram in sorted(weights, key=self.holders):
            begin, end = self._span(gram)
            visits += end - begin
            if visits > MOST_VISITS and scores:
                break
            weight = weights[gram]
            for at in range(begin, end):
                scores[self._owners[at]] += weight * self._scores[at]
        return dict(nlargest(most, scores.items(), key=itemgetter(1)))

    def _span(self, gram: str) -> tuple[int, int]:
        is_pair = len(gram) == _PAIR
        number = self._pairs.number(gram) if is_pair else self._others.get(gram, -1)
        return (0, 0) if number < 0 else (self._starts[number], self._starts[number + 1])


def _gathered(
    snippets: Iterable[Snippet], grams: MessageGrams, met: dict[str, int]
) -> tuple[array[int], array[int], array[float], array[float]]:
    """The number of a gram, who holds it and how much, side by side; and all in each entry.

    `met` takes up the numbers, in the order in which the grams are met.
    """
    held, owners, counts, lengths = array("I"), array("I"), array("d"), array("d")
    for owner, snippet in enumerate(snippets):
        counted = _counted(snippet, grams)
        lengths.append(sum(counted.values()))
        for gram, count in counted.items():
            held.append(met.setdefault(gram, len(met)))
            owners.append(owner)
            counts.append(count)
    return held, owners, counts, lengths


def _starts(held: Iterable[int], grams: int) -> array[int]:
    """Where the postings of each gram begin, and after the last one where they end."""
    sizes = Counter(held)
    return array("I", accumulate((sizes[gram] for gram in range(grams)), initial=0))


def rarity(holders: int, entries: int) -> float:
    """How rare what `holders` of `entries` hold is; above 0."""
    return math.log(1 + (entries - holders + 0.5) / (holders + 0.5))


def weighted_texts(snippet: Snippet) -> Iterator[tuple[float, Sequence[str]]]:
    """The fields of a snippet in which a message is looked for, with their weights."""
    yield TRIGGERS, snippet.triggers
    yield TITLE, (snippet.title,)
    yield TERMS, snippet.search_terms
    yield BODY, snippet.parts
    yield WHEN, (snippet.when_to_use,)
    yield CATEGORY, snippet.category


def _counted(snippet: Snippet, grams: MessageGrams) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for weight, texts in weighted_texts(snippet):
        for text in texts:
            for gram in grams.of(text):
                counts[gram] += weight
    return counts
