"""What the editor asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.editor.counter import Limits


class OwnSnippets(Protocol):
    """Where the agent's own replies are kept; each may raise `AssistError`."""

    def all(self) -> Sequence[Snippet]: ...
    def save(self, snippet: Snippet) -> None: ...
    def delete(self, snippet_id: str) -> None: ...
    def bin(self) -> Sequence[Snippet]: ...
    def restore(self, snippet_id: str) -> None: ...


class Changes(Protocol):
    """Carries changes out by entry key; see `services.library_changes.LibraryChanges`."""

    def save(self, key: str, snippet: Snippet) -> object: ...
    def delete(self, keys: Iterable[str]) -> object: ...
    def restore(self, keys: Iterable[str]) -> object: ...


@dataclass(frozen=True, slots=True)
class EditorExtras:
    """What the editor can do besides; each part may be missing.

    With `changes` a team's reply is edited in place, as the agent's own version of it; without,
    and where the team has locked it, a copy is. `keep_picture` and `picture` are a store of
    pictures; the latter is the file of an entry's picture. `limits` are what platforms take in one
    message. `offers` are words to offer for a part such as `role`.
    """

    changes: Changes | None = None
    keep_picture: Callable[[bytes], str] | None = None
    picture: Callable[[Entry], Path | None] = lambda _entry: None
    limits: Callable[[], Limits] = tuple
    offers: Callable[[], Mapping[str, Sequence[str]]] = dict


NO_EXTRAS = EditorExtras()
