"""Where a text's sentences, clauses and quotations are."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal

Unit = Literal["message", "sentence", "clause"]
Span = tuple[int, int]

_SENTENCE_END = r"[。!?;\n]+|\.{2,}|\.(?=\s|$)"
_HAN = "\u3400-\u9fff"
_CLAUSE_END = rf"{_SENTENCE_END}|[,、:~—]+|(?<=[{_HAN}]) +(?=[{_HAN}])"
_ENDS: dict[Unit, re.Pattern[str]] = {
    "sentence": re.compile(_SENTENCE_END),
    "clause": re.compile(_CLAUSE_END),
}
_SHORT = 400
"""Ends are looked for in the whole of so short a text, in a longer one only about a hit."""
_MAY_QUOTE = re.compile("[“「『\"']")
_QUOTATION = re.compile(
    r"“[^“”]{1,200}”|「[^「」]{1,200}」|『[^『』]{1,200}』"
    r'|"[^"\n]{1,200}"|(?<![a-z])\'[^\'\n]{1,200}\'(?![a-z])'
)


LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
"""Of these the Latin words of folded text are made."""


class Cover:
    """Spans asked whether one of them holds another span; they may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(itertools.accumulate((end for _, end in ordered), max))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def holds(self, start: int, end: int) -> bool:
        """Whether `start`–`end` lies within one of the spans."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and self._furthest[place] >= end


class Layout:
    """The parts of one folded text; each kind is found when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends: dict[tuple[Unit, int, int], list[Span]] = {}
        self._line_ends: list[int] | None = None
        self._units: dict[tuple[Unit, int, int], Span] = {}
        self._quotations: Cover | None = None

    def unit(self, kind: Unit, start: int, end: int) -> Span:
        """The smallest message, sentence or clause span that holds `start`–`end`."""
        if kind == "message":
            return 0, len(self.text)
        asked = (kind, start, end)
        unit = self._units.get(asked)
        if unit is None:
            unit = self._units[asked] = self._between_ends(kind, start, end)
        return unit

    def _between_ends(self, kind: Unit, start: int, end: int) -> Span:
        first, last = self._lines(start, end)
        ends = self._ends_within(kind, first, last)
        after = bisect_left(ends, (end, 0))
        while after == len(ends) and last < len(self.text):
            # The marks at the line's end belong to the hit.
            first, last = self._lines(start, last + 1)
            ends = self._ends_within(kind, first, last)
            after = bisect_left(ends, (end, 0))
        before = bisect_right(ends, (start + 1, 0)) - 1
        while before >= 0 and ends[before][1] > start:
            before -= 1
        return (
            ends[before][1] if before >= 0 else first,
            ends[after][0] if after < len(ends) else last,
        )

    def _ends_within(self, kind: Unit, first: int, last: int) -> list[Span]:
        asked = (kind, first, last)
        if asked not in self._ends:
            found = _ENDS[kind].finditer(self.text, first, last)
            self._ends[asked] = [one.span() for one in found]
        return self._ends[asked]

    def _lines(self, start: int, end: int) -> Span:
        """The lines that hold `start`–`end`: each unit ends with its line; a short text whole."""
        if len(self.text) <= _SHORT:
            return 0, len(self.text)
        if self._line_ends is None:
            # Marks that follow a line's end belong to it.
            found = re.finditer(r"\n(?![。!?;\n])", self.text)
            self._line_ends = [one.end() for one in found]
        before = bisect_right(self._line_ends, start)
        after = bisect_left(self._line_ends, end)
        return (
            self._line_ends[before - 1] if before else 0,
            self._line_ends[after] if after < len(self._line_ends) else len(self.text),
        )

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether `start`–`end` stands between quotation marks."""
        if self._quotations is None:
            found = _QUOTATION.finditer(self.text) if _MAY_QUOTE.search(self.text) else ()
            self._quotations = Cover((one.start() + 1, one.end() - 1) for one in found)
        return self._quotations.holds(start, end)


def uncovered(spans: Iterable[Span], covers: Iterable[Span]) -> list[Span]:
    """`spans` without those that lie inside one of `covers`."""
    cover = Cover(covers)
    return [span for span in spans if not cover.holds(*span)] if cover else list(spans)


def has_word_edges(text: str, start: int, end: int) -> bool:
    """Whether Latin words are not cut: `can't` is no hit in `scan't`, but is one in 我can't."""
    first, last = text[start], text[end - 1]
    if first > "z" and last > "z":
        return True
    cuts_before = start > 0 and first in LETTERS and text[start - 1] in LETTERS
    cuts_behind = end < len(text) and last in LETTERS and text[end] in LETTERS
    return not cuts_before and not cuts_behind
