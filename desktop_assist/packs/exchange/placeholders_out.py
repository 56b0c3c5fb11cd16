"""Our placeholders as another tool writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desktop_assist.core.replies.reply import label_of, undeclared_field
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import CURSOR

Notation = str
"""Names the notation of `outgoing`: `braces`, `zendesk`, `gorgias`, `front`, `chatwoot`, …"""

_PRINTED = re.compile(r"\{\{-?\s*([a-z_][a-z0-9_]*)\s*-?\}\}")
_NAMES: Mapping[Notation, Mapping[str, str]] = MappingProxyType(
    {
        "zendesk": {
            "customer": "ticket.requester.first_name",
            "agent": "current_user.first_name",
        },
        "gorgias": {
            "customer": "ticket.customer.firstname",
            "agent": "current_user.firstname",
        },
        "front": {"customer": "recipient.first_name", "agent": "user.first_name"},
        "chatwoot": {"customer": "contact.first_name", "agent": "agent.first_name"},
    }
)
_CURSORS = MappingProxyType(
    {"espanso": "$|$", "beeftext": "#{cursor}", "textexpander": "%|", "autokey": "<cursor>"}
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A text for another tool; not `is_whole` where conditions or filters stay unread there."""

    text: str
    is_whole: bool = True


def outgoing(snippet: Snippet, text: str, notation: Notation) -> Outgoing:
    """`text`, one of the texts of `snippet`, in `notation`.

    Built-in variables are named as the other tool knows them; others by the label of their field.
    """
    if "{{" not in text and "{%" not in text:
        return Outgoing(text)
    declared = {field.name: field for field in snippet.fields}
    write = _WRITERS.get(notation, _braces)

    def one(found: re.Match[str]) -> str:
        name = found[1]
        if name == CURSOR:
            return _CURSORS.get(notation, "")
        if name not in declared and name in _NAMES.get(notation, {}):
            return f"{{{{{_NAMES[notation][name]}}}}}"
        return write(declared.get(name) or undeclared_field(name, snippet.language))

    done = _PRINTED.sub(one, text)
    rest = _PRINTED.sub("", text)
    return Outgoing(done, is_whole="{{" not in rest and "{%" not in rest)


def _braces(field: Field) -> str:
    return f"{{{label_of(field)}}}"


def _liquid(field: Field) -> str:
    return f"{{{{{field.name}}}}}"


def _form(field: Field) -> str:
    return f"[[{field.name}]]"


def _input(field: Field) -> str:
    return f"#{{input:{label_of(field)}}}"


def _fill(field: Field) -> str:
    label = label_of(field).replace(":", "：").replace("%", "％")
    if field.kind == "choice" and field.choices:
        choices = ":".join(
            f"default={one}" if one == field.default else one for one in field.choices
        )
        return f"%fillpopup:name={label}:{choices}%"
    default = f":default={field.default}" if field.default else ""
    return f"%filltext:name={label}{default}%"


_WRITERS: Mapping[Notation, Callable[[Field], str]] = MappingProxyType(
    {
        "zendesk": _liquid,
        "gorgias": _liquid,
        "front": _liquid,
        "chatwoot": _liquid,
        "espanso": _form,
        "beeftext": _input,
        "textexpander": _fill,
    }
)
