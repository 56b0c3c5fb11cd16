"""Between a snippet and what people type into an editor: plain lines of text, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.combination import Combination
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

SEPARATOR = "---"
"""A line of its own between two wordings, or between two messages."""

CATEGORY_SEPARATOR = " / "

_FIELD_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")


class BadEntry(AssistError):
    """What was typed for `place` (a name of `Snippet`) cannot be kept so."""

    def __init__(self, place: str, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.place = place


def typed(snippet: Snippet) -> dict[str, str]:
    """The editable parts of `snippet` as text, by name; `edited` reads it back."""
    return {
        "title": snippet.title,
        "category": CATEGORY_SEPARATOR.join(snippet.category),
        "code": snippet.code,
        "hotkey": snippet.hotkey,
        "body": snippet.body,
        "alternatives": _joined(snippet.alternatives),
        "messages": _joined(snippet.messages),
        "search_terms": " ".join(snippet.search_terms),
        "when_to_use": snippet.when_to_use,
        "fields": msgspec.json.encode(snippet.fields).decode(),
    }


def edited(base: Snippet, texts: Mapping[str, str]) -> Snippet:
    """`base` with what was typed; the parts that no editor shows stay as they were.

    Raises:
        BadEntry: something that people must mend first, with the place where it stands.
    """
    body, messages = texts["body"].strip(), _parts(texts["messages"])
    _check_reply(body, messages)
    return msgspec.structs.replace(
        base,
        title=_title(texts["title"]),
        category=_category(texts["category"]),
        code=_code(texts["code"]),
        hotkey=_hotkey(texts["hotkey"]),
        body=body,
        messages=messages,
        alternatives=_parts(texts["alternatives"]),
        search_terms=split_choices(re.sub(r"\s+", "\n", texts["search_terms"])),
        when_to_use=texts["when_to_use"].strip(),
        fields=_fields(texts["fields"]),
    )


def split_choices(text: str) -> tuple[str, ...]:
    """`红, 蓝、绿` as three choices."""
    return tuple(part.strip() for part in re.split(r"[,，、;；\n]", text) if part.strip())


def outside_placeholders(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """Findings in what the customer will read; a placeholder of a template is no fault."""
    spans = [found.span() for found in _PLACEHOLDER.finditer(text)]
    return [
        one
        for one in findings
        if not any(one.start < end and start < one.end for start, end in spans)
    ]


def _joined(parts: Iterable[str]) -> str:
    return f"\n{SEPARATOR}\n".join(parts)


def _parts(text: str) -> tuple[str, ...]:
    pieces = re.split(rf"^{SEPARATOR}\s*$", text, flags=re.MULTILINE)
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _check_reply(body: str, messages: tuple[str, ...]) -> None:
    if not body and not messages:
        raise BadEntry("body", say("Editing", "Write the reply first."))
    if body and messages:
        raise BadEntry(
            "messages",
            say("Editing", "A reply is either one text or several messages, not both."),
            say("Editing", "Empty one of the two."),
        )


def _title(text: str) -> str:
    if not text.strip():
        raise BadEntry("title", say("Editing", "Give the reply a title to find it by."))
    return text.strip()


def _category(text: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in re.split(r"[/／>＞]", text) if part.strip())
    if not parts:
        raise BadEntry("category", say("Editing", "Give it a category, such as After-sale."))
    return parts


def _code(text: str) -> str:
    code = text.strip().lstrip("/").lower()
    if code and not _CODE.fullmatch(code):
        raise BadEntry(
            "code",
            say("Editing", "A code has small letters, digits and hyphens only, such as tk."),
        )
    return code


def _hotkey(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(Combination.parse(text))
    except AssistError as error:
        raise BadEntry("hotkey", error.message, error.hint) from None


def _fields(text: str) -> tuple[Field, ...]:
    fields = msgspec.json.decode(text or "[]", type=tuple[Field, ...])
    names = [field.name for field in fields]
    for field in fields:
        _check_field(field, names)
    return fields


def _check_field(field: Field, names: list[str]) -> None:
    if not _FIELD_NAME.fullmatch(field.name):
        raise BadEntry(
            "fields",
            say("Editing", "“{name}” is no field name.", name=field.name),
            say("Editing", "Use letters, digits and _ only, such as size."),
        )
    if names.count(field.name) > 1:
        twice = say("Editing", "The field “{name}” stands there twice.", name=field.name)
        raise BadEntry("fields", twice)
    if field.kind == "choice" and not field.choices:
        none = say("Editing", "The field “{name}” needs choices.", name=field.name)
        raise BadEntry("fields", none)
