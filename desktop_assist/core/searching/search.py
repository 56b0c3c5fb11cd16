"""Finding a reply: the interface that every engine has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Matched:
    """Where a word of the query stands: `title`, `body` or `code`, and code-point offsets in it."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One found entry, best first.

    `matched` is for highlighting; an engine looks for it when it is first asked for.
    """

    key: str
    score: float
    matched: Sequence[Matched] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What the agent's own work says about an entry: how often, how lately (day number), liked."""

    uses: int = 0
    last_day: int = 0
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class SearchContext:
    """What the agent is at. Empty parts say nothing. Among equals what fits it comes first.

    The stage of the chat, as snippets name theirs; the shop; the language (`zh_CN`, `en`); the
    window that is served, by its title and program, in which a shop, tag or pack may be named.
    """

    stage: str = ""
    shop: str = ""
    language: str = ""
    window: str = ""


NO_CONTEXT = SearchContext()


class SearchEngine(Protocol):
    """Answers within one frame. Never raises for any query.

    One thread may search while another does, or ranks.
    """

    def search(self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT) -> list[Hit]:
        """Entries in which every word of `query` stands; favourites and lately used when empty."""

    def search_slips(
        self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT
    ) -> list[Hit]:
        """Entries for a mistyped `query` that finds nothing; slower, may run on another thread."""

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on, by entry key."""
