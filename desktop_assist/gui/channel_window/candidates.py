"""What an agent can suggest to the lead of a channel: changes, own replies, and what should go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_assist.core.replies.library import Library
from desktop_assist.core.replies.snippet import Snippet

Kind = Literal["change", "new", "withdrawal"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reply to suggest: `team` is the team's version (None for one of the agent's own).

    `pack` is empty for an own reply: the agent says which pack it is for.
    """

    kind: Kind
    pack: str
    snippet: Snippet
    team: Snippet | None = None
    fields: tuple[str, ...] = ()


def fits(snippet: Snippet, wanted: Sequence[str]) -> bool:
    """Whether every word of `wanted`, which is casefolded, stands in the reply or is its code."""
    told = (snippet.title, snippet.code, *snippet.parts, *snippet.category, *snippet.search_terms)
    text = " ".join(told).casefold()
    return all(word in text for word in wanted)


def candidates(library: Library, packs: Collection[str], kind: Kind) -> Iterator[Candidate]:
    """Everything of `kind` in `library` that concerns the channel's `packs`, in its order."""
    for entry in library:
        team = library.original(entry.key)
        if kind == "new":
            if entry.origin == "own":
                yield Candidate(kind, "", entry.snippet)
        elif entry.pack in packs and team is not None:
            if kind == "withdrawal":
                yield Candidate(kind, entry.pack, team, team)
            elif entry.changed:
                yield Candidate(kind, entry.pack, entry.snippet, team, entry.changed)
