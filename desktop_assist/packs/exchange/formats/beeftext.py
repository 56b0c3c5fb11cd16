"""Beeftext's combos as JSON, and as its CSV `keyword,snippet,name`."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from desktop_assist.packs.exchange.formats.base import Files, Format, Order, Outbound, text_of
from desktop_assist.packs.exchange.formats.writing import code_text_title, json_writer
from desktop_assist.packs.exchange.incoming import LEVELS, Raw, levels
from desktop_assist.text import Message, say

FILE_FORMAT = 10
"""The version of Beeftext 16 and later."""

_TIMES = ("creationDateTime", "modificationDateTime")


def _fits(item: dict[str, object]) -> bool:
    return "snippet" in item and ("keyword" in item or "comboText" in item)


def _read(row: int, item: dict[str, object]) -> Raw | None:
    return Raw(
        row,
        body=text_of(item["snippet"]),
        title=text_of(item.get("name")),
        category=levels(text_of(item.get("group_name"))),
        codes=(text_of(item.get("keyword") or item.get("comboText")),),
        more={} if item.get("description") is None else {"notes": text_of(item["description"])},
    )


def with_group_names(document: object) -> object:
    """Combos name their groups by uuid; write the names in."""
    if not isinstance(document, dict) or not isinstance(document.get("groups"), list):
        return document
    groups = [one for one in document["groups"] if isinstance(one, dict)]
    names = {text_of(one.get("uuid")): text_of(one.get("name")) for one in groups}
    combos = document.get("combos")
    for combo in combos if isinstance(combos, list) else ():
        if isinstance(combo, dict):
            combo["group_name"] = names.get(text_of(combo.get("group")), "")
    return document


def _write(order: Order, files: Files) -> Iterable[Message]:
    times = dict.fromkeys(_TIMES, order.now.isoformat(timespec="milliseconds"))
    groups = {
        name: f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'desktop-assist-group:{name}')}}}"
        for name in dict.fromkeys(one.group for one in order.replies)
    }

    def combo(_number: int, one: Outbound, _picture: str) -> dict[str, object]:
        return {
            "uuid": f"{{{one.uuid}}}",
            "name": one.snippet.title,
            "keyword": one.snippet.code,
            "snippet": one.body,
            "description": one.snippet.notes,
            "useLooseMatch": False,
            "group": groups[one.group],
            "enabled": bool(one.snippet.code),
            **times,
        }

    listed = [
        {"uuid": id_, "name": name, "description": "", "enabled": True, **times}
        for name, id_ in groups.items()
    ]
    document = {"fileFormatVersion": FILE_FORMAT, "groups": listed}
    return json_writer(combo, lambda combos: {**document, "combos": combos})(order, files)


FORMAT = Format(
    name="beeftext",
    title=say("ExchangeFormat", "Beeftext (JSON)"),
    kind="json",
    suffix=".json",
    holds=frozenset({"title", "body", "category", "code", "notes"}),
    write=_write,
    parts_levels=LEVELS,
    syntax="beeftext",
    notation="beeftext",
    fits=_fits,
    read=_read,
)
CSV_FORMAT = Format(
    name="beeftext-csv",
    title=say("ExchangeFormat", "Beeftext (CSV)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"title", "body", "code"}),
    write=code_text_title,
    syntax="beeftext",
    notation="beeftext",
)
