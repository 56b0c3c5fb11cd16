"""Front's message templates as JSON, their bodies in HTML."""

from __future__ import annotations

import re

from desktop_assist.packs.exchange.formats.base import Format, Outbound, parted_title, text_of
from desktop_assist.packs.exchange.formats.writing import json_writer
from desktop_assist.packs.exchange.incoming import Raw, markup_of, plain_text
from desktop_assist.text import say

_LEVELS = " / "
_PICTURES = "attachments"


def _fits(item: dict[str, object]) -> bool:
    return "body" in item and ("subject" in item or "attachments" in item) and "name" in item


def _read(row: int, item: dict[str, object]) -> Raw | None:
    path, name = parted_title(text_of(item.get("name")), _LEVELS)
    subject = text_of(item.get("subject"))
    attached = item.get("attachments")
    first = attached[0] if isinstance(attached, list) and attached else ""
    picture = text_of(first.get("filename") if isinstance(first, dict) else first)
    return Raw(
        row,
        body=plain_text(text_of(item.get("body"))),
        title=name or subject,
        category=path,
        picture=picture,
        more={"search_terms": (subject,)} if subject and subject != name else {},
    )


def _item(_number: int, one: Outbound, picture: str) -> dict[str, object]:
    return {
        "id": one.uuid,
        "name": one.path(_LEVELS),
        "subject": None,
        "body": markup_of(one.body),
        "attachments": [{"filename": picture}] if picture else [],
    }


FORMAT = Format(
    name="front",
    title=say("ExchangeFormat", "Front templates (JSON)"),
    kind="json",
    suffix=".json",
    holds=frozenset({"title", "body", "category", "image"}),
    write=json_writer(_item, lambda items: {"_results": items}, pictures=_PICTURES),
    syntax="liquid",
    notation="front",
    parts_levels=re.compile(_LEVELS),
    is_title_a_level=True,
    fits=_fits,
    read=_read,
)
