"""Comma- and tab-separated text, as it really comes: stray quotes cost a row, not the file."""

from __future__ import annotations

import csv
import re
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

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def csv_table(file: Path, decoded: Decoded, limits: Limits) -> Table:
    """The rows of `decoded`.

    Raises:
        AssistError: there are more rows than the limit.
    """
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
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
        start = 0
        while start < len(self._lines):
            start = yield from self._run(start)

    def _run(self, start: int) -> Generator[Line, None, int]:
        """Rows from the line `start` on, until one is broken; gives where to go on."""
        rows = csv.reader(iter(self._lines[start:]), delimiter=self._delimiter, strict=True)
        begins = start
        count = 0
        try:
            for cells in rows:
                ends = start + rows.line_num
                if ends - begins > _MOST_LINES:
                    break
                if any(map(str.strip, cells)):
                    count += 1
                    yield Line(begins + 1, tuple(cells))
                if count > self._limits.rows:
                    return len(self._lines)
                begins = ends
            else:
                return len(self._lines)
        except csv.Error:
            pass  # told of right here, with the row
        cells_, after = self._mended(begins)
        if cells_:
            yield Line(begins + 1, cells_)
        else:
            self.troubles.append(
                Trouble(
                    self._file,
                    begins + 1,
                    say("Exchange", "A quotation mark is not closed or stands too many."),
                    self._lines[begins].find('"') + 1,
                )
            )
        return after

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


def _delimiter_of(lines: Sequence[str]) -> str:
    """What parts most of the first lines; a comma where nothing does."""
    head = "".join(lines[:5])
    counts = {sign: head.count(sign) for sign in _DELIMITERS}
    best = max(counts, key=lambda sign: (counts[sign], sign == ","))
    return best if counts[best] and not counts[","] else ","


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
