"""Comma- and tab-separated text, as it really comes: stray quotes cost a row, not the file."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from desktop_assist.packs.exchange.encodings import Decoded
from desktop_assist.packs.exchange.incoming import Trouble
from desktop_assist.packs.exchange.limits import Limits, too_many_rows
from desktop_assist.packs.exchange.tables import Cells, Line, Table
from desktop_assist.text import say

_DELIMITERS = ",\t;|"
_MOST_LINES = 200
"""Of one row; a quote that is not closed would swallow the rest of the file."""

_NO_TEXT = dict.fromkeys((0, 0xFEFF))
"""Zero bytes, and byte order marks inside, which joined files have."""

_LOOKED_AT = 30
"""Lines by which the delimiter is told."""

_SEPARATOR = re.compile(r"sep=([,\t;|])\n?", re.IGNORECASE)
"""The first line that Excel goes by."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def csv_table(file: Path, decoded: Decoded, limits: Limits) -> Table:
    """The rows of `decoded`.

    Raises:
        AssistError: there are more rows than the limit.
    """
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_NO_TEXT)
    reading = _Reading(file, _LINE.findall(text), limits)
    lines = list(reading.lines())
    if len(lines) > limits.rows:
        raise too_many_rows(file, limits)
    return Table(file, lines, (*reading.troubles, *_lost(file, decoded)), decoded.encoding)


class _Reading:
    """One pass over the lines of a text."""

    def __init__(self, file: Path, lines: Sequence[str], limits: Limits) -> None:
        self.troubles: list[Trouble] = []
        self._file = file
        self._lines = lines
        self._limits = limits
        self._delimiter = _delimiter_of(lines)
        # A cell over the limit is told of later; csv itself must not stop the file for it.
        csv.field_size_limit(max(limits.size, 131_072))

    def lines(self) -> Iterator[Line]:
        start = 1 if self._lines and _SEPARATOR.fullmatch(self._lines[0]) else 0
        while start < len(self._lines):
            broken = yield from self._whole_rows(start)
            if broken is None:
                return
            cells, start = self._mended(broken)
            if cells:
                yield Line(broken + 1, cells)
            else:
                self._tell_of(broken)

    def _whole_rows(self, start: int) -> Generator[Line, None, int | None]:
        """Rows from the line `start` on; gives the line at which one is broken, None at the end."""
        rows = csv.reader(iter(self._lines[start:]), delimiter=self._delimiter, strict=True)
        begins, count = start, 0
        while count <= self._limits.rows:
            cells = _next_row(rows)
            ends = start + rows.line_num
            if cells is None or ends - begins > _MOST_LINES:
                return begins
            if ends == begins:
                return None
            if any(map(str.strip, cells)):
                count += 1
                yield Line(begins + 1, cells)
            begins = ends
        return None

    def _tell_of(self, line: int) -> None:
        told = say("Exchange", "A quotation mark is not closed or stands too many.")
        column = self._lines[line].find('"') + 1
        self.troubles.append(Trouble(self._file, line + 1, told, column))

    def _mended(self, begins: int) -> tuple[Cells, int]:
        """The row of a line with quotes that nobody doubled, where it can be told for sure."""
        line = self._lines[begins].rstrip("\n")
        sign = re.escape(self._delimiter)
        quoted = rf'"((?:[^"]|"(?!{sign}|$))*)"|([^"{sign}][^{sign}]*|)'
        found = re.fullmatch(rf"(?:(?:{quoted})(?:{sign}|$))+", line)
        if not found or line.count('"') % 2:
            return (), begins + 1
        parts = re.findall(rf"(?:{quoted})(?:{sign}|$)", line)
        cells = [(whole or plain).replace('""', '"') for whole, plain in parts]
        if not line.endswith(self._delimiter):
            cells = cells[: line.count(self._delimiter) + 1]
            while len(cells) > 1 and not cells[-1]:
                cells.pop()
        return tuple(cells), begins + 1


def _next_row(rows: Iterator[list[str]]) -> Cells | None:
    """The next row, empty at the end; None where its quotation marks do not fit."""
    try:
        return tuple(next(rows, ()))
    except csv.Error:
        return None


def _delimiter_of(lines: Sequence[str]) -> str:
    """What parts most of the first rows alike; a comma where nothing does."""
    said = _SEPARATOR.fullmatch(lines[0]) if lines else None
    if said:
        return said[1]
    head = lines[:_LOOKED_AT]
    return max(_DELIMITERS, key=lambda sign: (_alike(head, sign), sign == ","))


def _alike(lines: Sequence[str], delimiter: str) -> int:
    """How many lines belong to rows of the same width, where it is more than one cell."""
    rows = csv.reader(iter(lines), delimiter=delimiter)
    covered: Counter[int] = Counter()
    before = 0
    for row in rows:
        covered[len(row)] += rows.line_num - before
        before = rows.line_num
    return max((count for width, count in covered.items() if width > 1), default=0)


def _lost(file: Path, decoded: Decoded) -> Iterator[Trouble]:
    if decoded.lost:
        before = decoded.text[: decoded.text.index("\ufffd")]
        yield Trouble(
            file,
            before.count("\n") + 1,
            say(
                "Exchange",
                "{count} characters do not fit the encoding {encoding}; try another one.",
                count=decoded.lost,
                encoding=decoded.encoding,
            ),
            len(before) - before.rfind("\n"),
        )
