"""TextExpander's CSV: abbreviation, content and perhaps a label, without a header."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import Files, Format, Order
from desktop_assist.packs.exchange.formats.writing import csv_bytes
from desktop_assist.text import Message, say


def _write(order: Order, files: Files) -> Iterator[Message]:
    rows = [(one.snippet.code, one.body, one.snippet.title) for one in order.replies]
    files[order.out] = csv_bytes(rows, "utf-8")
    yield from ()


FORMAT = Format(
    name="textexpander",
    title=say("ExchangeFormat", "TextExpander (CSV)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"title", "body", "code", "fields"}),
    write=_write,
    syntax="textexpander",
    notation="textexpander",
)
