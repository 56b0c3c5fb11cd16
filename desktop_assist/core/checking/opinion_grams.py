"""What the second opinion sees of a message: its words, one to three in a row."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator, Mapping

BEGIN, END = "^", "$"
"""They stand before the first word and behind the last."""
LONGEST_NUMBER = 12
"""Longer numbers look alike."""

# A Chinese character is a word here, and so is each mark.
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|[0-9]+|\S")
_LONG_OR_NONE = re.compile(r"[a-z0-9\s]")
"""What may belong to a word of several characters, or to none."""
_DIGIT = re.compile(r"\d")
_LONGEST = 3
"""Of how many words a feature is made at most."""


def words_of(folded: str) -> list[str]:
    """The words of a text that `fold` has made, between `BEGIN` and `END`.

    A number is as many zeros as it has digits.
    """
    if not _LONG_OR_NONE.search(folded):
        return [BEGIN, *folded, END]
    found = _WORD.findall(folded)
    return [BEGIN, *(map(_alike, found) if _DIGIT.search(folded) else found), END]


def places_of(folded: str) -> list[tuple[int, int]]:
    """Where each word of `words_of` begins and ends in the text; `BEGIN` and `END` nowhere."""
    last = len(folded)
    return [(0, 0), *(found.span() for found in _WORD.finditer(folded)), (last, last)]


def pairs_of(words: list[str]) -> list[str]:
    """Every two words in a row."""
    return list(map(operator.add, words, words[1:]))


def features(words: list[str]) -> list[str]:
    """Every one to three words in a row.

    Longer rows, or pairs with a gap between, make the model slower, and no better on new writers.
    """
    return list(each_feature(words))


def each_feature(words: list[str]) -> Iterator[str]:
    """The same, each made when it is asked for."""
    pairs = pairs_of(words)
    return itertools.chain(words, pairs, map(operator.add, pairs, words[2:]))


def how_many(words: list[str]) -> int:
    """How many features `words` have, of which there are at least two."""
    return sum(len(words) - more for more in range(min(_LONGEST, len(words))))


def placed(words: list[str], weights: Mapping[str, float]) -> Iterator[tuple[float, range]]:
    """What each feature weighs, if anything, with the numbers of the words that it is made of."""
    found = map(weights.get, each_feature(words))
    for size in range(1, _LONGEST + 1):
        for first in range(len(words) - size + 1):
            if value := next(found):
                yield value, range(first, first + size)


def _alike(word: str) -> str:
    return "0" * min(len(word), LONGEST_NUMBER) if word.isdigit() else word
