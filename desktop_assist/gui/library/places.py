"""The places on the left of the library, and which replies each of them holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.search import Standing

Kind = Literal["all", "favourites", "own", "hidden", "bin", "category"]


@dataclass(frozen=True, slots=True)
class Place:
    """One line on the left; `path` is a category's, with all that lies within it."""

    kind: Kind = "all"
    path: tuple[str, ...] = ()


EVERYWHERE = Place()


@dataclass(frozen=True, eq=False)
class Holdings:
    """All that the library shows, as it is now.

    `entries` are those that the agent uses, expired ones among them; `hidden` are the team's that
    the agent does not want to see, and `bin` what was deleted.
    """

    entries: Sequence[Entry] = ()
    bin: Sequence[Entry] = ()
    hidden: Sequence[Entry] = ()
    favourites: frozenset[str] = frozenset()
    standing: Mapping[str, Standing] = field(default_factory=dict)
    today: datetime.date = datetime.date.min

    def at(self, place: Place) -> list[Entry]:
        """What lies at `place`."""
        match place.kind:
            case "all":
                return list(self.entries)
            case "favourites":
                return [one for one in self.entries if one.key in self.favourites]
            case "own":
                return [one for one in self.entries if one.origin == "own"]
            case "hidden":
                return list(self.hidden)
            case "bin":
                return list(self.bin)
            case "category":
                return within(self.entries, place.path)

    def lies_in_bin(self, key: str) -> bool:
        """Whether the reply of that key was deleted."""
        return key in self._in_bin

    def is_hidden(self, key: str) -> bool:
        """Whether the agent does not want to see the reply of that key."""
        return key in self._hidden

    def is_gone(self, key: str) -> bool:
        """Whether it is deleted or hidden."""
        return key in self._in_bin or key in self._hidden

    @cached_property
    def categories(self) -> list[tuple[str, ...]]:
        """Every category in use, in the order of first appearance."""
        return list(dict.fromkeys(one.snippet.category for one in self.entries))

    @cached_property
    def _in_bin(self) -> frozenset[str]:
        return frozenset(one.key for one in self.bin)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        return frozenset(one.key for one in self.hidden)


def within(entries: Iterable[Entry], path: tuple[str, ...]) -> list[Entry]:
    """The entries whose category begins with `path`."""
    depth = len(path)
    return [one for one in entries if one.snippet.category[:depth] == path]
