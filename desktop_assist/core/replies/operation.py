"""What the agent keeps of replies, and a change to any number of them that can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from desktop_assist.core.replies.layers import Override
from desktop_assist.core.replies.snippet import Snippet

OperationKind = Literal[
    "new", "edit", "delete", "restore", "hide", "show", "move", "tag", "duplicate", "merge",
    "reset", "take", "keep", "undo", "import",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnReply:
    """A snippet of the agent's own, in the bin or not."""

    snippet: Snippet
    deleted: bool = False


Kept = OwnReply | Override
"""What is on the disk about one entry key."""

States = Mapping[str, Kept | None]
"""What is kept by entry key; None: nothing."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One wish of the agent. Both sides name the same keys.

    `left` are the keys that the wish named and that stay as they are: the team has locked them.
    """

    kind: OperationKind
    before: States
    after: States
    left: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The keys whose state it changes."""
        return tuple(key for key, state in self.after.items() if state != self.before[key])

    def undone(self) -> Operation:
        """What takes this one back. It erases nothing: what was new goes into the bin."""
        after = {key: _taken_back(state, self.after[key]) for key, state in self.before.items()}
        return Operation("undo", self.after, after)

    def redone(self) -> Operation:
        """The same once more, after `undone` has been carried out."""
        return replace(self, before=self.undone().after)


def _taken_back(before: Kept | None, after: Kept | None) -> Kept | None:
    if before is None and isinstance(after, OwnReply):
        return replace(after, deleted=True)
    return before
