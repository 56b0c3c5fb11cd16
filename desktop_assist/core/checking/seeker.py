"""Finds phrases and patterns in one pass over a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_assist.core.checking.automaton import PhraseFinder
from desktop_assist.core.checking.compiled_rules import CompiledRule, Neighbours
from desktop_assist.core.checking.layout import Span, has_word_edges
from desktop_assist.core.checking.pattern_search import Hits, PatternSearch, Searches
from desktop_assist.core.checking.phrase_plan import Sought
from desktop_assist.core.checking.run_searches import RunSearches
from desktop_assist.core.language.numbers import verifies

AT_ONCE = 1000
"""A longer text is looked through in pieces: a short one lacks most letters."""
_BESIDE = 60
"""So much of the text about a piece is seen with it; most patterns see no farther."""

Trigger = tuple[PatternSearch, int, int, frozenset[str]]
"""A search, the least and most characters before the word where it begins, letters.

Of the letters, if there are any, one is needed.
"""
Starts = dict[PatternSearch, list[Span]]
"""The first and last places where each search may begin."""


class Seeker:
    """Looks for what is sought. Holds no state, so threads may share it."""

    def __init__(self, sought: Sought, rules: Sequence[CompiledRule], searches: Searches) -> None:
        self._rules, self._searches = rules, searches
        self._in_runs = RunSearches(searches[number] for number in sought.in_runs)
        self._numbers, self._meanings = sought.numbers, sought.meanings
        # Most phrases are never met: what they mean is made ready when they are.
        self._senses: list[_Sense | None] = [None] * len(sought.meanings)
        self._phrases = PhraseFinder(sought.phrases)
        self._kinds = {
            owner: rules[owner].rule.verify
            for one in sought.meanings
            for owner in one.owners
            if rules[owner].rule.verify
        }

    @property
    def longest_phrase(self) -> int:
        """The length of the longest phrase."""
        return self._phrases.longest

    def look(self, text: str, found: Hits) -> None:
        """Add to `found` what is in `text`."""
        starts: Starts = {}
        if len(text) <= AT_ONCE:
            there = set(text)
            self._look_for_phrases(text, (0, len(text)), there, len(text), starts, found)
        else:
            there = self._look_in_pieces(text, starts, found)
        self._look_on(text, starts, found)
        self._in_runs.look(text, there, found)

    def _look_in_pieces(self, text: str, starts: Starts, found: Hits) -> set[str]:
        """The same for the phrases of a long text; the characters of it."""
        everything: set[str] = set()
        # What begins in the next piece is found there too, which does no harm.
        size = AT_ONCE + self._phrases.longest - 1
        for offset in range(0, len(text), AT_ONCE):
            there = set(text[max(0, offset - _BESIDE) : offset + AT_ONCE + _BESIDE])
            self._look_for_phrases(text, (offset, size), there, _BESIDE, starts, found)
            everything |= there
        return everything

    def _look_for_phrases(
        self,
        text: str,
        piece: tuple[int, int],
        there: set[str],
        seen: int,
        starts: Starts,
        found: Hits,
    ) -> None:
        """Look in a piece, offset and size; of `seen` characters about it `there` has all."""
        senses, numbers, offset = self._senses, self._numbers, piece[0]
        for phrase, start, end in self._phrases.occurrences(text, *piece):
            number = numbers[phrase]
            owners, alone, triggers = sense = senses[number] or self._sense(number)
            for search, least, most, letters in triggers:
                if letters and letters.isdisjoint(there) and search.width <= seen:
                    continue
                last = start + offset - least
                if least == most and (
                    last < 0 or (search.matcher or search.ready())(text, last) is None
                ):
                    continue
                starts.setdefault(search, []).append((last + least - most, last))
            if owners or alone:
                sense.take(text, (start + offset, end + offset), found)

    def _sense(self, number: int) -> _Sense:
        meaning = self._meanings[number]
        alone = ((owner, self._rules[owner].neighbours) for owner in meaning.alone)
        searches = ((self._searches[one], least, most) for one, least, most in meaning.searches)
        # Two threads may both make it: the same comes out.
        sense = self._senses[number] = _Sense(
            meaning.owners,
            tuple((owner, neighbours) for owner, neighbours in alone if neighbours),
            tuple((one, least, most, one.letters) for one, least, most in searches),
        )
        return sense

    def _look_on(self, text: str, starts: Starts, found: Hits) -> None:
        if self._kinds:
            self._verify(text, found)
        for search, places in starts.items():
            search.look(text, places, found)

    def _verify(self, text: str, found: Hits) -> None:
        """Leave out the phrases that are no numbers of the kind that their rule looks for."""
        for owner in self._kinds.keys() & found.keys():
            kind = self._kinds[owner]
            found[owner] = [one for one in found[owner] if verifies(kind, text[slice(*one)])]
            if not found[owner]:
                del found[owner]


class _Sense(NamedTuple):
    """A meaning, with what its numbers stand for."""

    owners: tuple[int, ...]
    alone: tuple[tuple[int, Neighbours], ...]
    triggers: tuple[Trigger, ...]

    def take(self, text: str, span: Span, found: Hits) -> None:
        """Add the phrase at `span` to what the rules found that look for it."""
        if not has_word_edges(text, *span):
            return
        for owner in self.owners:
            found.setdefault(owner, []).append(span)
        for owner, neighbours in self.alone:
            if neighbours.may_be_beside(text, *span):
                found.setdefault(owner, []).append(span)
