"""Where a text's sentences, clauses and quotations are."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

Unit = Literal["message", "sentence", "clause"]
Span = tuple[int, int]

_SENTENCE_END = r"[。!?;\n]+|\.{2,}|\.(?=\s|$)"
_HAN = "\u3400-\u9fff"
_CLAUSE_END = rf"{_SENTENCE_END}|[,、:~—]+|(?<=[{_HAN}]) +(?=[{_HAN}])"
_ENDS = {"sentence": re.compile(_SENTENCE_END), "clause": re.compile(_CLAUSE_END)}
_QUOTATION = re.compile(
    r"“[^“”]{1,200}”|「[^「」]{1,200}」|『[^『』]{1,200}』"
    r'|"[^"\n]{1,200}"|(?<![a-z])\'[^\'\n]{1,200}\'(?![a-z])'
)


class Cover:
    """Spans asked whether one of them holds another span; they may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(itertools.accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Whether `start`–`end` lies within one of the spans."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and self._furthest[place] >= end


class Layout:
    """The parts of one folded text; each kind is found when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    def unit(self, kind: Unit, start: int, end: int) -> Span:
        """The smallest message, sentence or clause span that holds `start`–`end`."""
        if kind == "message":
            return 0, len(self.text)
        ends = self._sentence_ends if kind == "sentence" else self._clause_ends
        before = bisect_right(ends, (start + 1, 0)) - 1
        while before >= 0 and ends[before][1] > start:
            before -= 1
        after = bisect_left(ends, (end, 0))
        return (
            ends[before][1] if before >= 0 else 0,
            ends[after][0] if after < len(ends) else len(self.text),
        )

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether `start`–`end` stands between quotation marks."""
        return self._quotations.holds(start, end)

    @cached_property
    def _sentence_ends(self) -> list[Span]:
        return [found.span() for found in _ENDS["sentence"].finditer(self.text)]

    @cached_property
    def _clause_ends(self) -> list[Span]:
        return [found.span() for found in _ENDS["clause"].finditer(self.text)]

    @cached_property
    def _quotations(self) -> Cover:
        found = _QUOTATION.finditer(self.text)
        return Cover((one.start() + 1, one.end() - 1) for one in found)


def uncovered(spans: Iterable[Span], covers: Iterable[Span]) -> list[Span]:
    """`spans` without those that lie inside one of `covers`."""
    cover = Cover(covers)
    return [span for span in spans if not cover.holds(*span)]
