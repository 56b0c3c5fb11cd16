"""What the stage's clipboard owners hold: every sort of thing that an agent copies."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

Contents = Mapping[str, tuple[str, bytes]]
"""Target name → (X type name, raw bytes)."""

COPIED_TEXT = "上次复制的内容 🎁 old clipboard\n第二行"
COPIED_HTML = '<meta charset="utf-8"><b>上次复制</b>的<i>内容</i> 🎁'
CUSTOM_TYPE = "application/x-stage-order"


def picture(width: int, height: int) -> bytes:
    """A real PNG (8-bit RGB) whose pixels compress badly, so that it is as large as a photo."""
    seed = 1
    rows = bytearray()
    for _ in range(height):
        rows.append(0)  # filter type “none” before each row
        for _ in range(width):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            rows += bytes((seed >> 16 & 0xFF, seed >> 8 & 0xFF, seed & 0xFF))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 1)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)


def contents(which: str) -> Contents:
    """The formats of one sort: text, html, picture, files, custom, everything or big.

    Raises:
        KeyError: there is no such sort.
    """
    sorts: dict[str, Contents] = {
        "text": _text(),
        "html": {**_text(), "text/html": ("text/html", COPIED_HTML.encode())},
        "picture": {"image/png": ("image/png", picture(64, 48))},
        "files": _files(),
        "custom": {CUSTOM_TYPE: (CUSTOM_TYPE, b"\x00order\x00\xff\xfe 42\x00")},
        "big": {"text/plain": ("text/plain", b"0123456789abcdef" * 50_000)},
    }
    if which == "everything":
        return {
            name: data
            for sort in ("html", "picture", "files", "custom")
            for name, data in sorts[sort].items()
        }
    if which == "big":
        return {**_text(), **sorts["big"], "image/png": ("image/png", picture(640, 400))}
    return sorts[which]


def _text() -> Contents:
    data = COPIED_TEXT.encode()
    return {
        "UTF8_STRING": ("UTF8_STRING", data),
        "text/plain;charset=utf-8": ("text/plain;charset=utf-8", data),
        "STRING": ("STRING", COPIED_TEXT.encode("latin-1", "replace")),
    }


def _files() -> Contents:
    uris = b"file:///tmp/%E5%9B%BE.png\r\nfile:///tmp/b.txt\r\n"
    copied = b"copy\nfile:///tmp/%E5%9B%BE.png\nfile:///tmp/b.txt"
    return {
        "text/uri-list": ("text/uri-list", uris),
        "x-special/gnome-copied-files": ("x-special/gnome-copied-files", copied),
    }
