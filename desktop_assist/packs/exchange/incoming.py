"""Replies as they come from a file, before they are compared with the library."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.pictures import Picture
from desktop_assist.text import Message, say

Syntax = Literal["plain", "liquid", "espanso", "beeftext", "textexpander", "autokey", "own"]
"""How placeholders are written in a format; `own` is ours and stays."""

LONGEST_TITLE = 24
"""Code points of a title that is made from the text."""

_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")
LEVELS = re.compile(r"=>|->|::|[/／>＞]")
"""What parts the levels of a category that is written as one text."""

_HIDDEN = re.compile(r"(?i)<(script|style)\b")
_SPACES = re.compile(r"\s+")
_KEPT_SPACE = re.compile(r"^ |(?<= ) ", re.MULTILINE)
"""Spaces that a browser would not show."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong at `row` (from 1: the line of a text, the row of a sheet, the place in a list).

    `column` counts from 1; 0 where it is about the whole row.
    """

    file: Path
    row: int
    message: Message
    column: int = 0

    @property
    def place(self) -> str:
        """`file:row` or `file:row:column`."""
        column = f":{self.column}" if self.column else ""
        return f"{self.file.name}:{self.row}{column}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One reply. `snippet` has no id; `given` are its fields that the file fills.

    `picture` comes along. `vars` are fields that the format declares itself.
    """

    file: Path
    row: int
    snippet: Snippet
    given: frozenset[str]
    picture: Picture | None = None
    vars: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader has found of one reply; `incoming` makes a reply of it."""

    row: int
    body: str = ""
    title: str = ""
    category: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    picture: str = ""
    vars: tuple[Field, ...] = ()
    more: Mapping[str, object] = field(default_factory=dict)
    """Further fields of `Snippet` by their names."""


def incoming(file: Path, raw: Raw, picture: Picture | None = None) -> Incoming | None:
    """`raw` as a reply; None where there is nothing to send in it."""
    body = _tidy(raw.body)
    if not body and picture is not None:
        body = raw.title.strip()  # a reply needs words that it can be found and told by
    if not body and not raw.more.get("messages"):
        return None
    code, terms = _codes(raw.codes)
    more = dict(raw.more)
    if terms:
        before = more.get("search_terms")
        more["search_terms"] = (*(before if isinstance(before, tuple) else ()), *terms)
    found: dict[str, object] = {
        "body": "" if more.get("messages") else body,
        "title": _SPACES.sub(" ", raw.title).strip(),
        "category": raw.category,
        "code": code,
        **more,
    }
    given = {name: value for name, value in found.items() if value not in ("", (), None, {})}
    filled = {"id": "", "title": title_from(body), "category": (), **given}
    return Incoming(file, raw.row, Snippet(**filled), frozenset(given), picture, raw.vars)  # type: ignore[arg-type]


def title_from(body: str) -> str:
    """A title for a text that has none: its beginning."""
    line = _SPACES.sub(" ", body[:200]).strip()
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"


def levels(text: str) -> tuple[str, ...]:
    """`售后=>退货`, `A::B` and `A/B` as a category path."""
    return tuple(part.strip() for part in LEVELS.split(text) if part.strip())


_BLANKS = " \t\r\f\v"


def plain_text(markup: str) -> str:
    """HTML as the text that a reader sees."""
    text = re.sub(r"(?i)<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>\s*", "\n", _shown(markup))
    text = re.sub(r"(?i)<li\b[^<>]*>", "· ", text)
    text = re.sub(r"<[a-zA-Z/!][^<>]*>", "", text)
    text = "\n".join(line.strip(_BLANKS) for line in text.split("\n"))
    # Editors write &nbsp; for any space; one that stands there as itself was meant.
    text = html.unescape(text.replace("&nbsp;", " "))
    text = "\n".join(line.rstrip(_BLANKS) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip(_BLANKS + "\n")


def _shown(markup: str) -> str:
    """Without scripts and styles; one that is not closed goes on to the end."""
    pieces, start = [], 0
    while opening := _HIDDEN.search(markup, start):
        pieces.append(markup[start : opening.start()])
        closing = re.compile(rf"(?i)</{opening[1]}\s*>").search(markup, opening.end())
        start = closing.end() if closing else len(markup)
    return "".join((*pieces, markup[start:]))


def markup_of(text: str) -> str:
    """A text as HTML; `plain_text` reads it back, but for blank lines beyond one."""
    return _KEPT_SPACE.sub("&nbsp;", html.escape(text, quote=False)).replace("\n", "<br>")


def no_picture(file: Path, row: int, name: str) -> Trouble:
    """The picture of a row is not there; its words come in."""
    return Trouble(
        file,
        row,
        say("Exchange", "The picture “{name}” is not beside the file; the words come in.",
            name=name),
    )  # fmt: skip


def too_long(file: Path, row: int, limits: Limits, column: int = 0) -> Trouble:
    """A cell or text beyond the limit."""
    text = say("Exchange", "A cell has more than {count} characters.", count=limits.cell)
    return Trouble(file, row, text, column)


def _tidy(body: str) -> str:
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    return body.strip()


def _codes(codes: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The first that fits as a code, and what else it was known by."""
    code, others = "", list[str]()
    for one in codes:
        plain = plain_code(one)
        if not code and _CODE.fullmatch(plain):
            code = plain
        elif one.strip() and plain != code and one.strip() not in others:
            others.append(one.strip())
    return code, tuple(others)


def plain_code(text: str) -> str:
    """A code without the sign that other tools have in front of it, in plain small letters."""
    return unicodedata.normalize("NFKC", text).strip().lstrip("/:;#!").lower()
