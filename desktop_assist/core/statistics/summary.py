"""What the days add up to: by category, by reply, by family; and which replies lie unused."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.statistics.days import Day, Use

Entries = Mapping[str, Entry]
"""The entries of today's library by key."""

Category = tuple[str, ...]

GONE: Category = ()
"""The category of replies that are no longer in the library."""


@dataclass(frozen=True, slots=True)
class IdleReply:
    """A reply that is not in use; `last` is the day of its latest use, None for never."""

    entry: Entry
    last: datetime.date | None


def by_category(day: Day, entries: Entries) -> list[tuple[Category, Use]]:
    """Each category in use with what went out of it, the busiest first."""
    found: dict[Category, Use] = {}
    for key, use in day.uses.items():
        entry = entries.get(key)
        category = GONE if entry is None else entry.snippet.category
        found[category] = found.get(category, Use()) + use
    return sorted(found.items(), key=lambda pair: (-pair[1].count, pair[0]))


def by_reply(day: Day) -> list[tuple[str, Use]]:
    """The key of each reply in use with what went out, the busiest first."""
    return sorted(day.uses.items(), key=lambda pair: (-pair[1].count, pair[0]))


def by_family(steps: Iterable[Day]) -> list[tuple[str, tuple[int, ...]]]:
    """Each family of rules that found anything, with its findings step by step; most first."""
    days = tuple(steps)
    families = dict.fromkeys(family for day in days for family in day.findings)
    rows = [(one, tuple(day.findings.get(one, 0) for day in days)) for one in families]
    return sorted(rows, key=lambda row: (-sum(row[1]), row[0]))


def unused(
    day: Day, entries: Entries, last_uses: Mapping[str, datetime.date], today: datetime.date
) -> list[IdleReply]:
    """The replies that are valid `today` and that `day` does not know, the longest idle first."""
    idle = [
        IdleReply(entry, last_uses.get(key))
        for key, entry in entries.items()
        if key not in day.uses and entry.snippet.is_valid_on(today)
    ]
    return sorted(idle, key=lambda one: one.last or datetime.date.min)


def outdated(entries: Entries, today: datetime.date) -> list[Entry]:
    """The replies whose last valid day is over, the latest first."""
    ended = [
        (entry.snippet.valid_until, entry)
        for entry in entries.values()
        if entry.snippet.valid_until is not None and entry.snippet.valid_until < today
    ]
    return [entry for _day, entry in sorted(ended, key=lambda pair: pair[0], reverse=True)]


def seconds_saved(characters: int, rate: int) -> int:
    """The time that typing `characters` takes at `rate` characters a minute (above 0)."""
    return round(characters * 60 / rate)
