"""The stack of packs with the agent's own snippets on top, as one list of entries."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_assist.core.replies.pack import Pack
from desktop_assist.core.replies.snippet import Snippet

OWN_PACK = "own"
"""The pack id of what the agent wrote."""

Origin = Literal["pack", "own"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A snippet and where it stands; `key` (`pack/id`) names it for good."""

    snippet: Snippet
    pack: str
    pack_title: str = ""
    origin: Origin = "pack"

    @property
    def key(self) -> str:
        return f"{self.pack}/{self.snippet.id}"


class Library:
    """An unchanging view over packs and own snippets; a change makes a new one."""

    def __init__(self, packs: Iterable[Pack], own: Sequence[Snippet] = ()) -> None:
        mine = [Entry(snippet, OWN_PACK, origin="own") for snippet in own]
        shipped = [
            Entry(snippet, pack.manifest.id, pack.manifest.title)
            for pack in packs
            for snippet in pack.snippets
        ]
        self._entries = {entry.key: entry for entry in (*mine, *shipped)}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        """Own snippets first, then the packs' in their order."""
        return iter(self._entries.values())

    def get(self, key: str) -> Entry | None:
        """The entry of `pack/id`, or of a bare id or code where only one entry has it."""
        if key in self._entries:
            return self._entries[key]
        same = [entry for entry in self if key in (entry.snippet.id, entry.snippet.code)]
        return same[0] if len(same) == 1 else None

    def usable_on(self, day: datetime.date) -> list[Entry]:
        """Every entry that is neither expired nor not yet valid on `day`."""
        return [entry for entry in self if entry.snippet.is_valid_on(day)]

    def categories(self) -> list[tuple[str, ...]]:
        """Every category path in use, in the order of first appearance."""
        return list(dict.fromkeys(entry.snippet.category for entry in self))
