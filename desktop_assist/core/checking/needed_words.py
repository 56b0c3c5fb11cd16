"""Words that every match of a pattern must hold, and which of them are worth looking for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from desktop_assist.core.checking.rare_letters import Letters, letters_in, rarest_of
from desktop_assist.core.checking.shares import share_of_text

Places = tuple[int, int]
"""How many characters may stand between the start of a match and a word: least and most."""
Needed = Mapping[str, Places]
"""Words of which every match holds at least one, and where."""

MOST_JOINED = 60
"""More words than this are not made of neighbours: they would fill the automaton."""
NOTHING: Needed = MappingProxyType({})
TRANSPARENT = frozenset({""})
"""The words of what takes no character."""
_START: Places = (0, 0)
DIGITS = frozenset("0123456789")
NUMERALS = DIGITS | frozenset("零〇一二三四五六七八九幺洞拐壹贰叁肆伍陆柒捌玖")

_COST_OF_WORD = 1e-5
_COST_OF_PLACE = 0.15
_MOST_PLACES = 10
_MOST_OPTIONAL = 24


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a pattern.

    `width`: characters looked at, `least` to `most` of them taken. `words`: all that it can be,
    where that is known and short; `exact`: and no lookaround narrows it. `needed`: words that it
    must hold. `ahead`: words of which one must follow. `ways`: in how many ways its choices may
    combine. `digits`, `numerals`: how many it holds at least. `firsts`: with what it may begin if
    it takes anything; None where that is not known. `letters`: sets of letters, the rarest first,
    of each of which it, or what is looked at beside it, holds one. `alphabet`: all characters
    that it is made of; None where that is not known.
    """

    width: int
    least: int = 0
    most: int = 0
    words: frozenset[str] | None = None
    needed: Needed = field(default_factory=lambda: NOTHING)
    ahead: frozenset[str] | None = None
    ways: int = 1
    digits: int = 0
    numerals: int = 0
    exact: bool = True
    firsts: frozenset[str] | None = None
    letters: Letters = ()
    alphabet: frozenset[str] | None = None

    @property
    def needs(self) -> Needed:
        """What it needs, or its words where they are all that is known."""
        if self.needed or not self.words or "" in self.words:
            return self.needed
        return dict.fromkeys(self.words, _START)


class _Choice(NamedTuple):
    cost: float
    start: int
    sets: tuple[frozenset[str], ...]
    needed: Needed = NOTHING


def one_of(branches: Sequence[Part]) -> Part:
    """A part that is any of `branches`."""
    if len(branches) == 1:
        return branches[0]
    words = _union(one.words for one in branches)
    exact = all(one.exact for one in branches)
    return Part(
        width=max(one.width for one in branches),
        least=min(one.least for one in branches),
        most=max(one.most for one in branches),
        words=words,
        needed=_any_of([one.needs for one in branches]) if _adds(words, branches) else NOTHING,
        ways=_most_prefixes(words) if words and exact else sum(one.ways for one in branches),
        digits=min(one.digits for one in branches),
        numerals=min(one.numerals for one in branches),
        exact=exact,
        firsts=_union(one.firsts for one in branches),
        letters=rarest_of(
            frozenset().union(*sets)
            for sets in zip(*(one.letters for one in branches), strict=False)
        ),
        alphabet=_union(one.alphabet for one in branches),
    )


def in_turn(parts: Sequence[Part]) -> Part:
    """A part that is `parts`, one behind the other."""
    words = _whole(parts)
    return Part(
        width=sum(part.width for part in parts),
        least=sum(part.least for part in parts),
        most=sum(part.most for part in parts),
        words=words,
        needed=_rarest(parts) if _adds(words, parts) else NOTHING,
        ways=math.prod(part.ways for part in parts),
        digits=sum(part.digits for part in parts),
        numerals=sum(part.numerals for part in parts),
        exact=all(part.exact for part in parts),
        firsts=_firsts(parts),
        letters=rarest_of(letters for part in parts for letters in part.letters),
        alphabet=_union(part.alphabet for part in parts),
    )


def either_of(words: Sequence[str]) -> Part:
    """The same as `one_of` the `words`, which are read at once."""
    lengths = [len(word) for word in words]
    return Part(
        width=max(lengths),
        least=min(lengths),
        most=max(lengths),
        words=frozenset(words),
        ways=_most_prefixes(set(words)),
        digits=min(sum(letter in DIGITS for letter in word) for word in words),
        numerals=min(sum(letter in NUMERALS for letter in word) for word in words),
        firsts=frozenset(word[0] for word in words if word),
        letters=letters_in(words),
        alphabet=frozenset("").union(*words),
    )


def repeated(part: Part, least: int, most: int) -> list[Part]:
    """`part` so many times; two pieces, that may change places, where some of it is known."""
    if part.words and least and most > 1 and not _is_run(part.words):
        number = max(
            n for n in range(1, least + 1) if n == 1 or len(part.words) ** n <= MOST_JOINED
        )
        sure = joined([part.words] * number)
        held = _times(part, number, number, sure)
        rest = _times(part, least - number, most - number, None)
        return [held, rest] if most > number else [held]
    if (
        part.words
        and not least
        and sum(len(part.words) ** n for n in range(most + 1)) <= _MOST_OPTIONAL
    ):
        every = frozenset().union(*(joined([part.words] * n) for n in range(most + 1)))
        return [_times(part, 0, most, every)]
    held = _times(part, least, most, part.words if least == most == 1 else None)
    return [held if held.words or not least else _needing(held, part.needs)]


def joined(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """Every text made of one word of each set."""
    texts = TRANSPARENT
    for words in sets:
        texts = frozenset(first + second for first in texts for second in words)
    return texts


def fewest(needed: Needed) -> dict[str, Places]:
    """`needed` without the words that hold another one of it, which is found wherever they are."""
    kept: dict[str, Places] = {}
    for word in sorted(needed, key=len):
        inside = [
            (other, at)
            for at in range(len(word))
            for end in range(at + 1, len(word) + 1)
            if (other := word[at:end]) in kept
        ]
        least, most = needed[word]
        if not inside:
            kept[word] = least, most
        for other, at in inside[:1]:
            kept[other] = min(kept[other][0], least + at), max(kept[other][1], most + at)
    return kept


def _times(part: Part, least: int, most: int, words: frozenset[str] | None) -> Part:
    return Part(
        width=part.width * most,
        least=part.least * least,
        most=part.most * most,
        words=words,
        ways=part.ways,
        digits=part.digits * least,
        numerals=part.numerals * least,
        exact=part.exact,
        firsts=part.firsts,
        letters=part.letters if least else (),
        alphabet=part.alphabet,
    )


def _needing(part: Part, needed: Needed) -> Part:
    return replace(part, words=None, needed=needed)


def _is_run(words: frozenset[str]) -> bool:
    # Digits and the like come in runs, in which two stand as often as one; a mark seldom does.
    return all(map(str.isascii, words)) and (len(words) > 1 or any(map(str.isalnum, words)))


def _adds(words: frozenset[str] | None, parts: Sequence[Part]) -> bool:
    """Whether what `parts` need may say more than the `words` of the whole."""
    return not words or any(part.ahead or part.needed for part in parts)


def _whole(parts: Sequence[Part]) -> frozenset[str] | None:
    sets = [part.words for part in parts]
    known = [words for words in sets if words is not None]
    if len(known) < len(sets):
        return None
    several = [words for words in known if words != TRANSPARENT]
    if len(several) > 1 and math.prod(map(len, several)) > MOST_JOINED:
        return None
    return joined(several)


def _firsts(parts: Sequence[Part]) -> frozenset[str] | None:
    taking: list[frozenset[str] | None] = []
    for part in parts:
        taking.append(part.firsts)
        if part.least:
            break
    return _union(taking)


def _rarest(parts: Sequence[Part]) -> Needed:
    """The words that are found for nothing least often."""
    best = min(_choices(parts), key=lambda one: one.cost, default=None)
    if best is None:
        return NOTHING
    least = sum(part.least for part in parts[: best.start])
    most = sum(part.most for part in parts[: best.start])
    if best.needed:
        return {word: (first + least, last + most) for word, (first, last) in best.needed.items()}
    return dict.fromkeys(joined(best.sets), (least, most))


def _choices(parts: Sequence[Part]) -> Iterator[_Choice]:
    for start, part in enumerate(parts):
        spread = sum(one.most - one.least for one in parts[:start])
        if part.needed:
            yield _Choice(_cost_of(part.needed, spread), start, (), part.needed)
        if part.words and "" not in part.words:
            yield from _runs(parts, start, spread)


def _runs(parts: Sequence[Part], start: int, spread: int) -> Iterator[_Choice]:
    """What the part at `start` makes together with those behind it whose words are known."""
    sets: list[frozenset[str]] = []
    for part in parts[start:]:
        if part.words is None or (sets and _count([*sets, part.words]) > MOST_JOINED):
            return
        sets.append(part.words)
        if "" not in part.words:
            yield _Choice(_cost(sets, spread), start, tuple(sets))
        if part.ahead and "" not in part.ahead:
            seen = [*sets, part.ahead]
            if _count(seen) <= MOST_JOINED:
                yield _Choice(_cost(seen, spread), start, tuple(seen))


def _count(sets: Iterable[frozenset[str]]) -> int:
    return math.prod(map(len, sets))


def _cost(sets: Sequence[frozenset[str]], spread: int) -> float:
    words = joined(sets)
    found = sum(map(share_of_text, words))
    return found * _places_cost(spread) + _COST_OF_WORD * len(words)


def _cost_of(needed: Needed, spread: int) -> float:
    found = sum(
        share_of_text(word) * _places_cost(spread + most - least)
        for word, (least, most) in needed.items()
    )
    return found + _COST_OF_WORD * len(needed)


def _places_cost(spread: int) -> float:
    return 1 + _COST_OF_PLACE * min(spread, _MOST_PLACES)


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    together: set[str] = set()
    for one in sets:
        if one is None:
            return None
        together |= one
    return frozenset(together)


def _any_of(all_needed: Sequence[Needed]) -> Needed:
    together: dict[str, Places] = {}
    for needed in all_needed:
        if not needed:
            return NOTHING
        for word, (least, most) in needed.items():
            known = together.get(word, (least, most))
            together[word] = min(least, known[0]), max(most, known[1])
    return together


def _most_prefixes(words: Iterable[str]) -> int:
    """How many of `words` can at most begin at one place: a word and those it begins with."""
    chain: list[str] = []
    most = 1
    for word in sorted(words):
        while chain and not word.startswith(chain[-1]):
            chain.pop()
        chain.append(word)
        most = max(most, len(chain))
    return most
