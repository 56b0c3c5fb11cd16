"""Runs a rule's pattern where its words are, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from desktop_assist.core.checking.compiled_rules import CompiledRule
from desktop_assist.core.checking.layout import Span
from desktop_assist.core.checking.needed_words import NOTHING, Needed
from desktop_assist.core.checking.patterns import BoundedPattern
from desktop_assist.core.language.numbers import verifies

_BEYOND = 2
_FEW = 3
_SHORT = 200
"""A text so short is looked at whole for what comes in runs: finding out where costs more."""
_MOST_TRIED = 6
"""At more starts than this a pattern is searched for, not tried at each."""
_MANY_DIGITS = 4
_DIGITS = frozenset("0123456789")

Hits = dict[int, list[Span]]
"""Spans by the number of the rule; never an empty list."""


class PatternSearch:
    """A pattern of rule `owner`, and the words that tell where it may begin.

    `triggers`: words with the least and most characters between the start of a match and them.
    `frequent`: characters to look for in their place, where they come in runs: each run costs less
    than each of its characters would.
    """

    __slots__ = (
        "_alone", "_expression", "_firsts", "_letter", "_letters", "_neighbours", "_pattern",
        "_span", "_verify", "_width", "digits", "frequent", "owner", "triggers",
    )  # fmt: skip

    def __init__(self, owner: int, rule: CompiledRule, pattern: BoundedPattern) -> None:
        shape = pattern.shape
        self.owner, self._pattern, self._verify = owner, pattern, rule.rule.verify
        self._neighbours = rule.neighbours
        self._alone = None if "(?P<hit>" in pattern.written else rule.neighbours
        self._letters = shape.letters[0] if shape.letters else frozenset[str]()
        self._letter: re.Pattern[str] | None = None
        self._width, self.digits = shape.width, shape.digits
        self._firsts = frozenset(shape.firsts)
        self._span: str | int = "hit" if "(?P<hit>" in pattern.written else 0
        self._expression: re.Pattern[str] | None = None
        in_runs = all(len(one) == 1 and one.isascii() for one in shape.needed)
        self.frequent = frozenset(shape.needed) if in_runs else frozenset[str]()
        self.triggers: Needed = NOTHING if in_runs else shape.needed

    def may_be_about(self, text: str, place: int) -> bool:
        """Whether a letter that every match needs is near enough to the word at `place`."""
        if not self._letters:
            return True
        if self._letter is None:
            self._letter = _any_of(self._letters)
        width = self._width
        near = self._letter.search(text, place - width if place > width else 0, place + width)
        return near is not None

    def look(self, text: str, starts: list[Span], found: Hits) -> None:
        """Add to `found` what begins from the first to the last, included, of one of `starts`."""
        expression = self._expression
        if expression is None:
            expression = self._expression = self._pattern.expression
        if len(starts) > 1:
            starts.sort()
        firsts, alone = self._firsts, self._alone
        place = 0
        for first, last in starts:
            place = max(place, first)
            if last - place > _MOST_TRIED:
                # What begins by `last` sees no farther than this.
                end = last + self._width + _BEYOND
                while place <= last and (one := expression.search(text, place, end)):
                    place = one.start()
                    if place <= last:
                        self._take(one, found)
                        place = max(place + 1, one.end())
                place = max(place, last + 1)
            while place <= last:
                if (firsts and text[place : place + 1] not in firsts) or (
                    alone and not alone.may_begin(text, place)
                ):
                    place += 1
                    continue
                if one := expression.match(text, place):
                    self._take(one, found)
                    place = max(place, one.end() - 1)
                place += 1

    def places(self, text: str, runs: Runs) -> list[Span]:
        """Where in `text` a pattern without triggers may begin."""
        if self.digits >= _MANY_DIGITS and self.frequent <= _DIGITS:
            return runs.with_digits(self.digits, self._width)
        if not self.frequent or len(text) <= _SHORT:
            return [(0, len(text))]
        needed = self._pattern.shape.needed
        farthest = max(most for _, most in needed.values())
        return [(start - farthest, end) for start, end in runs.of(self.frequent)]

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

    def of(self, characters: frozenset[str]) -> list[Span]:
        """The runs of `characters`; of a few characters each one, which is found faster."""
        if characters not in self._runs:
            self._runs[characters] = _runs_of(characters, self._text)
        return self._runs[characters]

    def with_digits(self, number: int, width: int) -> list[Span]:
        """Where a match of `width` with so many digits may begin."""
        return list(_dense(self.of(_DIGITS), number, width))


def _dense(runs: list[Span], number: int, width: int) -> Iterator[Span]:
    last = digits = 0
    for start, end in runs:
        while last < len(runs) and runs[last][0] < end + width:
            digits += runs[last][1] - runs[last][0]
            last += 1
        if digits >= number:
            yield start - width, end
        digits -= end - start


def _runs_of(characters: frozenset[str], text: str) -> list[Span]:
    if len(characters) > _FEW:
        listed = "".join(map(re.escape, sorted(characters)))
        return [found.span() for found in re.finditer(f"[{listed}]+", text)]
    places: list[Span] = []
    for character in characters:
        place = text.find(character)
        while place >= 0:
            places.append((place, place + 1))
            place = text.find(character, place + 1)
    return places


class RunSearches:
    """The patterns without triggers, by the frequent characters that they need."""

    def __init__(self, searches: Iterable[PatternSearch]) -> None:
        self._always: list[PatternSearch] = []
        self._by_character: dict[str, list[PatternSearch]] = {}
        for search in searches:
            if not search.frequent:
                self._always.append(search)
            for character in search.frequent:
                self._by_character.setdefault(character, []).append(search)
        listed = "".join(map(re.escape, self._by_character))
        self._frequent = re.compile(f"[{listed}]" if listed else "(?!)")

    def look(self, text: str, found: Hits) -> None:
        """Run those that may be found in `text`."""
        # Faster than sets: most messages have none of them.
        there = set(self._frequent.findall(text))
        if not there and not self._always:
            return
        searches = dict.fromkeys(self._always)
        for character in sorted(there):
            searches.update(dict.fromkeys(self._by_character[character]))
        runs = Runs(text)
        digits = 0 if there.isdisjoint(_DIGITS) else sum(map(text.count, _DIGITS))
        for search in searches:
            if search.digits <= digits and (places := search.places(text, runs)):
                search.look(text, places, found)
