"""Replies that suit a customer's message. Suggested, never inserted."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_assist.core.library import Entry
from desktop_assist.core.search_text import SearchFolding
from desktop_assist.core.snippet import Snippet

# BM25 with its usual constants (Robertson and Zaragoza 2009), over weighted counts.
_SATURATION = 1.2
_LENGTH_SHARE = 0.5
_TRIGGER_WEIGHT, _TITLE_WEIGHT, _TERM_WEIGHT, _BODY_WEIGHT = 2.0, 3.0, 3.0, 1.0

# Fillers of every question. Asked with them, replies to other questions come first (measured on
# the starter packs: each declared question left out once and asked).
_FUNCTION_CHARACTERS = frozenset(
    "的了吗么呢啊吧呀嘛哦我你您他她它们是有在能可以不会要想个这那什怎还没就都也给把被让到和与跟"
    "很太多少啥咋为得着过说去来上下里请问亲"
)
_FUNCTION_WORDS = frozenset(
    "a an and are be can could do does for have i if in is it me my of on or please the"
    " this to was we will with you your".split()
)

SMALLEST_SHARE = 0.3
"""Of the weight of a message's rarest grams; a lower score is chance, and stays hidden."""
TELLING_GRAMS = 8
"""The rarest grams of a message that a suggestion is measured by: long messages tell stories."""
NEXT_TO_BEST = 0.5
"""A suggestion with less than this share of the best one's score stays hidden."""
LONGEST_MESSAGE = 500
"""Code points of a message that are looked at."""

_RUNS = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry by its key; `why` is the declared question or the title that the message is like."""

    key: str
    score: float
    why: str


class Suggester:
    """Ranks entries by the characters and pairs of characters they share with a message.

    What a snippet declares as `triggers` counts most, then title and search terms, then the body.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._folding = SearchFolding()
        self._entries = list(entries)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        weighted = [self._weighted_grams(entry.snippet) for entry in self._entries]
        lengths = [sum(counts.values()) for counts in weighted]
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        for number, counts in enumerate(weighted):
            norm = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * lengths[number] / mean)
            for gram, count in counts.items():
                score = count * (_SATURATION + 1) / (count + norm)
                self._postings[gram].append((number, score))

    def suggest(self, message: str, limit: int = 3) -> list[Suggestion]:
        """The best `limit` entries for `message`, weak ones left out; empty where nothing fits."""
        everything = set(_grams(self._folding.fold(message[:LONGEST_MESSAGE])))
        # A message of fillers alone, such as 在吗, is about just them.
        asked = {gram for gram in everything if _tells(gram)} or everything
        scores: dict[int, float] = defaultdict(float)
        rarities = {gram: self._rarity(gram) * min(len(gram), 2) for gram in asked}
        for gram, rarity in rarities.items():
            for number, score in self._postings.get(gram, ()):
                scores[number] += rarity * score
        least = SMALLEST_SHARE * sum(sorted(rarities.values(), reverse=True)[:TELLING_GRAMS])
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[: max(limit, 0)]
        return [
            Suggestion(self._entries[number].key, score, self._why(number, everything))
            for number, score in best
            if score >= max(least, best[0][1] * NEXT_TO_BEST)
        ]

    def _rarity(self, gram: str) -> float:
        holders = len(self._postings.get(gram, ()))
        return math.log(1 + (len(self._entries) - holders + 0.5) / (holders + 0.5))

    def _why(self, number: int, asked: set[str]) -> str:
        snippet = self._entries[number].snippet
        return max((snippet.title, *snippet.triggers), key=lambda text: self._likeness(text, asked))

    def _likeness(self, text: str, asked: set[str]) -> float:
        grams = set(_grams(self._folding.fold(text)))
        return len(grams & asked) / len(grams | asked) if grams else 0.0

    def _weighted_grams(self, snippet: Snippet) -> dict[str, float]:
        counts: dict[str, float] = defaultdict(float)
        for weight, texts in _weighted_texts(snippet):
            for text in texts:
                for gram in _grams(self._folding.fold(text)):
                    counts[gram] += weight
        return counts


def _weighted_texts(snippet: Snippet) -> Iterator[tuple[float, Sequence[str]]]:
    yield _TRIGGER_WEIGHT, snippet.triggers
    yield _TITLE_WEIGHT, (snippet.title,)
    yield _TERM_WEIGHT, snippet.search_terms
    yield _BODY_WEIGHT, snippet.parts


def _grams(text: str) -> Iterator[str]:
    """Single Chinese characters and pairs of them; Latin words and numbers as wholes."""
    for run in _RUNS.findall(text):
        if run.isascii():
            yield run
        else:
            yield from run
            yield from (run[at : at + 2] for at in range(len(run) - 1))


def _tells(gram: str) -> bool:
    """Whether a message with `gram` is about something: no filler and no bare number."""
    if gram.isascii():
        return gram not in _FUNCTION_WORDS and not gram.isdigit()
    return not _FUNCTION_CHARACTERS.issuperset(gram)
