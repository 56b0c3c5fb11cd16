"""Where the replies of the editor are saved: among the own ones, or over a team’s."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.editor.ports import Changes, OwnSnippets


@dataclass(frozen=True, slots=True)
class Keeping:
    """Saves and deletes; with `changes` each lands in the history. Each may raise `AssistError`."""

    own: OwnSnippets
    changes: Changes | None
    entry: Callable[[str], Entry | None]

    def save(self, key: str, snippet: Snippet) -> tuple[str, Snippet]:
        """Save `snippet`; under which key, and as what: an own one where a team's is gone."""
        if not key.startswith(f"{OWN_PACK}/") and self.entry(key) is None:
            snippet = copy_of(snippet)
            key = f"{OWN_PACK}/{snippet.id}"
        if self.changes is not None:
            self.changes.save(key, snippet)
        else:
            self.own.save(snippet)
        return key, snippet

    def delete(self, snippet_id: str) -> None:
        """Put an own reply into the bin."""
        if self.changes is not None:
            self.changes.delete([f"{OWN_PACK}/{snippet_id}"])
        else:
            self.own.delete(snippet_id)

    def restore(self, snippet_id: str) -> None:
        """Take an own reply out of the bin."""
        if self.changes is not None:
            self.changes.restore([f"{OWN_PACK}/{snippet_id}"])
        else:
            self.own.restore(snippet_id)


def new_snippet(snippet_id: str = "") -> Snippet:
    """An empty reply with an id of its own; ids are made here and never reused."""
    return Snippet(id=snippet_id or f"own-{secrets.token_hex(6)}", title="", category=())


def copy_of(snippet: Snippet) -> Snippet:
    """A copy to keep: what must be unique in the library stays with the original."""
    fresh = new_snippet().id
    return msgspec.structs.replace(snippet, id=fresh, code="", hotkey="", locked=False)
