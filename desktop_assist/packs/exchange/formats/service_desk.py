"""A service desk's CSV with its limits: 4 characters of code, 430 of text, 10 of group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_assist.packs.exchange.formats.base import Files, Format, Order, Outbound
from desktop_assist.packs.exchange.formats.writing import csv_writer, too_long_for
from desktop_assist.packs.exchange.incoming import LEVELS
from desktop_assist.packs.exchange.tables import Line
from desktop_assist.text import Message, say

HEADER = ("快捷编码", "快捷短语", "快捷短语分组")
_ENTITY = re.compile(r"&#(9|10|13|34|38|39|44|60|62);")
MOST_CODE, MOST_TEXT, MOST_GROUP = 4, 430, 10


def _write(order: Order, files: Files) -> Iterator[Message]:
    yield from too_long_for(order.replies, MOST_TEXT)
    fitting = [one for one in order.replies if len(one.body) <= MOST_TEXT]
    codes = sum(len(one.snippet.code) > MOST_CODE for one in fitting)
    if codes:
        yield say(
            "Exchange",
            "{count} codes are longer than {most} characters and were left out.",
            count=codes,
            most=MOST_CODE,
        )
    groups = sum(_group(one) != one.group for one in fitting)
    if groups:
        yield say(
            "Exchange",
            "{count} groups are longer than {most} characters and were shortened.",
            count=groups,
            most=MOST_GROUP,
        )
    yield from _write_rows(replace(order, replies=fitting), files)


def _row(_order: Order, one: Outbound, _picture: str) -> tuple[str, ...]:
    return _code(one), _escaped(one.body), _escaped(_group(one))


_write_rows = csv_writer([HEADER], _row)


def unescaped(line: Line) -> Line:
    """A row with the line breaks, commas and other signs that the tool writes as `&#13;`, `&#44;`.

    `&#38;` is an ampersand.
    """
    if not any("&#" in cell for cell in line.cells):
        return line
    cells = (_ENTITY.sub(lambda found: chr(int(found[1])), cell) for cell in line.cells)
    return Line(
        line.number, tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells)
    )


def _code(one: Outbound) -> str:
    return one.snippet.code if len(one.snippet.code) <= MOST_CODE else ""


def _group(one: Outbound) -> str:
    if len(one.group) <= MOST_GROUP:
        return one.group
    return one.snippet.category[-1][:MOST_GROUP]


def _escaped(text: str) -> str:
    # What reads like an escape is escaped itself.
    return text.replace("&#", "&#38;#").replace(",", "&#44;").replace("\n", "&#13;")


FORMAT = Format(
    name="service-desk",
    title=say("ExchangeFormat", "Service desk (CSV)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"code", "body", "category"}),
    write=_write,
    parts_levels=LEVELS,
)
