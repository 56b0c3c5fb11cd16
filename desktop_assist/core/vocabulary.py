"""The word lists of a rule set, written out."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop_assist.core.folding import fold_phrase
from desktop_assist.core.patterns import (
    BoundedPattern,
    KnownShapes,
    choices_in,
    compile_choices,
    expand,
)
from desktop_assist.core.rules import WordList

MOST_WRITTEN_OUT = 200
"""A phrase that stands for more is looked for as one expression: it loads faster, runs slower."""


class Vocabulary(Mapping[str, Sequence[str]]):
    """The folded words of each list by its name; a list is written out once, when asked for."""

    def __init__(
        self, lists: Mapping[str, WordList], known_shapes: KnownShapes | None = None
    ) -> None:
        self._lists = lists
        self.known_shapes = known_shapes or {}
        self._words: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in self._words:
            self._words[name] = written_out(self._lists[name].words)
        return self._words[name]

    def __contains__(self, name: object) -> bool:
        # The mixin would write the list out to find out.
        return name in self._lists

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def exceptions(self, name: str) -> tuple[str, ...]:
        """The phrases inside which a word of the list does not count."""
        return written_out(self._lists[name].exceptions)

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


def sorted_out(
    phrases: Iterable[str], lists: Vocabulary
) -> tuple[tuple[str, ...], tuple[BoundedPattern, ...]]:
    """`phrases` written out, and expressions for those that stand for too many.

    Raises:
        BadPattern: one of them has a stray parenthesis, an unknown list, or runs away.
    """
    few: list[str] = []
    many: list[BoundedPattern] = []
    for phrase in phrases:
        choices = choices_in(_folded(phrase, lists), lists)
        if math.prod(map(len, choices)) > MOST_WRITTEN_OUT:
            many.append(compile_choices(phrase, choices, lists.known_shapes))
        else:
            few += map("".join, itertools.product(*choices))
    return tuple(dict.fromkeys(filter(None, few))), tuple(many)


def _folded(phrase: str, lists: Mapping[str, Sequence[str]] | None) -> str:
    # The names of lists keep their case.
    return fold_phrase(phrase) if not lists or "<<" not in phrase else _around_names(phrase)


def _around_names(phrase: str) -> str:
    parts = re.split("(<<.*?>>)", phrase)
    return "".join(part if odd % 2 else fold_phrase(part) for odd, part in enumerate(parts))
