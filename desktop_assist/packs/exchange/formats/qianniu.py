"""千牛's CSV: code, text, group, in exactly this header."""

from __future__ import annotations

from desktop_assist.packs.exchange.formats.base import Format
from desktop_assist.packs.exchange.formats.writing import csv_writer
from desktop_assist.packs.exchange.incoming import LEVELS
from desktop_assist.text import say

HEADER = ("快捷短语编码", "快捷短语", "快捷短语分组")

FORMAT = Format(
    name="qianniu",
    title=say("ExchangeFormat", "Qianniu (CSV)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"code", "body", "category"}),
    write=csv_writer([HEADER], lambda _order, one, _name: (one.snippet.code, one.body, one.group)),
    parts_levels=LEVELS,
)
