"""Bodies with placeholders: which variables they use, and the text that they make.

Plain text and plain names never load the template engine. A text with an unfilled place is never
made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from desktop_assist.core.language.caret import caret_steps
from desktop_assist.core.replies.plain_body import PlainBody, plain_body
from desktop_assist.core.replies.template_faults import (
    MissingFields,
    TemplateFault,
    line_at,
    unpastable,
)
from desktop_assist.text import say

if TYPE_CHECKING:
    from desktop_assist.core.replies.template_language import CompiledBody, ReplyLanguage

__all__ = ["CURSOR", "MissingFields", "Rendered", "TemplateFault", "Templates"]

CURSOR = "cursor"
"""The variable that says where the caret is to stand."""

MOST_PLACEHOLDERS = 100
LONGEST_PLACEHOLDER = 200
"""Code points between the braces. Liquid's lexer needs quadratic time for what never closes."""

_CLOSING = {"{{": "}}", "{%": "%}"}
_CACHED = 512
_NONCHARACTERS = [chr(code) for code in range(0xFDD0, 0xFDF0)]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished text, and how many times the caret goes left from its end.

    `cursor` counts characters as `core.language.caret` does (an emoji is one); it is None where the
    body does not place the caret.
    """

    text: str
    cursor: int | None = None


class Templates:
    """Reads and fills bodies. Keeps the last 512 that it has read; for use on one thread."""

    def __init__(self) -> None:
        self._compiled = lru_cache(maxsize=_CACHED)(self._compile)

    def variables(self, source: str) -> tuple[str, ...]:
        """The variables of a body in order of appearance, without `cursor`.

        Raises:
            TemplateFault: the body is written wrongly.
        """
        if not _has_placeholders(source):
            return ()
        return tuple(name for name in self._compiled(source).variables if name != CURSOR)

    def render(self, source: str, values: Mapping[str, str]) -> Rendered:
        """The body filled with `values`. A blank value counts as none.

        Raises:
            MissingFields: variables that are printed have no value.
            TemplateFault: the body is written wrongly, or a value holds a placeholder.
        """
        rendered, missing = self._fill(source, values, {})
        if missing:
            raise MissingFields(missing)
        return rendered

    def missing(self, source: str, values: Mapping[str, str]) -> tuple[str, ...]:
        """The variables that would be printed and have no value.

        Raises:
            TemplateFault: as `render`.
        """
        return self._fill(source, values, {})[1]

    def preview(self, source: str, values: Mapping[str, str], gaps: Mapping[str, str]) -> str:
        """As `render`, with what `gaps` says, or the variable's name, in every unfilled place.

        Raises:
            TemplateFault: as `render`.
        """
        return self._fill(source, values, gaps)[0].text

    def _fill(
        self, source: str, values: Mapping[str, str], gaps: Mapping[str, str]
    ) -> tuple[Rendered, tuple[str, ...]]:
        if not _has_placeholders(source):
            return Rendered(source), ()
        body = self._compiled(source)
        used = {name: values[name] for name in body.variables if values.get(name, "").strip()}
        marker = _free_marker(source, used)
        text, missing = body.fill(used | {CURSOR: marker}, gaps)
        if _has_placeholders(text):
            fault = say("Templates", "The filled text still holds a placeholder.")
            raise TemplateFault(1, fault)
        return _placed(text, marker), missing

    def _compile(self, source: str) -> CompiledBody | PlainBody:
        _check_braces(source)
        return plain_body(source) or self._language.compile(source)

    @cached_property
    def _language(self) -> ReplyLanguage:
        from desktop_assist.core.replies.template_language import (  # noqa: PLC0415  loads Liquid
            ReplyLanguage,
        )

        return ReplyLanguage()


def _has_placeholders(text: str) -> bool:
    return any(opening in text for opening in _CLOSING)


def _openings(source: str) -> Iterator[tuple[int, int]]:
    """Where each `{{` or `{%` starts and where it closes (-1: nowhere near)."""
    position = 0
    while True:
        starts = [at for at in (source.find(sign, position) for sign in _CLOSING) if at >= 0]
        if not starts:
            return
        start = min(starts)
        closing = _CLOSING[source[start : start + 2]]
        end = source.find(closing, start + 2, start + LONGEST_PLACEHOLDER)
        yield start, end
        position = max(end, start) + 2


def _check_braces(source: str) -> None:
    for count, (start, end) in enumerate(_openings(source), 1):
        line = line_at(source, start)
        if end < 0 or _has_placeholders(source[start + 2 : end]):
            sign = source[start : start + 2]
            raise TemplateFault(line, say("Templates", "“{sign}” is not closed.", sign=sign))
        if not source[start + 2 : end].strip(" \n\t-"):
            raise TemplateFault(line, say("Templates", "A placeholder is empty."))
        if count > MOST_PLACEHOLDERS:
            fault = say(
                "Templates", "There are more than {most} placeholders.", most=MOST_PLACEHOLDERS
            )
            raise TemplateFault(line, fault)


def _free_marker(source: str, values: Mapping[str, str]) -> str:
    """A code point that Unicode reserves for such use and that occurs in none of the texts.

    Raises:
        TemplateFault: they hold every one of them.
    """
    texts = (source, *values.values())
    for marker in _NONCHARACTERS:
        if not any(marker in text for text in texts):
            return marker
    raise unpastable()


def _placed(text: str, marker: str) -> Rendered:
    before, found, after = text.partition(marker)
    after = after.replace(marker, "")
    return Rendered(before + after, caret_steps(after) if found else None)
