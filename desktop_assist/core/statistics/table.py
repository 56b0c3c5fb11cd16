"""The statistics as tables for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop_assist.core.statistics.days import Days
from desktop_assist.core.statistics.summary import Entries, seconds_saved

Cell = str | int
Row = Sequence[Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def use_rows(days: Days, entries: Entries, rate: int) -> Iterator[Row]:
    """Day, pack, category, title, key, uses, characters, seconds saved; the oldest day first.

    A reply that is no longer in the library has its key alone.
    """
    for date in sorted(days):
        for key, use in sorted(days[date].uses.items()):
            entry = entries.get(key)
            named: Row = ("", "", "")
            if entry is not None:
                snippet = entry.snippet
                named = (entry.pack_title or entry.pack, "/".join(snippet.category), snippet.title)
            saved = seconds_saved(use.characters, rate)
            yield (date.isoformat(), *named, key, use.count, use.characters, saved)


def finding_rows(days: Days, name: Callable[[str], str]) -> Iterator[Row]:
    """Day, family, its `name`, number of findings; the oldest day first."""
    for date in sorted(days):
        for family, count in sorted(days[date].findings.items()):
            yield date.isoformat(), family, name(family), count


def as_csv(header: Row, rows: Iterable[Row]) -> str:
    """The table as CSV (RFC 4180). What a spreadsheet would take for a formula is made text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: Cell) -> Cell:
    """`cell`, with the apostrophe in front that spreadsheets take for “this is text”."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
