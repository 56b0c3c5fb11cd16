"""A file of any known format, read: what it is, and every reply in it. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.exchange.columns import Columns, Role, mapped
from desktop_assist.packs.exchange.csv_table import csv_table
from desktop_assist.packs.exchange.documents import json_document, replies_in, yaml_document
from desktop_assist.packs.exchange.encodings import Decoded, decode
from desktop_assist.packs.exchange.formats import (
    autokey,
    qianniu,
    qianniu_helper,
    quick_reply,
    service_desk,
    team_sheet,
)
from desktop_assist.packs.exchange.formats.base import Format
from desktop_assist.packs.exchange.formats.every import FORMATS
from desktop_assist.packs.exchange.html_table import holds_html_table, html_table
from desktop_assist.packs.exchange.incoming import (
    Incoming,
    Raw,
    Syntax,
    Trouble,
    incoming,
    no_picture,
    too_long,
)
from desktop_assist.packs.exchange.limits import Limits, read_bytes
from desktop_assist.packs.exchange.pictures import near
from desktop_assist.packs.exchange.table_rows import table_rows
from desktop_assist.packs.exchange.tables import Table
from desktop_assist.packs.exchange.workbook import workbook_tables
from desktop_assist.text import Message, say

_ZIP, _OLE2 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_YAML = (".yml", ".yaml")
_TABLE = say("ExchangeFormat", "Table")
_PACK = say("ExchangeFormat", "Pack of replies")
_FOLDERS = ("", "images", "attachments", "match", "match/images")
_LOOKED_AT = 2_000

# Columns alone tell these apart; where they are like none of them it is just a table.
_HEADERS: tuple[tuple[tuple[str, ...], Format], ...] = (
    (qianniu.HEADER, qianniu.FORMAT),
    (service_desk.HEADER, service_desk.FORMAT),
    (qianniu_helper.HEADER[:5], qianniu_helper.FORMAT),
    (quick_reply.HEADER[:2], quick_reply.FORMAT),
    (team_sheet.HEADER, team_sheet.FORMAT),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in `file`. `encoding` is empty where the file says its own.

    `columns` are those of the first table; None where it is no table.
    """

    file: Path
    title: Message
    syntax: Syntax
    replies: tuple[Incoming, ...]
    troubles: tuple[Trouble, ...]
    encoding: str = ""
    columns: Columns | None = None


def read_source(
    file: Path, limits: Limits | None = None, encoding: str = "", roles: Sequence[Role] = ()
) -> Reading:
    """Read `file`, or a folder of AutoKey's or a pack. `encoding` and `roles` correct what is told.

    Raises:
        AssistError: nothing of it can be read.
    """
    limits = limits or Limits()
    if file.is_dir():
        return _folder(file, limits)
    data = read_bytes(file, limits)
    if data.startswith((_ZIP, _OLE2)):
        return _tables(file, workbook_tables(file, data, limits), roles, limits)
    decoded = decode(data, encoding)
    return _text(file, decoded, roles, limits)


def _text(file: Path, decoded: Decoded, roles: Sequence[Role], limits: Limits) -> Reading:
    head = decoded.text.lstrip()[:200]
    if head.startswith(("{", "[")) and file.suffix.lower() not in (".csv", ".tsv", ".txt"):
        document = json_document(file, decoded.text)
        return _document(file, decoded, document, (), limits, ("json",))
    if file.suffix.lower() in _YAML or head.startswith("matches:"):
        document, troubles = yaml_document(file, decoded.text)
        return _document(file, decoded, document, troubles, limits, ("yaml",))
    if holds_html_table(head):
        return _tables(file, [html_table(file, decoded, limits)], roles, limits)
    return _tables(file, [csv_table(file, decoded, limits)], roles, limits)


def _document(
    file: Path,
    decoded: Decoded,
    document: object,
    troubles: Sequence[Trouble],
    limits: Limits,
    kinds: Iterable[str],
) -> Reading:
    try:
        known, raws = replies_in(file, document, limits, kinds)
    except AssistError as error:
        raise (_broken(file, troubles[0]) if troubles else error) from None
    replies, found = _parted(_made(file, raws, limits))
    return Reading(file, known.title, known.syntax, replies, (*troubles, *found), decoded.encoding)


def _broken(file: Path, trouble: Trouble) -> AssistError:
    return AssistError(
        say(
            "Exchange",
            "“{file}” is broken at line {line}, column {column}. Nothing was changed.",
            file=file.name,
            line=trouble.row,
            column=trouble.column,
        ),
        trouble.message,
    )


def _made(
    file: Path, raws: Iterable[Raw | Trouble], limits: Limits
) -> Iterator[Incoming | Trouble]:
    for raw in raws:
        if isinstance(raw, Trouble):
            yield raw
            continue
        if len(raw.body) > limits.cell:
            yield too_long(file, raw.row, limits)
            continue
        picture = near(file, raw.picture, _FOLDERS) if raw.picture else None
        if raw.picture and picture is None:
            yield no_picture(file, raw.row, raw.picture)
        made = incoming(file, raw, picture)
        yield made or Trouble(file, raw.row, say("Exchange", "There is no reply in this entry."))


def _tables(file: Path, tables: Sequence[Table], roles: Sequence[Role], limits: Limits) -> Reading:
    replies: list[Incoming] = []
    troubles: list[Trouble] = []
    first: Columns | None = None
    for table in tables:
        columns = mapped(table)
        if first is None or columns.header == first.header:
            columns = mapped(table, roles)
        first = first or columns
        if _format_of(columns.header) in (None, service_desk.FORMAT):
            columns = replace(columns, lines=[*map(service_desk.unescaped, columns.lines)])
        found, wrong = _parted(table_rows(table, columns, limits))
        replies += found
        troubles += (*table.troubles, *wrong)
    if first is None or not any(table.lines for table in tables):
        raise AssistError(
            say("Exchange", "“{file}” has no row with anything in it.", file=file.name),
            say("Exchange", "Export it once more from the tool that it comes from."),
        )
    known = _format_of(first.header)
    encoding = tables[0].encoding if tables else ""
    title = _TABLE if known is None else known.title
    return Reading(
        file, title, _syntax_of(replies), tuple(replies), tuple(troubles), encoding, first
    )


def _format_of(header: Sequence[str]) -> Format | None:
    names = set(header)
    return next((known for names_, known in _HEADERS if names.issuperset(names_)), None)


def _syntax_of(replies: Sequence[Incoming]) -> Syntax:
    """Tables without a header come from TextExpander and Beeftext, each with its own signs."""
    for one in replies[:_LOOKED_AT]:
        if "%fill" in one.snippet.body or "%|" in one.snippet.body:
            return "textexpander"
        if "#{" in one.snippet.body:
            return "beeftext"
    return "plain"


def _parted(
    found: Iterable[Incoming | Trouble],
) -> tuple[tuple[Incoming, ...], tuple[Trouble, ...]]:
    replies, troubles = [], []
    for one in found:
        if isinstance(one, Trouble):
            troubles.append(one)
        else:
            replies.append(one)
    return tuple(replies), tuple(troubles)


def _folder(folder: Path, limits: Limits) -> Reading:
    if (folder / "pack.yaml").is_file():
        return _pack(folder)
    if autokey.looks_like(folder):
        raws = autokey.read_folder(folder, limits)
        replies, troubles = _parted(_made(folder, raws, limits))
        known = FORMATS["autokey"]
        return Reading(folder, known.title, known.syntax, replies, troubles)
    raise AssistError(
        say("Exchange", "“{folder}” holds neither a pack nor phrases of AutoKey.",
            folder=folder.name),
        say("Exchange", "Choose the file itself."),
    )  # fmt: skip


def _pack(folder: Path) -> Reading:
    from desktop_assist.packs.reader import read_contents  # noqa: PLC0415  only for a pack

    contents = read_contents(folder)
    troubles = [Trouble(one.file, one.line, one.message, one.column) for one in contents.faults]
    replies = []
    for placed in contents.snippets:
        image = placed.snippet.image
        picture = near(folder / "pack.yaml", image) if image else None
        if image and picture is None:
            troubles.append(no_picture(placed.file, placed.place.line, image))
        plain = msgspec.structs.replace(placed.snippet, id="", image="", locked=False)
        given = frozenset(name for name in _NAMES if getattr(plain, name) != getattr(_EMPTY, name))
        replies.append(Incoming(placed.file, placed.place.line, plain, given, picture))
    return Reading(folder, _PACK, "own", tuple(replies), tuple(troubles))


_EMPTY = Snippet(id="", title="", category=())
_NAMES = tuple(name for name in Snippet.__struct_fields__ if name not in ("id", "image"))
