"""Bytes of unknown encoding as text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
"""What the preview offers to switch to."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000
"""Bytes from which zeros are counted."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` without a byte order mark; `lost` bytes stand in it as U+FFFD."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, encoding: str = "") -> Decoded:
    """`data` in `encoding`, or in the one that it is most likely in.

    In this order: a byte order mark; strict UTF-8; UTF-16 by its zero bytes, which
    charset-normalizer does not see without a mark; charset-normalizer among GB18030, Big5 and
    UTF-16; GB18030.
    """
    for mark, name in _MARKS:
        if data.startswith(mark) and encoding in ("", name):
            return _decoded(data[len(mark) :], name)
    if encoding:
        return _decoded(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decoded(data, _utf_16_side(data) or _likely(data))


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _utf_16_side(data: bytes) -> str:
    """Which half of the commas, digits and line ends is zero."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not even and not odd:
        return ""
    return "utf-16-le" if odd >= even else "utf-16-be"


def _likely(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  only where UTF-8 does not fit

    # Cut at a line end, so that no character is torn; its own sampling does the rest.
    head = data if len(data) < 1_000_000 else data[: data.rfind(b"\n", 0, 1_000_000) + 1]
    best = from_bytes(head, cp_isolation=["gb18030", "big5", "utf_16"]).best()
    return "big5" if best is not None and best.encoding == "big5" else "gb18030"
