"""What the agent wrote: saved at once, deleted into a bin, never under an id used before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_assist.core.replies.library import OWN_PACK
from desktop_assist.core.replies.operation import Operation, OwnReply
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.store.agent_layer import OWN, AgentLayer
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.text import Message, say

TABLE = OWN
_OWN_ID = re.compile("own-([0-9]{1,9})")


class OwnSnippets:
    """The agent's own snippets, by their ids; `layer` holds all that the agent keeps of replies.

    Every change is on the disk when its method returns; where one raises AssistError, nothing has
    changed.
    """

    def __init__(self, storage: AtomicStorage) -> None:
        """Reads `storage`.

        Raises:
            AssistError: it cannot be read.
        """
        self.layer = AgentLayer(storage)

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the user should know about the state of the file."""
        return self.layer.notices

    def all(self) -> list[Snippet]:
        """Every snippet outside the bin, in the order of writing."""
        return [one.snippet for one in self.layer.own() if not one.deleted]

    def bin(self) -> list[Snippet]:
        """Every deleted snippet."""
        return [one.snippet for one in self.layer.own() if one.deleted]

    def get(self, snippet_id: str) -> Snippet | None:
        """The snippet outside the bin with this id."""
        kept = self._kept(snippet_id)
        return kept.snippet if kept and not kept.deleted else None

    def new_id(self) -> str:
        """An id that no snippet has or had."""
        used = [int(match[1]) for name in self._ids() if (match := _OWN_ID.fullmatch(name))]
        return f"own-{max(used, default=0) + 1}"

    def save(self, snippet: Snippet) -> None:
        """Add `snippet`, or replace the one that has its id (out of the bin, if it lay there).

        Raises:
            AssistError: it could not be saved.
        """
        self._put(snippet, deleted=False)

    def delete(self, snippet_id: str) -> None:
        """Put a snippet into the bin.

        Raises:
            AssistError: there is none, or it could not be saved.
        """
        self._put(self._known(snippet_id), deleted=True)

    def restore(self, snippet_id: str) -> None:
        """Take a snippet out of the bin.

        Raises:
            AssistError: there is none, or it could not be saved.
        """
        self._put(self._known(snippet_id), deleted=False)

    def _ids(self) -> Iterator[str]:
        yield from (one.snippet.id for one in self.layer.own())
        yield from self.layer.unreadable

    def _kept(self, snippet_id: str) -> OwnReply | None:
        kept = self.layer.kept(f"{OWN_PACK}/{snippet_id}")
        return kept if isinstance(kept, OwnReply) else None

    def _known(self, snippet_id: str) -> Snippet:
        kept = self._kept(snippet_id)
        if kept is None:
            raise AssistError(
                say("Store", "There is no own reply “{id}”.", id=snippet_id),
                say("Store", "Choose one from the list."),
            )
        return kept.snippet

    def _put(self, snippet: Snippet, *, deleted: bool) -> None:
        key, after = f"{OWN_PACK}/{snippet.id}", OwnReply(snippet, deleted)
        before = self._kept(snippet.id)
        self.layer.apply(Operation("edit", {key: before}, {key: after}))
