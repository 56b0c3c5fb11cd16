"""What the second opinion sees of each clause: its words, and those of the clauses beside it.

One harmful clause in a kind reply is lost among the words of the whole; by itself it is not, and
what stands beside it tells a bare refusal from one with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_assist.core.checking.opinion_grams import BEGIN, END, features, pairs_of, words_of

Span = tuple[int, int]


class Seen(NamedTuple):
    """The features of a clause; words and pairs of the clause before, and of the one behind.

    `BEGIN` and `END` where there is none.
    """

    own: list[str]
    before: list[str]
    behind: list[str]


_SHORT = 3
"""A clause of no more characters, 您好 or “Hi”, belongs to the next."""

# A point ends a clause between words only, and a space only where it stands for a mark.
_BETWEEN = re.compile(r"[,。!?;…~\n]+|(?<=[a-z])\.(?=\s|$)|(?<![a-z0-9,.:;!?]) +(?![a-z])")


def clauses_of(folded: str) -> list[Span]:
    """Where the clauses of a folded message stand, each with the marks behind it; at least one."""
    spans: list[Span] = []
    start = 0
    for mark in _BETWEEN.finditer(folded):
        if mark.start() > start:
            _add(spans, start, mark.end())
        start = mark.end()
    if start < len(folded):
        _add(spans, start, len(folded))
    return spans or [(0, len(folded))]


def _add(spans: list[Span], start: int, end: int) -> None:
    if spans and spans[-1][1] - spans[-1][0] <= _SHORT:
        start = spans.pop()[0]
    spans.append((start, end))


def seen_by_clause(clauses: Sequence[str]) -> list[Seen]:
    """What is seen of each of the clauses of one message."""
    words = [words_of(clause) for clause in clauses]
    beside = [[*one[1:-1], *pairs_of(one)] for one in words]
    return [
        Seen(features(own), before, behind)
        for own, before, behind in zip(
            words, [[BEGIN], *beside[:-1]], [*beside[1:], [END]], strict=True
        )
    ]
