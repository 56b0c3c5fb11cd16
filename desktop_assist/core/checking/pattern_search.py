"""Runs a rule's pattern where its words are, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from desktop_assist.core.checking.compiled_rules import CompiledRule
from desktop_assist.core.checking.layout import Span
from desktop_assist.core.checking.needed_words import DIGITS, NUMERALS
from desktop_assist.core.checking.patterns import BoundedPattern
from desktop_assist.core.language.numbers import verifies

_BEYOND = 2
_FEW = 3
_SHORT = 200
"""A text so short is looked at whole for what comes in runs: finding out where costs more."""
_MOST_TRIED = 6
"""At more starts than this a pattern is searched for, not tried at each."""
_MANY_DIGITS = 4
_SEVERAL = 3
"""So few numerals are not counted."""
_NUMERAL = re.compile(f"[{''.join(sorted(NUMERALS))}]")

Hits = dict[int, list[Span]]
"""Spans by the number of the rule; never an empty list."""


class PatternSearch:
    """A pattern of rule `owner`.

    `letters`: one of them is near every match, if there are any. `frequent`: the characters of
    whose runs a match needs one, where that is what it needs.
    """

    __slots__ = (
        "_alone", "_expression", "_firsts", "_letter", "_neighbours", "_numerals", "_pattern",
        "_span", "_verify", "_width", "digits", "frequent", "letters", "owner",
    )  # fmt: skip

    def __init__(self, owner: int, rule: CompiledRule, pattern: BoundedPattern) -> None:
        shape = pattern.shape
        self.owner, self._pattern, self._verify = owner, pattern, rule.rule.verify
        self._neighbours = rule.neighbours
        self._alone = None if "(?P<hit>" in pattern.written else rule.neighbours
        self.letters = shape.letters[0] if shape.letters else frozenset[str]()
        self._letter: re.Pattern[str] | None = None
        self._width, self.digits, self._numerals = shape.width, shape.digits, shape.numerals
        self._firsts = shape.firsts
        self.frequent = frozenset(word[0] for word in shape.needed)
        self._span: str | int = "hit" if "(?P<hit>" in pattern.written else 0
        self._expression: re.Pattern[str] | None = None

    def always(self, least: int, most: int) -> bool:
        """Whether `may_begin` is true whatever stands about a word."""
        return least != most and not self.letters and self._numerals < _SEVERAL

    def may_begin(self, text: str, place: int, least: int, most: int) -> bool:
        """Whether it may be found `least` to `most` characters before the word at `place`."""
        if least == most:
            start = place - least
            if start < 0 or (self._alone and not self._alone.may_begin(text, start)):
                return False
            return (self._expression or self._ready()).match(text, start) is not None
        width = self._width
        first = place - width if place > width else 0
        if self.letters:
            if self._letter is None:
                self._letter = _any_of(self.letters)
            if not self._letter.search(text, first, place + width):
                return False
        if self._numerals < _SEVERAL:
            return True
        return len(_NUMERAL.findall(text, first, place + width)) >= self._numerals

    def _ready(self) -> re.Pattern[str]:
        if self._expression is None:
            self._expression = self._pattern.expression
        return self._expression

    def look(self, text: str, starts: list[Span], found: Hits) -> None:
        """Add to `found` what begins from the first to the last, included, of one of `starts`."""
        match = self._ready().match
        if len(starts) > 1:
            starts.sort()
        firsts, alone = self._firsts, self._alone
        place = 0
        for first, last in starts:
            place = max(place, first)
            if last - place > _MOST_TRIED:
                place = self._search(text, place, last, found)
            while place <= last:
                if (firsts and text[place : place + 1] not in firsts) or (
                    alone and not alone.may_begin(text, place)
                ):
                    place += 1
                    continue
                if one := match(text, place):
                    self._take(one, found)
                    place = max(place, one.end() - 1)
                place += 1

    def _search(self, text: str, place: int, last: int, found: Hits) -> int:
        """Look at once at all starts from `place` to `last`; where to go on."""
        search = self._ready().search
        # What begins by `last` sees no farther than this.
        end = last + self._width + _BEYOND
        while place <= last and (one := search(text, place, end)):
            place = one.start()
            if place <= last:
                self._take(one, found)
                place = max(place + 1, one.end())
        return max(place, last + 1)

    def places(self, text: str, runs: Runs) -> list[Span]:
        """Where in `text` a pattern without triggers may begin."""
        if self.digits >= _MANY_DIGITS and self.frequent <= DIGITS:
            return runs.with_digits(self.digits, self._width)
        if not self.frequent or (len(text) <= _SHORT and self._firsts):
            return [(0, len(text))]
        needed = self._pattern.shape.needed
        farthest = max(most for _, most in needed.values())
        return [(start - farthest, end) for start, end in runs.of(frozenset(needed))]

    def run_of(self, character: str) -> str:
        """The shortest run of `character` that a match by it holds."""
        return min(word for word in self._pattern.shape.needed if word[0] == character)

    def _take(self, one: re.Match[str], found: Hits) -> None:
        start, end = one.span(self._span)
        if self._neighbours and not self._neighbours.may_be_beside(one.string, start, end):
            return
        if 0 <= start < end and (not self._verify or self._is_verified(one)):
            found.setdefault(self.owner, []).append((start, end))

    def _is_verified(self, found: re.Match[str]) -> bool:
        digits = found["digits"] if "(?P<digits>" in self._pattern.written else found[self._span]
        return verifies(self._verify, digits or "")


@lru_cache(maxsize=1024)
def _any_of(letters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, letters))}]")


class Runs:
    """Where the runs of frequent characters are in one text; found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[frozenset[str], list[Span]] = {}

    def of(self, words: frozenset[str]) -> list[Span]:
        """The runs that hold one of `words`, each a character or a mark repeated."""
        if words not in self._runs:
            self._runs[words] = _runs_of(words, self._text)
        return self._runs[words]

    def with_digits(self, number: int, width: int) -> list[Span]:
        """Where a match of `width` with so many digits may begin."""
        return list(_dense(self.of(DIGITS), number, width))


def _dense(runs: list[Span], number: int, width: int) -> Iterator[Span]:
    last = digits = 0
    for start, end in runs:
        while last < len(runs) and runs[last][0] < end + width:
            digits += runs[last][1] - runs[last][0]
            last += 1
        if digits >= number:
            yield start - width, end
        digits -= end - start


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


class RunSearches:
    """The patterns without triggers, by the digits and runs of marks that they need."""

    def __init__(self, searches: Iterable[PatternSearch]) -> None:
        self._always: list[PatternSearch] = []
        self._by_digits: list[PatternSearch] = []
        self._by_mark: dict[str, list[tuple[str, PatternSearch]]] = {}
        for search in searches:
            if not search.frequent:
                self._always.append(search)
            elif search.digits:
                self._by_digits.append(search)
            else:
                for mark in search.frequent:
                    runs = self._by_mark.setdefault(mark, [])
                    runs.append((search.run_of(mark), search))
        self._least_digits = min((one.digits for one in self._by_digits), default=0)
        listed = "".join(map(re.escape, (*self._by_mark, *DIGITS)))
        self._marks = re.compile(f"[{listed}]+")

    def look(self, text: str, found: Hits) -> None:
        """Run those that may be found in `text`."""
        marks = self._marks.findall(text)
        if not marks and not self._always:
            return
        runs = Runs(text)
        for search in self._asked_for(" ".join(marks)):
            if places := search.places(text, runs):
                search.look(text, places, found)

    def _asked_for(self, marks: str) -> Iterable[PatternSearch]:
        """The searches that find what they need among the runs `marks`."""
        searches = dict.fromkeys(self._always)
        there = set(marks)
        for mark in sorted(there.intersection(self._by_mark)):
            for run, search in self._by_mark[mark]:
                if len(run) == 1 or run in marks:
                    searches[search] = None
        if not there.isdisjoint(DIGITS):
            digits = sum(map(marks.count, DIGITS))
            if digits >= self._least_digits:
                searches.update((one, None) for one in self._by_digits if one.digits <= digits)
        return searches
