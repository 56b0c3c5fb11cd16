"""Checks a YAML node against its msgspec type, and says in words where it does not fit."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop_assist.decoding import convert
from desktop_assist.packs.events import Node, Place
from desktop_assist.packs.faults import Fault, shortened
from desktop_assist.text import Message, say

Shape = TypeVar("Shape")

_PATH = re.compile(r" - at `\$(?P<path>.*)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<position>\d+)\]")
_MISSING = re.compile(r"missing required field `(?P<name>.*?)`")
_UNKNOWN = re.compile(r"unknown field `(?P<name>.*?)`")
_EXPECTED = re.compile(r"Expected `(?P<kind>[^`]*)`")


def shaped(node: Node, place: Place, kind: type[Shape], file: Path) -> Shape | Fault:
    """`node` as a `kind`, or the first thing that does not fit. `true`, `3` and dates are text."""
    try:
        return convert(node, kind, strict=False)
    except msgspec.ValidationError as error:
        return _fault(str(error), node, place, kind, file)


def _fault(problem: str, node: Node, place: Place, kind: type[object], file: Path) -> Fault:
    found = _PATH.search(problem)
    path = found["path"] if found else ""
    for step in _STEP.finditer(path):
        key: str | int = step["key"] if step["key"] else int(step["position"])
        if key not in place.inside:
            break
        place, node = place.inside[key], node[key]
    unknown = _UNKNOWN.search(problem)
    if unknown and unknown["name"] in place.inside:
        place = place.inside[unknown["name"]]
    message, hint = _words(_PATH.sub("", problem), path.lstrip("."), node, kind)
    return Fault(file, place.line, place.column, message, hint)


def _words(problem: str, path: str, node: Node, kind: type[object]) -> tuple[Message, Message]:
    missing, unknown = _MISSING.search(problem), _UNKNOWN.search(problem)
    if missing:
        return (
            say("Packs", "“{name}” is missing here.", name=missing["name"]),
            say("Packs", "Add a line “{name}: …”.", name=missing["name"]),
        )
    if unknown:
        return (
            say("Packs", "“{name}” is not a known name.", name=shortened(unknown["name"])),
            _nearest(unknown["name"], kind),
        )
    return (
        say("Packs", "“{text}” does not fit “{name}”.", text=_shown(node), name=path or "…"),
        _due(problem),
    )


def _shown(node: Node) -> str:
    return shortened(node if isinstance(node, str) else msgspec.json.encode(node).decode())


def _nearest(name: str, kind: type[object]) -> Message:
    known = getattr(kind, "__struct_fields__", ())
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return say("Packs", "Did you mean “{near}”?", near=near[0])
    return say("Packs", "Remove it, or correct its spelling.")


def _due(problem: str) -> Message:
    expected = _EXPECTED.search(problem)
    kind = "date" if "date" in problem else expected["kind"] if expected else ""
    for name, hint in _DUE:
        if name in kind:
            return hint
    return say("Packs", "Use one of the values that the guide lists ({problem}).", problem=problem)


_DUE = (
    ("date", say("Packs", "Write the date as 2026-01-31.")),
    ("bool", say("Packs", "Write true or false.")),
    ("array", say("Packs", "Write a list: [first, second].")),
    ("object", say("Packs", "Write “name: text” lines, indented below it.")),
    ("int", say("Packs", "Write a whole number.")),
    ("str", say("Packs", "Write one text; put it in quotes if it has brackets or colons.")),
)
