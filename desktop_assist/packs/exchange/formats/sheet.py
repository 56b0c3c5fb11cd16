"""A workbook of one sheet, with pictures. Imported late: openpyxl takes a tenth of a second."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter

_HIGH = 60
"""Pixels that a picture is high in its row; 96 of them are an inch."""
_POINTS = 72 / 96
_WIDEST = 240
_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))


def sheet_bytes(title: str, rows: Iterable[tuple[Sequence[str], Path | None]]) -> bytes:
    """One sheet; texts stay texts, whatever they begin with. A picture lies behind its row's cells.

    Raises:
        OSError: a picture cannot be read.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for number, (texts, picture) in enumerate(rows, 1):
        cells = []
        for text in texts:
            cell = WriteOnlyCell(sheet, value=text)
            cell.data_type = "s" if text else "n"
            cells.append(cell)
        if picture is not None:
            sheet.row_dimensions[number].height = (_HIGH + 4) * _POINTS
            place = f"{get_column_letter(len(texts) + 1)}{number}"
            sheet.add_image(_Picture(picture.read_bytes()), place)
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class _Picture(Image):
    """A picture as it is: openpyxl's own needs Pillow, only to ask for kind and size."""

    def __init__(self, data: bytes) -> None:
        self._bytes = data
        self.format = next((kind for start, kind in _KINDS if data.startswith(start)), "png")
        width, height = size_of(data)
        self.height = _HIGH
        self.width = min(_WIDEST, round(_HIGH * width / height))

    def _data(self) -> bytes:
        return self._bytes


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; those of a square where they are not found."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return (width, height) if width and height else (1, 1)
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 <= len(data) and data[at] == 0xFF:
        if 0xC0 <= data[at + 1] <= 0xCF and data[at + 1] not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else (1, 1)
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 1, 1
