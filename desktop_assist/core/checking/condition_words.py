"""The words that conditions speak of, where they are in a text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from desktop_assist.core.checking.automaton import AT_ONCE, PhraseFinder
from desktop_assist.core.checking.layout import Span, has_word_edges, uncovered
from desktop_assist.core.checking.vocabulary import Vocabulary


class ConditionWords:
    """Finds in one pass the words of all lists that conditions name. Holds no state."""

    def __init__(self, lists: Iterable[str], vocabulary: Vocabulary) -> None:
        numbers: dict[str, int] = {}
        self._words: dict[str, frozenset[int]] = {}
        self._exceptions: dict[str, frozenset[int]] = {}
        self._bits: dict[str, int] = {}
        for place, name in enumerate(lists):
            self._words[name] = _numbered(vocabulary[name], numbers)
            self._exceptions[name] = _numbered(vocabulary.exceptions(name), numbers)
            self._bits[name] = 1 << place
        self._lists_of = [0] * len(numbers)
        for name, held in self._words.items():
            for number in held:
                self._lists_of[number] |= self._bits[name]
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
        lists_of = self._lists_of
        lists = 0
        places: dict[int, list[Span]] = {}
        for offset in range(seen_from, seen_to, AT_ONCE):
            size = min(AT_ONCE + reach - 1, seen_to - offset)
            for number, start, end in self._finder.occurrences(text, offset, size):
                if start >= AT_ONCE:
                    continue
                if number in places:
                    places[number].append((offset + start, offset + end))
                else:
                    places[number] = [(offset + start, offset + end)]
                    lists |= lists_of[number]
        return Words(self, text, (first, last), places, lists)

    def of(
        self, name: str, text: str, place: Span, places: Mapping[int, Sequence[Span]]
    ) -> list[Span]:
        """The words of list `name` that begin in `place`, without those inside its exceptions."""
        first, last = place
        spans = _spans(self._words[name], text, places)
        words = sorted(span for span in spans if first <= span[0] < last)
        if words and (exceptions := self._exceptions[name].intersection(places)):
            return uncovered(words, _spans(exceptions, text, places))
        return words

    def may_be_in(self, name: str, lists: int) -> bool:
        """Whether list `name` is among those whose bits are set in `lists`."""
        return bool(self._bits[name] & lists)


class Words:
    """What conditions speak of in one part of a text; each list is put together when asked for."""

    __slots__ = ("_lists", "_place", "_places", "_source", "_spans", "_text")

    def __init__(
        self,
        source: ConditionWords,
        text: str,
        place: Span,
        places: Mapping[int, Sequence[Span]],
        lists: int,
    ) -> None:
        self._source, self._text, self._place = source, text, place
        self._places, self._lists = places, lists
        self._spans: dict[str, list[Span]] = {}

    def of(self, name: str) -> Sequence[Span]:
        """The words of list `name`, sorted."""
        if not self._source.may_be_in(name, self._lists):
            return ()
        if name not in self._spans:
            self._spans[name] = self._source.of(name, self._text, self._place, self._places)
        return self._spans[name]


def _numbered(phrases: Iterable[str], numbers: dict[str, int]) -> frozenset[int]:
    return frozenset(numbers.setdefault(phrase, len(numbers)) for phrase in phrases)


def _spans(numbers: frozenset[int], text: str, places: Mapping[int, Sequence[Span]]) -> list[Span]:
    return [
        span
        for number in numbers.intersection(places)
        for span in places[number]
        if text[span[0]] > "z" < text[span[1] - 1] or has_word_edges(text, *span)
    ]
