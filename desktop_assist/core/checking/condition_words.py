"""The words that conditions speak of, where they are in a text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from desktop_assist.core.checking.automaton import Occurrence, PhraseFinder
from desktop_assist.core.checking.layout import Span, has_word_edges, uncovered
from desktop_assist.core.checking.vocabulary import Vocabulary

AT_ONCE = 4000
"""A longer text is looked through in pieces: what is found in one stays near the processor."""

_Piece = tuple[int, list[Occurrence]]
"""A part of a text: where it begins, and what is found in it, counted from there."""


class ConditionWords:
    """Finds in one pass the words of all lists that conditions name. Holds no state."""

    def __init__(self, lists: Iterable[str], vocabulary: Vocabulary) -> None:
        numbers: dict[str, int] = {}
        self._words: dict[str, frozenset[int]] = {}
        self._exceptions: dict[str, frozenset[int]] = {}
        for name in lists:
            self._words[name] = _numbered(vocabulary[name], numbers)
            self._exceptions[name] = _numbered(vocabulary.exceptions(name), numbers)
        self._finder = PhraseFinder(tuple(numbers))

    @property
    def longest(self) -> int:
        """The length of the longest word."""
        return self._finder.longest

    def words(self, text: str, first: int = 0, last: int = sys.maxsize) -> Words:
        """The words that begin from `first` to before `last`."""
        # An exception may begin before and end behind the words that it holds.
        reach = self._finder.longest
        seen_from, seen_to = max(0, first - reach), min(len(text), last + 2 * reach)
        pieces: list[_Piece] = []
        for offset in range(seen_from, seen_to, AT_ONCE):
            size = min(AT_ONCE + reach - 1, seen_to - offset)
            pieces.append((offset, list(self._finder.occurrences(text, offset, size))))
        return Words(self, text, (first, last), pieces)

    def of(self, name: str, text: str, place: Span, pieces: Sequence[_Piece]) -> list[Span]:
        """The words of list `name` that begin in `place`, without those inside its exceptions."""
        first, last = place
        spans = _spans(self._words[name], text, pieces)
        words = sorted(span for span in spans if first <= span[0] < last)
        if words and (exceptions := self._exceptions[name]):
            return uncovered(words, _spans(exceptions, text, pieces))
        return words

    def may_be_in(self, name: str, there: set[int]) -> bool:
        """Whether list `name` has a word whose number is in `there`."""
        return not self._words[name].isdisjoint(there)


class Words:
    """What conditions speak of in one part of a text; each list is put together when asked for."""

    __slots__ = ("_pieces", "_place", "_source", "_spans", "_text", "_there")

    def __init__(
        self, source: ConditionWords, text: str, place: Span, pieces: Sequence[_Piece]
    ) -> None:
        self._source, self._text, self._place = source, text, place
        self._pieces = pieces
        self._there = {number for _, found in pieces for number, _, _ in found}
        self._spans: dict[str, Sequence[Span]] = {}

    def of(self, name: str) -> Sequence[Span]:
        """The words of list `name`, sorted."""
        spans = self._spans.get(name)
        if spans is None:
            is_there = self._source.may_be_in(name, self._there)
            spans = self._source.of(name, self._text, self._place, self._pieces) if is_there else ()
            self._spans[name] = spans
        return spans


def _numbered(phrases: Iterable[str], numbers: dict[str, int]) -> frozenset[int]:
    return frozenset(numbers.setdefault(phrase, len(numbers)) for phrase in phrases)


def _spans(numbers: frozenset[int], text: str, pieces: Sequence[_Piece]) -> list[Span]:
    return [
        (offset + start, offset + end)
        for offset, found in pieces
        for number, start, end in found
        # What begins behind a piece is found in the next one too.
        if number in numbers and start < AT_ONCE
        if text[offset + start] > "z" < text[offset + end - 1]
        or has_word_edges(text, offset + start, offset + end)
    ]
