"""One folded text while rules look at it: scopes, contexts, exceptions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_assist.core.checking.compiled_rules import (
    MOST_ALONE,
    MOST_BESIDE,
    CompiledRule,
    Context,
    Neighbours,
    Place,
)
from desktop_assist.core.checking.condition_words import Words
from desktop_assist.core.checking.findings import Severity
from desktop_assist.core.checking.layout import Layout, Span, Unit
from desktop_assist.core.checking.lexicon import Lexicon
from desktop_assist.core.checking.pattern_search import Hits
from desktop_assist.core.checking.patterns import BoundedPattern
from desktop_assist.core.checking.rules import Condition

_UNITS: dict[str, Unit] = {
    "message": "message", "sentence": "sentence", "clause": "clause",
    "sentence_start": "sentence", "clause_start": "clause",
}  # fmt: skip

_CELL = 1000
"""So many characters of a text are searched for words where a condition asks for one of them."""
_MOST_CELLS = 4


class Fault(NamedTuple):
    """A faulty span, the severity to which its context lowers it, and whether it is unsure."""

    span: Span
    lowered: Severity | None
    unsure: bool


class Reading:
    """What is wrong in one text; where it stands is looked at when a rule first asks."""

    def __init__(self, layout: Layout, lexicon: Lexicon, hits: Hits) -> None:
        self._text = layout.text
        self._lexicon = lexicon
        self._hits = hits
        self._layout = layout
        self._words: dict[int, Words] = {}
        self._all_words: Words | None = None
        self._first_words: dict[str, Span | None] = {}

    def faults(self, number: int, rule: CompiledRule) -> list[Fault]:
        """The spans at which rule `number`, which has hits, finds something wrong."""
        candidates = self._hits[number]
        if rule.rule.scope == "message" and len(self._text) > MOST_ALONE:
            return []
        if rule.neighbours:
            beside = rule.neighbours.may_be_beside
            candidates = [one for one in candidates if beside(self._text, *one)]
            if not candidates:
                return []
        if rule.rule.exceptions:
            candidates = [one for one in candidates if not rule.exceptions.cover(self._text, *one)]
        if rule.exception_patterns:
            excepted = rule.exception_patterns
            candidates = [one for one in candidates if not self._is_in_any(excepted, one)]
        if not candidates:
            return []
        spans = _longest(candidates)
        if rule.tail or rule.neighbours:
            scoped = (self._scoped(span, rule) for span in spans)
            spans = [span for span in dict.fromkeys(scoped) if span]
        return [fault for span in spans if (fault := self._judged(span, rule))]

    def _is_in_any(self, patterns: Sequence[BoundedPattern], span: Span) -> bool:
        return any(_is_covered(one, self._text, span) for one in patterns)

    def _judged(self, span: Span, rule: CompiledRule) -> Fault | None:
        only = rule.only
        if only and not any(self._holds(one, span) for one in only):
            return None
        lowered: Severity | None = None
        for context in rule.unless:
            if self._holds(context, span):
                if context.condition.lower_to is None:
                    return None
                lowered = lowered or context.condition.lower_to
        return Fault(span, lowered, self._is_in_any(rule.unsure_patterns, span))

    def _scoped(self, span: Span, rule: CompiledRule) -> Span | None:
        """`span` with the particles that belong to it, or None where the scope does not fit."""
        start, end = span
        end = rule.tail.end(self._text, end) if rule.tail else end
        neighbours, scope = rule.neighbours, rule.rule.scope
        if neighbours is None:
            return start, end
        first, last = self._layout.unit(_UNITS[scope], start, end)
        if not scope.endswith("_start") and self._says_something(neighbours, end, last):
            return None
        return None if self._says_something(neighbours, first, start) else (start, end)

    def _says_something(self, neighbours: Neighbours, start: int, end: int) -> bool:
        if start == end:
            return False
        return end - start > MOST_BESIDE or not neighbours.are_all_of(self._text[start:end])

    def _holds(self, context: Context, hit: Span) -> bool:
        if context.lists and len(self._text) <= _CELL:
            words = self._words.get(0) or self._words_in(0)
            for name in context.lists:
                if not words.of(name):
                    return False
        if context.condition.quoted and not self._layout.is_quoted(*hit):
            return False
        for place, names in context.places:
            first, last = self._place(place, hit)
            for name in names:
                if not self._has(name, first, last, hit):
                    return False
        return not context.touching or self._touches(context.condition, hit)

    def _place(self, place: Place, hit: Span) -> Span:
        """The part of the text that `place` means for `hit`."""
        unit = self._layout.unit
        if place == "message":
            return 0, len(self._text)
        if place == "sentence":
            return unit("sentence", *hit)
        if place == "clause":
            return unit("clause", *hit)
        if place == "before":
            return unit("clause", *hit)[0], hit[0]
        return hit[1], unit("sentence", *hit)[1]

    def _has(self, name: str, first: int, last: int, hit: Span) -> bool:
        """Whether the list has a word from `first` to `last` that does not overlap the hit."""
        start, end = hit
        if last - first > _MOST_CELLS * _CELL:
            some = self._anywhere(name)
            if some is None:
                return False
            if first <= some[0] and some[1] <= last and (some[1] <= start or some[0] >= end):
                return True
        for spans in self._spans(name, first, last):
            for position in range(_from(first, spans), len(spans)):
                begins, ends = spans[position]
                if begins >= last:
                    return False
                if ends <= last and (ends <= start or begins >= end):
                    return True
        return False

    def _anywhere(self, name: str) -> Span | None:
        """The first word of the list in the text; None without any."""
        if name not in self._first_words:
            cells = range((len(self._text) - 1) // _CELL + 1)
            found = (spans[0] for cell in cells if (spans := self._words_in(cell).of(name)))
            self._first_words[name] = next(found, None)
        return self._first_words[name]

    def _spans(self, name: str, first: int, last: int) -> Iterator[Sequence[Span]]:
        """The words of the list by parts of the text from `first` to `last`; many at once."""
        if last - first > _MOST_CELLS * _CELL:
            if self._all_words is None:
                self._all_words = self._lexicon.words(self._text)
            yield self._all_words.of(name)
            return
        for cell in range(max(0, first) // _CELL, (last - 1) // _CELL + 1):
            yield self._words_in(cell).of(name)

    def _touches(self, condition: Condition, hit: Span) -> bool:
        start, end = hit
        reach = self._lexicon.longest_word
        return all(
            any(one[1] == start for one in self._near(name, start - reach, start))
            for name in condition.right_before
        ) and all(
            any(one[0] == end for one in self._near(name, end, end + 1))
            for name in condition.right_after
        )

    def _near(self, name: str, first: int, last: int) -> Iterator[Span]:
        """The words of the list that begin from `first` to before `last`."""
        for spans in self._spans(name, first, last):
            for position in range(_from(first, spans), len(spans)):
                if spans[position][0] >= last:
                    break
                yield spans[position]

    def _words_in(self, cell: int) -> Words:
        """The words that begin in a part of the text; a short text has one."""
        if cell not in self._words:
            first = cell * _CELL
            self._words[cell] = self._lexicon.words(self._text, first, first + _CELL)
        return self._words[cell]


def _from(first: int, spans: Sequence[Span]) -> int:
    return bisect_left(spans, (first, 0)) if spans and spans[0][0] < first else 0


def _is_covered(bounded: BoundedPattern, text: str, span: Span) -> bool:
    """Whether a match of the pattern holds `span`."""
    start, end = span
    pattern, width = bounded.expression, bounded.shape.width
    found = pattern.search(text, max(0, start - width), end + width)
    while found and found.start() <= start:
        if found.end() >= end:
            return True
        found = pattern.search(text, found.start() + 1, end + width)
    return False


def _longest(spans: Sequence[Span]) -> list[Span]:
    """`spans` without those that lie inside another, each once."""
    if len(spans) < 2:
        return list(spans)
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (one[0], -one[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept
