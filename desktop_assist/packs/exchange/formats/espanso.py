"""espanso's matches as YAML; forms and variables become fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import yaml

from desktop_assist.core.replies.reply import BUILT_IN
from desktop_assist.core.replies.snippet import Field
from desktop_assist.core.replies.template import CURSOR
from desktop_assist.packs.exchange.formats.base import (
    Files,
    Format,
    Order,
    Outbound,
    items_of,
    text_of,
    texts_of,
)
from desktop_assist.packs.exchange.formats.writing import codes_made, with_pictures
from desktop_assist.packs.exchange.incoming import Raw, plain_text
from desktop_assist.text import Message, say

_PICTURES = "images"
_WITH_PICTURE = "-image"
"""At the end of the trigger that inserts the picture of a reply: a match holds only one of both."""


def _fits(item: dict[str, object]) -> bool:
    keys = item.keys()
    triggers = keys & {"trigger", "triggers", "regex"}
    return bool(triggers and keys & {"replace", "image_path", "form", "markdown", "html"})


def _read(row: int, item: dict[str, object]) -> Raw | None:
    body = next(
        (text for name in ("replace", "form", "markdown") if (text := text_of(item.get(name)))), ""
    )
    label = text_of(item.get("label"))
    more: dict[str, object] = {}
    if texts_of(item.get("search_terms")):
        more["search_terms"] = texts_of(item["search_terms"])
    triggers = (*texts_of(item.get("trigger")), *texts_of(item.get("triggers")))
    picture = text_of(item.get("image_path")).replace("$CONFIG/", "")
    return Raw(
        row,
        body=body or plain_text(text_of(item.get("html"))),
        title=label or (triggers[0] if picture and triggers else ""),
        codes=triggers,
        picture=picture,
        vars=tuple(_fields(item)),
        more=more,
    )


def with_joined_pictures(document: object) -> object:
    """A picture that was written beside its reply becomes its picture again."""
    if not isinstance(document, dict):
        return document
    matches = items_of(document.get("matches"))
    by_trigger = {text_of(one.get("trigger")): one for one in matches if "image_path" not in one}
    alone: list[dict[str, object]] = []
    for one in matches:
        trigger = text_of(one.get("trigger"))
        mate = by_trigger.get(trigger.removesuffix(_WITH_PICTURE))
        if "image_path" in one and trigger.endswith(_WITH_PICTURE) and mate is not None:
            mate["image_path"] = one["image_path"]
        else:
            alone.append(one)
    return {**document, "matches": alone}


def _fields(item: dict[str, object]) -> Iterator[Field]:
    """What the match asks for or looks up; dates and choices keep their kind."""
    forms = item.get("form_fields")
    for name, one in forms.items() if isinstance(forms, dict) else ():
        yield _field(text_of(name), one if isinstance(one, dict) else {})
    for one in items_of(item.get("vars")):
        params = one.get("params")
        params = params if isinstance(params, dict) else {}
        if one.get("type") == "form":
            inner = params.get("fields")
            for name, field in inner.items() if isinstance(inner, dict) else ():
                yield _field(text_of(name), field if isinstance(field, dict) else {})
        elif one.get("type") == "date":
            field = _field(text_of(one.get("name")), {})
            yield msgspec.structs.replace(field, kind="date")
        elif one.get("type") in ("choice", "random"):
            yield _field(text_of(one.get("name")), {**params, "type": "choice"})


def _field(name: str, form: dict[str, object]) -> Field:
    values = form.get("values", form.get("choices"))
    choices = tuple(values.splitlines()) if isinstance(values, str) else _labels(values)
    return Field(
        name=_name({"name": name}),
        label="" if _name({"name": name}) == name else name,
        kind="choice" if choices else "text",
        choices=tuple(filter(None, choices)),
        default=text_of(form.get("default")),
    )


def _labels(values: object) -> tuple[str, ...]:
    listed = values if isinstance(values, list) else []
    texts = (text_of(one.get("label") if isinstance(one, dict) else one) for one in listed)
    return tuple(filter(None, texts))


def _name(one: dict[str, object]) -> str:
    plain = "".join(
        sign if sign.isascii() and (sign.isalnum() or sign == "_") else "_"
        for sign in text_of(one.get("name"))
    ).lower()
    name = plain.strip("_") or "field"
    return f"field_{name}" if name in BUILT_IN | {CURSOR} or not name[0].isalpha() else name


def _write(order: Order, files: Files) -> Iterable[Message]:
    names = with_pictures(order, files, _PICTURES)
    matches: list[dict[str, object]] = []
    for one in order.replies:
        if one.key in names:
            matches.append(
                {
                    "trigger": f"{_trigger(one)}{_WITH_PICTURE}",
                    "image_path": f"{_PICTURES}/{names[one.key]}",
                    "label": one.snippet.title,
                }
            )
        matches.append(_match(one))
    text = yaml.safe_dump({"matches": matches}, allow_unicode=True, sort_keys=False, width=10_000)
    files[order.out] = text.encode()
    made = sum(not one.snippet.code for one in order.replies)
    return codes_made(made)


def _trigger(one: Outbound) -> str:
    return f":{one.snippet.code or one.snippet.id}"


def _match(one: Outbound) -> dict[str, object]:
    match: dict[str, object] = {"trigger": _trigger(one)}
    if "[[" in one.body:
        match["form"] = one.body
        fields = {field.name: _form_field(field) for field in one.snippet.fields}
        if any(fields.values()):
            match["form_fields"] = {name: form for name, form in fields.items() if form}
    else:
        match["replace"] = one.body
    match["label"] = one.snippet.title
    if one.snippet.search_terms:
        match["search_terms"] = list(one.snippet.search_terms)
    return match


def _form_field(field: Field) -> dict[str, object]:
    form: dict[str, object] = {}
    if field.choices:
        form = {"type": "choice", "values": list(field.choices)}
    if field.default:
        form["default"] = field.default
    return form


FORMAT = Format(
    name="espanso",
    title=say("ExchangeFormat", "espanso (YAML)"),
    kind="yaml",
    suffix=".yml",
    holds=frozenset({"title", "body", "code", "fields", "search_terms", "image"}),
    write=_write,
    syntax="espanso",
    notation="espanso",
    fits=_fits,
    read=_read,
)
