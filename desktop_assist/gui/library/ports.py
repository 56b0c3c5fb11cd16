"""What the library window asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import Parts
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.finder import Worker
from desktop_assist.gui.library.places import Holdings
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.text import Message

Keys = Sequence[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A wording as a customer would read it, and by label the values that were made up for it."""

    text: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryPorts:
    """All answer at once, but for what `background` runs.

    `search` is the palette's engine, which knows what is valid today. `picture` is the file of a
    reply's picture, `keep_picture` takes PNG bytes in and gives the name for `Snippet.image`.
    `export` writes replies into a new folder and says what to know of it. `like` changes whether a
    reply is a favourite.
    """

    holdings: Callable[[], Holdings]
    search: Callable[[str, int], list[Hit]]
    example: Callable[[Entry, Parts], Example]
    changes: LibraryChanges
    background: Worker
    picture: Callable[[Entry], Path | None] = lambda _entry: None
    keep_picture: Callable[[bytes], str] | None = None
    export: Callable[[Sequence[Entry], Path], Message] | None = None
    like: Callable[[str, bool], None] = lambda _key, _on: None
