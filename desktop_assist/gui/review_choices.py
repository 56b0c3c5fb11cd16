"""Which better wording is taken for each finding of a draft. Knows no window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_assist.core.findings import Finding, Fix, apply_fixes

AS_IT_IS = 0
"""The number of the choice that leaves the draft's own wording."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A draft, its findings in reading order, and a chosen number for each.

    `AS_IT_IS` keeps the wording, 1 takes the first suggestion, and so on.
    """

    draft: str
    findings: tuple[Finding, ...]
    chosen: tuple[int, ...]

    @classmethod
    def best(cls, draft: str, findings: Sequence[Finding]) -> Choices:
        """The best suggestion for every finding that has one; of two that overlap, the first's."""
        ordered = tuple(sorted(findings, key=lambda one: (one.start, one.end)))
        numbers: list[int] = []
        taken_to = 0
        for finding in ordered:
            takes = bool(finding.suggestions) and finding.start >= taken_to
            numbers.append(1 if takes else AS_IT_IS)
            taken_to = finding.end if takes else taken_to
        return cls(draft, ordered, tuple(numbers))

    def choose(self, at: int, number: int) -> Choices:
        """Take suggestion `number` for finding `at`; what overlaps it stays as it is.

        An impossible number changes nothing.
        """
        if not 0 <= number <= len(self.findings[at].suggestions):
            return self
        numbers = list(self.chosen)
        numbers[at] = number
        if number != AS_IT_IS:
            for other, finding in enumerate(self.findings):
                if other != at and _overlap(finding, self.findings[at]):
                    numbers[other] = AS_IT_IS
        return replace(self, chosen=tuple(numbers))

    def fixes(self) -> list[Fix]:
        """What is to be replaced in the draft, in reading order."""
        return [
            Fix(finding.start, finding.end, finding.suggestions[number - 1])
            for finding, number in zip(self.findings, self.chosen, strict=True)
            if number != AS_IT_IS
        ]

    def polished(self) -> str:
        """The draft with the chosen wordings."""
        return apply_fixes(self.draft, self.fixes())

    def replaced(self) -> list[tuple[int, int]]:
        """Where the chosen wordings stand in `polished()`, in code points."""
        spans: list[tuple[int, int]] = []
        shift = 0
        for fix in self.fixes():
            start = fix.start + shift
            spans.append((start, start + len(fix.replacement)))
            shift += len(fix.replacement) - (fix.end - fix.start)
        return spans


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
