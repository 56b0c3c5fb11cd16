"""Numbers as people read them: medians, 95th percentiles, ratios; tables and JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """One result: a title, its columns, its rows, and what the reader should know beside them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """The tables of one run, in the order in which they were made."""

    output: TextIO
    tables: list[Table] = field(default_factory=list)

    def add(self, table: Table) -> None:
        """Keep a table and show it at once: a run takes minutes."""
        self.tables.append(table)
        self.output.write(as_text(table) + "\n")
        self.output.flush()

    def as_json(self) -> str:
        """The same for machines: a list of `{"title", "rows": [{column: value}], "notes"}`."""
        documents = [
            {
                "title": table.title,
                "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
                "notes": list(table.notes),
            }
            for table in self.tables
        ]
        return json.dumps(documents, ensure_ascii=False, indent=2)


def quantile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that `share` of all values do not exceed; None without values."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def spread(values: Sequence[float]) -> tuple[float | None, float | None]:
    """The median and the 95th percentile."""
    return quantile(values, 0.5), quantile(values, 0.95)


def ratio(value: float | None, base: float | None) -> float | None:
    """How many times `base` `value` is; None where either was not measured."""
    return None if value is None or not base else value / base


def as_text(table: Table) -> str:
    """The table in columns, numbers to the right."""
    cells = [list(table.columns), *([_shown(cell) for cell in row] for row in table.rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(table.columns))]
    lines = [_line(row, widths) for row in cells]
    rule = "-" * len(lines[0])
    notes = [f"  {note}" for note in table.notes]
    return "\n".join(["", table.title, rule, lines[0], rule, *lines[1:], *notes])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.rjust(width) if place else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join((first, *others))


def _shown(cell: Cell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:,.1f}" if abs(cell) >= 1 else f"{cell:.3f}"
    return str(cell)


def counted(outcomes: Mapping[str, int]) -> str:
    """`text lost 3, wrong text 1`: only what has happened."""
    return ", ".join(f"{name} {count}" for name, count in outcomes.items() if count)
