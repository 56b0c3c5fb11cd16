"""Which replies the library lists for a place, a query and filters, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_assist.core.replies.filters import Facts, Filter
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.library.cards import Found
from desktop_assist.gui.library.places import EVERYWHERE, Holdings, Place

Search = Callable[[str, int], list[Hit]]

Groups = Mapping[str, int]
"""By key the number, from 1, of the group of replies that are nearly the same."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    place: Place = EVERYWHERE
    query: str = ""
    filter: Filter = field(default_factory=Filter)

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the place limits what is listed."""
        return bool(self.query.strip()) or not self.filter.is_empty


class Looking:
    """Looks into one state of the library; a change of it needs a new one."""

    def __init__(self, holdings: Holdings, search: Search, groups: Groups) -> None:
        """`search` knows what is valid today; all else is looked through here."""
        self._holdings = holdings
        self._search = search
        self._groups = groups
        self._uses = {key: one.uses for key, one in holdings.standing.items()}
        self._others: PlainSearch | None = None

    def found(self, wanted: Wanted) -> list[Found]:
        """What is to be listed: the best hits first, else in the library's order."""
        entries = self._passing(self._holdings.at(wanted.place), wanted.filter)
        if wanted.query.strip():
            return self._hits(entries, wanted.query)
        found = [Found(one, (), self._groups.get(one.key, 0)) for one in entries]
        if wanted.filter.duplicates:
            found.sort(key=lambda one: one.group)
        return found

    def _passing(self, entries: list[Entry], wanted: Filter) -> list[Entry]:
        if wanted.is_empty:
            return entries
        facts = Facts(self._holdings.today, self._uses, frozenset(self._groups))
        return [one for one in entries if wanted.passes(one, facts)]

    def _hits(self, entries: Sequence[Entry], query: str) -> list[Found]:
        listed = {one.key: one for one in entries}
        known = self._search(query, max(len(self._holdings.entries), 1))
        # What has expired or lies in the bin may have the key of a reply that is in use.
        hits = [*known, *self._unknown().search(query, len(listed) + 1)]
        found = dict.fromkeys(hit.key for hit in hits)
        matched = {hit.key: hit for hit in hits}
        return [
            Found(listed[key], matched[key].matched, self._groups.get(key, 0))
            for key in found
            if key in listed
        ]

    def _unknown(self) -> PlainSearch:
        """Finds what the palette does not offer: expired, hidden, deleted."""
        if self._others is None:
            holdings = self._holdings
            today = holdings.today
            late = (one for one in holdings.entries if not one.snippet.is_valid_on(today))
            self._others = PlainSearch((*late, *holdings.hidden, *holdings.bin))
        return self._others


def groups_of(groups: Iterable[Iterable[str]]) -> Groups:
    """Groups of keys, numbered from 1."""
    return {key: number for number, keys in enumerate(groups, 1) for key in keys}
