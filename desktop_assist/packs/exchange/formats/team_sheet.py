"""The sheet that teams keep in Excel: date, group, code, text, shared or not."""

from __future__ import annotations

from desktop_assist.packs.exchange.formats.base import Format, Order, Outbound
from desktop_assist.packs.exchange.formats.writing import sheet_writer
from desktop_assist.packs.exchange.incoming import LEVELS
from desktop_assist.text import say

HEADER = ("登记日期", "分组", "快捷编码", "快捷短语", "是否加入团队")


def _row(order: Order, one: Outbound, _picture: str) -> tuple[str, ...]:
    shared = "否" if one.key.startswith("own/") else "是"
    return order.now.date().isoformat(), one.group, one.snippet.code, one.body, shared


FORMAT = Format(
    name="team-excel",
    title=say("ExchangeFormat", "Team sheet (Excel)"),
    kind="table",
    suffix=".xlsx",
    holds=frozenset({"code", "body", "category", "image"}),
    write=sheet_writer("快捷短语", HEADER, _row),
    parts_levels=LEVELS,
)
