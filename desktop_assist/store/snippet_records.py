"""Snippets, and single fields of them, as plain values of a record and back."""

from __future__ import annotations

from typing import Any

import msgspec

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.decoding import convert
from desktop_assist.store.records import Record

_REQUIRED = {"id": "", "title": "", "category": ()}
_EMPTY = msgspec.to_builtins(Snippet(id="", title="", category=()))


def written_snippet(snippet: Snippet) -> Record:
    """What of `snippet` differs from an empty one: a small file is a quick save."""
    plain = msgspec.to_builtins(snippet)
    return {
        name: value for name, value in plain.items() if name in _REQUIRED or value != _EMPTY[name]
    }


def read_snippet(record: object) -> Snippet:
    """The snippet of `written_snippet`.

    Raises:
        msgspec.ValidationError: it is none, or one of a later version.
    """
    return convert(record, Snippet)


def written_value(value: object) -> Any:
    """A field's value in a record."""
    return msgspec.to_builtins(value)


def read_value(name: str, value: object) -> object:
    """The value of a snippet's field `name` that was written so.

    Raises:
        msgspec.ValidationError: there is no such field, or it holds something else.
    """
    snippet = convert({**_REQUIRED, name: value}, Snippet)
    return getattr(snippet, name)
