"""How far a finding reaches, and how its better wordings are written there."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_assist.core.checking.layout import Layout, Span
from desktop_assist.core.language.facts import EMOJI, same_facts
from desktop_assist.core.language.folding import Folded

_NO_PAUSES = re.compile(
    r"[\s，,、；;。！!？?]*(?P<said>[^\s，,、；;。！!？?](?:.*[^\s，,、；;。])?)[\s，,、；;。]*",
    re.DOTALL,
)
_EMOJI = re.compile(EMOJI)
_ASKED = re.compile(r"[?？]+")
_FIRST_PERSON = re.compile(r"I\b")


class Reach(NamedTuple):
    """What a finding covers, and the wordings that fit in its place."""

    start: int
    end: int
    ways: tuple[str, ...]


def of_hit(text: str, folded: Folded, hit: Span, ways: tuple[str, ...]) -> Reach:
    """The hit itself; the pauses at its ends stay where they are."""
    return Reach(*_without_pauses(text, *folded.original(*hit)), ways)


def of_clause(text: str, folded: Folded, hit: Span, ways: tuple[str, ...]) -> Reach:
    """The hit's clause without emoji, and with the question mark that ends it.

    The hit alone, with no wording, where something is stated beside it that a new clause would
    drop.
    """
    said = _without_pauses(folded.text, *hit)
    start, end = folded.original(*Layout(folded.text).unit("clause", *said))
    first, last = folded.original(*said)
    start, end = _without_emoji(text, (start, end), (first, last))
    if not same_facts(f"{text[start:first]}\n{text[last:end]}", ""):
        return of_hit(text, folded, hit, ())
    fitting = tuple(_in_case(way, text[start:]) for way in ways)
    if asked := _ASKED.match(text, end):
        stop = "。" if "？" in asked[0] or not text[start].isascii() else "."
        return Reach(start, asked.end(), tuple(_closed(way, stop) for way in fitting))
    return Reach(start, end, fitting)


def _without_pauses(text: str, start: int, end: int) -> Span:
    """The span without the pauses at its ends; one of nothing else as it is."""
    inside = _NO_PAUSES.fullmatch(text, start, end)
    return inside.span("said") if inside else (start, end)


def _without_emoji(text: str, clause: Span, hit: Span) -> Span:
    before = [emoji.end() for emoji in _EMOJI.finditer(text, clause[0], hit[0])]
    after = _EMOJI.search(text, hit[1], clause[1])
    start, end = _without_pauses(
        text, before[-1] if before else clause[0], after.start() if after else clause[1]
    )
    return min(start, hit[0]), max(end, hit[1])


def _in_case(way: str, replaced: str) -> str:
    """`way` as large or small at its beginning as what it replaces."""
    if not way[:1].isascii() or _FIRST_PERSON.match(way) or _FIRST_PERSON.match(replaced):
        return way
    first = way[:1].upper() if replaced[:1].isupper() else way[:1].lower()
    return first + way[1:]


def _closed(way: str, stop: str) -> str:
    return f"{way}{stop}" if way and way[-1].isalnum() else way
