"""Notes for the figures of the day: what was used, and what the checker found."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_assist.core.checking.findings import Finding
from desktop_assist.store.day_book import DayBook


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Qt holds a slot weakly
class DayNotes:
    """Puts counts into the day book; no text goes there."""

    book: DayBook
    today: Callable[[], datetime.date]

    def used(self, key: str, characters: int) -> None:
        """The reply `key` was pasted, `characters` long."""
        self.book.used(key, self.today(), characters)

    def found(self, findings: Sequence[Finding]) -> None:
        """The checker said so of a text on its way to a customer."""
        self.book.found((finding.family for finding in findings), self.today())
