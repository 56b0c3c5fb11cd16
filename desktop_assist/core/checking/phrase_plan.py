"""What each phrase means to which rules, by numbers: made once, kept, and loaded at each start."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from desktop_assist.core.checking.needed_words import NUMERALS, Needed, Places
from desktop_assist.core.checking.pattern_shape import Shape

if TYPE_CHECKING:
    from desktop_assist.core.checking.compiled_rules import CompiledRule

_BETWEEN = "\uffff"
"""No character: Unicode promises that no text holds it."""


class Meaning(NamedTuple):
    """Numbers of rules and patterns that look for a phrase.

    `owners`: rules that it is a hit of. `alone`: those whose hits have only certain words beside
    them. `searches`: patterns that may begin from the least to the most characters before it.
    """

    owners: tuple[int, ...] = ()
    alone: tuple[int, ...] = ()
    searches: tuple[tuple[int, int, int], ...] = ()


class Sought(msgspec.Struct, frozen=True, array_like=True):
    """The phrases that are looked for, and what they mean.

    `joined`: the phrases with `_BETWEEN` between them, in the order of their meanings: one text
    loads faster than many. `shared`: how many phrases have each meaning. `in_runs`: the patterns
    that need no phrase, but runs of marks or digits, if anything.
    """

    joined: str
    shared: list[int]
    meanings: list[Meaning]
    in_runs: list[int]

    @property
    def phrases(self) -> list[str]:
        """The phrases, made anew."""
        return self.joined.split(_BETWEEN) if self.joined else []

    @property
    def numbers(self) -> list[int]:
        """The number of each phrase's meaning, made anew."""
        return [number for number, many in enumerate(self.shared) for _ in range(many)]


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """What is looked for `anywhere`, and as a `lone` answer: all that a message says."""

    anywhere: Sought
    lone: Sought


def plan_of(rules: Sequence[CompiledRule], phrases: Iterable[Sequence[str]]) -> Plan:
    """The plan for `rules`, which look for `phrases`."""
    lone, anywhere = _Gathering(), _Gathering()
    first = 0
    for number, (rule, owned) in enumerate(zip(rules, phrases, strict=True)):
        gathering = lone if rule.rule.scope == "message" else anywhere
        gathering.take(number, rule, owned, first)
        first += len(rule.patterns)
    return Plan(anywhere.sought(), lone.sought())


class _Gathering:
    def __init__(self) -> None:
        self._meanings: dict[str, Meaning] = {}
        self._in_runs: list[int] = []

    def take(
        self, number: int, rule: CompiledRule, phrases: Collection[str], first_pattern: int
    ) -> None:
        is_alone = rule.neighbours is not None and not rule.rule.verify
        self._add(phrases, Meaning(alone=(number,)) if is_alone else Meaning(owners=(number,)))
        for pattern_number, pattern in enumerate(rule.patterns, first_pattern):
            if comes_in_runs(pattern.shape):
                self._in_runs.append(pattern_number)
                continue
            for place, words in _by_place(pattern.shape.needed).items():
                self._add(words, Meaning(searches=((pattern_number, *place),)))

    def _add(self, phrases: Collection[str], meaning: Meaning) -> None:
        """Give `phrases` one more meaning; few have several, so that most share one tuple."""
        several = {
            phrase: Meaning(*map(_joined, self._meanings[phrase], meaning))
            for phrase in phrases
            if phrase in self._meanings
        }
        self._meanings.update(dict.fromkeys(phrases, meaning))
        self._meanings.update(several)

    def sought(self) -> Sought:
        by_meaning: dict[Meaning, list[str]] = {}
        for phrase, meaning in self._meanings.items():
            if _BETWEEN not in phrase:
                by_meaning.setdefault(meaning, []).append(phrase)
        return Sought(
            _BETWEEN.join(itertools.chain.from_iterable(by_meaning.values())),
            [len(phrases) for phrases in by_meaning.values()],
            list(by_meaning),
            self._in_runs,
        )


def comes_in_runs(shape: Shape) -> bool:
    """Whether all that a pattern needs comes in runs, and is looked for run by run.

    Each run costs less than each of its characters would.
    """
    needed = shape.needed
    return bool(shape.alphabet) or needed.keys() <= NUMERALS or all(map(_is_run, needed))


def _is_run(word: str) -> bool:
    """Whether `word` is one ASCII character, or a mark repeated."""
    if not word.isascii() or (len(word) > 1 and word.isalnum()):
        return False
    return word == word[0] * len(word)


def _by_place(needed: Needed) -> dict[Places, list[str]]:
    words: dict[Places, list[str]] = {}
    for word, place in needed.items():
        words.setdefault(place, []).append(word)
    return words


def _joined(first: tuple[Any, ...], second: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*first, *second)
