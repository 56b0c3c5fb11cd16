"""Bytes of unknown encoding as text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
"""What the preview offers to switch to."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MIXED = "mixed"
"""Told of a text whose lines are in UTF-8 here and in another encoding there."""

_SAMPLE = 20_000
"""Bytes by which UTF-16 is told."""

_SIGNS = ",\t\r\n"
_LEAST_PAIRED = 0.25
"""Of the bytes that are such a sign: with fewer beside a zero, the zeros are strays."""

_ASCII = bytes(range(128))
_WIDE = re.compile(b"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LEAST_WIDE = 0.8
"""Of the bytes of a line of UTF-8 that are no ASCII."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MOST_PRIVATE = 0.01
"""Of the characters; with more of them it is another encoding's text read as GB18030."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` without a byte order mark; `lost` bytes stand in it as U+FFFD."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, encoding: str = "") -> Decoded:
    """`data` in `encoding`, or in the one that it is most likely in.

    In this order: a byte order mark; strict UTF-8; UTF-16 by its zero bytes, which
    charset-normalizer does not see without a mark; UTF-8 with some broken or foreign lines, as
    files that were joined have them; charset-normalizer among GB18030, Big5 and UTF-16; GB18030.
    """
    for mark, name in _MARKS:
        if data.startswith(mark) and encoding in ("", name):
            data = data[len(mark) :]
            return _guessed(data) if name == "utf-8" and not encoding else _decoded(data, name)
    return _decoded(data, encoding) if encoding else _guessed(data)


def _guessed(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        side = _utf_16_side(data)
    return _decoded(data, side) if side else _by_line(data) or _decoded(data, _likely(data))


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _utf_16_side(data: bytes) -> str:
    """Which half of commas and line ends is zero; empty where most of them are single bytes.

    In Chinese some zeros stand on the other side as well: 一 is U+4E00.
    """
    sample = data[:_SAMPLE]
    all_ = sum(sample.count(sign.encode()) for sign in _SIGNS)
    paired = {side: _paired(sample, side) for side in ("utf-16-le", "utf-16-be")}
    best = max(paired, key=lambda side: paired[side])
    return best if paired[best] and paired[best] >= _LEAST_PAIRED * all_ else ""


def _paired(sample: bytes, side: str) -> int:
    text = sample.decode(side, "replace")
    return sum(map(text.count, _SIGNS))


def _by_line(data: bytes) -> Decoded | None:
    """Each line in UTF-8 where it is; None where no line is."""
    lines = data.split(b"\n")
    as_utf_8 = [_utf_8(line) for line in lines]
    if not any(text is not None and not text.isascii() for text in as_utf_8):
        return None
    foreign = b"\n".join(line for line, text in zip(lines, as_utf_8, strict=True) if text is None)
    encoding = _likely(foreign) if foreign else "utf-8"
    text = "\n".join(
        line.decode(encoding, "replace") if text is None else text
        for line, text in zip(lines, as_utf_8, strict=True)
    )
    return Decoded(text, MIXED if foreign else "utf-8", text.count("\ufffd"))


def _utf_8(line: bytes) -> str | None:
    """`line` where it is UTF-8 but for a few bytes; None where it is something else.

    Chinese takes three bytes in UTF-8; short words of GB18030 can look like characters of two.
    """
    high = len(line.translate(None, _ASCII))
    wide = 3 * len(_WIDE.findall(line)) if high else 0
    return line.decode("utf-8", "replace") if wide >= _LEAST_WIDE * high else None


def _likely(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  only where UTF-8 does not fit

    # Cut at a line end, so that no character is torn; its own sampling does the rest.
    head = data if len(data) < 1_000_000 else data[: data.rfind(b"\n", 0, 1_000_000) + 1]
    best = from_bytes(head, cp_isolation=["gb18030", "big5", "utf_16"]).best()
    is_big5 = best is not None and best.encoding == "big5"
    return "big5" if is_big5 or _is_no_gb18030(head) else "gb18030"


def _is_no_gb18030(data: bytes) -> bool:
    """Whether it fits GB18030 only by characters that nobody uses, and Big5 without any loss."""
    text = data.decode("gb18030", "replace")
    private = len(_PRIVATE.findall(text))
    if private <= _MOST_PRIVATE * len(text):
        return False
    return "\ufffd" not in data.decode("big5", "replace")
