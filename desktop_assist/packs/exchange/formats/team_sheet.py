"""The sheet that teams keep in Excel: date, group, code, text, shared or not."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import Files, Format, Order
from desktop_assist.packs.exchange.formats.writing import workbook_bytes
from desktop_assist.text import Message, say

HEADER = ("登记日期", "分组", "快捷编码", "快捷短语", "是否加入团队")


def _write(order: Order, files: Files) -> Iterator[Message]:
    day = order.now.date().isoformat()
    rows = (
        (day, one.group, one.snippet.code, one.body, "否" if one.key.startswith("own/") else "是")
        for one in order.replies
    )
    files[order.out] = workbook_bytes("快捷短语", [HEADER, *rows])
    yield from ()


FORMAT = Format(
    name="team-excel",
    title=say("ExchangeFormat", "Team sheet (Excel)"),
    kind="table",
    suffix=".xlsx",
    holds=frozenset({"code", "body", "category"}),
    write=_write,
)
