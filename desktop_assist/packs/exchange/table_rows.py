"""The rows of a table as replies, by the roles of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_assist.core.replies.editing import split_choices
from desktop_assist.packs.exchange.columns import Columns, Role
from desktop_assist.packs.exchange.incoming import (
    Incoming,
    Raw,
    Trouble,
    incoming,
    levels,
    near,
    no_picture,
    too_long,
)
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.tables import Line, Table
from desktop_assist.text import say

PICTURES = ("", "图片", "images", "pictures")
"""Folders beside a table in which its pictures lie."""

_ENTITY = re.compile(r"&#(9|10|13|34|38|39|44|60|62);")
_LISTS: frozenset[Role] = frozenset({"tags", "search_terms"})


def table_rows(table: Table, columns: Columns, limits: Limits) -> Iterator[Incoming | Trouble]:
    """Every row as a reply, or what is wrong with it."""
    if "body" not in columns.roles:
        yield Trouble(
            table.file,
            columns.lines[0].number if columns.lines else 1,
            say("Exchange", "No column holds the replies; choose one in the row of columns."),
        )
        return
    for line in columns.lines:
        yield from _row(table, columns, line, limits)


def _row(
    table: Table, columns: Columns, line: Line, limits: Limits
) -> Iterator[Incoming | Trouble]:
    long = next((at for at, cell in enumerate(line.cells) if len(cell) > limits.cell), None)
    if long is not None:
        yield too_long(table.file, line.number, limits, long + 1)
        return
    cells = _by_role(columns.roles, line.cells)
    raw = _raw(line.number, cells)
    picture = near(table.file, raw.picture, PICTURES) if raw.picture else None
    if raw.picture and picture is None:
        yield no_picture(table.file, line.number, raw.picture)
    made = incoming(table.file, raw, picture)
    if made is None:
        column = columns.roles.index("body") + 1
        yield Trouble(
            table.file, line.number, say("Exchange", "There is no reply in this row."), column
        )
    else:
        yield made


def _by_role(roles: Sequence[Role], cells: Sequence[str]) -> dict[Role, list[str]]:
    found: dict[Role, list[str]] = {}
    for role, cell in zip(roles, cells, strict=False):
        if role and cell and (text := _unescaped(cell).strip()):
            found.setdefault(role, []).append(text)
    return found


def _raw(number: int, cells: dict[Role, list[str]]) -> Raw:
    more: dict[str, object] = {
        role: tuple(part for text in cells[role] for part in split_choices(text))
        for role in _LISTS
        if role in cells
    }
    if "triggers" in cells:
        more["triggers"] = tuple(part for text in cells["triggers"] for part in text.splitlines())
    for role in ("notes", "when_to_use"):
        if role in cells:
            more[role] = "\n".join(cells[role])
    path = (levels(cells["category"][0]) if "category" in cells else ()) + (
        levels(cells["subcategory"][0]) if "subcategory" in cells else ()
    )
    return Raw(
        number,
        body=_first(cells, "body"),
        title=_first(cells, "title"),
        category=path,
        codes=tuple(cells.get("code", ())),
        picture=_first(cells, "picture"),
        more=more,
    )


def _first(cells: dict[Role, list[str]], role: Role) -> str:
    return cells.get(role, [""])[0]


def _unescaped(cell: str) -> str:
    """Service-desk tools write line breaks and commas as `&#13;` and `&#44;`."""
    if "&#" not in cell:
        return cell
    text = _ENTITY.sub(lambda found: chr(int(found[1])), cell)
    return text.replace("\r\n", "\n").replace("\r", "\n")
