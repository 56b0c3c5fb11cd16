"""What can be read off a regular expression: how far a match looks, and words it must hold.

With both, a pattern is run only around the words that it needs, and costs nothing elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import msgspec

from desktop_assist.core.checking.needed_words import (
    DIGITS,
    NOTHING,
    NUMERALS,
    TRANSPARENT,
    Needed,
    Part,
    either_of,
    fewest,
    in_turn,
    one_of,
    repeated,
)
from desktop_assist.core.checking.rare_letters import Letters, rarest_of
from desktop_assist.text import Message, say

TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))|(?P<either>\|)"
    r"|(?P<repeat>[*+?]\??|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\}\??)|(?P<other>.)",
    re.DOTALL,
)
"""One piece of a pattern. A lone `{` that begins no repeat is an `other`."""

# Word lists are read at once: a pattern may hold hundreds of words.
_WORD = r"(?:[^\\()\[\]{}|?*+.^$]|\\[^A-Za-z0-9\\])*"
_PIECE = re.compile(rf"\(\?:(?P<words>{_WORD}(?:\|{_WORD})+)\)|{TOKEN.pattern}", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_RANGE = re.compile(r"(?<!\\)([0-9a-z])-([0-9a-z])")
_NO_WIDTH = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_NO_CHARACTER = Part(1, words=TRANSPARENT, exact=False, firsts=frozenset(), alphabet=frozenset())
_LONG_NUMBER = 8

NO_UPPER_LIMIT = say("Rules", "a repeat has no upper limit; write {{0,20}} in place of *")


class UnknownShape(ValueError):
    """The pattern uses what is not read here: flags, atomic groups, conditions and the like."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Shape(msgspec.Struct, frozen=True, array_like=True):
    """`width`: how many characters a match looks at, those of lookarounds included.

    `needed`: words of which every match holds at least one, and how far behind its start they
    begin; empty where unknown. `ways`: in how many ways its choices may combine at one place,
    repeats left out. `digits`, `numerals`: how many of them, Chinese numerals too, a match has at
    least. `firsts`: with which of these
    characters a match begins; "" where that is not known. `letters`: sets of letters of each of
    which one must stand in the match or what is looked at beside it. `behind`: how many
    characters before its start a match may look at. `alphabet`: the characters that a match with
    numerals is made of, at least `least` of them; "" where that says little.
    """

    width: int
    needed: Needed = NOTHING
    ways: int = 1
    digits: int = 0
    numerals: int = 0
    firsts: str = ""
    letters: tuple[str, ...] = ()
    behind: int = 0
    alphabet: str = ""
    least: int = 0


@lru_cache(maxsize=2048)
def shape_of(pattern: str) -> Shape:
    """Read the shape off a valid, bounded `pattern`.

    Raises:
        UnknownShape: it holds something that is not read here.
    """
    reader = _Reader(pattern)
    part = reader.choice(outermost=True)
    firsts = "".join(sorted(part.firsts or ())) if part.least else ""
    needed = fewest(part.needs)
    letters = _not_said_by(needed, part.letters)
    return Shape(
        width=part.width,
        needed=needed,
        ways=part.ways,
        digits=part.digits,
        numerals=part.numerals,
        firsts=firsts,
        letters=tuple("".join(sorted(one)) for one in letters),
        behind=reader.behind,
        alphabet=_alphabet(part),
        least=part.least,
    )


def _alphabet(part: Part) -> str:
    """What a long number with its separators is written with; "" of other patterns."""
    if not part.alphabet or not part.numerals or part.least < _LONG_NUMBER:
        return ""
    if any(map(str.isalnum, part.alphabet - NUMERALS)):
        return ""
    return "".join(sorted(part.alphabet))


def _not_said_by(needed: Needed, all_letters: Letters) -> Letters:
    """The sets of letters that are not there anyway where one of the `needed` words is."""
    return tuple(letters for letters in all_letters if any(map(letters.isdisjoint, needed)))


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._tokens = list(_PIECE.finditer(pattern))
        self._next = 0
        self._widest_group = 0
        self.behind = 0

    def choice(self, *, outermost: bool = False) -> Part:
        """Everything up to the end of this group."""
        branches = [self._sequence()]
        while (token := self._peek()) and token["either"]:
            self._next += 1
            branches.append(self._sequence())
        if not outermost:
            if self._peek() is None:
                raise UnknownShape(say("Rules", "a ) is missing"))
            self._next += 1
        elif self._peek() is not None:
            raise UnknownShape(say("Rules", "a ) is too many"))
        return one_of(branches)

    def _sequence(self) -> Part:
        pieces: list[list[Part]] = []
        while (token := self._peek()) and not token["either"] and not token["close"]:
            self._next += 1
            pieces.append(self._repeated(self._part(token)))
        return in_turn(_in_order(pieces))

    def _part(self, token: re.Match[str]) -> Part:
        if token["words"] is not None:
            words = _part_of_words(token["words"])
            self._widest_group = max(self._widest_group, words.width)
            return words
        if opening := token["open"]:
            after = self._peek()
            if opening == "(" and after and after["repeat"]:
                raise UnknownShape(say("Rules", "a group of this kind is not allowed"))
            inside = self.choice()
            self._widest_group = max(self._widest_group, inside.width)
            if opening.startswith("(?<"):
                self.behind = max(self.behind, inside.width)
            return _looked_at(inside, opening) if opening.endswith(("=", "!")) else inside
        if token["repeat"]:
            raise UnknownShape(say("Rules", "a repeat has nothing to repeat"))
        return self._single(token)

    def _single(self, token: re.Match[str]) -> Part:
        if token["set"]:
            return _one_character(_characters(token["set"]))
        if token[0] in _NO_WIDTH:
            return _NO_CHARACTER
        if token["other"]:
            return _one_character(None if token["other"] == "." else frozenset(token["other"]))
        letter = token["escape"][1]
        if letter.isdigit():
            return Part(self._widest_group, 0, self._widest_group)
        if letter == "d":
            return _one_character(DIGITS)
        return _one_character(None if letter.isalnum() else frozenset(letter))

    def _repeated(self, part: Part) -> list[Part]:
        token = self._peek()
        if token is None or not token["repeat"]:
            return [part]
        self._next += 1
        mark = token["repeat"]
        if mark[0] in "*+" or (token["comma"] and not token["most"]):
            raise UnknownShape(NO_UPPER_LIMIT)
        least = 0 if mark[0] == "?" else int(token["least"] or 0)
        most = 1 if mark[0] == "?" else int(token["most"] if token["comma"] else least)
        return repeated(part, least, most)

    def _peek(self) -> re.Match[str] | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None


@lru_cache(maxsize=512)
def _part_of_words(listed: str) -> Part:
    # A bar in a word is escaped, and so stands behind a backslash.
    return either_of([_ESCAPED.sub(r"\1", word) for word in re.split(r"(?<!\\)\|", listed)])


def _in_order(pieces: list[list[Part]]) -> list[Part]:
    """All pieces; of a repeat the known one on the side where it meets another known one."""
    ordered: list[Part] = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1][0] if place + 1 < len(pieces) else None
        meets = following and (following.ahead or (following.words and "" not in following.words))
        if len(piece) > 1 and meets and not (ordered and ordered[-1].words):
            piece.reverse()
        ordered += piece
    return ordered


def _looked_at(inside: Part, opening: str) -> Part:
    """A lookaround takes nothing; what must follow is known all the same."""
    ahead = inside.words if opening == "(?=" else None
    letters = inside.letters if opening.endswith("=") else ()
    return replace(
        _NO_CHARACTER, width=inside.width, ahead=ahead, ways=inside.ways, letters=letters
    )


@lru_cache(maxsize=1024)
def _one_character(words: frozenset[str] | None) -> Part:
    if not words:
        return Part(1, 1, 1)
    digits, numerals = int(words <= DIGITS), int(words <= NUMERALS)
    letters = rarest_of([words])
    return Part(
        width=1, least=1, most=1, words=words, digits=digits, numerals=numerals,
        firsts=words, letters=letters, alphabet=words,
    )  # fmt: skip


def _characters(written: str) -> frozenset[str] | None:
    """The characters of a set, where it names them one by one or in short ranges."""
    inside = _RANGE.sub(_written_out, written[1:-1].replace(r"\d", "0123456789"))
    ranges = inside.replace(r"\-", "").strip("-")
    if inside.startswith("^") or "-" in ranges or re.search(r"\\[A-Za-z0-9]", inside):
        return None
    return frozenset(inside.replace("\\", ""))


def _written_out(found: re.Match[str]) -> str:
    return "".join(map(chr, range(ord(found[1]), ord(found[2]) + 1)))
