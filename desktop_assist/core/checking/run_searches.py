"""Patterns that need no word, but digits or a run of marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from desktop_assist.core.checking.layout import Span
from desktop_assist.core.checking.needed_words import NUMERALS
from desktop_assist.core.checking.pattern_search import Hits, PatternSearch
from desktop_assist.core.checking.rare_letters import any_of

_FEW = 3
_SHORT = 200
"""A text so short is looked at whole for what comes in runs: finding out where costs more."""

_Places = dict[PatternSearch, list[Span]]


class RunSearches:
    """The patterns without triggers, by the digits and runs of marks that they need."""

    def __init__(self, searches: Iterable[PatternSearch]) -> None:
        self._always: list[PatternSearch] = []
        self._by_numbers: dict[frozenset[str], list[PatternSearch]] = {}
        self._by_mark: dict[str, list[tuple[str, PatternSearch]]] = {}
        long_numbers: list[PatternSearch] = []
        for search in searches:
            if search.alphabet:
                long_numbers.append(search)
            elif not search.frequent:
                self._always.append(search)
            elif search.numbers:
                self._by_numbers.setdefault(search.numbers, []).append(search)
            else:
                for mark in search.frequent:
                    run = min(word for word in search.needed if word[0] == mark)
                    self._by_mark.setdefault(mark, []).append((run, search))
        self._marks = frozenset(self._by_mark)
        self._long_numbers = _LongNumbers(long_numbers)

    def look(self, text: str, there: set[str], found: Hits) -> None:
        """Run those that may be found in `text`, of the characters `there`."""
        if asked := self._asked_for(text, there):
            runs = _Runs(text)
            for search in asked:
                if places := runs.places(search):
                    search.look(text, places, found)
        if not NUMERALS.isdisjoint(there):
            for search, places in self._long_numbers.places(text).items():
                search.look(text, places, found)

    def _asked_for(self, text: str, there: set[str]) -> dict[PatternSearch, None]:
        """The searches that find what they need in `text`."""
        asked = dict.fromkeys(self._always)
        marks = self._marks & there
        for mark in sorted(marks) if marks else ():
            for run, search in self._by_mark[mark]:
                if (len(run) == 1 or run in text) and not (
                    search.letters and search.letters.isdisjoint(there)
                ):
                    asked[search] = None
        for numbers, searches in self._by_numbers.items():
            if held := numbers & there:
                count = sum(map(text.count, held))
                asked.update((one, None) for one in searches if one.count <= count)
        return asked


class _LongNumbers:
    """Patterns of long numbers and their separators: most texts hold nothing that may be one."""

    def __init__(self, searches: Sequence[PatternSearch]) -> None:
        self._searches = searches
        alphabet = "".join(sorted(frozenset("0").union(*(one.alphabet for one in searches))))
        least = min((one.least for one in searches), default=0)
        self._any = re.compile(f"[{re.escape(alphabet)}]{{{least},}}")

    def places(self, text: str) -> _Places:
        """Where each of them that is long enough and has its numerals may begin."""
        places: _Places = {}
        for found in self._any.finditer(text):
            numerals = len(any_of(NUMERALS).findall(found[0]))
            for search in self._searches:
                last = found.end() - search.least
                if search.count <= numerals and last >= found.start():
                    places.setdefault(search, []).append((found.start(), last))
        return places


class _Runs:
    """Where the runs of frequent characters are in one text; found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[frozenset[str], list[Span]] = {}

    def places(self, search: PatternSearch) -> list[Span]:
        """Where a pattern without triggers may begin."""
        if not search.frequent:
            return [(0, len(self._text))]
        if search.numbers:
            return list(_dense(self._of(search.numbers), search.count, search.width))
        if len(self._text) <= _SHORT and search.has_known_beginning:
            return [(0, len(self._text))]
        return search.about(self._of(search.needed))

    def _of(self, words: frozenset[str]) -> list[Span]:
        """The runs that hold one of `words`, each a character or a mark repeated."""
        if words not in self._runs:
            self._runs[words] = _runs_of(words, self._text)
        return self._runs[words]


def _dense(runs: list[Span], count: int, width: int) -> Iterator[Span]:
    """Where a match of `width` that has `count` characters of `runs` may begin."""
    last = held = 0
    for start, end in runs:
        while last < len(runs) and runs[last][0] < end + width:
            held += runs[last][1] - runs[last][0]
            last += 1
        if held >= count:
            yield start - width, end
        held -= end - start


def _runs_of(words: frozenset[str], text: str) -> list[Span]:
    if len(words) > _FEW or max(map(len, words)) > 1:
        return [found.span() for found in _any_run_of(words).finditer(text)]
    # Of a few characters each one, which is found faster.
    places: list[Span] = []
    for character in words:
        place = text.find(character)
        while place >= 0:
            places.append((place, place + 1))
            place = text.find(character, place + 1)
    return places


@lru_cache(maxsize=64)
def _any_run_of(words: frozenset[str]) -> re.Pattern[str]:
    marks = "".join(re.escape(word[0]) for word in words)
    return re.compile(f"[{marks}]{{{min(map(len, words))},}}")
