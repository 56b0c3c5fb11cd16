"""Tables, JSON and pictures as bytes, for the formats' writers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from desktop_assist.packs.exchange.formats.base import Files, Order, Outbound
from desktop_assist.text import Message, say


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


def workbook_bytes(title: str, rows: Iterable[Sequence[str]]) -> bytes:
    """One sheet; texts stay texts, whatever they begin with."""
    from openpyxl import Workbook  # noqa: PLC0415  slow to import, only for this
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as above
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415  as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for row in rows:
        cells = []
        for text in row:
            try:
                cell = WriteOnlyCell(sheet, value=text)
            except IllegalCharacterError:
                cell = WriteOnlyCell(sheet, value="".join(filter(_is_allowed, text)))
            cell.data_type = "s" if text else "n"
            cells.append(cell)
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _is_allowed(sign: str) -> bool:
    return sign in "\t\n\r" or sign >= " "


def with_pictures(order: Order, files: Files, folder: str) -> dict[str, str]:
    """Put the pictures into `folder` beside the file; their names by the keys of the replies."""
    names: dict[str, str] = {}
    for number, one in enumerate(order.replies, 1):
        if one.picture is not None:
            name = f"{number:04}{PurePath(one.picture).suffix.lower()}"
            files[order.out.parent / folder / name] = one.picture.read_bytes()
            names[one.key] = name
    return names
