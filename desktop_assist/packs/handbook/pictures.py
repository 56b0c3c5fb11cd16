"""Pictures inside the page, so that it stays one file."""

from __future__ import annotations

import base64
from pathlib import Path

from desktop_assist.errors import reason_of
from desktop_assist.text import Message, say

LARGEST_PICTURE = 1_000_000
LARGEST_TOGETHER = 20_000_000
"""Bytes. A page that a browser opens slowly helps nobody."""

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


class Pictures:
    """Reads pictures for one page and counts their bytes. What was left out is in `left_out`."""

    def __init__(
        self, largest: int = LARGEST_PICTURE, largest_together: int = LARGEST_TOGETHER
    ) -> None:
        self._largest = largest
        self._room = largest_together
        self.left_out: list[Message] = []

    def address(self, file: Path) -> str | Message:
        """The picture in `file` as a `data:` address, or why the page goes without it."""
        found = self._address(file)
        if isinstance(found, Message):
            self.left_out.append(
                say("Handbook", "“{file}” was left out: {why}", file=file, why=found)
            )
        return found

    def _address(self, file: Path) -> str | Message:
        try:
            size = file.stat().st_size
            if size > self._largest:
                return say(
                    "Handbook",
                    "Its picture is larger than {size} kB.",
                    size=self._largest // 1000,
                )
            if size > self._room:
                return say("Handbook", "All pictures together would be too large.")
            data = file.read_bytes()
        except OSError as error:
            return say("Handbook", "Its picture cannot be read: {reason}.", reason=reason_of(error))
        kind = _kind_of(data)
        if kind is None:
            return say("Handbook", "Its picture is neither PNG, JPEG, GIF nor WebP.")
        self._room -= len(data)
        return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _kind_of(data: bytes) -> str | None:
    kind = next((kind for start, kind in _KINDS if data.startswith(start)), None)
    return None if kind == "image/webp" and data[8:12] != b"WEBP" else kind
