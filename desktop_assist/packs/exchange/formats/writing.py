"""Writers of tables, workbooks and JSON documents, and pictures beside them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from desktop_assist.errors import AssistError
from desktop_assist.packs.exchange.formats.base import Files, Order, Outbound, Writer
from desktop_assist.text import Message, say

Row = Callable[[Order, Outbound, str], Sequence[str]]
"""The cells of a reply; the last argument is the name of its picture, empty where it has none."""

Item = Callable[[int, Outbound, str], dict[str, Any]]
"""The object of a reply, by its number from 1 and the name of its picture."""

_MOST_IN_CELL = 32_767
"""Characters that a cell of a workbook can hold."""

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def csv_writer(
    head: Sequence[Sequence[str]], row: Row, *, encoding: str = "", pictures: str = ""
) -> Writer:
    """Writes `head` and then a row for each reply.

    `encoding` is the only one that the tool reads; `pictures` the folder for them beside the file.
    """

    def write(order: Order, files: Files) -> Iterator[Message]:
        wanted = encoding or order.encoding
        _refuse_for_head(head, wanted)
        yield from unwritable(order.replies, wanted)
        names = with_pictures(order, files, pictures) if pictures else {}
        rows = (row(order, one, names.get(one.key, "")) for one in order.replies)
        files[order.out] = csv_bytes([*head, *rows], wanted)

    return write


def _refuse_for_head(head: Sequence[Sequence[str]], encoding: str) -> None:
    """Other tools know the file by its first rows; with “?” in them it would be none of theirs.

    Raises:
        AssistError: `encoding` does not have their characters.
    """
    try:
        "".join(cell for row in head for cell in row).encode(encoding)
    except UnicodeEncodeError as error:
        raise AssistError(
            say("Exchange", "The headings of this format cannot be written in {encoding}. Nothing"
                " was written.", encoding=encoding),
            say("Exchange", "Use utf-8-sig or gb18030."),
        ) from error  # fmt: skip


def _code_text_title(_order: Order, one: Outbound, _picture: str) -> tuple[str, ...]:
    return one.snippet.code, one.body, one.snippet.title


code_text_title = csv_writer([], _code_text_title, encoding="utf-8")
"""Three columns without a header, as TextExpander and Beeftext have them."""


def json_writer(
    item: Item, wrapped: Callable[[list[dict[str, Any]]], object], *, pictures: str = ""
) -> Writer:
    """Writes an object for each reply, `wrapped` into the document of the tool."""

    def write(order: Order, files: Files) -> Iterable[Message]:
        names = with_pictures(order, files, pictures) if pictures else {}
        items = [
            item(number, one, names.get(one.key, "")) for number, one in enumerate(order.replies, 1)
        ]
        files[order.out] = json_bytes(wrapped(items))
        return ()

    return write


def sheet_writer(title: str, header: Sequence[str], row: Row) -> Writer:
    """Writes one sheet with the pictures over it, in the column behind the last one."""

    def write(order: Order, files: Files) -> Iterator[Message]:
        from desktop_assist.packs.exchange.formats.sheet import sheet_bytes  # noqa: PLC0415  slow

        fitting = [one for one in order.replies if len(one.body) <= _MOST_IN_CELL]
        yield from too_long_for(order.replies, _MOST_IN_CELL)
        rows = ((tuple(map(_for_sheet, row(order, one, ""))), one.picture) for one in fitting)
        files[order.out] = sheet_bytes(title, [(header, None), *rows])

    return write


def _for_sheet(text: str) -> str:
    """What XML cannot hold goes, and what reads like an escape is escaped itself."""
    return _LOOKS_ESCAPED.sub("_x005F_", _NOT_IN_XML.sub("", text))


def too_long_for(replies: Iterable[Outbound], most: int) -> Iterator[Message]:
    """Which replies have more characters than the format holds."""
    titles = [one.snippet.title for one in replies if len(one.body) > most]
    if titles:
        yield say(
            "Exchange",
            "{count} replies are longer than {most} characters and are not in the file: {titles}.",
            count=len(titles),
            most=most,
            titles="、".join(titles)[:200],
        )


def codes_made(count: int) -> Iterator[Message]:
    """Tells of codes that were made because the tool wants one for each reply."""
    if count:
        yield say("Exchange", "{count} replies had no code; they were given one.", count=count)


def csv_bytes(rows: Iterable[Sequence[str]], encoding: str) -> bytes:
    """`rows` as CSV, every text as it is: the tools that read these files know no escapes."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode(encoding, "replace")


def unwritable(replies: Iterable[Outbound], encoding: str) -> Iterator[Message]:
    """Which replies hold characters that the encoding does not have."""
    lost = [one for one in replies if not _fits(one, encoding)]
    if lost:
        yield say(
            "Exchange",
            "{count} replies hold characters that {encoding} does not have; “?” stands for them"
            " (such as in “{title}”).",
            count=len(lost),
            encoding=encoding,
            title=lost[0].snippet.title,
        )


def _fits(one: Outbound, encoding: str) -> bool:
    try:
        f"{one.body}{one.snippet.title}{one.group}".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def json_bytes(value: object) -> bytes:
    """A JSON document as people can read it."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def with_pictures(order: Order, files: Files, folder: str) -> dict[str, str]:
    """Put the pictures into `folder` beside the file; their names by the keys of the replies."""
    names: dict[str, str] = {}
    for number, one in enumerate(order.replies, 1):
        if one.picture is not None:
            name = f"{number:04}{PurePath(one.picture).suffix.lower()}"
            files[order.out.parent / folder / name] = one.picture.read_bytes()
            names[one.key] = name
    return names
