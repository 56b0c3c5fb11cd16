"""The texts of the editor that are not saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import msgspec

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.form import Texts

_BASE = "base"
"""Beside the texts stands the reply that they began from, as JSON."""


class Drafts(Protocol):
    """Where texts that are not saved yet are kept, as one document of strings."""

    def load(self) -> Mapping[str, Mapping[str, str]]:
        """Draft by its id."""

    def keep(self, drafts: Mapping[str, Mapping[str, str]]) -> None: ...


class KeptDrafts:
    """All drafts, written whenever one changes: own ones by snippet id, a team's by `pack/id`."""

    def __init__(self, store: Drafts | None) -> None:
        """Without a `store` they live as long as the window."""
        self._store = store
        self._drafts: dict[str, Texts] = {}

    @property
    def all(self) -> Mapping[str, Texts]:
        return self._drafts

    def load(self) -> None:
        """Take up what was kept.

        Raises:
            AssistError: it cannot be read; it will not be written over either.
        """
        if self._store is None:
            return
        try:
            kept = self._store.load()
        except AssistError:
            self._store = None
            raise
        self._drafts = {snippet_id: dict(texts) for snippet_id, texts in kept.items()}

    def base_of(self, draft_id: str) -> Snippet | None:
        """The reply that a draft began from."""
        base = self._drafts[draft_id].get(_BASE, "")
        return decode(base, Snippet) if base else None

    def put(self, draft_id: str, snippet: Snippet, texts: Texts) -> None:
        """Keep `texts`, which began from `snippet`, under `draft_id`.

        Raises:
            AssistError: it could not be written; it is kept as long as the window lives.
        """
        draft = {**texts, _BASE: msgspec.json.encode(snippet).decode()}
        if self._drafts.get(draft_id) != draft:
            self._drafts[draft_id] = draft
            self._write()

    def forget(self, draft_id: str) -> None:
        """Drop a draft, if there is one.

        Raises:
            AssistError: the change could not be written.
        """
        if self._drafts.pop(draft_id, None) is not None:
            self._write()

    def _write(self) -> None:
        if self._store is not None:
            self._store.keep(self._drafts)
