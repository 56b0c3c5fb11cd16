"""The CSV of a helper to 千牛: three rows of its own first, nested groups, pictures beside it."""

from __future__ import annotations

from desktop_assist.packs.exchange.formats.base import Format, Order, Outbound
from desktop_assist.packs.exchange.formats.writing import csv_writer
from desktop_assist.packs.exchange.incoming import LEVELS
from desktop_assist.text import say

FIRST = "最初3行的内容请勿改动(V3)"
HEADER = ("分组", "快捷编码", "标题", "内容", "图片名", "程序数据")
NESTED = "=>"
PICTURES = "图片"


def _row(_order: Order, one: Outbound, picture: str) -> tuple[str, ...]:
    snippet = one.snippet
    return NESTED.join(snippet.category), snippet.code, snippet.title, one.body, picture, ""


FORMAT = Format(
    name="qianniu-helper",
    title=say("ExchangeFormat", "Qianniu helper (CSV with pictures)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"code", "title", "body", "category", "image"}),
    write=csv_writer([(FIRST,), ("",), HEADER], _row, pictures=PICTURES),
    parts_levels=LEVELS,
)
