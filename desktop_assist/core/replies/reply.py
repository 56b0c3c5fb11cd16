"""A reply before it is a text: its variants, its built-in values, and the agent's entries."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from desktop_assist.core.language.dates import is_chinese, read_date, written_date
from desktop_assist.core.replies.greeting import greeting
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

Parts = tuple[str, ...]
"""The templates of the messages that are sent in turn; one for a reply in a single body."""

# The label is asked in the language of the interface: Chinese, else English.
_BUILT_IN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "customer": ("客户称呼", "Customer's name"),
        "order": ("订单号", "Order number"),
        "shop": ("店铺名称", "Shop"),
        "agent": ("客服名字", "Your name"),
        "greeting": ("问候语", "Greeting"),
    }
)
BUILT_IN = frozenset(_BUILT_IN)
"""Variables that need no declaration, besides `cursor`."""


@dataclass(frozen=True, slots=True)
class ReplyContext:
    """What is known when a reply is made. `language` is the interface's, a tag as `zh-CN`."""

    shop: str
    agent: str
    now: datetime.datetime
    language: str
    customer: str = ""
    order: str = ""


class BadField(AssistError):
    """What the agent entered does not fit the field `name`."""

    def __init__(self, name: str, message: Message, hint: Message) -> None:
        super().__init__(message, hint)
        self.name = name


def variants(snippet: Snippet) -> tuple[Parts, ...]:
    """The reply as it stands, then its alternatives, tones and translations; none twice."""
    others = (*snippet.alternatives, *snippet.tones.values(), *snippet.translations.values())
    return tuple(dict.fromkeys((snippet.parts, *((body,) for body in others))))


def rotation(snippet: Snippet) -> tuple[Parts, ...]:
    """The variants that may stand in for each other unasked: the reply and its alternatives."""
    return tuple(dict.fromkeys((snippet.parts, *((body,) for body in snippet.alternatives))))


def language_of(snippet: Snippet, parts: Parts) -> str:
    """The language that `parts`, one of the snippet's variants, is written in."""
    for language, body in snippet.translations.items():
        if parts == (body,):
            return language
    return snippet.language


def built_in_values(context: ReplyContext, language: str) -> dict[str, str]:
    """The built-in variables for a reply in `language`; what is not known is empty."""
    return {
        "customer": context.customer,
        "order": context.order,
        "shop": context.shop,
        "agent": context.agent,
        "greeting": greeting(context.now.time(), language),
    }


def undeclared_field(name: str, language: str) -> Field:
    """A text field for a variable that the snippet does not declare, with a label to ask by."""
    chinese, english = _BUILT_IN.get(name, (name, name))
    return Field(name=name, label=chinese if is_chinese(language) else english)


def label_of(field: Field) -> str:
    """What the field is called before people."""
    return field.label or field.name


def checked_value(field: Field, entered: str, language: str) -> str:
    """`entered` as it stands in a reply in `language`; a date is written out, blank stays blank.

    Raises:
        BadField: not a number, not a date, or none of the choices.
    """
    text = entered.strip()
    if not text:
        return ""
    match field.kind:
        case "number":
            return _checked_number(field, text)
        case "date":
            return _checked_date(field, text, language)
        case "choice":
            return _checked_choice(field, text)
        case "text":
            return text


def _checked_number(field: Field, text: str) -> str:
    number = unicodedata.normalize("NFKC", text)
    try:
        finite = Decimal(number.replace(",", "")).is_finite()
    except InvalidOperation:
        finite = False
    if not finite:
        raise _misfit(field, say("Replies", "Enter a number such as 128 or 9.5."))
    return number


def _checked_date(field: Field, text: str, language: str) -> str:
    day = read_date(text)
    if day is None:
        raise _misfit(field, say("Replies", "Enter a day such as 2026-11-22."))
    return written_date(day, language)


def _checked_choice(field: Field, text: str) -> str:
    if text not in field.choices:
        offered = ", ".join(field.choices)
        raise _misfit(field, say("Replies", "Choose one of: {choices}.", choices=offered))
    return text


def _misfit(field: Field, hint: Message) -> BadField:
    return BadField(
        field.name,
        say("Replies", "“{label}” does not fit. Nothing was pasted.", label=label_of(field)),
        hint,
    )
