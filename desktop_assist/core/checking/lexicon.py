"""Finds in one pass everything that a set of rules speaks of."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property

from desktop_assist.core.checking.compiled_rules import MOST_ALONE, CompiledRule
from desktop_assist.core.checking.condition_words import ConditionWords, Words
from desktop_assist.core.checking.pattern_search import Hits, Searches
from desktop_assist.core.checking.phrase_plan import Plan
from desktop_assist.core.checking.seeker import Seeker
from desktop_assist.core.checking.vocabulary import Vocabulary


class Lexicon:
    """Automata, each run only where it may find something.

    Most messages are clean, say more than a lone answer does, and have many words that conditions
    speak of: they pay only for the first. Holds no state, so threads may share it.
    """

    def __init__(self, rules: Sequence[CompiledRule], words: Vocabulary, plan: Plan) -> None:
        searches = Searches(rules)
        self._anywhere = Seeker(plan.anywhere, rules, searches)
        self._lone = Seeker(plan.lone, rules, searches)
        lone = [one for one in rules if one.rule.scope == "message"]
        widths = (pattern.shape.width for one in lone for pattern in one.patterns)
        longest = max(self._lone.longest_phrase, *widths, 0)
        self._lone_answers = _LoneAnswers(lone, longest)
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

    def hits(self, text: str) -> Hits:
        """What the phrases and patterns of the rules find in the folded `text`."""
        found: Hits = {}
        self._anywhere.look(text, found)
        if len(text) <= MOST_ALONE and self._lone_answers.may_be_one(text):
            self._lone.look(text, found)
        return found

    def words(self, text: str, first: int = 0, last: int = sys.maxsize) -> Words:
        """The words that conditions speak of and that begin from `first` to before `last`."""
        return self._surrounds.words(text, first, last)


class _LoneAnswers:
    """Tells whether a message may say nothing but one answer.

    Without the words that may stand beside the answer it is then no longer than `longest`.
    """

    def __init__(self, rules: Iterable[CompiledRule], longest: int) -> None:
        beside = (one.neighbours.letters for one in rules if one.neighbours)
        letters = "".join(sorted(frozenset("").union(*beside)))
        self._other = re.compile(rf"[^\W{re.escape(letters)}]")
        self._longest = longest

    def may_be_one(self, text: str) -> bool:
        """Whether `text` may be one."""
        first = self._other.search(text)
        # An emoticon, [微笑], may have any letters.
        if first is None or "[" in text:
            return True
        last = self._other.search(text[::-1])
        return last is None or len(text) - last.start() - first.start() <= self._longest


def _lists_of_conditions(rules: Sequence[CompiledRule]) -> Iterable[str]:
    return dict.fromkeys(
        name
        for rule in rules
        for condition in (*rule.rule.only, *rule.rule.unless)
        for name in condition.lists
    )
