"""The first table of an HTML page: some tools export one and call it .xls."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from desktop_assist.packs.exchange.encodings import Decoded
from desktop_assist.packs.exchange.limits import Limits, too_many_rows
from desktop_assist.packs.exchange.tables import Line, Table


def holds_html_table(head: str) -> bool:
    """Whether a text that begins so is a page."""
    start = head.lstrip().lower()
    return start.startswith(("<html", "<!doctype html", "<table", "<meta"))


def html_table(file: Path, decoded: Decoded, limits: Limits) -> Table:
    """The rows of every table of the page, one after the other.

    Raises:
        AssistError: there are more rows than the limit.
    """
    parser = _Parser()
    parser.feed(decoded.text)
    if len(parser.rows) > limits.rows:
        raise too_many_rows(file, limits)
    lines = [
        Line(number, tuple(cells)) for number, cells in enumerate(parser.rows, 1) if any(cells)
    ]
    return Table(file, lines, encoding=decoded.encoding)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None:
            self.rows[-1].append("".join(self._cell).strip())
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)
