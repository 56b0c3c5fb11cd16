"""The workbook of quick-reply tools: two levels of categories, a title, the text."""

from __future__ import annotations

from desktop_assist.packs.exchange.formats.base import Format, Order, Outbound
from desktop_assist.packs.exchange.formats.writing import sheet_writer
from desktop_assist.packs.exchange.incoming import LEVELS
from desktop_assist.text import say

HEADER = ("一级分类（必填）", "二级分类（选填）", "话术标题（选填）", "话术内容（必填）")


def _row(_order: Order, one: Outbound, _picture: str) -> tuple[str, ...]:
    path = one.snippet.category
    return "".join(path[:1]), "/".join(path[1:]), one.snippet.title, one.body


FORMAT = Format(
    name="quick-reply",
    title=say("ExchangeFormat", "Quick-reply tool (Excel)"),
    kind="table",
    suffix=".xlsx",
    holds=frozenset({"title", "body", "category", "image"}),
    write=sheet_writer("话术", HEADER, _row),
    parts_levels=LEVELS,
)
