"""Finds in one pass everything that a set of rules speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from desktop_assist.core.automaton import Automaton, build_automaton
from desktop_assist.core.compiled_rules import CompiledRule
from desktop_assist.core.layout import Span, has_word_edges, uncovered
from desktop_assist.core.numbers import verifies
from desktop_assist.core.patterns import BoundedPattern
from desktop_assist.core.vocabulary import Vocabulary

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_BEYOND = 2
_FEW = 3
_SHORT = 200
"""A text so short is looked at whole: finding out where costs more."""

Hits = dict[int, list[Span]]
"""Spans by the number of the rule; never an empty list."""


Words = Mapping[str, list[Span]]
"""Spans by the name of the word list, sorted; those inside the list's exceptions left out."""


class Lexicon:
    """Two automata: hits first, and the words of conditions only where there are some.

    Most messages are clean, and condition words are frequent: clean text does not pay for them.
    Holds no state, so threads may share it.
    """

    def __init__(self, rules: Sequence[CompiledRule], words: Vocabulary) -> None:
        searches = [
            PatternSearch(number, rule.rule.verify, pattern)
            for number, rule in enumerate(rules)
            for pattern in rule.patterns
        ]
        self._unhinted = [search for search in searches if not search.triggers]
        self._kinds = {number: one.rule.verify for number, one in enumerate(rules)}
        by_phrase: dict[str, _Meaning] = {}
        for number, rule in enumerate(rules):
            _add(by_phrase, rule.phrases, _Meaning(owners=(number,)))
        for search in searches:
            _add(by_phrase, search.triggers, _Meaning(searches=(search,)))
        self._phrases = list(by_phrase.values())
        self._finds: Automaton = build_automaton(tuple(by_phrase))
        by_word: dict[str, _Meaning] = {}
        for name in _lists_of_conditions(rules):
            _add(by_word, words[name], _Meaning(lists=(name,)))
            _add(by_word, words.exceptions(name), _Meaning(not_in_lists=(name,)))
        self._words = list(by_word.values())
        self.longest_word = max(map(len, by_word), default=0)
        self._surrounds: Automaton = build_automaton(tuple(by_word))

    def hits(self, text: str) -> Hits:
        """What the phrases and patterns of the rules find in the folded `text`."""
        found: Hits = {}
        triggered: dict[PatternSearch, list[Span]] = {}
        phrases = self._phrases
        for number, start, end in self._finds.occurrences(text):
            owners, searches, _, _ = phrases[number]
            if owners and (text[start] > "z" < text[end - 1] or has_word_edges(text, start, end)):
                for owner in owners:
                    kind = self._kinds[owner]
                    if not kind or verifies(kind, text[start:end]):
                        found.setdefault(owner, []).append((start, end))
            for search in searches:
                triggered.setdefault(search, []).append((start, end))
        for search, places in triggered.items():
            search.look(text, search.windows(places, len(text)), found)
        if self._unhinted:
            characters = frozenset(text)
            runs: dict[frozenset[str], list[Span]] = {}
            for search in self._unhinted:
                if not search.frequent or not search.frequent.isdisjoint(characters):
                    search.look(text, search.everywhere(text, runs), found)
        return found

    def words(self, text: str) -> Words:
        """The words in the folded `text` that conditions speak of."""
        words: dict[str, list[Span]] = {}
        not_words: dict[str, list[Span]] = {}
        for number, start, end in self._surrounds.occurrences(text):
            _, _, lists, not_in_lists = self._words[number]
            if text[start] > "z" < text[end - 1] or has_word_edges(text, start, end):
                for name in lists:
                    words.setdefault(name, []).append((start, end))
                for name in not_in_lists:
                    not_words.setdefault(name, []).append((start, end))
        for name in words.keys() & not_words.keys():
            words[name] = uncovered(words[name], not_words[name])
        for spans in words.values():
            spans.sort()
        return words


class PatternSearch:
    """A pattern, and the words around which it is run."""

    __slots__ = ("_owner", "_pattern", "_span", "_verify", "_width", "frequent", "triggers")

    def __init__(self, owner: int, verify: str, pattern: BoundedPattern) -> None:
        shape = pattern.shape
        self._owner, self._pattern, self._verify = owner, pattern, verify
        self._width = shape.width
        self._span: str | int = "hit" if "(?P<hit>" in pattern.written else 0
        # Such characters come in runs: each run costs less than each of its characters would.
        frequent = all(len(one) == 1 and one.isascii() for one in shape.needed)
        self.frequent, self.triggers = frozenset[str](), shape.needed
        if frequent:
            self.frequent, self.triggers = shape.needed, frozenset[str]()

    def everywhere(self, text: str, places: dict[frozenset[str], list[Span]]) -> list[Span]:
        """Where to look in the whole of `text` for a pattern without triggers.

        `places` keeps where its characters are for other patterns that need the same.
        """
        if not self.frequent or len(text) <= _SHORT:
            return [(0, len(text))]
        if self.frequent not in places:
            places[self.frequent] = _places_of(self.frequent, text)
        return self.windows(places[self.frequent], len(text))

    def windows(self, places: list[Span], length: int) -> list[Span]:
        """The stretches of the text in which a match that has one of `places` can lie.

        They end a little later, so that the end of a match sees what follows it.
        """
        reach = self._width + _BEYOND
        if len(places) == 1:
            start, end = places[0]
            return [(max(0, start - self._width), min(length, end + reach))]
        if length <= _SHORT or len(places) * reach > length:
            return [(0, length)] if places else []
        places.sort()
        merged: list[Span] = []
        first = last = -1
        for start, end in places:
            if start - self._width > last:
                if last >= 0:
                    merged.append((first, last))
                first = max(0, start - self._width)
            last = min(length, end + reach)
        if last >= 0:
            merged.append((first, last))
        return merged

    def look(self, text: str, windows: Iterable[Span], found: Hits) -> None:
        """Add the hits within `windows` to `found`."""
        group, length = self._span, len(text)
        for first, last in windows:
            furthest = length if last == length else last - _BEYOND
            for one in self._pattern.expression.finditer(text, first, last):
                start, end = one.span(group)
                if 0 <= start < end and one.end() <= furthest and self._is_verified(one):
                    found.setdefault(self._owner, []).append((start, end))

    def _is_verified(self, found: re.Match[str]) -> bool:
        if not self._verify:
            return True
        digits = found["digits"] if "(?P<digits>" in self._pattern.written else found[self._span]
        return verifies(self._verify, digits or "")


def _places_of(characters: frozenset[str], text: str) -> list[Span]:
    """The runs of `characters` in `text`; of a few characters each one, which is found faster."""
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


class _Meaning(NamedTuple):
    """What a phrase means to whom: rules by number, patterns, names of word lists."""

    owners: tuple[int, ...] = ()
    searches: tuple[PatternSearch, ...] = ()
    lists: tuple[str, ...] = ()
    not_in_lists: tuple[str, ...] = ()


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
