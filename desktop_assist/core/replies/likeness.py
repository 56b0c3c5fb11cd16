"""Replies that say nearly the same: found among thousands, step by step.

Two texts are compared as the sets of their character pairs, folded and without signs and spaces:
the pairs that both have, divided by those that either has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from operator import add

from desktop_assist.core.language.folding import fold
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.set_join import Likenesses, SetJoin

NEARLY_THE_SAME = 0.8
"""The likeness from which on two replies are worth looking at side by side."""

_AT_ONCE = 200
"""Replies for each step."""

_LONGEST = 5_000
"""Code points of a reply that are compared."""

_PLACE = "\ue000"
"""Stands for any placeholder: what fills it makes no other reply. A private character."""

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_SIGNS = re.compile(r"[^\w\ue000]|_")


@dataclass(frozen=True, slots=True)
class Group:
    """Entry keys: each reply is nearly the same as the first. `likeness` is the least, up to 1."""

    keys: tuple[str, ...]
    likeness: float


class Likeness:
    """Groups the nearly same of `entries`. `steps` does the work, and `groups` has the result.

    Who wants to stop just takes no further step.
    """

    def __init__(self, entries: Iterable[Entry], threshold: float = NEARLY_THE_SAME) -> None:
        """`threshold` is above 0 and at most 1."""
        self._entries = tuple(entries)
        self._threshold = threshold
        self._keys: dict[str, list[str]] = defaultdict(list)
        self._pairs: list[frozenset[int]] = []
        # Numbers for pairs: the same pair in a thousand texts is kept once.
        self._numbers: dict[str, int] = defaultdict(count().__next__)
        self.groups: tuple[Group, ...] = ()
        """The largest first, then in the order of the entries; empty until all steps are done."""

    def steps(self) -> Iterator[float]:
        """Do the work, in steps of some ten milliseconds; yields the part done, up to 1."""
        for start in range(0, len(self._entries), _AT_ONCE):
            self._read(self._entries[start : start + _AT_ONCE])
            yield start / len(self._entries) / 4
        join = SetJoin(self._pairs, self._threshold)
        for done in join.steps():
            yield (1 + 3 * done) / 4
        self.groups = tuple(self._grouped(join.alike))
        yield 1.0

    def _read(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            text = comparable("\n".join(entry.snippet.parts))
            if text and text not in self._keys:
                numbers = map(self._numbers.__getitem__, _pairs(text))
                self._pairs.append(frozenset(numbers))
            if text:
                self._keys[text].append(entry.key)

    def _grouped(self, alike: Likenesses) -> list[Group]:
        groups: list[Group] = []
        taken: set[int] = set()
        keys = list(self._keys.values())
        for one, same in enumerate(keys):
            if one in taken:
                continue
            near = {other: found for other, found in alike[one].items() if other not in taken}
            taken.update((one, *near))
            members = [*same, *(key for other in sorted(near) for key in keys[other])]
            if len(members) > 1:
                groups.append(Group(tuple(members), min(near.values(), default=1.0)))
        return sorted(groups, key=lambda group: -len(group.keys))


def likeness(one: str, other: str) -> float:
    """How alike two bodies are, from 0 to 1."""
    return likeness_of_pairs(pairs_of(one), pairs_of(other))


def likeness_of_pairs(mine: frozenset[str], yours: frozenset[str]) -> float:
    """The likeness of two bodies whose `pairs_of` are made once and compared often."""
    common = len(mine & yours)
    return common / ((len(mine) + len(yours) - common) or 1)


def pairs_of(body: str) -> frozenset[str]:
    """The character pairs of what counts of a body; its one character where there is no pair."""
    return _pairs(comparable(body))


def comparable(body: str) -> str:
    """What of a body counts: folded letters, digits and characters, each placeholder as one."""
    marked = _PLACEHOLDER.sub(_PLACE, body[:_LONGEST])
    return _SIGNS.sub("", fold(marked).text)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map(add, text, islice(text, 1, None))) or frozenset(text)
