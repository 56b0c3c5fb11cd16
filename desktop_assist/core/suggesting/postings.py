"""Which entries hold which grams, and how much they say there (BM25 over weighted counts)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Protocol

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.message_grams import MessageGrams

# BM25 with its usual constants (Robertson and Zaragoza 2009).
SATURATION = 1.2
LENGTH_SHARE = 0.5

TRIGGERS, TITLE, TERMS, BODY, WHEN, CATEGORY = 2.0, 3.0, 3.0, 0.5, 1.0, 0.5
"""The weights of a snippet's fields."""

MOST_VISITS = 8_000
"""Postings looked at for one message, those of its rarest grams first: a bound for the time."""

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
    """Lists of Python, for libraries up to some ten thousand entries."""

    def __init__(self, snippets: Iterable[Snippet], grams: MessageGrams) -> None:
        counted = [_counted(snippet, grams) for snippet in snippets]
        lengths = [sum(counts.values()) for counts in counted]
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, counts in enumerate(counted):
            norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths[number] / (mean or 1.0))
            for gram, count in counts.items():
                score = count * (SATURATION + 1) / (count + norm)
                self._postings[gram].append((number, score))

    def holders(self, gram: str) -> int:
        """How many entries hold `gram`."""
        return len(self._postings.get(gram, ()))

    def most_held(self, grams: Sequence[str]) -> str | None:
        """The one of `grams` that most entries hold; None where none is held."""
        best = max(grams, key=self.holders, default=None)
        return best if best is not None and self.holders(best) else None

    def add_up(self, weights: Mapping[str, float], most: int) -> Scores:
        """The sums of the `most` best entries."""
        scores: dict[int, float] = defaultdict(float)
        visits = 0
        for gram in sorted(weights, key=self.holders):
            found = self._postings.get(gram, ())
            visits += len(found)
            if visits > MOST_VISITS and scores:
                break
            weight = weights[gram]
            for number, score in found:
                scores[number] += weight * score
        return dict(nlargest(most, scores.items(), key=itemgetter(1)))


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
