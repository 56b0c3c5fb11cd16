"""Sheets of .xlsx, .xls, .xlsb and .ods files."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.errors import AssistError
from desktop_assist.packs.exchange.limits import Limits, too_large, too_many_rows
from desktop_assist.packs.exchange.tables import Line, Table
from desktop_assist.text import say

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ESCAPED = re.compile(r"_x000([dD9aA])_")
_ESCAPES = {"d": "", "9": "\t", "a": "\n"}


def workbook_tables(file: Path, data: bytes, limits: Limits) -> list[Table]:
    """Every sheet with something in it that is not hidden.

    Raises:
        AssistError: it is broken, locked with a password, or beyond the limits.
    """
    # Slow to import, and most files are text.
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    _check_unpacked(file, data, limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        wanted = [
            one.name
            for one in book.sheets_metadata
            if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
        ]
        sheets = [book.get_sheet_by_name(name) for name in wanted]
        tables = [Table(file, list(_lines(file, sheet, limits))) for sheet in sheets]
    except PasswordError as error:
        raise AssistError(
            say("Exchange", "“{file}” is locked with a password.", file=file.name),
            say("Exchange", "Open it in your office program and save it without one."),
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise AssistError(
            say("Exchange", "“{file}” is no workbook that can be read.", file=file.name),
            say("Exchange", "Open it in your office program and save it as .xlsx or .csv."),
        ) from error
    return [table for table in tables if table.lines]


def _lines(file: Path, sheet: CalamineSheet, limits: Limits) -> Iterator[Line]:
    if sheet.total_height > 4 * limits.rows:
        raise too_many_rows(file, limits)
    filled = _merged(sheet)
    count = 0
    # Calamine's rows begin with the first of the sheet, its columns with the first in use.
    left = sheet.start[1] if sheet.start else 0
    for at, row in enumerate(sheet.iter_rows() if sheet.height else ()):
        cells = [_text(value) for value in row[: limits.columns]]
        for column, value in filled.get(at, {}).items():
            if left <= column < left + len(cells) and not cells[column - left]:
                cells[column - left] = value
        if any(map(str.strip, cells)):
            count += 1
            yield Line(at + 1, tuple(cells))
        if count > limits.rows:
            raise too_many_rows(file, limits)


def _merged(sheet: CalamineSheet) -> dict[int, dict[int, str]]:
    """What merged cells say in the rows that they reach into: a category over many rows."""
    found: dict[int, dict[int, str]] = {}
    ranges = sheet.merged_cell_ranges or []
    if not ranges:
        return found
    rows = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, _right) in ranges[:10_000]:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = _text(rows[top][left])
        for row in range(top + 1, min(bottom, len(rows) - 1) + 1):
            found.setdefault(row, {})[left] = value
    return found


def _text(value: object) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case _:
            text = str(value)
            return (
                _ESCAPED.sub(lambda found: _ESCAPES[found[1].lower()], text)
                if "_x" in text
                else text
            )


def _check_unpacked(file: Path, data: bytes, limits: Limits) -> None:
    """A small archive can unpack to more than the memory holds."""
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = sum(one.file_size for one in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return  # calamine will say what is wrong with it
    if total > limits.unpacked:
        raise too_large(file, limits)
