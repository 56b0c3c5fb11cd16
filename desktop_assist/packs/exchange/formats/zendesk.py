"""Zendesk macros as JSON; the category stands in the title as `A::B::name`."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import (
    Files,
    Format,
    Order,
    items_of,
    text_of,
    texts_of,
)
from desktop_assist.packs.exchange.formats.writing import json_bytes
from desktop_assist.packs.exchange.incoming import Raw, plain_text
from desktop_assist.text import Message, say

_LEVELS = "::"
_TEXT = ("comment_value", "comment_value_html")


def _fits(item: dict[str, object]) -> bool:
    actions = items_of(item.get("actions"))
    return "title" in item and any("field" in action for action in actions)


def _read(row: int, item: dict[str, object]) -> Raw | None:
    *path, name = text_of(item.get("title")).split(_LEVELS)
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
        title=name.strip(),
        category=tuple(part.strip() for part in path if part.strip()),
        more=more,
    )


def _body(actions: dict[str, object]) -> str:
    """The comment; a value may be a list whose last part is the text."""
    plain = texts_of(actions.get(_TEXT[0]))
    if plain:
        return plain[-1]
    markup = texts_of(actions.get(_TEXT[1]))
    return plain_text(markup[-1]) if markup else ""


def _write(order: Order, files: Files) -> Iterator[Message]:
    macros = [
        {
            "title": _LEVELS.join((*one.snippet.category, one.snippet.title)),
            "active": True,
            "description": one.snippet.when_to_use or None,
            "position": position,
            "restriction": None,
            "actions": [
                {"field": _TEXT[0], "value": one.body},
                *(
                    [{"field": "current_tags", "value": " ".join(one.snippet.tags)}]
                    if one.snippet.tags
                    else []
                ),
            ],
        }
        for position, one in enumerate(order.replies, 1)
    ]
    files[order.out] = json_bytes({"macros": macros})
    yield from ()


FORMAT = Format(
    name="zendesk",
    title=say("ExchangeFormat", "Zendesk macros (JSON)"),
    kind="json",
    suffix=".json",
    holds=frozenset({"title", "body", "category", "when_to_use", "tags"}),
    write=_write,
    syntax="liquid",
    notation="zendesk",
    fits=_fits,
    read=_read,
)
