"""Categories of a file that are likely one that exists already under another name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_assist.core.language.folding import fold

Category = tuple[str, ...]

MOST_OFFERED = 4
"""Known categories that are offered for one of a file."""

_EMPTY_WORDS = re.compile(
    r"常用|快捷|回复|话术|短语|相关|问题|分类|类$|专区|模板|replies|reply|snippets|common|general"
)
_SIGNS = re.compile(r"[\W_\d]+")
_COMMON = frozenset("售货品客服前后中新老订单的")
"""Characters that opposites share, too (售前 and 售后): that two names have one says nothing."""

_ENOUGH = 0.3
_EVIDENCE = 0.5
"""The part of a category's known replies that lie in another one."""


@dataclass(frozen=True, slots=True)
class Merge:
    """An offer: put what the file has in `incoming` into one of `known`, the likeliest first."""

    incoming: Category
    known: tuple[Category, ...]
    count: int


def merges(
    incoming: Mapping[Category, int],
    known: Iterable[Category],
    met: Mapping[Category, Mapping[Category, int]],
) -> tuple[Merge, ...]:
    """What to offer for each category of a file.

    `incoming` counts the replies that are new, by category; `met` tells where those lie that are
    known already.

    A category that exists under the very name is none to offer; one that has only another spelling
    of it (width, case, spaces) is.
    """
    existing = tuple(dict.fromkeys(known))
    exact = set(existing)
    found = _Likeness(existing)
    offers = []
    for category, count in incoming.items():
        if category in exact:
            continue
        # Within a file the bigger one of two may take the other in.
        bigger = [one for one, size in incoming.items() if one != category and size > count]
        scores: defaultdict[Category, float] = defaultdict(float)
        scores.update(found.scores(category, bigger))
        for where, hits in met.get(category, {}).items():
            whole = count + sum(met[category].values())
            if where != category and hits >= _EVIDENCE * whole:
                scores[where] += hits / whole
        best = tuple(sorted(scores, key=lambda one: -scores[one])[:MOST_OFFERED])
        if best:
            offers.append(Merge(category, best, count))
    return tuple(offers)


class _Likeness:
    """Compares names; a character that many names have weighs nothing."""

    def __init__(self, existing: Sequence[Category]) -> None:
        self._existing = existing
        self._plain = {one: plain_name(one[-1]) for one in existing if one}
        names = set(self._plain.values())
        counts = Counter(sign for name in names for sign in set(name))
        most = max(3, len(names) // 12)
        self._weak = _COMMON | {sign for sign, count in counts.items() if count > most}

    def scores(
        self, category: Category, more: Iterable[Category]
    ) -> Iterator[tuple[Category, float]]:
        name = plain_name(category[-1]) if category else ""
        others = {**self._plain, **{one: plain_name(one[-1]) for one in more if one}}
        for one, other in others.items():
            score = self._score(name, other)
            if score >= _ENOUGH and one != category:
                yield one, score

    def _score(self, name: str, other: str) -> float:
        if not name or not other:
            return 0.0
        if name == other:
            return 1.0
        shorter, longer = sorted((name, other), key=len)
        if len(shorter) > 1 and shorter in longer:
            return 0.8
        strong = (set(name) & set(other)) - self._weak
        if name.isascii():
            return 0.0
        return len(strong) / len(set(name) | set(other))


def plain_name(name: str) -> str:
    """A category's name without signs, numbers and the words that say nothing."""
    folded = _SIGNS.sub("", fold(name).text)
    return _EMPTY_WORDS.sub("", folded) or folded
