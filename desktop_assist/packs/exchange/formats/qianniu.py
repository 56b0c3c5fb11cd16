"""千牛's CSV: code, text, group, in exactly this header."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import Files, Format, Order
from desktop_assist.packs.exchange.formats.writing import csv_bytes, unwritable
from desktop_assist.text import Message, say

HEADER = ("快捷短语编码", "快捷短语", "快捷短语分组")


def _write(order: Order, files: Files) -> Iterator[Message]:
    yield from unwritable(order.replies, order.encoding)
    rows = ((one.snippet.code, one.body, one.group) for one in order.replies)
    files[order.out] = csv_bytes([HEADER, *rows], order.encoding)


FORMAT = Format(
    name="qianniu",
    title=say("ExchangeFormat", "Qianniu (CSV)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"code", "body", "category"}),
    write=_write,
)
