"""Finds in one pass everything that a set of rules speaks of."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from desktop_assist.core.checking.automaton import AT_ONCE, PhraseFinder
from desktop_assist.core.checking.compiled_rules import MOST_ALONE, CompiledRule, Neighbours
from desktop_assist.core.checking.condition_words import ConditionWords, Words
from desktop_assist.core.checking.layout import Span, has_word_edges
from desktop_assist.core.checking.needed_words import Places
from desktop_assist.core.checking.pattern_search import Hits, PatternSearch, RunSearches
from desktop_assist.core.checking.vocabulary import Vocabulary
from desktop_assist.core.language.numbers import verifies


class Lexicon:
    """Two automata: hits first, and the words of conditions only where there are some.

    Most messages are clean, and condition words are frequent: clean text does not pay for them.
    Holds no state, so threads may share it.
    """

    def __init__(self, rules: Sequence[CompiledRule], words: Vocabulary) -> None:
        searches = [
            PatternSearch(number, rule, pattern)
            for number, rule in enumerate(rules)
            for pattern in rule.patterns
        ]
        self._in_runs = RunSearches(one for one in searches if not one.triggers)
        self._kinds = {
            number: one.rule.verify for number, one in enumerate(rules) if one.rule.verify
        }
        by_phrase: dict[str, _Meaning] = {}
        for number, rule in enumerate(rules):
            _add(by_phrase, rule.phrases, _meaning_of(number, rule))
        for search in searches:
            by_place: dict[Places, list[str]] = {}
            for word, place in search.triggers.items():
                by_place.setdefault(place, []).append(word)
            for place, found in by_place.items():
                _add(by_phrase, found, _Meaning(searches=((search, *place),)))
        self._whole_messages = frozenset(
            number for number, one in enumerate(rules) if one.rule.scope == "message"
        )
        self._meanings = list(by_phrase.values())
        self._phrases = PhraseFinder(tuple(by_phrase))
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
    def _meanings_in_long_texts(self) -> list[_Meaning]:
        """Without those of rules whose hit is all that a message says."""
        whole = self._whole_messages
        kept = {
            id(one): _Meaning(
                one.owners,
                tuple(entry for entry in one.alone if entry[0] not in whole),
                tuple(entry for entry in one.searches if entry[0].owner not in whole),
            )
            for one in {id(one): one for one in self._meanings}.values()
        }
        return [kept[id(one)] for one in self._meanings]

    def hits(self, text: str) -> Hits:
        """What the phrases and patterns of the rules find in the folded `text`."""
        found: Hits = {}
        starts: dict[PatternSearch, list[Span]] = {}
        meanings = self._meanings if len(text) <= MOST_ALONE else self._meanings_in_long_texts
        for offset in range(0, len(text), AT_ONCE):
            # What begins in the next piece is found there too, which does no harm.
            for number, start, end in self._phrases.occurrences(text, offset, self._at_once):
                meaning = meanings[number]
                for search, least, most in meaning.searches:
                    place = start + offset
                    if search.may_be_about(text, place):
                        if search in starts:
                            starts[search].append((place - most, place - least))
                        else:
                            starts[search] = [(place - most, place - least)]
                if meaning.owners or meaning.alone:
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


class _Meaning(NamedTuple):
    """What a phrase means to which rules and patterns.

    `alone`: rules whose hits have only certain words beside them. `searches`: with the letters that
    must be near.
    """

    owners: tuple[int, ...] = ()
    alone: tuple[tuple[int, Neighbours], ...] = ()
    searches: tuple[tuple[PatternSearch, int, int], ...] = ()

    def take(self, text: str, span: Span, found: Hits) -> None:
        """Add the phrase at `span` to what the rules found that look for it."""
        if not has_word_edges(text, *span):
            return
        for owner in self.owners:
            found.setdefault(owner, []).append(span)
        for owner, neighbours in self.alone:
            if neighbours.may_be_beside(text, *span):
                found.setdefault(owner, []).append(span)


def _meaning_of(number: int, rule: CompiledRule) -> _Meaning:
    if rule.neighbours and not rule.rule.verify:
        return _Meaning(alone=((number, rule.neighbours),))
    return _Meaning(owners=(number,))


def _add(meanings: dict[str, _Meaning], phrases: Collection[str], meaning: _Meaning) -> None:
    """Give `phrases` one more meaning; few have several, so that most share one tuple."""
    several = {
        phrase: _Meaning(*map(_joined, meanings[phrase], meaning))
        for phrase in phrases
        if phrase in meanings
    }
    meanings.update(dict.fromkeys(phrases, meaning))
    meanings.update(several)


def _joined(first: tuple[Any, ...], second: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*first, *second)


def _lists_of_conditions(rules: Sequence[CompiledRule]) -> Iterable[str]:
    return dict.fromkeys(
        name
        for rule in rules
        for condition in (*rule.rule.only, *rule.rule.unless)
        for name in condition.lists
    )
