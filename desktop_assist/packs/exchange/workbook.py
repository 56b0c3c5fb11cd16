"""Sheets of .xlsx, .xls, .xlsb and .ods files."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.errors import AssistError
from desktop_assist.packs.exchange.incoming import Trouble
from desktop_assist.packs.exchange.limits import Limits, too_large, too_many_rows
from desktop_assist.packs.exchange.pictures import Picture
from desktop_assist.packs.exchange.tables import Line, PlacedPicture, Table
from desktop_assist.packs.exchange.workbook_pictures import BookPictures, SheetPictures, called
from desktop_assist.packs.exchange.xml_parts import BrokenXml
from desktop_assist.text import say

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ESCAPED = re.compile(r"_x(000[dD9aA]|005[fF])_")
_ESCAPES = {"000d": "", "0009": "\t", "000a": "\n", "005f": "_"}
_PICTURE_STARTS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1"


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

    pictures = _pictures(file, data, limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        wanted = [
            one.name
            for one in book.sheets_metadata
            if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
        ]
        sheets = [_Sheet(file, book.get_sheet_by_name(name), limits, pictures) for name in wanted]
        tables = [sheet.table() for sheet in sheets]
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
    return _with_word_on_pictures(
        [table for table in tables if table.lines] or [Table(file, ())], data, pictures
    )


def _with_word_on_pictures(
    tables: Sequence[Table], data: bytes, pictures: BookPictures | None
) -> list[Table]:
    """`tables`; the first one tells where there are pictures that nothing here can read."""
    first, *rest = tables
    if pictures is None:
        is_read = not any(start in data for start in _PICTURE_STARTS)
    else:
        is_read = pictures.is_readable
    if is_read:
        return [first, *rest]
    left = say(
        "Exchange",
        "The pictures of this kind of file cannot be read; the words come in. Save it as"
        " .xlsx to bring them too.",
    )
    return [replace(first, troubles=(Trouble(first.file, 1, left), *first.troubles)), *rest]


def _pictures(file: Path, data: bytes, limits: Limits) -> BookPictures | None:
    """What knows the pictures of a zipped workbook; None where it is another kind of file.

    Raises:
        AssistError: it is a small archive that unpacks to more than the limit.
    """
    if not data.startswith(b"PK"):
        return None
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, RuntimeError):
        return None  # calamine will say what is wrong with it
    if sum(one.file_size for one in archive.infolist()) > limits.unpacked:
        raise too_large(file, limits)
    return BookPictures(archive)


class _Sheet:
    """One sheet, and the pictures in it."""

    def __init__(
        self, file: Path, sheet: CalamineSheet, limits: Limits, book: BookPictures | None
    ) -> None:
        self._file = file
        self._sheet = sheet
        self._limits = limits
        self._placed: list[PlacedPicture] = []
        self._troubles: list[Trouble] = []
        self._pictures = self._found(book)

    def table(self) -> Table:
        """Its rows.

        Raises:
            AssistError: there are more than the limit.
        """
        lines = list(self._lines())
        for one in self._pictures.floating:
            picture = Picture(self._file, one.member)
            self._placed.append(PlacedPicture(picture, one.first_row, one.last_row))
        return Table(
            self._file, lines, troubles=tuple(self._troubles), pictures=tuple(self._placed)
        )

    def _found(self, book: BookPictures | None) -> SheetPictures:
        try:
            return SheetPictures() if book is None else book.of(self._sheet.name)
        except BrokenXml:
            told = say("Exchange", "The pictures of this sheet are broken; the words come in.")
            self._troubles.append(Trouble(self._file, 1, told))
            return SheetPictures()

    def _lines(self) -> Iterator[Line]:
        sheet, limits = self._sheet, self._limits
        if sheet.total_height > 4 * limits.rows:
            raise too_many_rows(self._file, limits)
        filled = _merged(sheet)
        count = 0
        # Calamine's rows begin with the first of the sheet, its columns with the first in use.
        left = sheet.start[1] if sheet.start else 0
        for at, row in enumerate(sheet.iter_rows() if sheet.height else ()):
            cells = [_text(value) for value in row[: limits.columns]]
            for column, value in filled.get(at, {}).items():
                if left <= column < left + len(cells) and not cells[column - left]:
                    cells[column - left] = value
            self._take_pictures(at, left, cells)
            if any(map(str.strip, cells)):
                count += 1
                yield Line(at + 1, tuple(cells))
            if count > limits.rows:
                raise too_many_rows(self._file, limits)

    def _take_pictures(self, row: int, left: int, cells: list[str]) -> None:
        """Pictures in cells are no words: what stands for them there goes."""
        for column, text in enumerate(cells):
            member = self._pictures.in_cells.get((row, left + column))
            name = called(text)
            if member is None and name is None:
                continue
            cells[column] = ""
            member = member or self._pictures.named.get(name or "")
            if member:
                picture = Picture(self._file, member)
                self._placed.append(PlacedPicture(picture, row + 1, row + 1))
            else:
                told = say("Exchange", "The picture “{name}” is not in the file; the words come"
                           " in.", name=name)  # fmt: skip
                self._troubles.append(Trouble(self._file, row + 1, told))


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
