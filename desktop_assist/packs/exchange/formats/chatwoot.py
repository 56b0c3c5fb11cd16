"""Chatwoot's canned responses: a code and a text."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_assist.packs.exchange.formats.base import Files, Format, Order, text_of
from desktop_assist.packs.exchange.formats.writing import codes_made, json_bytes
from desktop_assist.packs.exchange.incoming import Raw
from desktop_assist.text import Message, say


def _fits(item: dict[str, object]) -> bool:
    return "short_code" in item and "content" in item


def _read(row: int, item: dict[str, object]) -> Raw | None:
    return Raw(row, body=text_of(item["content"]), codes=(text_of(item["short_code"]),))


def _write(order: Order, files: Files) -> Iterable[Message]:
    taken: set[str] = set()
    answers = []
    made = 0
    for one in order.replies:
        code = one.snippet.code
        if not code or code in taken:
            made += 1
            code = one.snippet.id
            while code in taken:
                code += "-2"
        taken.add(code)
        answers.append({"short_code": code, "content": one.body})
    files[order.out] = json_bytes(answers)
    return codes_made(made)


FORMAT = Format(
    name="chatwoot",
    title=say("ExchangeFormat", "Chatwoot canned responses (JSON)"),
    kind="json",
    suffix=".json",
    holds=frozenset({"code", "body"}),
    write=_write,
    syntax="liquid",
    notation="chatwoot",
    fits=_fits,
    read=_read,
)
