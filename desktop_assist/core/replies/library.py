"""The stack of packs, what the agent changed of them, and the agent's own snippets: one list."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_assist.core.replies.layers import (
    Override,
    changed_fields,
    clashes,
    layered,
    withdrawn,
)
from desktop_assist.core.replies.pack import Pack
from desktop_assist.core.replies.snippet import Snippet

OWN_PACK = "own"
"""The pack id of what the agent wrote."""

Origin = Literal["pack", "own"]

_NO_OVERRIDES: Mapping[str, Override] = {}


@dataclass(frozen=True, slots=True)
class Entry:
    """A snippet and where it stands; `key` (`pack/id`) names it for good.

    `changed` are the fields in which it is the agent's and not the team's; `news` those of them
    that the team has changed since. A `withdrawn` one is no more in its pack, and lives on because
    the agent had changed it; `pack_title` is empty where the whole pack is missing.
    """

    snippet: Snippet
    pack: str
    pack_title: str = ""
    origin: Origin = "pack"
    changed: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    withdrawn: bool = False

    @property
    def key(self) -> str:
        return f"{self.pack}/{self.snippet.id}"


class Library:
    """An unchanging view over packs, overrides and own snippets; a change makes a new one.

    What the agent has hidden is in `hidden` alone, but is found by its full key.
    """

    def __init__(
        self,
        packs: Iterable[Pack],
        own: Sequence[Snippet] = (),
        overrides: Mapping[str, Override] = _NO_OVERRIDES,
    ) -> None:
        """`overrides` by the keys of the entries that they change."""
        entries = {one.key: one for one in _own_entries(own)}
        self._originals: dict[str, Snippet] = {}
        titles: dict[str, str] = {}
        for pack in packs:
            titles[pack.manifest.id] = pack.manifest.title
            for snippet in pack.snippets:
                entry = Entry(snippet, pack.manifest.id, pack.manifest.title)
                self._originals[entry.key] = snippet
                entries[entry.key] = _overridden(entry, overrides.get(entry.key))
        for key, override in overrides.items():
            if key not in self._originals and override.changes:
                entries[key] = _withdrawn(override, titles)
        hidden = {key for key, override in overrides.items() if override.hidden}
        self._hidden = {key: entry for key, entry in entries.items() if key in hidden}
        self._entries = {key: entry for key, entry in entries.items() if key not in hidden}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        """Own snippets first, then the packs' in their order, then withdrawn ones."""
        return iter(self._entries.values())

    def get(self, key: str) -> Entry | None:
        """The entry of `pack/id`, or of a bare id or code where only one entry has it."""
        if key in self._entries:
            return self._entries[key]
        if key in self._hidden:
            return self._hidden[key]
        same = [entry for entry in self if key in (entry.snippet.id, entry.snippet.code)]
        return same[0] if len(same) == 1 else None

    def hidden(self) -> list[Entry]:
        """Every entry of a pack that the agent does not want to see."""
        return list(self._hidden.values())

    def original(self, key: str) -> Snippet | None:
        """The team's version of `pack/id`; None for an own snippet and for a withdrawn one."""
        return self._originals.get(key)

    def usable_on(self, day: datetime.date) -> list[Entry]:
        """Every entry that is neither expired nor not yet valid on `day`."""
        return [entry for entry in self if entry.snippet.is_valid_on(day)]

    def categories(self) -> list[tuple[str, ...]]:
        """Every category path in use, in the order of first appearance."""
        return list(dict.fromkeys(entry.snippet.category for entry in self))


def _own_entries(own: Iterable[Snippet]) -> Iterator[Entry]:
    return (Entry(snippet, OWN_PACK, origin="own") for snippet in own)


def _overridden(entry: Entry, override: Override | None) -> Entry:
    if override is None:
        return entry
    team = entry.snippet
    return Entry(
        layered(team, override),
        entry.pack,
        entry.pack_title,
        changed=changed_fields(team, override),
        news=tuple(one.name for one in clashes(team, override)),
    )


def _withdrawn(override: Override, titles: Mapping[str, str]) -> Entry:
    pack = override.key.partition("/")[0]
    return Entry(
        withdrawn(override),
        pack,
        titles.get(pack, ""),
        changed=tuple(one.name for one in override.changes),
        withdrawn=True,
    )
