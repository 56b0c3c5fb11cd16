"""The wordings of a reply as the handbook shows them: text, and places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_assist.core.replies.reply import (
    Parts,
    label_of,
    language_of,
    undeclared_field,
    variants,
)
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import CURSOR, TemplateFault, Templates
from desktop_assist.text import Message, say

# From the private use area: whatever a pack has of them is no letter that people read.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACE = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_STRAY = re.compile(f"[{_OPEN}{_CLOSE}]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is to be filled in: what it is called, and what could stand there."""

    label: str
    choices: tuple[str, ...] = ()
    example: str = ""


Piece = str | Place


@dataclass(frozen=True, slots=True)
class Wording:
    """One message in one wording. `kind` says which one; None for the only one.

    `fault`: the body is written wrongly, and `pieces` is the body as it stands.
    """

    kind: Message | None
    language: str
    pieces: tuple[Piece, ...]
    fault: Message | None = None

    @property
    def text(self) -> str:
        """The words, with labels where something is to be filled in."""
        return "".join(one if isinstance(one, str) else one.label for one in self.pieces)


def wordings(
    snippet: Snippet, templates: Templates, values: Mapping[str, str], language: str
) -> list[Wording]:
    """Every wording of `snippet`, message by message.

    `values` fill what is the same for all who read the handbook, such as the shop; `language` is
    that of the page, in which a place is named that the snippet does not declare.
    """
    every = variants(snippet)
    found = []
    for parts in every:
        kind = None if len(every) == 1 else _kind(snippet, parts)
        for number, body in enumerate(parts, start=1):
            numbered = kind
            if len(parts) > 1:
                numbered = say(
                    "Handbook", "Message {number} of {total}", number=number, total=len(parts)
                )
            spoken = language_of(snippet, parts)
            found.append(
                _wording(numbered, spoken, body, _Fields(snippet, language), templates, values)
            )
    return found


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of a snippet by name, declared or not."""

    snippet: Snippet
    language: str

    def get(self, name: str) -> Field:
        declared = (field for field in self.snippet.fields if field.name == name)
        return next(declared, None) or undeclared_field(name, self.language)


def _kind(snippet: Snippet, parts: Parts) -> Message:
    if parts == snippet.parts:
        return say("Handbook", "As usual")
    (body,) = parts
    tones = {tone for tone, text in snippet.tones.items() if text == body}
    if "formal" in tones:
        return say("Handbook", "Formal")
    if "warm" in tones:
        return say("Handbook", "Warm")
    if body in snippet.translations.values():
        return say("Handbook", "In {language}", language=language_of(snippet, parts))
    return say("Handbook", "In other words")


def _wording(
    kind: Message | None,
    language: str,
    body: str,
    fields: _Fields,
    templates: Templates,
    values: Mapping[str, str],
) -> Wording:
    source = _STRAY.sub("", body)
    try:
        names = [name for name in templates.variables(source) if name != CURSOR]
        gaps = {name: f"{_OPEN}{name}{_CLOSE}" for name in names}
        known = {name: value for name, value in values.items() if not _is_declared(fields, name)}
        filled = templates.preview(source, known, gaps)
    except TemplateFault as fault:
        return Wording(kind, language, (source,), fault.message)
    return Wording(kind, language, tuple(_pieces(filled, fields)))


def _is_declared(fields: _Fields, name: str) -> bool:
    return any(field.name == name for field in fields.snippet.fields)


def _pieces(filled: str, fields: _Fields) -> Iterator[Piece]:
    for number, text in enumerate(_PLACE.split(filled)):
        if number % 2:
            field = fields.get(text)
            yield Place(label_of(field), field.choices, field.default)
        elif text:
            yield _STRAY.sub("", text)
