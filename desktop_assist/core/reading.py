"""One folded text while rules look at it: scopes, contexts, exceptions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from desktop_assist.core.compiled_rules import CompiledRule, Neighbours
from desktop_assist.core.findings import Severity
from desktop_assist.core.layout import Layout, Span, Unit
from desktop_assist.core.lexicon import Hits, Lexicon, Words
from desktop_assist.core.patterns import BoundedPattern
from desktop_assist.core.rules import Condition, Scope

_UNITS: dict[str, Unit] = {
    "message": "message", "sentence": "sentence", "clause": "clause",
    "sentence_start": "sentence", "clause_start": "clause",
}  # fmt: skip

_MOST_BESIDE = 200
"""With more characters than this beside it, an answer is not a lone one."""

Fault = tuple[Span, Severity | None]
"""A faulty span, and the severity to which its context lowers it."""


class Reading:
    """What is wrong in one text; where it stands is looked at when a rule first asks."""

    def __init__(self, text: str, lexicon: Lexicon, hits: Hits) -> None:
        self._text = text
        self._lexicon = lexicon
        self._hits = hits
        self._layout = Layout(text)
        self._found_words: Words | None = None

    def faults(self, number: int, rule: CompiledRule) -> list[Fault]:
        """The spans at which rule `number`, which has hits, finds something wrong."""
        candidates = self._hits[number]
        if rule.neighbours:
            candidates = list(self._maybe_alone(candidates, rule.neighbours, rule.rule.scope))
        if rule.rule.exceptions:
            candidates = [one for one in candidates if not rule.exceptions.cover(self._text, *one)]
        if rule.exception_patterns:
            candidates = [span for span in candidates if not self._is_excepted(span, rule)]
        if not candidates:
            return []
        spans = _longest(candidates)
        if rule.tail or rule.neighbours:
            scoped = (self._scoped(span, rule) for span in spans)
            spans = [span for span in dict.fromkeys(scoped) if span]
        if not rule.rule.only and not rule.rule.unless:
            return [(span, None) for span in spans]
        return [fault for span in spans if (fault := self._judged(span, rule))]

    def _maybe_alone(
        self, spans: Iterable[Span], neighbours: Neighbours, scope: Scope
    ) -> Iterator[Span]:
        """Without those beside which a letter stands that is of no neighbour: cheap, so first."""
        goes_on = scope.endswith("_start")
        for start, end in spans:
            if neighbours.may_precede(self._text, start) and (
                goes_on or neighbours.may_follow(self._text, end)
            ):
                yield start, end

    def _is_excepted(self, span: Span, rule: CompiledRule) -> bool:
        return any(_is_covered(one, self._text, span) for one in rule.exception_patterns)

    def _judged(self, span: Span, rule: CompiledRule) -> Fault | None:
        only = rule.rule.only
        if only and not any(self._holds(one, span) for one in only):
            return None
        lowered: Severity | None = None
        for condition in rule.rule.unless:
            if self._holds(condition, span):
                if condition.lower_to is None:
                    return None
                lowered = lowered or condition.lower_to
        return span, lowered

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
        return end - start > _MOST_BESIDE or not neighbours.are_all_of(self._text[start:end])

    def _holds(self, condition: Condition, hit: Span) -> bool:
        if condition.quoted and not self._layout.is_quoted(*hit):
            return False
        return (
            self._has_in("message", condition.message, hit)
            and self._has_in("sentence", condition.sentence, hit)
            and self._has_in("clause", condition.clause, hit)
            and (not condition.before or self._has(condition.before, self._before(hit), hit))
            and (not condition.after or self._has(condition.after, self._after(hit), hit))
            and self._touches(condition, hit)
        )

    def _has_in(self, kind: Unit, names: Sequence[str], hit: Span) -> bool:
        return not names or self._has(names, self._layout.unit(kind, *hit), hit)

    def _touches(self, condition: Condition, hit: Span) -> bool:
        return all(
            any(end == hit[0] for _, end in self._near(name, hit))
            for name in condition.right_before
        ) and all(
            any(start == hit[1] for start, _ in self._near(name, hit))
            for name in condition.right_after
        )

    def _before(self, hit: Span) -> Span:
        return self._layout.unit("clause", *hit)[0], hit[0]

    def _after(self, hit: Span) -> Span:
        return hit[1], self._layout.unit("sentence", *hit)[1]

    def _has(self, names: Iterable[str], place: Span, hit: Span) -> bool:
        """Whether each list has a word within `place` that does not overlap the hit itself."""
        for name in names:
            for start, end in self._words(name, place):
                if end <= hit[0] or start >= hit[1]:
                    break
            else:
                return False
        return True

    def _near(self, name: str, hit: Span) -> Iterator[Span]:
        reach = self._lexicon.longest_word
        return self._words(name, (max(0, hit[0] - reach), hit[1] + reach))

    def _words(self, name: str, place: Span) -> Iterator[Span]:
        if self._found_words is None:
            self._found_words = self._lexicon.words(self._text)
        spans = self._found_words.get(name)
        if not spans:
            return
        for position in range(bisect_left(spans, (place[0], 0)), len(spans)):
            start, end = spans[position]
            if start >= place[1]:
                return
            if end <= place[1]:
                yield start, end


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
