"""Which entries of a library to look at, as a plain value."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet

Values = frozenset[str]

_ANY: Values = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is not written in an entry: the day, how often it was used, what is like another."""

    today: datetime.date
    uses: Mapping[str, int] = field(default_factory=dict)
    duplicates: Values = _ANY


@dataclass(frozen=True, slots=True)
class Filter:
    """What an entry must be. Of the values of one part any will do; every part must fit.

    An empty part lets everything pass. `category` is a path; everything beneath it passes.
    `unused` are those that were never used, `expired` those whose last day is over, `changed`
    those in which the agent's words stand for the team's.
    """

    roles: Values = _ANY
    stages: Values = _ANY
    customers: Values = _ANY
    tones: Values = _ANY
    languages: Values = _ANY
    packs: Values = _ANY
    tags: Values = _ANY
    category: tuple[str, ...] = ()
    expired: bool = False
    unused: bool = False
    changed: bool = False
    duplicates: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return self == Filter()

    def passes(self, entry: Entry, facts: Facts) -> bool:
        """Whether `entry` is wanted."""
        return (
            entry.snippet.category[: len(self.category)] == self.category
            and all(_meets(entry, part, getattr(self, part)) for part in PARTS)
            and (not self.expired or is_expired(entry.snippet, facts.today))
            and (not self.unused or not facts.uses.get(entry.key))
            and (not self.changed or bool(entry.changed))
            and (not self.duplicates or entry.key in facts.duplicates)
        )


_FOUND: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    "roles": lambda entry: (entry.snippet.role,),
    "stages": lambda entry: (entry.snippet.stage,),
    "customers": lambda entry: (entry.snippet.customer,),
    "tones": lambda entry: entry.snippet.tones,
    "languages": lambda entry: (entry.snippet.language, *entry.snippet.translations),
    "packs": lambda entry: (entry.pack,),
    "tags": lambda entry: entry.snippet.tags,
}

PARTS = tuple(_FOUND)
"""The parts of a filter that are sets of values."""


def values(entry: Entry, part: str) -> tuple[str, ...]:
    """What `entry` is, in a part of a filter such as `roles`; blank values do not count."""
    return tuple(filter(None, _FOUND[part](entry)))


def offered(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, int]]:
    """For each part of a filter the values that occur, with how many entries have them.

    The commonest first.
    """
    counts: dict[str, Counter[str]] = {part: Counter() for part in PARTS}
    for entry in entries:
        for part, counter in counts.items():
            counter.update(set(values(entry, part)))
    return {part: dict(counter.most_common()) for part, counter in counts.items()}


def filtered(entries: Iterable[Entry], wanted: Filter, facts: Facts) -> Iterator[Entry]:
    """The entries that pass, in their order."""
    if wanted.is_empty:
        return iter(entries)
    return (entry for entry in entries if wanted.passes(entry, facts))


def is_expired(snippet: Snippet, today: datetime.date) -> bool:
    """Whether the last day of `snippet` is over."""
    return snippet.valid_until is not None and snippet.valid_until < today


def _meets(entry: Entry, part: str, wanted: Values) -> bool:
    return not wanted or not wanted.isdisjoint(_FOUND[part](entry))
