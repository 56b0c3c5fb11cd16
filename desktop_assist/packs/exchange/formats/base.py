"""What every format tells of itself."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.exchange.incoming import Raw, Syntax
from desktop_assist.packs.exchange.placeholders_out import outgoing
from desktop_assist.text import Message

BETWEEN_MESSAGES = "\n\n"
"""What parts the messages of a reply in a format that knows single texts only."""

Kind = Literal["table", "json", "yaml", "folder"]


@dataclass(frozen=True, slots=True)
class Outbound:
    """One reply on its way out. `body` has its placeholders in the format's notation."""

    key: str
    snippet: Snippet
    body: str
    picture: Path | None = None
    is_whole: bool = True

    @property
    def uuid(self) -> str:
        """The same for the same reply whenever it is exported."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"desktop-assist:{self.key}"))

    def path(self, sign: str) -> str:
        """The category and behind it the title, joined by `sign`."""
        return sign.join((*self.snippet.category, self.snippet.title))

    @property
    def group(self) -> str:
        """The category as one text, its levels parted by /."""
        return "/".join(self.snippet.category)


@dataclass(frozen=True, slots=True)
class Order:
    """What to write where. `encoding` counts for text tables; `now` where a format wants times."""

    out: Path
    replies: Sequence[Outbound]
    now: datetime.datetime
    encoding: str = "utf-8-sig"


Files = dict[Path, bytes]
"""What a writer makes, by place."""

Writer = Callable[[Order, Files], Iterable[Message]]
"""Adds to the files, and says what had to be changed or left out."""


@dataclass(frozen=True, slots=True)
class Format:
    """`holds` are the fields of `Snippet` that survive; `suffix` is empty for a folder.

    `parts_levels` is found where reading parts a category in levels, and `is_title_a_level` where
    the title stands behind them; `parts_tags` is what parts tags. `fits` tells whether an item of a
    JSON or YAML document is of this format, `read` makes a reply of it. Tables are told apart by
    the likeness of their columns alone.
    """

    name: str
    title: Message
    kind: Kind
    suffix: str
    holds: frozenset[str]
    write: Writer
    syntax: Syntax = "plain"
    notation: str = "braces"
    parts_levels: re.Pattern[str] | None = None
    is_title_a_level: bool = False
    parts_tags: str = ""
    fits: Callable[[dict[str, object]], bool] = field(default=lambda _item: False)
    read: Callable[[int, dict[str, object]], Raw | None] = field(default=lambda _row, _item: None)


def outbound(entry: Entry, notation: str, picture: Path | None) -> Outbound:
    """An entry with its text in `notation`."""
    text = outgoing(entry.snippet, BETWEEN_MESSAGES.join(entry.snippet.parts), notation)
    return Outbound(entry.key, entry.snippet, text.text, picture, text.is_whole)


def text_of(value: object) -> str:
    """A value of a document as text; None and what is no text are empty."""
    if isinstance(value, bool) or value is None:
        return ""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def texts_of(value: object) -> tuple[str, ...]:
    """A list of texts, or a single one."""
    if isinstance(value, list):
        return tuple(text for one in value if (text := text_of(one)))
    return (text,) if (text := text_of(value)) else ()


def items_of(value: object) -> list[dict[str, object]]:
    """The objects in a list; nothing where it is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def parted_title(text: str, sign: str) -> tuple[tuple[str, ...], str]:
    """Category and title of a text that `Outbound.path` joined."""
    *path, title = text.split(sign)
    return tuple(part.strip() for part in path if part.strip()), title.strip()
