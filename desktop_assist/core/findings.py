"""What the checker says of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["block", "warn", "hint"]


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
