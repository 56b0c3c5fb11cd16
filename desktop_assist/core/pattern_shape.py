"""What can be read off a regular expression: how far a match looks, and words it must hold.

With both, a pattern is run only around the words that it needs, and costs nothing elsewhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))|(?P<either>\|)"
    r"|(?P<repeat>[*+?]\??|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\}\??)|(?P<other>.)",
    re.DOTALL,
)
"""One piece of a pattern. A lone `{` that begins no repeat is an `other`."""

_DIGITS = frozenset("0123456789")
_MOST_NEEDED = 60
"""More words than this would fill the automaton that finds them."""
_RANGE = re.compile(r"(?<!\\)([0-9a-z])-([0-9a-z])")
_Needed = frozenset[str] | None
# Rough shares of letters in messages: enough to choose the rarer of two words.
_COMMON = frozenset(
    "的一是不了我有没这个们在到要会能可以您你就也都好发货给亲请说来上下看为么还后时候天单买家件,。"
)
_SHARES = {" ": 0.1, "abcdefghijklmnopqrstuvwxyz": 0.02, "0123456789": 0.002}
_SHARE_OF = {letter: share for letters, share in _SHARES.items() for letter in letters}
_SHARE_OF_COMMON = 0.02
_SHARE_OF_OTHERS = 0.001


class UnknownShape(ValueError):
    """The pattern uses what is not read here: flags, atomic groups, conditions and the like."""


@dataclass(frozen=True, slots=True)
class Shape:
    """`width`: how many characters a match looks at, those of lookarounds included.

    `needed`: texts of which every match holds at least one; empty where unknown. `ways`: in how
    many ways its choices may combine at one place, repeats left out.
    """

    width: int
    needed: frozenset[str] = frozenset()
    ways: int = 1


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of a sequence. `words`: all that it can be, where that is known and short."""

    width: int
    words: _Needed = None
    needed: frozenset[str] = frozenset()
    ways: int = 1


@lru_cache(maxsize=2048)
def shape_of(pattern: str) -> Shape:
    """Read the shape off a valid, bounded `pattern`.

    Raises:
        UnknownShape: it holds something that is not read here.
    """
    part = _Reader(pattern).choice(outermost=True)
    needed = part.words or part.needed
    return Shape(part.width, needed if "" not in needed else frozenset(), part.ways)


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._tokens = list(TOKEN.finditer(pattern))
        self._next = 0
        self._widest_group = 0

    def choice(self, *, outermost: bool = False) -> _Part:
        """Everything up to the end of this group."""
        branches = [self._sequence()]
        while (token := self._peek()) and token["either"]:
            self._next += 1
            branches.append(self._sequence())
        if not outermost:
            if self._peek() is None:
                raise UnknownShape("missing )")
            self._next += 1
        elif self._peek() is not None:
            raise UnknownShape("unbalanced parenthesis")
        return _one_of(branches)

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while (token := self._peek()) and not token["either"] and not token["close"]:
            self._next += 1
            parts.append(self._repeated(self._part(token)))
        return _in_turn(parts)

    def _part(self, token: re.Match[str]) -> _Part:
        if opening := token["open"]:
            after = self._peek()
            if opening == "(" and after and after["repeat"]:
                raise UnknownShape("a group of this kind is not allowed")
            inside = self.choice()
            self._widest_group = max(self._widest_group, inside.width)
            # A lookaround takes nothing, so what stands in it is not part of a match.
            looks = "=" in opening or "!" in opening
            return _Part(inside.width, ways=inside.ways) if looks else inside
        if token["repeat"]:
            raise UnknownShape("a repeat without anything to repeat")
        return self._single(token)

    def _single(self, token: re.Match[str]) -> _Part:
        if token["other"]:
            known = token["other"] not in ".^$"
            return _Part(1, frozenset(token["other"])) if known else _Part(1)
        if token["set"]:
            return _Part(1, _characters(token["set"]))
        letter = token["escape"][1]
        if letter.isdigit():
            return _Part(self._widest_group)
        if letter == "d":
            return _Part(1, _DIGITS)
        return _Part(1) if letter.isalnum() else _Part(1, frozenset(letter))

    def _repeated(self, part: _Part) -> _Part:
        token = self._peek()
        if token is None or not token["repeat"]:
            return part
        self._next += 1
        mark = token["repeat"]
        if mark[0] in "*+" or (token["comma"] and not token["most"]):
            raise UnknownShape("a repeat has no upper limit")
        least = 0 if mark[0] == "?" else int(token["least"] or 0)
        most = 1 if mark[0] == "?" else int(token["most"] if token["comma"] else least)
        width = part.width * most
        if least == 0:
            return _Part(width, ways=part.ways)
        return _Part(width, None, _twice(part, least) or part.words or part.needed, part.ways)

    def _peek(self) -> re.Match[str] | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None


def _twice(part: _Part, least: int) -> frozenset[str]:
    """Two of them together are rarer than one; nothing where there need not be two.

    Digits and the like come in runs, in which two stand as often as one.
    """
    words = part.words or frozenset()
    if least < 2 or len(words) ** 2 > _MOST_NEEDED or all(map(str.isascii, words)):
        return frozenset()
    return frozenset(first + second for first in words for second in words)


def _characters(written: str) -> _Needed:
    """The characters of a set, where it names them one by one or in short ranges."""
    inside = _RANGE.sub(_written_out, written[1:-1].replace(r"\d", "0123456789"))
    if inside.startswith("^") or "-" in inside.strip("-") or re.search(r"\\[A-Za-z0-9]", inside):
        return None
    return frozenset(inside.replace("\\", ""))


def _written_out(found: re.Match[str]) -> str:
    return "".join(map(chr, range(ord(found[1]), ord(found[2]) + 1)))


def _one_of(branches: list[_Part]) -> _Part:
    width = max(one.width for one in branches)
    if len(branches) == 1:
        return branches[0]
    words = _union(one.words for one in branches)
    needed = _union(one.words or one.needed or None for one in branches)
    ways = _most_prefixes(words) if words else sum(one.ways for one in branches)
    return _Part(width, words, needed or frozenset(), ways)


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


def _union(sets: Iterable[_Needed]) -> _Needed:
    joined: set[str] = set()
    for one in sets:
        if one is None:
            return None
        joined |= one
    return frozenset(joined)


def _in_turn(parts: list[_Part]) -> _Part:
    width = sum(part.width for part in parts)
    if not parts:
        return _Part(0, frozenset({""}))
    runs = list(_runs(parts))
    best = max(runs, key=_rarity, default=frozenset())
    whole = all(part.words is not None for part in parts) and len(runs) == 1
    needed = best if "" not in best else frozenset()
    ways = math.prod(part.ways for part in parts)
    return _Part(width, best if whole else None, needed, ways)


def _runs(parts: list[_Part]) -> Iterator[frozenset[str]]:
    """What the neighbours whose words are known make together, and what the others need."""
    run: frozenset[str] | None = None
    for part in parts:
        if part.words is not None:
            longer = {first + second for first in run or {""} for second in part.words} \
                if len(run or {""}) * len(part.words) <= _MOST_NEEDED else None  # fmt: skip
            if longer is None:
                yield run or frozenset()
            run = frozenset(longer) if longer is not None else part.words
        else:
            if run:
                yield run
            run = None
            yield part.needed
    if run:
        yield run


def _rarity(words: frozenset[str]) -> float:
    """How rarely one of `words` is found for nothing; least where nothing is known."""
    if not words or "" in words:
        return -1.0
    return -sum(map(_frequency, words))


def _frequency(word: str) -> float:
    return math.prod(
        _SHARE_OF_COMMON if one in _COMMON else _SHARE_OF.get(one, _SHARE_OF_OTHERS) for one in word
    )
