"""The word lists of a rule set, written out."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_assist.core.checking.pattern_shape import Shape
from desktop_assist.core.checking.patterns import (
    BoundedPattern,
    choices_in,
    compile_choices,
    expand,
)
from desktop_assist.core.checking.phrase_plan import Plan
from desktop_assist.core.checking.rules import WordList
from desktop_assist.core.language.folding import fold_phrase

MOST_WRITTEN_OUT = 80
"""A phrase that stands for more is looked for as one expression: it loads faster, runs slower."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out about sound rules before, by what stands in them.

    `shapes`: of patterns, by their text. `phrases`: what a phrase stands for, or the expression of
    one that stands for too much. `words` and `exceptions`: of word lists, by the list's name.
    `plan`: what is looked for; with it the other phrases of rules need not be written out.
    """

    shapes: dict[str, Shape] = field(default_factory=dict)
    phrases: dict[str, tuple[str, ...] | str] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    exceptions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    plan: Plan | None = None


class Vocabulary(Mapping[str, Sequence[str]]):
    """The folded words of each list by its name; a list is written out once, when asked for."""

    def __init__(self, lists: Mapping[str, WordList], known: Known | None = None) -> None:
        self._lists = lists
        self.known = known or Known()

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in self.known.words:
            self.known.words[name] = written_out(self._lists[name].words)
        return self.known.words[name]

    def __contains__(self, name: object) -> bool:
        # The mixin would write the list out to find out.
        return name in self._lists

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def exceptions(self, name: str) -> tuple[str, ...]:
        """The phrases inside which a word of the list does not count."""
        if name not in self.known.exceptions:
            self.known.exceptions[name] = written_out(self._lists[name].exceptions)
        return self.known.exceptions[name]

    def forget_rules(self) -> None:
        """Let go what only the making of rules needs: it takes much memory."""
        self.known = replace(self.known, shapes={}, phrases={}, plan=None)

    def alternatives(self, names: Iterable[str]) -> str:
        """An expression for one word of the lists `names`, longer ones tried first."""
        listed = {word for name in names for word in self[name]}
        return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))


def written_out(
    phrases: Iterable[str], lists: Mapping[str, Sequence[str]] | None = None
) -> tuple[str, ...]:
    """Every phrase that `phrases` stand for, folded, each once.

    Raises:
        BadPattern: one of them has a stray parenthesis or stands for too many phrases.
    """
    # Folding works character by character, so it may come before the choices are written out.
    expanded = (one for phrase in phrases for one in expand(_folded(phrase, lists), lists or {}))
    return tuple(dict.fromkeys(filter(None, expanded)))


def phrases_of(phrases: Iterable[str], lists: Vocabulary) -> tuple[str, ...]:
    """`phrases` written out, without those that stand for too many.

    Raises:
        BadPattern: one of them has a stray parenthesis, an unknown list, or runs away.
    """
    written = (_known(phrase, lists) for phrase in phrases)
    few = (one for found in written if not isinstance(found, str) for one in found)
    return tuple(dict.fromkeys(few))


def patterns_of(phrases: Iterable[str], lists: Vocabulary) -> tuple[BoundedPattern, ...]:
    """Expressions for those of `phrases` that stand for too many to write them out.

    Raises:
        BadPattern: one of them has a stray parenthesis, an unknown list, or runs away.
    """
    known = lists.known
    written = (
        known.phrases.get(phrase) if known.plan else _known(phrase, lists) for phrase in phrases
    )
    return tuple(
        BoundedPattern(found, known.shapes[found]) for found in written if isinstance(found, str)
    )


def _known(phrase: str, lists: Vocabulary) -> tuple[str, ...] | str:
    written = lists.known.phrases.get(phrase)
    if written is None:
        written = lists.known.phrases[phrase] = _written(phrase, lists)
    return written


def _written(phrase: str, lists: Vocabulary) -> tuple[str, ...] | str:
    choices = choices_in(_folded(phrase, lists), lists)
    if math.prod(map(len, choices)) <= MOST_WRITTEN_OUT:
        return tuple(filter(None, map("".join, itertools.product(*choices))))
    pattern = compile_choices(phrase, choices, lists.known.shapes)
    lists.known.shapes[pattern.written] = pattern.shape
    return pattern.written


def _folded(phrase: str, lists: Mapping[str, Sequence[str]] | None) -> str:
    # The names of lists keep their case.
    return fold_phrase(phrase) if not lists or "<<" not in phrase else _around_names(phrase)


def _around_names(phrase: str) -> str:
    parts = re.split("(<<.*?>>)", phrase)
    return "".join(part if odd % 2 else fold_phrase(part) for odd, part in enumerate(parts))
