"""Rows and columns, whatever file they stood in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.packs.exchange.incoming import Trouble
from desktop_assist.packs.exchange.pictures import Picture

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one row and its number, from 1; of a text the line that it begins at."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture, and the first and the last row that it lies over, from 1; 0: over none."""

    picture: Picture
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class Table:
    """`lines` as they stand in `file`, blank ones left out, and what could not be read.

    `encoding` is empty where the file says its own.
    """

    file: Path
    lines: Sequence[Line]
    troubles: tuple[Trouble, ...] = ()
    encoding: str = ""
    pictures: tuple[PlacedPicture, ...] = ()
