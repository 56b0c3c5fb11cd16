"""Looks through a draft for wording that is better said otherwise."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_assist.core.compiled_rules import (
    CompiledRule,
    Lexicon,
    Spans,
    compile_rule,
)
from desktop_assist.core.findings import Finding
from desktop_assist.core.folding import Folded, fold
from desktop_assist.core.layout import Layout, Span, Unit, uncovered
from desktop_assist.core.rules import Condition, Rule, WordList
from desktop_assist.errors import AssistError
from desktop_assist.text import say

_UNITS: dict[str, Unit] = {
    "message": "message", "sentence": "sentence", "clause": "clause",
    "sentence_start": "sentence", "clause_start": "clause",
}  # fmt: skip


_MOST_BESIDE = 200
"""With more characters than this beside it, an answer is not a lone one."""


class ExampleFailed(AssistError):
    """A rule does not do with its own example what the example says."""


@dataclass(frozen=True, slots=True)
class RefusedRule:
    """A rule that was left out, and why."""

    rule: Rule
    error: AssistError


class RuleSet:
    """Rules made ready, in their order: of equal hits of one family the earlier rule's stands."""

    def __init__(self, rules: Iterable[CompiledRule], words: Mapping[str, WordList]) -> None:
        self.rules = tuple(rules)
        self.words = words
        self.lexicon = Lexicon(self.rules, words)

    @property
    def families(self) -> tuple[str, ...]:
        """Every family that can be switched off, in the order of first appearance."""
        return tuple(dict.fromkeys(one.rule.family for one in self.rules))

    @classmethod
    def prove(
        cls, rules: Iterable[Rule], words: Mapping[str, WordList]
    ) -> tuple[RuleSet, list[RefusedRule]]:
        """The rules that compile and pass their own examples, and those that do not."""
        compiled: list[CompiledRule] = []
        refused: list[RefusedRule] = []
        for rule in rules:
            try:
                compiled.append(compile_rule(rule, words))
            except AssistError as error:
                refused.append(RefusedRule(rule, error))
        whole = cls(compiled, words)
        failed = dict(_failures(whole))
        if not failed:
            return whole, refused
        refused += [RefusedRule(compiled[number].rule, error) for number, error in failed.items()]
        kept = [rule for number, rule in enumerate(compiled) if number not in failed]
        return cls(kept, words), refused


class Checker:
    """Checks texts against a rule set. Holds no state, so threads may share it."""

    def __init__(self, ruleset: RuleSet, families_off: frozenset[str] = frozenset()) -> None:
        self._ruleset = ruleset
        self._families_off = families_off

    def check(self, text: str) -> list[Finding]:
        """Every finding in `text`, sorted by start. Never raises, whatever the text is.

        Findings of one family never overlap: the first stays, of two at one start the longer.
        """
        folded = fold(text)
        spans = self._ruleset.lexicon.spans(folded.text)
        reading = _Reading(folded.text, spans)
        hit_rules = ((number, self._ruleset.rules[number]) for number in sorted(spans.hits))
        found = [
            (compiled.rule, span)
            for number, compiled in hit_rules
            if compiled.rule.family not in self._families_off
            for span in reading.faults(number, compiled)
        ]
        findings = [_finding(text, folded, rule, span) for rule, span in _apart(found)]
        return sorted(findings, key=lambda one: (one.start, one.end, one.rule))


class _Reading:
    """One folded text while the rules look at it."""

    def __init__(self, text: str, spans: Spans) -> None:
        self._text = text
        self._spans = spans
        self._layout = Layout(text)

    def faults(self, number: int, rule: CompiledRule) -> list[Span]:
        """The spans at which rule `number` finds something wrong."""
        hits = self._spans.hits.get(number)
        if not hits:
            return []
        candidates = uncovered(hits, self._spans.exceptions.get(number, ()))
        scoped = (self._scoped(span, rule) for span in _longest(candidates))
        return [
            span
            for span in dict.fromkeys(scoped)
            if span and not any(self._holds(one, span) for one in rule.rule.unless)
        ]

    def _scoped(self, span: Span, rule: CompiledRule) -> Span | None:
        """`span` with the particles that belong to it, or None where the scope does not fit."""
        scope = rule.rule.scope
        start, end = span
        tail = rule.tail.match(self._text, end)
        end = tail.end() if tail else end
        if scope == "anywhere":
            return start, end
        first, last = self._layout.unit(_UNITS[scope], start, end)
        fits = scope.endswith("_start") or not self._says_something(rule, end, last)
        return (start, end) if fits and not self._says_something(rule, first, start) else None

    def _says_something(self, rule: CompiledRule, start: int, end: int) -> bool:
        if end - start > _MOST_BESIDE:
            return True
        rest = rule.neighbours.sub("", self._text[start:end])
        return any(character.isalnum() for character in rest)

    def _holds(self, condition: Condition, hit: Span) -> bool:
        if condition.quoted and not self._layout.is_quoted(*hit):
            return False
        start, end = hit
        places = (
            (condition.message, "message"), (condition.sentence, "sentence"),
            (condition.clause, "clause"),
        )  # fmt: skip
        if not all(
            self._has(names, self._layout.unit(_UNITS[kind], start, end), hit)
            for names, kind in places
            if names
        ):
            return False
        before = (self._layout.unit("clause", start, end)[0], start)
        after = (end, self._layout.unit("sentence", start, end)[1])
        return self._has(condition.before, before, hit) and self._has(condition.after, after, hit)

    def _has(self, names: Iterable[str], place: Span, hit: Span) -> bool:
        """Whether each list has a word within `place` that does not touch the hit itself."""
        return all(
            any(end <= hit[0] or start >= hit[1] for start, end in self._words(name, place))
            for name in names
        )

    def _words(self, name: str, place: Span) -> Iterator[Span]:
        spans = self._spans.words.get(name, [])
        for position in range(bisect_left(spans, (place[0], 0)), len(spans)):
            start, end = spans[position]
            if start >= place[1]:
                return
            if end <= place[1]:
                yield start, end


def _longest(spans: Sequence[Span]) -> list[Span]:
    """`spans` without those that lie inside another, each once."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (one[0], -one[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept


def _apart(found: Iterable[tuple[Rule, Span]]) -> Iterator[tuple[Rule, Span]]:
    """`found` without what overlaps an earlier find of its family; the longer of two comes first.

    Of equal ones the first rule's stays.
    """
    furthest: dict[str, int] = {}
    for rule, (start, end) in sorted(found, key=lambda one: (one[1][0], -one[1][1])):
        if start >= furthest.get(rule.family, 0):
            furthest[rule.family] = end
            yield rule, (start, end)


def _finding(text: str, folded: Folded, rule: Rule, span: Span) -> Finding:
    start, end = folded.original(*span)
    return Finding(
        rule=rule.id,
        family=rule.family,
        severity=rule.severity,
        start=start,
        end=end,
        text=text[start:end],
        message=rule.message,
        why=rule.why,
        suggestions=rule.better,
    )


def _failures(ruleset: RuleSet) -> Iterator[tuple[int, ExampleFailed]]:
    """The rules, by number, that fail one of their own examples when run alone."""
    for number, rule in enumerate(ruleset.rules):
        for texts, wanted in ((rule.rule.examples.bad, True), (rule.rule.examples.good, False)):
            failed = next((one for one in texts if _hits(ruleset, number, one) != wanted), None)
            if failed is not None:
                yield number, _example_failed(rule.rule, failed, wanted)
                break


def _hits(ruleset: RuleSet, number: int, text: str) -> bool:
    folded = fold(text).text
    reading = _Reading(folded, ruleset.lexicon.spans(folded))
    return bool(reading.faults(number, ruleset.rules[number]))


def _example_failed(rule: Rule, example: str, wanted: bool) -> ExampleFailed:
    what = (
        say("Rules", "The rule {rule} does not find its own bad example “{example}”.",
            rule=rule.id, example=example)
        if wanted
        else say("Rules", "The rule {rule} finds fault with its own good example “{example}”.",
                 rule=rule.id, example=example)
    )  # fmt: skip
    return ExampleFailed(what, say("Rules", "Correct the rule or the example."))
