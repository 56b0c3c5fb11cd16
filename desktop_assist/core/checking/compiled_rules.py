"""Rules made ready to run, one by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_assist.core.checking.layout import has_word_edges
from desktop_assist.core.checking.levels import UNFILLED
from desktop_assist.core.checking.patterns import MOST_WIDTH, BoundedPattern, compile_pattern
from desktop_assist.core.checking.rare_letters import any_of
from desktop_assist.core.checking.rules import Condition, Rule, WordList
from desktop_assist.core.checking.vocabulary import Vocabulary, patterns_of, phrases_of, written_out
from desktop_assist.errors import AssistError
from desktop_assist.text import say

# A chat program's own emoticon, [微笑], says nothing.
_EMOTICON = r"\[[^\[\]\n]{1,8}\]"

MOST_BESIDE = 200
"""With more characters than this beside it, an answer is not a lone one."""
MOST_ALONE = 2 * MOST_BESIDE + MOST_WIDTH
"""In a longer text no hit is all that it says."""


class BadRule(AssistError):
    """A rule that cannot be run as it is written."""


class ExceptionPhrases:
    """Phrases inside which a hit does not count, looked up about the hit."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = frozenset(phrases)
        self._longest = max(map(len, phrases), default=0)
        lengths: dict[str, set[int]] = {}
        for phrase in phrases:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: tuple(sorted(found)) for first, found in lengths.items()}
        self._first: re.Pattern[str] | None = None

    def cover(self, text: str, start: int, end: int) -> bool:
        """Whether `start`–`end` lies within one of the phrases."""
        if self._first is None:
            self._first = any_of(frozenset(self._lengths))
        for found in self._first.finditer(text, max(0, end - self._longest), start + 1):
            first = found.start()
            for length in self._lengths[text[first]]:
                last = first + length
                if (
                    end <= last <= len(text)
                    and text[first:last] in self._phrases
                    and has_word_edges(text, first, last)
                ):
                    return True
        return False


class Neighbours:
    """Words that may stand beside a hit that is otherwise alone.

    `goes_on`: what follows the hit is not looked at. `letters`: those of the words.
    """

    def __init__(self, words: Collection[str], *, goes_on: bool = False) -> None:
        self._goes_on = goes_on
        self._listed = tuple(words)
        self.letters = frozenset("").union(*words)
        self._words: re.Pattern[str] | None = None
        self._first = frozenset(word[0] for word in words)
        self._last = frozenset(word[-1] for word in words)

    def may_be_beside(self, text: str, start: int, end: int) -> bool:
        """Whether no letter of another word touches `start`–`end`: cheap, so it comes first."""
        if not self.may_begin(text, start):
            return False
        if self._goes_on or end == len(text):
            return True
        return (behind := text[end]) in self._first or not behind.isalnum()

    def may_begin(self, text: str, start: int) -> bool:
        """Whether no letter of another word touches `start`."""
        return not start or (before := text[start - 1]) in self._last or not before.isalnum()

    def are_all_of(self, text: str) -> bool:
        """Whether `text` says nothing but these words."""
        if self._words is None:
            longest_first = sorted(self._listed, key=len, reverse=True)
            self._words = re.compile("|".join((_EMOTICON, *map(re.escape, longest_first))))
        return not any(map(str.isalnum, self._words.sub("", text)))


class Tail:
    """Particles of which up to three join the hit before them."""

    def __init__(self, alternatives: str) -> None:
        self._alternatives = alternatives
        self._particles: re.Pattern[str] | None = None

    def end(self, text: str, start: int) -> int:
        """Where the particles that begin at `start` end."""
        if self._particles is None:
            self._particles = re.compile(f"(?:{self._alternatives}){{0,3}}")
        found = self._particles.match(text, start)
        return found.end() if found else start


Place = Literal["message", "sentence", "clause", "before", "after"]


@dataclass(frozen=True, slots=True)
class Context:
    """A condition made ready: all lists that it names, and those that it names of each place.

    `touching`: it names words that touch the hit.
    """

    condition: Condition
    lists: tuple[str, ...]
    places: tuple[tuple[Place, tuple[str, ...]], ...]
    touching: bool

    @classmethod
    def of(cls, condition: Condition) -> Context:
        """`condition` made ready."""
        places: tuple[tuple[Place, tuple[str, ...]], ...] = (
            ("message", condition.message),
            ("sentence", condition.sentence),
            ("clause", condition.clause),
            ("before", condition.before),
            ("after", condition.after),
        )
        touching = bool(condition.right_before or condition.right_after)
        named = tuple((place, names) for place, names in places if names)
        return cls(condition, condition.lists, named, touching)


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule and its expressions.

    `neighbours` are words that may stand beside a lone hit, None where the hit need not be alone;
    `tail` the particles that join the hit, None without any.
    """

    rule: Rule
    exceptions: ExceptionPhrases
    patterns: tuple[BoundedPattern, ...]
    exception_patterns: tuple[BoundedPattern, ...]
    unsure_patterns: tuple[BoundedPattern, ...]
    neighbours: Neighbours | None
    tail: Tail | None
    only: tuple[Context, ...]
    unless: tuple[Context, ...]


def compile_rule(rule: Rule, words: Vocabulary) -> CompiledRule:
    """Make `rule` ready to run.

    Raises:
        BadRule: it has neither phrases nor patterns, names a word list that does not exist, or is
            doubtful or unsure about blanks.
        BadPattern: a phrase or pattern that is not safe to run.
    """
    conditions = (*rule.only, *rule.unless)
    named = {*rule.around, *rule.tail, *(name for one in conditions for name in one.lists)}
    if unknown := sorted(named - words.keys()):
        raise BadRule(
            say("Rules", "The rule {rule} names the word list “{name}”, which is not there.",
                rule=rule.id, name=unknown[0]),
            say("Rules", "Add the list under words:, or correct the name."),
        )  # fmt: skip
    if (rule.doubtful or rule.unsure_patterns) and rule.family == UNFILLED:
        raise BadRule(
            say("Rules", "The rule {rule} looks for blanks, and so it cannot be doubtful.",
                rule=rule.id),
            say("Rules",
                "Remove “doubtful” and “unsure_patterns”: a blank must never get through."),
        )  # fmt: skip
    if not rule.phrases and not rule.patterns:
        raise BadRule(
            say("Rules", "The rule {rule} has neither phrases nor patterns.", rule=rule.id),
            say("Rules", "Add at least one phrase."),
        )
    from_phrases = patterns_of(rule.phrases, words)
    from_exceptions = patterns_of(rule.exceptions, words)
    known = words.known.shapes
    excused = (compile_pattern(one, words, known) for one in rule.exception_patterns)
    unsure = (compile_pattern(one, words, known) for one in rule.unsure_patterns)
    return CompiledRule(
        rule=rule,
        exceptions=ExceptionPhrases(phrases_of(rule.exceptions, words)),
        patterns=(*from_phrases, *(compile_pattern(one, words, known) for one in rule.patterns)),
        exception_patterns=(*from_exceptions, *excused),
        unsure_patterns=tuple(unsure),
        neighbours=_neighbours(rule, words) if rule.scope != "anywhere" else None,
        tail=Tail(words.alternatives(rule.tail)) if rule.tail else None,
        only=tuple(map(Context.of, rule.only)),
        unless=tuple(map(Context.of, rule.unless)),
    )


def check_words(listed: WordList) -> None:
    """Make sure that a word list can be used.

    Raises:
        BadPattern: one of its words has a stray parenthesis or too many choices.
    """
    written_out(listed.words)
    written_out(listed.exceptions)


def _neighbours(rule: Rule, words: Vocabulary) -> Neighbours:
    beside = {word for name in (*rule.around, *rule.tail) for word in words[name]}
    return Neighbours(beside, goes_on=rule.scope.endswith("_start"))
