"""How common letters are in agents' messages, and which ones a match cannot do without.

Most messages lack most letters: what holds none of the letters that a pattern needs is not tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop_assist.core.checking.shares import OF_LETTERS, RARE

Letters = tuple[frozenset[str], ...]
"""Sets of letters, the rarest first: of each one letter must be there."""

_MOST_SETS = 3
_TOO_COMMON = 0.1
"""Where one letter in ten is one of them, most messages have it."""


@lru_cache(maxsize=4096)
def share_of(letters: frozenset[str]) -> float:
    """Roughly how large a share of a message's letters are of `letters`."""
    return sum([OF_LETTERS.get(letter, RARE) for letter in letters])


def rarest_of(sets: Iterable[frozenset[str]]) -> Letters:
    """The sets whose letters are rarest, each once; none that most messages have."""
    rare = [one for one in dict.fromkeys(sets) if share_of(one) < _TOO_COMMON]
    if len(rare) > 1:
        # Sets have no order of their own, and the same must come out on every machine.
        rare.sort(key=_share_and_name)
    return tuple(rare[:_MOST_SETS])


def letters_in(words: Sequence[str]) -> Letters:
    """The letters of which any of `words` holds one: the rarest of each, the second, and so on."""
    if not all(words):
        return ()
    ordered = [sorted(set(word), key=_share) for word in words]
    return rarest_of(map(frozenset, zip(*ordered, strict=False)))


@lru_cache(maxsize=1024)
def any_of(letters: frozenset[str]) -> re.Pattern[str]:
    """An expression for one of `letters`, of which there must be some."""
    return re.compile(f"[{re.escape(''.join(sorted(letters)))}]")


@lru_cache(maxsize=4096)
def _share_and_name(letters: frozenset[str]) -> tuple[float, str]:
    return share_of(letters), "".join(sorted(letters))


def _share(letter: str) -> tuple[float, str]:
    return OF_LETTERS.get(letter, RARE), letter
