"""Replies under their categories, as the panel lists them: plain values, no window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.search import Matched
from desktop_assist.gui.look.highlight import Span

PAGE = 100
"""How many replies of a category are listed at once; the rest comes when it is asked for."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A reply in the list; `matched` is what of the query stands in it."""

    entry: Entry
    matched: Sequence[Matched] = ()

    @property
    def title_spans(self) -> list[Span]:
        """Where the query stands in the title, in code points."""
        return [(one.start, one.end) for one in self.matched if one.field == "title"]


@dataclass(frozen=True, slots=True)
class More:
    """Stands for so many replies that are not listed yet."""

    count: int


@dataclass(slots=True, eq=False)
class Branch:
    """A category. Those within it stand first, then `listed` of its own replies, then `More`.

    `number` is its place in the list of all branches, of which the first is the root. `count` is
    of all replies in it, at any depth. `matched` goes with `entries`, or is empty.
    """

    path: tuple[str, ...] = ()
    above: Branch | None = None
    number: int = 0
    row: int = 0
    within: list[Branch] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    matched: list[Sequence[Matched]] = field(default_factory=list)
    listed: int = 0
    has_more: bool = False
    count: int = 0

    @property
    def name(self) -> str:
        return self.path[-1] if self.path else ""

    @property
    def rows(self) -> int:
        """How many rows stand right beneath it."""
        return len(self.within) + self.listed + self.has_more

    @property
    def left_out(self) -> int:
        """How many of its own replies are not listed yet."""
        return len(self.entries) - self.listed

    def child(self, row: int) -> Branch | Leaf | More:
        """What stands in its `row`."""
        if row < len(self.within):
            return self.within[row]
        at = row - len(self.within)
        if at >= self.listed:
            return More(self.left_out)
        return Leaf(self.entries[at], self.matched[at] if self.matched else ())


Node = Branch | Leaf | More


def tree_of(entries: Iterable[Entry]) -> list[Branch]:
    """The root and every category of `entries`, all in the order of first appearance."""
    root = Branch()
    branches = [root]
    known: dict[tuple[str, ...], Branch] = {(): root}
    for entry in entries:
        path = entry.snippet.category
        branch = known.get(path) or _grow(path, known, branches)
        branch.entries.append(entry)
    _count(branches)
    return branches


def list_of(found: Sequence[Leaf]) -> list[Branch]:
    """A root that holds all that was found, without categories."""
    root = Branch(entries=[one.entry for one in found], matched=[one.matched for one in found])
    root.listed = root.count = len(found)
    return [root]


def of_role(entries: Iterable[Entry], role: str) -> list[Entry]:
    """The replies for agents in `role`, and those for everyone; all of them for an empty one."""
    return [entry for entry in entries if not role or entry.snippet.role in ("", role)]


def roles_of(entries: Iterable[Entry]) -> list[str]:
    """The roles that replies are written for, the most frequent first."""
    counted = Counter(entry.snippet.role for entry in entries if entry.snippet.role)
    return [role for role, _ in counted.most_common()]


def _grow(
    path: tuple[str, ...], known: dict[tuple[str, ...], Branch], branches: list[Branch]
) -> Branch:
    """The new branch of `path`, with those above it where they are new too."""
    branch = known[()]
    for depth in range(1, len(path) + 1):
        part = path[:depth]
        if part not in known:
            known[part] = Branch(part, branch, len(branches), len(branch.within))
            branches.append(known[part])
            branch.within.append(known[part])
        branch = known[part]
    return branch


def _count(branches: Iterable[Branch]) -> None:
    """Set every count; those above come before those within."""
    for branch in reversed(list(branches)):
        branch.listed = min(len(branch.entries), PAGE)
        branch.has_more = branch.left_out > 0
        branch.count = len(branch.entries) + sum(one.count for one in branch.within)
