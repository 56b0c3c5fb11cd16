"""Between a snippet and what people type into an editor: plain lines of text, both ways."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import msgspec

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.combination import Combination
from desktop_assist.core.language.dates import read_date
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

SEPARATOR = "---"
"""A line of its own between two wordings, or between two messages."""

CATEGORY_SEPARATOR = " / "

_LIST_SEPARATOR = ", "
_PLAIN = (
    "title",
    "code",
    "hotkey",
    "body",
    "when_to_use",
    "when_to_avoid",
    "technique",
    "stage",
    "role",
    "customer",
    "image",
    "notes",
)
"""The parts that are one text in a snippet as well."""
_TONES = ("formal", "warm")
_NEEDED = frozenset({"title", "category"})
"""Parts that must not be empty: looked at even where nobody touched them."""

_FIELD_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")


class BadEntry(AssistError):
    """What was typed for `place` (a name of `Snippet`) cannot be kept so."""

    def __init__(self, place: str, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.place = place


def typed(snippet: Snippet) -> dict[str, str]:
    """The editable parts of `snippet` as text, by name; `edited` reads it back.

    `formal` and `warm` are its tones; all else is named as in `Snippet`.
    """
    plain = {name: getattr(snippet, name) for name in _PLAIN}
    return plain | {
        "category": CATEGORY_SEPARATOR.join(snippet.category),
        "alternatives": _joined(snippet.alternatives),
        "messages": _joined(snippet.messages),
        "search_terms": _LIST_SEPARATOR.join(snippet.search_terms),
        "tags": _LIST_SEPARATOR.join(snippet.tags),
        "triggers": "\n".join(snippet.triggers),
        "formal": snippet.tones.get("formal", ""),
        "warm": snippet.tones.get("warm", ""),
        "valid_from": _day_text(snippet.valid_from),
        "valid_until": _day_text(snippet.valid_until),
        "fields": msgspec.json.encode(snippet.fields).decode(),
    }


def edited(base: Snippet, texts: Mapping[str, str]) -> Snippet:
    """`base` with what was typed; parts that nobody touched or that no editor shows stay.

    Raises:
        BadEntry: something that people must mend first, with the place where it stands.
    """
    before = typed(base)
    now = before | {name: text for name, text in texts.items() if name in before}
    _check_reply(now["body"].strip(), _parts(now["messages"]))
    touched = {name for name, text in now.items() if text != before[name].replace("\r\n", "\n")}
    read = {name: _READERS[name](now[name]) for name in now if name in touched | _NEEDED}
    tones = {name: str(read[name]) for name in _TONES if name in touched}
    plain = {name: read[name] for name in touched - {*_TONES}}
    after = msgspec.structs.replace(base, **plain, tones=_with_tones(base.tones, tones))
    _check_days(after)
    return after


def category_of(text: str) -> tuple[str, ...]:
    """A category as it was typed, its levels parted by /.

    Raises:
        BadEntry: it is empty.
    """
    parts = tuple(part.strip() for part in re.split(r"[/／>＞]", text) if part.strip())
    if not parts:
        raise BadEntry("category", say("Editing", "Give it a category, such as After-sale."))
    return parts


def tags_of(text: str) -> tuple[str, ...]:
    """Words that were typed in a row: parted by commas, or else by spaces; none twice."""
    parted = split_choices(text)
    if len(parted) == 1:
        parted = tuple(parted[0].split())
    return tuple(dict.fromkeys(parted))


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


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


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
    fields = decode(text or "[]", tuple[Field, ...])
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


def _day(place: str) -> Callable[[str], datetime.date | None]:
    def read(text: str) -> datetime.date | None:
        day = read_date(text.strip()) if text.strip() else None
        if text.strip() and day is None:
            raise BadEntry(place, say("Replies", "Enter a day such as 2026-11-22."))
        return day

    return read


def _day_text(day: datetime.date | None) -> str:
    return "" if day is None else day.isoformat()


def _check_days(snippet: Snippet) -> None:
    since, until = snippet.valid_from, snippet.valid_until
    if since is not None and until is not None and until < since:
        raise BadEntry("valid_until", say("Editing", "It would end before it begins."))


def _with_tones(before: Mapping[str, str], changed: Mapping[str, str]) -> dict[str, str]:
    """`before` with `changed` in it; an empty tone is none."""
    return {tone: body for tone, body in {**before, **changed}.items() if body}


_Reader = Callable[[str], object]
_READERS: Mapping[str, _Reader] = MappingProxyType(
    dict.fromkeys((*_PLAIN, *_TONES), str.strip)
    | {
        "title": _title,
        "category": category_of,
        "code": _code,
        "hotkey": _hotkey,
        "messages": _parts,
        "alternatives": _parts,
        "search_terms": tags_of,
        "tags": tags_of,
        "triggers": _lines,
        "valid_from": _day("valid_from"),
        "valid_until": _day("valid_until"),
        "fields": _fields,
    }
)
"""What makes of a text what stands in a snippet; each may raise BadEntry."""
