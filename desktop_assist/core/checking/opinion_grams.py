"""What the second opinion sees of a message: words in a row, and pairs with a gap between them."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator, Mapping

BEGIN, END, GAP = "^", "$", "*"
"""They stand before the first word, behind the last, and for the words between a pair."""
LONGEST_NUMBER = 12
"""Longer numbers look alike."""

# A Chinese character is a word here, and so is each mark.
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|[0-9]+|\S")
_LONG_OR_NONE = re.compile(r"[a-z0-9\s]")
"""What may belong to a word of several characters, or to none."""
_DIGIT = re.compile(r"\d")
_PLACES = ((0,), (0, 1), (0, 1, 2), (0, 2))
"""Which words, counted from the first, each kind of feature is made of."""


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


def features(words: list[str]) -> list[str]:
    """Every one to three words in a row, and every pair with one word between.

    Pairs with two words between would make the model slower, and no better on new writers.
    """
    return list(each_feature(words))


def each_feature(words: list[str]) -> Iterator[str]:
    """The same, each made when it is asked for."""
    third = words[2:]
    pairs = list(map(operator.add, words, words[1:]))
    opened = map(operator.add, words, itertools.repeat(GAP))
    return itertools.chain(
        words,
        pairs,
        map(operator.add, pairs, third),
        map(operator.add, opened, third),
    )


def how_many(words: list[str]) -> int:
    """How many features `words` have, of which there are at least two."""
    return sum(len(words) - offsets[-1] for offsets in _PLACES if offsets[-1] < len(words))


def placed(
    words: list[str], weights: Mapping[str, float]
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """What each feature weighs, if anything, with the numbers of the words that it is made of."""
    found = map(weights.get, each_feature(words))
    for offsets in _PLACES:
        for at in range(len(words) - offsets[-1]):
            if value := next(found):
                yield value, tuple(at + offset for offset in offsets)


def _alike(word: str) -> str:
    return "0" * min(len(word), LONGEST_NUMBER) if word.isdigit() else word
