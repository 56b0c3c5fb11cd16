"""The CSV of a helper to 千牛: three rows of its own first, nested groups, pictures beside it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import Files, Format, Order
from desktop_assist.packs.exchange.formats.writing import csv_bytes, unwritable, with_pictures
from desktop_assist.text import Message, say

FIRST = "最初3行的内容请勿改动(V3)"
HEADER = ("分组", "快捷编码", "标题", "内容", "图片名", "程序数据")
NESTED = "=>"
PICTURES = "图片"


def _write(order: Order, files: Files) -> Iterator[Message]:
    yield from unwritable(order.replies, order.encoding)
    names = with_pictures(order, files, PICTURES)
    rows = (
        (
            NESTED.join(one.snippet.category),
            one.snippet.code,
            one.snippet.title,
            one.body,
            names.get(one.key, ""),
            "",
        )
        for one in order.replies
    )
    files[order.out] = csv_bytes([(FIRST,), ("",), HEADER, *rows], order.encoding)


FORMAT = Format(
    name="qianniu-helper",
    title=say("ExchangeFormat", "Qianniu helper (CSV with pictures)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"code", "title", "body", "category", "image"}),
    write=_write,
)
