"""Everything that a lead should mend before a pack goes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.faults import Fault, shortened
from desktop_assist.packs.reader import Contents, Placed, read_contents
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.core.replies.template import Templates

BUILT_IN_FIELDS = frozenset({"customer", "order", "shop", "agent", "greeting", "cursor"})
"""Fields that the program fills by itself or asks for without a declaration."""


def lint(folder: Path) -> tuple[Fault, ...]:
    """Every fault in the pack in `folder`, by file and line: the reader's, and what it lets pass.

    Beyond the reader: texts cut by ` #`, unknown or unused fields, codes given twice, missing
    images, dates in the wrong order, rules ignored without a reason. Never raises.
    """
    return faults_of(read_contents(folder), folder)


def faults_of(contents: Contents, folder: Path) -> tuple[Fault, ...]:
    """As `lint`, of a pack that is read already."""
    from desktop_assist.core.replies.template import Templates  # noqa: PLC0415  loads the template engine

    found = [*contents.faults, *contents.cuts, *_repeated_codes(contents)]
    templates = Templates()
    for placed in contents.snippets:
        found += _field_faults(placed, templates)
        found += _date_faults(placed)
        found += _image_faults(placed, folder)
        found += _ignore_faults(placed)
    return tuple(sorted(found, key=lambda fault: (fault.file, fault.line, fault.column)))


def bodies(snippet: Snippet) -> Iterator[tuple[str, str]]:
    """Every text of `snippet` that can be pasted, with the name of the field it stands in."""
    if snippet.body:
        yield "body", snippet.body
    for name in ("messages", "alternatives"):
        yield from ((name, text) for text in getattr(snippet, name))
    for name in ("tones", "translations"):
        yield from ((name, text) for text in getattr(snippet, name).values())


def _repeated_codes(contents: Contents) -> Iterator[Fault]:
    first: dict[str, Placed] = {}
    for placed in contents.snippets:
        code = placed.snippet.code
        known = first.setdefault(code.casefold(), placed) if code else placed
        if known is not placed:
            yield placed.fault(
                "code",
                say(
                    "Packs",
                    "The code “{code}” also belongs to “{id}”.",
                    code=code,
                    id=known.snippet.id,
                ),
                say("Packs", "Give one of the two another code."),
            )


def _field_faults(placed: Placed, templates: Templates) -> Iterator[Fault]:
    declared = [field.name for field in placed.snippet.fields]
    used: set[str] = set()
    for name, text in bodies(placed.snippet):
        try:
            variables = templates.variables(text)
        except AssistError as error:
            yield placed.fault(name, error.message, error.hint or _MEND_TEMPLATE)
            return
        used.update(variables)
        for variable in variables:
            if variable not in declared and variable not in BUILT_IN_FIELDS:
                yield placed.fault(name, *_unknown_field(variable))
    yield from _declaration_faults(placed, declared, used)


def _declaration_faults(placed: Placed, declared: list[str], used: set[str]) -> Iterator[Fault]:
    for field in placed.snippet.fields:
        if declared.count(field.name) > 1:
            yield placed.fault("fields", *_declared_twice(field.name))
        if field.name not in used:
            yield placed.fault("fields", *_unused_field(field.name))
        if field.kind == "choice" and not field.choices:
            yield placed.fault("fields", *_no_choices(field.name))


def _date_faults(placed: Placed) -> Iterator[Fault]:
    start, end = placed.snippet.valid_from, placed.snippet.valid_until
    if start and end and end < start:
        yield placed.fault(
            "valid_until",
            say(
                "Packs",
                "The reply ends on {end}, before it begins on {start}.",
                start=start,
                end=end,
            ),
            say("Packs", "Exchange or correct the dates."),
        )


def _image_faults(placed: Placed, folder: Path) -> Iterator[Fault]:
    image = placed.snippet.image
    if image and not (folder / image).is_file():
        yield placed.fault(
            "image",
            say("Packs", "The image “{image}” is not in the pack.", image=shortened(image)),
            say("Packs", "Put the file there, or correct the name."),
        )


def _ignore_faults(placed: Placed) -> Iterator[Fault]:
    place = placed.place.inside.get("ignore", placed.place)
    written = placed.snippet.ignore
    for rule, why in written.items():
        if not why.strip():
            at = place.inside[rule]
            yield Fault(placed.file, at.line, at.column, *_no_reason(rule))
    if "ignore" in placed.place.inside and not written:
        yield placed.fault("ignore", *_no_reason("…"))


def _no_reason(rule: str) -> tuple[Message, Message]:
    return (
        say("Packs", "The rule “{rule}” is ignored without a reason.", rule=shortened(rule)),
        say("Packs", "Write why behind it: “ignore: {example}”.", example="[rule: why]"),
    )


def _unknown_field(name: str) -> tuple[Message, Message]:
    return (
        say("Packs", "The text uses “{name}”, which nobody fills.", name=shortened(name)),
        say("Packs", "Declare it under “fields”, or correct its spelling."),
    )


def _unused_field(name: str) -> tuple[Message, Message]:
    return (
        say("Packs", "The field “{name}” is declared and never used.", name=shortened(name)),
        say("Packs", "Use it in the text as {place}, or remove it.", place=f"{{{{ {name} }}}}"),
    )


def _declared_twice(name: str) -> tuple[Message, Message]:
    return (
        say("Packs", "The field “{name}” is declared twice.", name=shortened(name)),
        say("Packs", "Keep one of the two."),
    )


def _no_choices(name: str) -> tuple[Message, Message]:
    return (
        say("Packs", "The field “{name}” is a choice without choices.", name=shortened(name)),
        say("Packs", "List them: “choices: [first, second]”."),
    )


_MEND_TEMPLATE = say("Packs", "Correct the braces in the text.")
