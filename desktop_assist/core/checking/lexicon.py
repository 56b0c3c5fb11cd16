"""Finds in one pass everything that a set of rules speaks of."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from desktop_assist.core.checking.automaton import AT_ONCE, PhraseFinder
from desktop_assist.core.checking.compiled_rules import MOST_ALONE, CompiledRule, Neighbours
from desktop_assist.core.checking.condition_words import ConditionWords, Words
from desktop_assist.core.checking.layout import Span, has_word_edges
from desktop_assist.core.checking.pattern_search import Hits, PatternSearch, RunSearches
from desktop_assist.core.checking.phrase_plan import Meaning, plan_of
from desktop_assist.core.checking.vocabulary import Vocabulary, phrases_of
from desktop_assist.core.language.numbers import verifies


class Lexicon:
    """Two automata: hits first, and the words of conditions only where there are some.

    Most messages are clean, and condition words are frequent: clean text does not pay for them.
    Holds no state, so threads may share it.
    """

    def __init__(self, rules: Sequence[CompiledRule], words: Vocabulary) -> None:
        self.plan = plan = words.known.plan or plan_of(
            rules, (phrases_of(one.rule.phrases, words) for one in rules)
        )
        searches = [
            PatternSearch(number, rule, pattern)
            for number, rule in enumerate(rules)
            for pattern in rule.patterns
        ]
        self._in_runs = RunSearches(searches[number] for number in plan.in_runs)
        self._kinds = {
            number: one.rule.verify for number, one in enumerate(rules) if one.rule.verify
        }
        self._whole_messages = frozenset(
            number for number, one in enumerate(rules) if one.rule.scope == "message"
        )
        self._different = [_sense_of(one, rules, searches) for one in plan.meanings]
        self._meanings = list(map(self._different.__getitem__, plan.numbers))
        self._phrases = PhraseFinder(plan.phrases)
        self._at_once = AT_ONCE + self._phrases.longest - 1
        self._vocabulary = words
        self._lists = tuple(_lists_of_conditions(rules))

    @cached_property
    def _surrounds(self) -> ConditionWords:
        # Two threads may both make it: the same comes out.
        return ConditionWords(self._lists, self._vocabulary)

    @property
    def longest_word(self) -> int:
        """The length of the longest word that conditions speak of."""
        return self._surrounds.longest

    @cached_property
    def _meanings_in_long_texts(self) -> list[_Sense]:
        """Without those of rules whose hit is all that a message says."""
        whole = self._whole_messages
        different = [
            _Sense(
                one.owners,
                tuple(entry for entry in one.alone if entry[0] not in whole),
                tuple(entry for entry in one.searches if entry[0].owner not in whole),
            )
            for one in self._different
        ]
        return list(map(different.__getitem__, self.plan.numbers))

    def hits(self, text: str) -> Hits:
        """What the phrases and patterns of the rules find in the folded `text`."""
        found: Hits = {}
        starts: Starts = {}
        meanings = self._meanings if len(text) <= MOST_ALONE else self._meanings_in_long_texts
        there = set(text)
        for offset in range(0, len(text), AT_ONCE):
            # What begins in the next piece is found there too, which does no harm.
            for number, start, end in self._phrases.occurrences(text, offset, self._at_once):
                owners, alone, searches = meaning = meanings[number]
                if searches:
                    _add_starts(searches, text, start + offset, there, starts)
                if owners or alone:
                    meaning.take(text, (start + offset, end + offset), found)
        if self._kinds:
            self._verify(text, found)
        for search, places in starts.items():
            search.look(text, places, found)
        self._in_runs.look(text, found)
        return found

    def _verify(self, text: str, found: Hits) -> None:
        """Leave out the phrases that are not numbers of the kind that their rule looks for."""
        for owner in self._kinds.keys() & found.keys():
            kind = self._kinds[owner]
            found[owner] = [one for one in found[owner] if verifies(kind, text[slice(*one)])]
            if not found[owner]:
                del found[owner]

    def words(self, text: str, first: int = 0, last: int = sys.maxsize) -> Words:
        """The words that conditions speak of and that begin from `first` to before `last`."""
        return self._surrounds.words(text, first, last)


Trigger = tuple[PatternSearch, int, int, frozenset[str], bool]
"""A search, the least and most characters before the word where it begins, what else it needs.

That is letters of which the text has one, if there are any, and whether nothing more is to ask.
"""
Starts = dict[PatternSearch, list[Span]]
"""The first and last places where each search may begin."""


class _Sense(NamedTuple):
    """A meaning, with what its numbers stand for."""

    owners: tuple[int, ...] = ()
    alone: tuple[tuple[int, Neighbours], ...] = ()
    searches: tuple[Trigger, ...] = ()

    def take(self, text: str, span: Span, found: Hits) -> None:
        """Add the phrase at `span` to what the rules found that look for it."""
        if not has_word_edges(text, *span):
            return
        for owner in self.owners:
            found.setdefault(owner, []).append(span)
        for owner, neighbours in self.alone:
            if neighbours.may_be_beside(text, *span):
                found.setdefault(owner, []).append(span)


def _add_starts(
    searches: Iterable[Trigger], text: str, place: int, there: set[str], starts: Starts
) -> None:
    for search, least, most, letters, always in searches:
        if letters and letters.isdisjoint(there):
            continue
        if always or search.may_begin(text, place, least, most):
            starts.setdefault(search, []).append((place - most, place - least))


def _sense_of(
    meaning: Meaning, rules: Sequence[CompiledRule], searches: Sequence[PatternSearch]
) -> _Sense:
    alone = ((number, rules[number].neighbours) for number in meaning.alone)
    return _Sense(
        meaning.owners,
        tuple((number, neighbours) for number, neighbours in alone if neighbours),
        tuple(
            (search, least, most, search.letters, search.always(least, most))
            for number, least, most in meaning.searches
            for search in (searches[number],)
        ),
    )


def _lists_of_conditions(rules: Sequence[CompiledRule]) -> Iterable[str]:
    return dict.fromkeys(
        name
        for rule in rules
        for condition in (*rule.rule.only, *rule.rule.unless)
        for name in condition.lists
    )
