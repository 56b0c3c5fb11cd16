"""Five things that a good answer has, and the very words in which it has them.

The rubric sees words, not meaning: it tells which words it went by, so that the learner can judge
the judgement. How often it is right is measured on `tests/data/practice`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.learning.rubric_words import CRITERIA, Criterion, patterns
from desktop_assist.core.learning.schedule import Rating
from desktop_assist.text import Message, say

__all__ = ["ADVICE", "CRITERIA", "NAMES", "Criterion", "Mark", "marks", "met", "proposed_rating"]

LONGEST_ANSWER = 4000
"""Code points that are looked through; no message is longer."""

_HAN = re.compile("[一-鿿]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether an answer meets one criterion, and the `spans` of the words that show it."""

    criterion: Criterion
    spans: tuple[tuple[int, int], ...]

    @property
    def is_met(self) -> bool:
        return bool(self.spans)

    def words(self, answer: str) -> tuple[str, ...]:
        """The words themselves, each once."""
        return tuple(dict.fromkeys(answer[start:end].strip() for start, end in self.spans))


def marks(answer: str) -> tuple[Mark, ...]:
    """How `answer` does by each criterion, in their order. Never raises.

    An answer with any 汉字 in it is read as Chinese, else as English.
    """
    start = len(answer) - len(answer.lstrip())
    text = answer[start : start + LONGEST_ANSWER]
    table = _chinese() if _HAN.search(text) else _english()
    return tuple(
        Mark(name, tuple((at + start, end + start) for at, end in _spans(table[name], text)))
        for name in CRITERIA
    )


def met(answer: str) -> frozenset[Criterion]:
    """The criteria that `answer` meets."""
    return frozenset(one.criterion for one in marks(answer) if one.is_met)


def proposed_rating(found: frozenset[Criterion], findings: Sequence[Finding]) -> Rating:
    """How well the answer went, to be confirmed by the learner.

    What must change counts as not known; else four of the five make it good, and all five without
    a finding easy.
    """
    if any(one.severity == "block" for one in findings) or len(found) < 2:
        return "again"
    if any(one.severity == "warn" for one in findings) or len(found) < 4:
        return "hard"
    return "easy" if len(found) == len(CRITERIA) and not findings else "good"


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (hit.span() for hit in pattern.finditer(text))


@functools.cache
def _chinese() -> Mapping[Criterion, re.Pattern[str]]:
    return patterns("zh")


@functools.cache
def _english() -> Mapping[Criterion, re.Pattern[str]]:
    return patterns("en")


NAMES: dict[Criterion, Message] = {
    "greeting": say("Rubric", "Greeting"),
    "reason": say("Rubric", "Reason"),
    "alternative": say("Rubric", "Alternative"),
    "courtesy": say("Rubric", "Courtesy"),
    "next_step": say("Rubric", "Next step"),
}

ADVICE: dict[Criterion, Message] = {
    "greeting": say("Rubric", "Address the customer first, so that they feel somebody is there."),
    "reason": say("Rubric", "Say why: with a reason, even a no is easier to take."),
    "alternative": say("Rubric", "Offer a way on: something else, or a choice between two."),
    "courtesy": say("Rubric", "Add a please, a thank you or an apology where one is due."),
    "next_step": say("Rubric", "Say what happens next, who does it and when."),
}
"""What to do where a criterion is not met."""
