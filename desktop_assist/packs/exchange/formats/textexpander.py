"""TextExpander's CSV: abbreviation, content and perhaps a label, without a header."""

from __future__ import annotations

from desktop_assist.packs.exchange.formats.base import Format
from desktop_assist.packs.exchange.formats.writing import code_text_title
from desktop_assist.text import say

FORMAT = Format(
    name="textexpander",
    title=say("ExchangeFormat", "TextExpander (CSV)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"title", "body", "code", "fields"}),
    write=code_text_title,
    syntax="textexpander",
    notation="textexpander",
)
