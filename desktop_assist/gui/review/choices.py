"""Which better wording is taken for each finding of a draft. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_assist.core.checking.findings import Finding, Fix, apply_fixes
from desktop_assist.core.rewriting.proposal import Rewrite

AS_IT_IS = 0
"""The number of the choice that leaves the draft's own wording."""

Said = Callable[[Rewrite], str]
"""The text of a rewrite with its slots filled, or shown as gaps."""


def as_written(one: Rewrite) -> str:
    """Its text as it is: right where there are no slots."""
    return one.text


@dataclass(frozen=True, slots=True)
class Choices:
    """A draft, its findings in reading order, and a chosen number for each.

    `AS_IT_IS` keeps the wording, 1 takes the first of `options`, and so on. What is chosen is
    the same or lies apart for any two findings.
    """

    draft: str
    findings: tuple[Finding, ...]
    chosen: tuple[int, ...]
    sentences: tuple[Rewrite, ...] = ()
    """Whole sentences, each a choice of every finding that it overlaps."""
    hints: tuple[Rewrite, ...] = ()
    """Small improvements that belong to no finding; they lie apart from each other."""
    ticked: frozenset[Rewrite] = frozenset()
    """Those of `hints` that are wanted."""

    @classmethod
    def best(
        cls,
        draft: str,
        findings: Sequence[Finding],
        sentences: Sequence[Rewrite] = (),
        hints: Sequence[Rewrite] = (),
    ) -> Choices:
        """The best suggestion for every finding that has one; of two that overlap, the first's.

        Whole sentences and hints are only offered.
        """
        ordered = tuple(sorted(findings, key=lambda one: (one.start, one.end)))
        numbers: list[int] = []
        taken_to = 0
        said: set[str] = set()
        for finding in ordered:
            takes = bool(finding.suggestions) and finding.start >= taken_to
            numbers.append(_first_unsaid(finding.suggestions, said) if takes else AS_IT_IS)
            taken_to = finding.end if takes else taken_to
        return cls(draft, ordered, tuple(numbers), tuple(sentences), tuple(hints))

    def sentences_for(self, at: int) -> tuple[Rewrite, ...]:
        """The whole sentences among the options of finding `at`; they are the last ones."""
        return tuple(one for one in self.sentences if _overlap(one, self.findings[at]))

    def options(self, at: int) -> tuple[Rewrite, ...]:
        """What can be taken for finding `at`: its suggestions, then whole sentences."""
        here = self.findings[at]
        words = tuple(Rewrite(here.start, here.end, text) for text in here.suggestions)
        return words + self.sentences_for(at)

    def taken(self, at: int) -> Rewrite | None:
        """What is chosen for finding `at`; None where its wording stays."""
        number = self.chosen[at]
        return None if number == AS_IT_IS else self.options(at)[number - 1]

    def choose(self, at: int, number: int) -> Choices:
        """Take option `number` for finding `at`; another choice in the same place gives way.

        A whole sentence is taken for every finding in it. An impossible number changes nothing.
        """
        if not 0 <= number <= len(self.options(at)):
            return self
        choices, left = self, self.taken(at)
        if left in self.sentences and number != self.chosen[at]:
            choices = self._without(left, at)
        numbers = list(choices.chosen)
        numbers[at] = number
        choices = replace(choices, chosen=tuple(numbers))
        taken = choices.taken(at)
        return choices if taken is None else choices._giving_way(at, taken)

    def _giving_way(self, at: int, taken: Rewrite) -> Choices:
        numbers = list(self.chosen)
        for other, finding in enumerate(self.findings):
            chosen = self.taken(other)
            if other == at or not (
                _overlap(taken, finding) or (chosen is not None and _overlap(taken, chosen))
            ):
                continue
            if chosen is None or _overlap(taken, chosen):
                numbers[other] = self._number(other, taken) if taken in self.sentences else AS_IT_IS
        return replace(self, chosen=tuple(numbers))

    def _number(self, at: int, option: Rewrite) -> int:
        options = self.options(at)
        return options.index(option) + 1 if option in options else AS_IT_IS

    def _without(self, sentence: Rewrite, at: int) -> Choices:
        """`sentence` goes: its findings but `at` have their best wording again."""
        holders = [other for other in range(len(self.findings)) if self.taken(other) == sentence]
        numbers = [AS_IT_IS if other in holders else one for other, one in enumerate(self.chosen)]
        choices = replace(self, chosen=tuple(numbers))
        for other in holders:
            if other != at and self.findings[other].suggestions and choices._is_free(other):
                choices = choices.choose(other, 1)
        return choices

    def _is_free(self, at: int) -> bool:
        return not any(_overlap(one, self.findings[at]) for one in self._taken())

    def renewed(self, findings: Sequence[Finding], sentences: Sequence[Rewrite] = ()) -> Choices:
        """The same draft with other `findings`; those that stay keep what was chosen for them."""
        chosen = {finding: self.taken(at) for at, finding in enumerate(self.findings)}
        best = Choices.best(self.draft, findings, sentences, self.hints)
        fresh = replace(best, ticked=self.ticked)
        for at, finding in enumerate(fresh.findings):
            if finding in chosen:
                kept = chosen[finding]
                number = AS_IT_IS if kept is None else fresh._number(at, kept)
                fresh = fresh.choose(at, number)
        return fresh

    def open_hints(self) -> tuple[Rewrite, ...]:
        """The hints for which what is chosen leaves room."""
        taken = self._taken()
        return tuple(hint for hint in self.hints if not any(_overlap(one, hint) for one in taken))

    def tick(self, *hints: Rewrite, wanted: bool) -> Choices:
        """Take `hints`, or leave them out again."""
        ticked = self.ticked | set(hints) if wanted else self.ticked - set(hints)
        return replace(self, ticked=ticked)

    def picked(self) -> list[Rewrite]:
        """What is to be put into the draft, in reading order, each once."""
        ticked = [hint for hint in self.open_hints() if hint in self.ticked]
        return sorted([*self._taken(), *ticked], key=lambda one: (one.start, one.end))

    def _taken(self) -> list[Rewrite]:
        taken = (self.taken(at) for at in range(len(self.findings)))
        return list(dict.fromkeys(one for one in taken if one is not None))

    def fixes(self, said: Said = as_written) -> list[Fix]:
        """What is to be replaced in the draft, in reading order."""
        return [Fix(one.start, one.end, said(one)) for one in self.picked()]

    def polished(self, said: Said = as_written) -> str:
        """The draft with the chosen wordings."""
        return apply_fixes(self.draft, self.fixes(said))

    def replaced(self, said: Said = as_written) -> list[tuple[int, int]]:
        """Where the chosen wordings stand in `polished(said)`, in code points."""
        spans: list[tuple[int, int]] = []
        shift = 0
        for fix in self.fixes(said):
            start = fix.start + shift
            spans.append((start, start + len(fix.replacement)))
            shift += len(fix.replacement) - (fix.end - fix.start)
        return spans


def _first_unsaid(suggestions: Sequence[str], said: set[str]) -> int:
    """The number of the first suggestion that no finding before has taken; noted in `said`."""
    fresh = (number for number, text in enumerate(suggestions, 1) if not text or text not in said)
    number = next(fresh, 1)
    said.add(suggestions[number - 1])
    return number


def _overlap(one: Finding | Rewrite, other: Finding | Rewrite) -> bool:
    return one.start < other.end and other.start < one.end
