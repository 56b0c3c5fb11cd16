"""How far a finding reaches, and how its better wordings are written there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from desktop_assist.core.checking.layout import Layout, Span, Unit
from desktop_assist.core.checking.rules import Replaces
from desktop_assist.core.language.facts import EMOJI, facts
from desktop_assist.core.language.folding import Folded

_NO_PAUSES = re.compile(
    r"[\s，,、；;。！!？?]*(?P<said>[^\s，,、；;。！!？?](?:.*[^\s，,、；;。])?)[\s，,、；;。]*",
    re.DOTALL,
)
_EMOJI = re.compile(EMOJI)
_ASKED = re.compile(r"[?？]+")
_HAN = re.compile("[\u3400-\u9fff]")
_FIRST_PERSON = re.compile(r"I\b")

LONGEST_REPLACED = 500
"""A longer clause or sentence says more than any wording, and to look through it takes time."""


class Reach(NamedTuple):
    """What a finding covers, and the wordings that fit in its place."""

    start: int
    end: int
    ways: tuple[str, ...]


class Draft:
    """One text while findings in it are measured; what all of them ask is found out once."""

    def __init__(self, text: str, folded: Folded, layout: Layout) -> None:
        self._text, self._folded, self._layout = text, folded, layout
        self.is_chinese = _HAN.search(text) is not None
        """Whether it has Chinese letters."""

    def states_something(self, hit: Span) -> bool:
        """Whether a number, a day, a name, a link or a promise stands in the folded `hit`."""
        return _states_something(self._text[slice(*self._folded.original(*hit))])

    def reach(self, hit: Span, ways: tuple[str, ...], replaces: Replaces) -> Reach:
        """What `ways` take the place of: the hit, its clause, or its sentence.

        The pauses at the ends stay where they are, and so do emoji. Where something is stated
        beside the hit that a new sentence would drop, its clause is replaced; where the clause
        itself states more, the hit is found with no wording.
        """
        text, original = self._text, self._folded.original
        said = _without_pauses(self._folded.text, *hit)
        first, last = original(*said)
        ways = _in_script(ways, chinese=self.is_chinese)
        if replaces == "hit":
            return Reach(first, last, tuple(_in_case(way, text, first) for way in ways))
        units: tuple[Unit, ...] = ("sentence", "clause") if replaces == "sentence" else ("clause",)
        for unit in units:
            whole = original(*self._layout.unit(unit, *said))
            if whole[1] - whole[0] > LONGEST_REPLACED:
                continue
            start, end = _without_emoji(text, whole, (first, last))
            if not _states_something(f"{text[start:first]}\n{text[last:end]}"):
                return _in_place_of(text, start, end, ways)
        return Reach(first, last, ())


@lru_cache(maxsize=1024)
def _in_script(ways: tuple[str, ...], *, chinese: bool) -> tuple[str, ...]:
    """Those with Chinese letters for a text that has some, those without for others.

    All of them where that leaves none, since a rule may know one language only.
    """
    fitting = tuple(way for way in ways if (_HAN.search(way) is not None) == chinese or not way)
    return fitting if any(fitting) else ways


def _states_something(beside: str) -> bool:
    return not beside.isspace() and bool(facts(beside, chinese=_HAN.search(beside) is not None))


def _in_place_of(text: str, start: int, end: int, ways: tuple[str, ...]) -> Reach:
    """Whole sentences there; a question that they take the place of is no question any more."""
    fitting = tuple(_in_case(way, text, start) for way in ways)
    if asked := _ASKED.match(text, end):
        stop = "。" if "？" in asked[0] or not text[start].isascii() else "."
        return Reach(start, asked.end(), tuple(_closed(way, stop) for way in fitting))
    return Reach(start, end, fitting)


def _without_pauses(text: str, start: int, end: int) -> Span:
    """The span without the pauses at its ends; one of nothing else as it is."""
    inside = _NO_PAUSES.fullmatch(text, start, end)
    return inside.span("said") if inside else (start, end)


def _without_emoji(text: str, clause: Span, hit: Span) -> Span:
    if text.isascii():
        return _without_pauses(text, *clause)
    before = [emoji.end() for emoji in _EMOJI.finditer(text, clause[0], hit[0])]
    after = _EMOJI.search(text, hit[1], clause[1])
    start, end = _without_pauses(
        text, before[-1] if before else clause[0], after.start() if after else clause[1]
    )
    return min(start, hit[0]), max(end, hit[1])


def _in_case(way: str, text: str, start: int) -> str:
    """`way`, large where a sentence begins, unless its writer wrote small there."""
    if not way[:1].isascii() or _FIRST_PERSON.match(way):
        return way
    large = _begins_sentence(text, start) and not text[start : start + 1].islower()
    return (way[:1].upper() if large else way[:1].lower()) + way[1:]


def _begins_sentence(text: str, start: int) -> bool:
    while start and text[start - 1] == " ":
        start -= 1
    return not start or text[start - 1] in ".!?。！？\n:"


def _closed(way: str, stop: str) -> str:
    return f"{way}{stop}" if way and way[-1].isalnum() else way
