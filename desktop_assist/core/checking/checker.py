"""Looks through a draft for wording that is better said otherwise."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, Self

from msgspec import structs

from desktop_assist.core.checking.compiled_rules import CompiledRule, compile_rule
from desktop_assist.core.checking.findings import (
    SEVERITIES,
    Finding,
    LearntException,
    Level,
    Severity,
)
from desktop_assist.core.checking.layout import Cover, Layout, Span
from desktop_assist.core.checking.lexicon import Lexicon
from desktop_assist.core.checking.pattern_search import Hits
from desktop_assist.core.checking.phrase_plan import Plan, comes_in_runs, plan_of
from desktop_assist.core.checking.reach import Draft
from desktop_assist.core.checking.reading import Reading
from desktop_assist.core.checking.rules import Rule, Tone, WordList
from desktop_assist.core.checking.second_opinion import (
    SecondOpinion,
    is_chinese,
    rule_of,
)
from desktop_assist.core.checking.vocabulary import Known, Vocabulary, phrases_of
from desktop_assist.core.language.folding import Folded, fold
from desktop_assist.errors import AssistError
from desktop_assist.text import say

_NO_LEVELS: Mapping[tuple[str, str], Level] = MappingProxyType({})

LONGEST_MESSAGE = 500
"""Code points of a text that the second opinion is asked about; it has learnt from messages."""


class ExampleFailed(AssistError):
    """A rule does not do with its own example what the example says."""


@dataclass(frozen=True, slots=True)
class RefusedRule:
    """A rule that was left out, and why."""

    rule: Rule
    error: AssistError


class RuleSet:
    """Rules made ready, in their order: of equal hits of one family the earlier rule's stands."""

    opinions: tuple[SecondOpinion, ...] = ()
    """Models that judge whole messages, at most one for each language."""

    def __init__(
        self, rules: Iterable[CompiledRule], words: Vocabulary, plan: Plan | None = None
    ) -> None:
        self.rules = tuple(rules)
        self._words = words
        self.lexicon = Lexicon(self.rules, words, plan or self.plan())

    @property
    def families(self) -> tuple[str, ...]:
        """Every family that can be switched off, in the order of first appearance."""
        return tuple(dict.fromkeys(one.rule.family for one in self.rules))

    @classmethod
    def prove(
        cls, rules: Iterable[Rule], words: Mapping[str, WordList]
    ) -> tuple[Self, list[RefusedRule]]:
        """The rules that compile and pass their own examples, and those that do not."""
        vocabulary = Vocabulary(words)
        compiled: list[CompiledRule] = []
        refused: list[RefusedRule] = []
        for rule in rules:
            try:
                compiled.append(compile_rule(rule, vocabulary))
            except AssistError as error:
                refused.append(RefusedRule(rule, error))
        whole = cls(compiled, vocabulary)
        failed = dict(_failures(whole))
        if not failed:
            return whole, refused
        refused += [RefusedRule(compiled[number].rule, error) for number, error in failed.items()]
        kept = [rule for number, rule in enumerate(compiled) if number not in failed]
        return cls(kept, vocabulary), refused

    @classmethod
    def trusted(cls, rules: Iterable[Rule], words: Mapping[str, WordList], known: Known) -> Self:
        """Rules that were proven before, with what was found out about them."""
        vocabulary = Vocabulary(words, known)
        ruleset = cls([compile_rule(rule, vocabulary) for rule in rules], vocabulary, known.plan)
        vocabulary.forget_rules()
        return ruleset

    def plan(self) -> Plan:
        """What is looked for; not to be asked of a trusted set, which has forgotten it."""
        written = (phrases_of(one.rule.phrases, self._words) for one in self.rules)
        return plan_of(self.rules, written)

    def known(self) -> Known:
        """What was found out about the rules and their word lists."""
        # What is in the plan is not needed again, and exceptions are run only about hits.
        shapes = {
            pattern.written: structs.replace(pattern.shape, needed={}, letters=())
            for one in self.rules
            for pattern in (*one.exception_patterns, *one.unsure_patterns)
        }
        shapes |= {
            pattern.written: structs.replace(
                pattern.shape,
                needed=pattern.shape.needed if comes_in_runs(pattern.shape) else {},
                letters=pattern.shape.letters[:1],
            )
            for one in self.rules
            for pattern in one.patterns
        }
        excepted = {phrase for one in self.rules for phrase in one.rule.exceptions}
        phrases = {
            phrase: written
            for phrase, written in self._words.known.phrases.items()
            if isinstance(written, str) or phrase in excepted
        }
        return dataclasses.replace(
            self._words.known, shapes=shapes, phrases=phrases, plan=self.plan()
        )


class Checker:
    """Checks texts against a rule set. Holds no state, so threads may share it.

    Args:
        ruleset: the rules.
        families_off: families that find nothing.
        levels: severity, or `off`, by platform and rule or family. A rule goes before its family,
            and a platform before "", which stands for every platform.
        exceptions: what agents called no problem.
        platform: where the text will be sent, the name of a program's profile; "": not known.
        tone: which replacements come first.
        second_opinion: whether the rule set's models are asked; else the rules alone decide.
    """

    def __init__(
        self,
        ruleset: RuleSet,
        families_off: frozenset[str] = frozenset(),
        levels: Mapping[tuple[str, str], Level] = _NO_LEVELS,
        exceptions: Iterable[LearntException] = (),
        platform: str = "",
        tone: Tone = "any",
        *,
        second_opinion: bool = True,
    ) -> None:
        self._ruleset = ruleset
        self._opinions = ruleset.opinions if second_opinion else ()
        self._families_off, self._set_levels, self._platform = families_off, levels, platform
        self._tone = tone
        self._levels = {
            number: level
            for number, one in enumerate(ruleset.rules)
            if one.rule.family not in families_off
            and _is_in_force(one.rule, platform)
            and (level := _level(one.rule, levels, platform)) != "off"
        }
        self._learnt: dict[str, list[str]] = {}
        for learnt in exceptions:
            if phrase := fold(learnt.phrase).text:
                self._learnt.setdefault(learnt.rule, []).append(phrase)

    def check(self, text: str) -> list[Finding]:
        """Every finding in `text`, sorted by start. Never raises, whatever the text is.

        Findings of one family never overlap: the first stays, of two at one start the longer.
        """
        folded = fold(text)
        hits = self._ruleset.lexicon.hits(folded.text)
        numbers = sorted(self._levels.keys() & hits.keys()) if hits else ()
        layout = Layout(folded.text)
        faults = self._faults(layout, hits, numbers) if numbers else []
        opinion = self._asked(text) if _is_open(faults) else None
        judgement = opinion.judge(folded.text) if opinion else None
        certain = [one for one in faults if not one.unsure]
        asked_for_harm = not faults or len(certain) < len(faults)
        harms = asked_for_harm and judgement is not None and judgement.harms
        faults = faults if harms else certain
        # What the agent called no problem is not brought up again in other words.
        if not faults:
            return self._suspected(text, folded, layout, opinion) if opinion and harms else []
        found = list(self._not_learnt(faults, folded.text)) if self._learnt else faults
        if judgement is not None and judgement.is_fine:
            found = [one for one in found if not one.rule.doubtful]
        draft = Draft(text, folded, layout)
        return _each_once(self._finding(text, draft, one) for one in _apart(found))

    def _faults(self, layout: Layout, hits: Hits, numbers: Iterable[int]) -> list[_Found]:
        reading = Reading(layout, self._ruleset.lexicon, hits)
        return [
            _Found(
                self._ruleset.rules[number].rule,
                fault.span,
                _lower(self._levels[number], fault.lowered),
                fault.unsure,
            )
            for number in numbers
            for fault in reading.faults(number, self._ruleset.rules[number])
        ]

    def _asked(self, text: str) -> SecondOpinion | None:
        """The model of the message's language; none for what is too long for a message."""
        if not self._opinions or len(text) > LONGEST_MESSAGE:
            return None
        chinese = is_chinese(text)
        return next((one for one in self._opinions if one.reads_chinese is chinese), None)

    def _suspected(
        self, text: str, folded: Folded, layout: Layout, opinion: SecondOpinion
    ) -> list[Finding]:
        suspect = opinion.suspect(folded.text)
        wording = suspect.wording
        if wording is None or self._is_silent(suspect.family):
            return []
        rule, hit = rule_of(suspect.family), (suspect.start, suspect.end)
        ways, draft = wording.better.in_order(self._tone), Draft(text, folded, layout)
        replaced = bool(ways) and (wording.takes_back or not draft.states_something(hit))
        start, end, ways = draft.reach(hit, *((ways, "clause") if replaced else ((), "hit")))
        learnt = (one in fold(text[start:end]).text for one in self._learnt.get(rule, ()))
        if start == end or any(learnt):
            return []
        words = text[slice(*folded.original(*hit))]
        above_all = opinion.heaviest(words) if words != text[start:end] else ""
        return [
            Finding(
                rule=rule,
                family=suspect.family,
                severity="hint",
                start=start,
                end=end,
                text=text[start:end],
                message=wording.message,
                why=wording.why + above_all,
                suggestions=ways,
            )
        ]

    def _is_silent(self, family: str) -> bool:
        """Whether the second opinion is to say nothing about `family`."""
        level = _set_level(rule_of(family), family, self._set_levels, self._platform)
        return family in self._families_off or level == "off"

    def _not_learnt(self, found: Iterable[_Found], text: str) -> Iterator[_Found]:
        covers: dict[str, Cover] = {}
        for one in found:
            if one.rule.id not in covers:
                phrases = self._learnt.get(one.rule.id, ())
                covers[one.rule.id] = Cover(
                    place.span(1) for phrase in phrases for place in _everywhere(phrase, text)
                )
            if not covers[one.rule.id].holds(*one.span):
                yield one

    def _finding(self, text: str, draft: Draft, found: _Found) -> Finding:
        rule = found.rule
        ways = rule.ways(self._tone)
        start, end, ways = draft.reach(found.span, ways, rule.replaces)
        message, why = rule.told(chinese=draft.is_chinese)
        return Finding(
            rule=rule.id,
            family=rule.family,
            severity=found.severity,
            start=start,
            end=end,
            text=text[start:end],
            message=message,
            why=why,
            suggestions=ways,
            link=rule.link,
        )


class _Found(NamedTuple):
    rule: Rule
    span: Span
    severity: Severity
    unsure: bool


def _is_in_force(rule: Rule, platform: str) -> bool:
    listed = {one.casefold() for one in rule.platforms}
    return not listed or not platform or platform.casefold() in listed


def _level(rule: Rule, levels: Mapping[tuple[str, str], Level], platform: str) -> Level:
    return _set_level(rule.id, rule.family, levels, platform) or rule.severity


def _set_level(
    rule: str, family: str, levels: Mapping[tuple[str, str], Level], platform: str
) -> Level | None:
    places = itertools.product(dict.fromkeys((platform, "")), (rule, family))
    return next((levels[place] for place in places if place in levels), None)


def _is_open(faults: Sequence[_Found]) -> bool:
    """Whether the second opinion has something to say where the rules found `faults`."""
    return not faults or any(one.unsure or one.rule.doubtful for one in faults)


def _lower(level: Level, lowered: Severity | None) -> Severity:
    # A rule that is off never gets here.
    severity: Severity = "hint" if level == "off" else level
    return severity if lowered is None else max(severity, lowered, key=SEVERITIES.index)


def _everywhere(phrase: str, text: str) -> Iterator[re.Match[str]]:
    """Every place of `phrase`, overlapping ones too, each a zero-width match with group 1."""
    return re.finditer(f"(?=({re.escape(phrase)}))", text)


def _apart(found: Iterable[_Found]) -> Iterator[_Found]:
    """`found` without what overlaps an earlier find of its family; the longer of two comes first.

    Of equal ones the first rule's stays.
    """
    furthest: dict[str, int] = {}
    for one in sorted(found, key=lambda one: (one.span[0], -one.span[1])):
        if one.span[0] >= furthest.get(one.rule.family, 0):
            furthest[one.rule.family] = one.span[1]
            yield one


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """`findings` by start, and of those in one clause and of one family the first."""
    kept: list[Finding] = []
    furthest: dict[str, int] = {}
    for one in sorted(findings, key=lambda one: (one.start, one.end, one.rule)):
        if one.start >= furthest.get(one.family, 0):
            furthest[one.family] = one.end
            kept.append(one)
    return kept


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
    hits = ruleset.lexicon.hits(folded)
    if number not in hits:
        return False
    reading = Reading(Layout(folded), ruleset.lexicon, {number: hits[number]})
    return not all(fault.unsure for fault in reading.faults(number, ruleset.rules[number]))


def _example_failed(rule: Rule, example: str, wanted: bool) -> ExampleFailed:
    what = (
        say("Rules", "The rule {rule} does not find its own bad example “{example}”.",
            rule=rule.id, example=example)
        if wanted
        else say("Rules", "The rule {rule} finds fault with its own good example “{example}”.",
                 rule=rule.id, example=example)
    )  # fmt: skip
    return ExampleFailed(what, say("Rules", "Correct the rule or the example."))
