"""Zendesk macros as JSON; the category stands in the title as `A::B::name`."""

from __future__ import annotations

import re

from desktop_assist.packs.exchange.formats.base import (
    Format,
    Outbound,
    items_of,
    parted_title,
    text_of,
    texts_of,
)
from desktop_assist.packs.exchange.formats.writing import json_writer
from desktop_assist.packs.exchange.incoming import Raw, plain_text
from desktop_assist.text import say

_LEVELS = "::"
_TEXT = ("comment_value", "comment_value_html")


def _fits(item: dict[str, object]) -> bool:
    actions = items_of(item.get("actions"))
    return "title" in item and any("field" in action for action in actions)


def _read(row: int, item: dict[str, object]) -> Raw | None:
    path, name = parted_title(text_of(item.get("title")), _LEVELS)
    actions = {text_of(one.get("field")): one.get("value") for one in items_of(item["actions"])}
    more: dict[str, object] = {}
    if text_of(item.get("description")):
        more["when_to_use"] = text_of(item["description"])
    tags = text_of(actions.get("current_tags") or actions.get("set_tags"))
    if tags:
        more["tags"] = tuple(tags.split())
    return Raw(
        row,
        body=_body(actions),
        title=name,
        category=path,
        more=more,
    )


def _body(actions: dict[str, object]) -> str:
    """The comment; a value may be a list whose last part is the text."""
    plain = texts_of(actions.get(_TEXT[0]))
    if plain:
        return plain[-1]
    markup = texts_of(actions.get(_TEXT[1]))
    return plain_text(markup[-1]) if markup else ""


def _item(number: int, one: Outbound, _picture: str) -> dict[str, object]:
    actions = [{"field": _TEXT[0], "value": one.body}]
    if one.snippet.tags:
        tags = (tag.replace(" ", "_") for tag in one.snippet.tags)
        actions.append({"field": "current_tags", "value": " ".join(tags)})
    return {
        "title": one.path(_LEVELS),
        "active": True,
        "description": one.snippet.when_to_use or None,
        "position": number,
        "restriction": None,
        "actions": actions,
    }


FORMAT = Format(
    name="zendesk",
    title=say("ExchangeFormat", "Zendesk macros (JSON)"),
    kind="json",
    suffix=".json",
    holds=frozenset({"title", "body", "category", "when_to_use", "tags"}),
    write=json_writer(_item, lambda items: {"macros": items}),
    syntax="liquid",
    notation="zendesk",
    parts_levels=re.compile(_LEVELS),
    is_title_a_level=True,
    parts_tags=" ",
    fits=_fits,
    read=_read,
)
