"""The rows of a table as replies, by the roles of its columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from desktop_assist.core.replies.editing import split_choices
from desktop_assist.packs.exchange.columns import Columns, Role
from desktop_assist.packs.exchange.incoming import (
    Incoming,
    Raw,
    Trouble,
    incoming,
    levels,
    no_picture,
    too_long,
)
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.pictures import Picture, near
from desktop_assist.packs.exchange.tables import Line, Table
from desktop_assist.text import say

PICTURES = ("", "图片", "images", "pictures")
"""Folders beside a table in which its pictures lie."""

_KEPT_TEXT = re.compile(r'="([^"]*)"\s*')
_TALLEST = 50
"""Rows that a picture is followed down to find the reply that it lies over."""
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
    pictures, alone = _by_row(table, columns.lines)
    for line in columns.lines:
        yield from _row(table, columns, line, limits, pictures.get(line.number, ()))
    yield from alone


def _by_row(
    table: Table, lines: Sequence[Line]
) -> tuple[Mapping[int, Sequence[Picture]], Sequence[Trouble]]:
    """The pictures of the sheet by the row that each belongs to, and those that belong to none."""
    found: defaultdict[int, list[Picture]] = defaultdict(list)
    alone = []
    numbers = {line.number for line in lines} if table.pictures else set()
    for one in table.pictures:
        # One that begins at the very end of the row before lies over the next as well.
        last = min(one.last_row, one.first_row + _TALLEST)
        row = next((row for row in range(one.first_row, last + 1) if row in numbers), 0)
        if row:
            found[row].append(one.picture)
        else:
            told = say(
                "Exchange", "The picture “{name}” lies over no reply; it stays outside.",
                name=one.picture.name,
            )  # fmt: skip
            alone.append(Trouble(table.file, one.first_row, told))
    return found, alone


def _row(
    table: Table, columns: Columns, line: Line, limits: Limits, pictures: Sequence[Picture]
) -> Iterator[Incoming | Trouble]:
    long = next((at for at, cell in enumerate(line.cells) if len(cell) > limits.cell), None)
    if long is not None:
        yield too_long(table.file, line.number, limits, long + 1)
        return
    raw = _raw(line.number, _by_role(columns.roles, line.cells))
    beside = near(table.file, raw.picture, PICTURES) if raw.picture else None
    if raw.picture and beside is None:
        yield no_picture(table.file, line.number, raw.picture)
    found = (*filter(None, (beside,)), *pictures)
    made = incoming(table.file, raw, found[0] if found else None)
    if made is None:
        column = columns.roles.index("body") + 1
        yield Trouble(
            table.file, line.number, say("Exchange", "There is no reply in this row."), column
        )
        return
    if len(found) > 1:
        more = say(
            "Exchange", "A reply holds one picture; {count} more of this row stay outside.",
            count=len(found) - 1,
        )  # fmt: skip
        yield Trouble(table.file, line.number, more)
    yield made


def _by_role(roles: Sequence[Role], cells: Sequence[str]) -> dict[Role, list[str]]:
    found: dict[Role, list[str]] = {}
    for role, cell in zip(roles, cells, strict=False):
        if role and cell and (text := _plain(cell)):
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


def _plain(cell: str) -> str:
    """Excel exports a number that is to stay text as `="0012"`."""
    found = _KEPT_TEXT.fullmatch(cell) if cell.startswith("=") else None
    return found[1] if found else cell.strip()
