"""JSON and YAML documents of other tools: which format they are, and the replies in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from desktop_assist.errors import AssistError
from desktop_assist.packs.events import parse_yaml
from desktop_assist.packs.exchange.formats.base import Format, items_of
from desktop_assist.packs.exchange.formats.beeftext import with_group_names
from desktop_assist.packs.exchange.formats.espanso import with_joined_pictures
from desktop_assist.packs.exchange.formats.every import FORMATS
from desktop_assist.packs.exchange.incoming import Raw, Trouble
from desktop_assist.packs.exchange.limits import Limits, too_many_rows
from desktop_assist.text import say

_LOOKED_AT = 50
_DEEPEST = 3
"""Levels at which the list of replies may lie: `{"payload": {"data": [...]}}`."""


def json_document(file: Path, text: str) -> object:
    """The document in `text`.

    Raises:
        AssistError: it is broken, with its line and column.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        lines = _json_lines(text)
        if lines:
            return lines
        raise AssistError(
            say(
                "Exchange",
                "“{file}” is broken at line {line}, column {column}. Nothing was changed.",
                file=file.name,
                line=error.lineno,
                column=error.colno,
            ),
            say("Exchange", "Export it once more from the tool that it comes from."),
        ) from error
    except RecursionError as error:
        raise AssistError(
            say("Exchange", "“{file}” is nested too deep to be a list of replies.",
                file=file.name),
            say("Exchange", "Export it once more from the tool that it comes from."),
        ) from error  # fmt: skip


def yaml_document(file: Path, text: str) -> tuple[object, tuple[Trouble, ...]]:
    """The document in `text`, its broken parts left out and told."""
    document = parse_yaml(text, file)
    troubles = tuple(Trouble(file, one.line, one.message, one.column) for one in document.faults)
    root = document.root
    if isinstance(root, dict) and isinstance(root.get("matches"), list):
        places = document.place.inside["matches"].inside
        root = {
            **root,
            "matches": [
                one
                for at, one in enumerate(root["matches"])
                if document.is_sound(places[at], places.get(at + 1))
            ],
        }
    return root, troubles


def replies_in(
    file: Path, document: object, limits: Limits, kinds: Iterable[str]
) -> tuple[Format, Iterator[Raw | Trouble]]:
    """The format of `document` and what stands in it.

    Raises:
        AssistError: it is of no known format, or has too many rows.
    """
    best: tuple[int, Format | None, list[object]] = (0, None, [])
    for items in _lists(document, _DEEPEST):
        for one in (known for known in FORMATS.values() if known.kind in kinds):
            sample = items_of(items[:_LOOKED_AT])
            fits = sum(map(one.fits, sample))
            if fits > best[0]:
                best = (fits, one, items)
    _, found, items = best
    if found is None:
        raise AssistError(
            say("Exchange", "“{file}” is of no format that is known here. Nothing was changed.",
                file=file.name),
            say("Exchange", "Export it as CSV or Excel; any table will do."),
        )  # fmt: skip
    if len(items) > limits.rows:
        raise too_many_rows(file, limits)
    prepare = _PREPARED.get(found.name)
    if prepare is not None:
        prepared = prepare(document)
        items = next((one for one in _lists(prepared, _DEEPEST) if found.fits(_first(one))), items)
    return found, _read(file, found, items)


def _read(file: Path, known: Format, items: Iterable[object]) -> Iterator[Raw | Trouble]:
    for row, item in enumerate(items, 1):
        if not isinstance(item, dict) or not known.fits(item):
            yield Trouble(file, row, say("Exchange", "This entry is no reply."))
            continue
        raw = known.read(row, item)
        if raw is not None:
            yield raw


def _lists(node: object, deepest: int) -> Iterator[list[object]]:
    if isinstance(node, list):
        yield node
    elif isinstance(node, dict) and deepest:
        yield [node]
        for one in node.values():
            yield from _lists(one, deepest - 1)


def _first(items: list[object]) -> dict[str, object]:
    return next((one for one in items if isinstance(one, dict)), {})


def _json_lines(text: str) -> list[object]:
    """One document a line, as some tools export; empty where it is anything else."""
    found: list[object] = []
    for line in filter(str.strip, text.splitlines()):
        try:
            found.append(json.loads(line))
        except (ValueError, RecursionError):
            return []
    return found if len(found) > 1 else []


_PREPARED: Mapping[str, Callable[[object], object]] = {
    "beeftext": with_group_names,
    "espanso": with_joined_pictures,
}
