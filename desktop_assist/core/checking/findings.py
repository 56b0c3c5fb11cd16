"""What the checker says of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["block", "warn", "hint"]
Level = Literal["block", "warn", "hint", "off"]
"""The severity that somebody chose for a rule or family; `off` finds nothing."""
SEVERITIES: tuple[Severity, ...] = ("block", "warn", "hint")
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: `text == checked[start:end]`, offsets in code points.

    `suggestions` are replacements for exactly that span, the best first.
    """

    rule: str
    family: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    why: str = ""
    suggestions: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class LearntException:
    """What an agent called no problem: rule `rule` finds nothing inside `phrase`.

    `phrase` is the finding's text, a longer part of the message, or all of it; spelling, width
    and hidden characters do not matter.
    """

    rule: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Put `replacement` in place of the code points from `start` to `end`."""

    start: int
    end: int
    replacement: str


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with `fixes` applied right to left; of two that overlap the later one is left out."""
    kept: list[Fix] = []
    for fix in sorted(fixes, key=lambda one: (one.start, one.end)):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    for fix in reversed(kept):
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text
