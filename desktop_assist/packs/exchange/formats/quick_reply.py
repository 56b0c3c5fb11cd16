"""The workbook of quick-reply tools: two levels of categories, a title, the text."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import Files, Format, Order
from desktop_assist.packs.exchange.formats.writing import workbook_bytes
from desktop_assist.text import Message, say

HEADER = ("一级分类（必填）", "二级分类（选填）", "话术标题（选填）", "话术内容（必填）")


def _write(order: Order, files: Files) -> Iterator[Message]:
    rows = (
        (
            one.snippet.category[0],
            "/".join(one.snippet.category[1:]),
            one.snippet.title,
            one.body,
        )
        for one in order.replies
    )
    files[order.out] = workbook_bytes("话术", [HEADER, *rows])
    yield from ()


FORMAT = Format(
    name="quick-reply",
    title=say("ExchangeFormat", "Quick-reply tool (Excel)"),
    kind="table",
    suffix=".xlsx",
    holds=frozenset({"title", "body", "category"}),
    write=_write,
)
