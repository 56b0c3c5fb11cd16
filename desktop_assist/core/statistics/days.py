"""What is known of each day: which replies went out, and what the checker found. No texts."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from desktop_assist.text import Message


class Use(msgspec.Struct, frozen=True, gc=False):
    """How often something went out, and how many characters that were together."""

    count: int = 0
    characters: int = 0

    def __add__(self, other: Use) -> Use:
        """Both together."""
        return Use(self.count + other.count, self.characters + other.characters)


@dataclass(frozen=True, slots=True)
class Day:
    """Uses by entry key, and the number of findings by rule family; of one day or of several."""

    uses: Mapping[str, Use] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)

    @property
    def use(self) -> Use:
        """All uses together."""
        return Use(
            sum(one.count for one in self.uses.values()),
            sum(one.characters for one in self.uses.values()),
        )


Days = Mapping[datetime.date, Day]
"""The days on which anything happened."""


@dataclass(frozen=True, slots=True)
class DayReading:
    """The days that could be read, and a sentence for each part that could not."""

    days: Days
    faults: tuple[Message, ...] = ()


def together(days: Iterable[Day]) -> Day:
    """Several days as one."""
    uses: dict[str, Use] = {}
    findings: Counter[str] = Counter()
    for day in days:
        findings.update(day.findings)
        for key, use in day.uses.items():
            uses[key] = uses[key] + use if key in uses else use
    return Day(uses, findings)
