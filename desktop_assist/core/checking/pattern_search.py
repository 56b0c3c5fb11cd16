"""Runs a rule's pattern where its words are, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from desktop_assist.core.checking.compiled_rules import CompiledRule
from desktop_assist.core.checking.layout import Span
from desktop_assist.core.checking.needed_words import DIGITS, NUMERALS
from desktop_assist.core.checking.patterns import BoundedPattern
from desktop_assist.core.checking.rare_letters import any_of
from desktop_assist.core.language.numbers import verifies

_BEYOND = 2
_MOST_TRIED = 6
"""At more starts than this a pattern is searched for, not tried at each."""
_SEVERAL = 3
"""So few numerals are not counted."""

Matcher = Callable[[str, int], re.Match[str] | None]
Hits = dict[int, list[Span]]
"""Spans by the number of the rule; never an empty list."""


class PatternSearch:
    """A pattern of rule `owner`.

    `width`: how many characters a match looks at. `letters`: one of them is near every match, if
    there are any. `matcher`: matches it at a place, None before the first time. `frequent`: the
    characters of whose runs a match needs one, where that is what it needs. `numbers`: where these
    are digits or numerals, of which a match has at least `count`. `alphabet`: what else is known
    of such a match: it is `least` or more of these characters.
    """

    __slots__ = (
        "_alone", "_behind", "_firsts", "_letter", "_neighbours", "_numerals", "_pattern", "_span",
        "_verify", "alphabet", "count", "frequent", "least", "letters", "matcher", "numbers",
        "owner", "width",
    )  # fmt: skip

    def __init__(self, owner: int, rule: CompiledRule, pattern: BoundedPattern) -> None:
        shape = pattern.shape
        self.owner, self._pattern, self._verify = owner, pattern, rule.rule.verify
        self._neighbours = rule.neighbours
        self._alone = None if "(?P<hit>" in pattern.written else rule.neighbours
        self.letters = frozenset(shape.letters[0] if shape.letters else "")
        self._letter: Callable[[str, int, int], re.Match[str] | None] | None = None
        self.width, self._behind = shape.width, shape.behind
        self._numerals, self._firsts = shape.numerals, shape.firsts
        self.frequent = frozenset(word[0] for word in shape.needed)
        self.alphabet, self.least = frozenset(shape.alphabet), shape.least
        self.numbers = DIGITS if shape.digits else NUMERALS
        if not self.alphabet and not self.frequent <= self.numbers:
            self.numbers = frozenset()
        self.count = max(1, shape.digits or shape.numerals)
        self._span: str | int = "hit" if "(?P<hit>" in pattern.written else 0
        self.matcher: Matcher | None = None

    def ready(self) -> Matcher:
        """The `matcher`, made now at the latest."""
        # Two threads may both make it: the same comes out.
        if self.matcher is None:
            self.matcher = self._pattern.expression.match
        return self.matcher

    def look(self, text: str, starts: list[Span], found: Hits) -> None:
        """Add to `found` what begins from the first to the last, included, of one of `starts`."""
        match = self.ready()
        if len(starts) > 1:
            starts.sort()
        firsts, alone = self._firsts, self._alone
        place = 0
        for first, last in starts:
            place = max(place, first)
            if last > place:
                if self._lacks(text, place, last):
                    continue
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

    def _lacks(self, text: str, first: int, last: int) -> bool:
        """Whether what begins from `first` to `last` cannot have its letters or its numerals."""
        begin, end = first - self._behind, last + self.width
        begin = max(begin, 0)
        if self.letters and (begin or end < len(text)):
            if self._letter is None:
                self._letter = any_of(self.letters).search
            if not self._letter(text, begin, end):
                return True
        few = self._numerals < _SEVERAL
        return not few and len(any_of(NUMERALS).findall(text, begin, end)) < self._numerals

    def _search(self, text: str, place: int, last: int, found: Hits) -> int:
        """Look at once at all starts from `place` to `last`; where to go on."""
        search = self._pattern.expression.search
        # What begins by `last` sees no farther than this.
        end = last + self.width + _BEYOND
        while place <= last and (one := search(text, place, end)):
            place = one.start()
            if place <= last:
                self._take(one, found)
                place = max(place + 1, one.end())
        return max(place, last + 1)

    @property
    def needed(self) -> frozenset[str]:
        """The runs of `frequent` characters of which a match holds one."""
        return frozenset(self._pattern.shape.needed)

    def about(self, runs: Iterable[Span]) -> list[Span]:
        """Where it may begin that needs one of `runs`."""
        farthest = max(most for _, most in self._pattern.shape.needed.values())
        return [(start - farthest, end) for start, end in runs]

    @property
    def has_known_beginning(self) -> bool:
        """Whether it is known with which characters a match begins."""
        return bool(self._firsts)

    def _take(self, one: re.Match[str], found: Hits) -> None:
        start, end = one.span(self._span)
        if self._neighbours and not self._neighbours.may_be_beside(one.string, start, end):
            return
        if 0 <= start < end and (not self._verify or self._is_verified(one)):
            found.setdefault(self.owner, []).append((start, end))

    def _is_verified(self, found: re.Match[str]) -> bool:
        digits = found["digits"] if "(?P<digits>" in self._pattern.written else found[self._span]
        return verifies(self._verify, digits or "")


class Searches:
    """The patterns of all rules by their numbers; each is made ready when it is first asked for."""

    def __init__(self, rules: Iterable[CompiledRule]) -> None:
        self._written = [
            (number, rule, pattern)
            for number, rule in enumerate(rules)
            for pattern in rule.patterns
        ]
        self._made: dict[int, PatternSearch] = {}

    def __getitem__(self, number: int) -> PatternSearch:
        made = self._made.get(number)
        # Of two threads that both make it the first one's stands.
        return made or self._made.setdefault(number, PatternSearch(*self._written[number]))
