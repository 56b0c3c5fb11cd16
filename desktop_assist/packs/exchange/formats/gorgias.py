"""Gorgias macros as JSON."""

from __future__ import annotations

import re

from desktop_assist.packs.exchange.formats.base import (
    Format,
    Outbound,
    items_of,
    parted_title,
    text_of,
)
from desktop_assist.packs.exchange.formats.writing import json_writer
from desktop_assist.packs.exchange.incoming import Raw, markup_of, plain_text
from desktop_assist.text import say

_LEVELS = " / "
_TEXT = "setResponseText"
_TAGS = "addTags"


def _fits(item: dict[str, object]) -> bool:
    actions = items_of(item.get("actions"))
    return "name" in item and any("arguments" in action for action in actions)


def _read(row: int, item: dict[str, object]) -> Raw | None:
    path, name = parted_title(text_of(item.get("name")), _LEVELS)
    body = ""
    tags: list[str] = []
    for action in items_of(item["actions"]):
        arguments = action.get("arguments")
        if not isinstance(arguments, dict):
            continue
        body = body or text_of(arguments.get("body_text"))
        body = body or plain_text(text_of(arguments.get("body_html")))
        tags += text_of(arguments.get("tags")).split(",")
    more: dict[str, object] = {}
    if text_of(item.get("language")):
        more["language"] = text_of(item["language"])
    if any(map(str.strip, tags)):
        more["tags"] = tuple(one.strip() for one in tags if one.strip())
    if text_of(item.get("intent")):
        more["stage"] = text_of(item["intent"])
    return Raw(row, body=body, title=name, category=path, more=more)


def _item(number: int, one: Outbound, _picture: str) -> dict[str, object]:
    reply = {"body_html": f"<div>{markup_of(one.body)}</div>", "body_text": one.body}
    actions = [_action(_TEXT, "Add response text", reply)]
    if one.snippet.tags:
        tags = ", ".join(tag.replace(",", "_") for tag in one.snippet.tags)
        actions.append(_action(_TAGS, "Add tags", {"tags": tags}))
    return {
        "id": number,
        "external_id": one.key,
        "name": one.path(_LEVELS),
        "intent": one.snippet.stage or None,
        "language": one.snippet.language,
        "usage": 0,
        "actions": actions,
    }


def _action(name: str, title: str, arguments: dict[str, str]) -> dict[str, object]:
    return {"name": name, "title": title, "type": "user", "arguments": arguments}


FORMAT = Format(
    name="gorgias",
    title=say("ExchangeFormat", "Gorgias macros (JSON)"),
    kind="json",
    suffix=".json",
    holds=frozenset({"title", "body", "category", "language", "tags", "stage"}),
    write=json_writer(_item, lambda items: {"data": items}),
    syntax="liquid",
    notation="gorgias",
    parts_levels=re.compile(_LEVELS),
    is_title_a_level=True,
    parts_tags=",",
    fits=_fits,
    read=_read,
)
