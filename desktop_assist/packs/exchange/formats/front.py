"""Front's message templates as JSON, their bodies in HTML."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import Files, Format, Order, text_of
from desktop_assist.packs.exchange.formats.writing import json_bytes, with_pictures
from desktop_assist.packs.exchange.incoming import Raw, markup_of, plain_text
from desktop_assist.text import Message, say

_LEVELS = " / "
_PICTURES = "attachments"


def _fits(item: dict[str, object]) -> bool:
    return "body" in item and ("subject" in item or "attachments" in item) and "name" in item


def _read(row: int, item: dict[str, object]) -> Raw | None:
    *path, name = text_of(item.get("name")).split(_LEVELS)
    subject = text_of(item.get("subject"))
    attached = item.get("attachments")
    first = attached[0] if isinstance(attached, list) and attached else ""
    picture = text_of(first.get("filename") if isinstance(first, dict) else first)
    return Raw(
        row,
        body=plain_text(text_of(item.get("body"))),
        title=name or subject,
        category=tuple(path),
        picture=picture,
        more={"search_terms": (subject,)} if subject and subject != name else {},
    )


def _write(order: Order, files: Files) -> Iterator[Message]:
    names = with_pictures(order, files, _PICTURES)
    templates = [
        {
            "id": one.uuid,
            "name": _LEVELS.join((*one.snippet.category, one.snippet.title)),
            "subject": None,
            "body": markup_of(one.body),
            "attachments": [{"filename": names[one.key]}] if one.key in names else [],
        }
        for one in order.replies
    ]
    files[order.out] = json_bytes({"_results": templates})
    yield from ()


FORMAT = Format(
    name="front",
    title=say("ExchangeFormat", "Front templates (JSON)"),
    kind="json",
    suffix=".json",
    holds=frozenset({"title", "body", "category", "image"}),
    write=_write,
    syntax="liquid",
    notation="front",
    fits=_fits,
    read=_read,
)
