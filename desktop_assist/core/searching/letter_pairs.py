"""Where every pair of neighbouring characters stands: the index of the small engine."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, count, pairwise

from desktop_assist.core.language.pinyin import PinyinTable, may_spell
from desktop_assist.core.searching.character_pairs import CharacterPairs
from desktop_assist.core.searching.number_lists import NumberLists
from desktop_assist.core.searching.texts import BREAK

MOST_KEPT = 100
"""Answers that are remembered while a word grows letter by letter."""


class LetterPairs:
    """Texts by their pairs of neighbours. Texts are known by their numbers.

    All stand in one string with a `BREAK` behind each; places are offsets in it.
    """

    def __init__(self, texts: Sequence[str], pinyin: PinyinTable | None) -> None:
        self._pinyin = pinyin
        if pinyin is not None:
            pinyin.characters("a")  # made ready now, and not at the first keystroke
        self._text = text = "".join(f"{one}{BREAK}" for one in texts)
        self._owners = array("I")
        self._singles: defaultdict[str, array[int]] = defaultdict(_packed)
        self._beginning: defaultdict[str, array[int]] = defaultdict(_packed)
        for number, one in enumerate(texts):
            self._owners.extend([number] * (len(one) + 1))
            self._beginning[one[:1]].append(number)
            for character in set(one):
                self._singles[character].append(number)
        lengths = (len(one) + 1 for one in texts)
        self._starts = frozenset(accumulate(lengths, initial=0))
        counted = Counter(map("".join, pairwise(text)))
        ordered = sorted(counted)
        self._pairs = CharacterPairs(ordered)
        self._places = NumberLists(map(counted.__getitem__, ordered))
        numbers = {pair: at for at, pair in enumerate(ordered)}
        self._places.fill(zip(map(numbers.__getitem__, map("".join, pairwise(text))), count()))
        self._known: dict[tuple[str, str], array[int]] = {}

    def holding(self, word: str) -> set[int]:
        """The numbers of the texts that hold `word`."""
        if len(word) == 1:
            return set(self._singles.get(word, ()))
        return self._numbers(self._standing(word))

    def spelling(self, word: str, *, whole: bool = False) -> Spelled:
        """Which texts `word` spells a part of, see `PinyinTable.spelled`; by `whole` syllables."""
        pinyin = self._pinyin
        if pinyin is None or not may_spell(word):
            return Spelled(set(), set())
        held = pinyin.characters(word) & self._singles.keys()
        found = set(chain.from_iterable(self._singles[one] for one in held))
        begun = {number for one in held for number in self._beginning.get(one, ())}
        for places in self._spelled(word, pinyin, whole=whole):
            found |= self._numbers(places)
            begun |= self._numbers(self._starts.intersection(places))
        return Spelled(found, begun)

    def _spelled(self, word: str, pinyin: PinyinTable, *, whole: bool) -> Iterator[Collection[int]]:
        """The places where parts of two characters and more begin that `word` spells."""
        pieces = pinyin.whole_pieces if whole else pinyin.pieces
        # Where parts begin that are spelled so far, by letters typed and characters passed.
        reached: dict[tuple[int, int], array[int]] = {}
        for middle in pieces(word, 0):
            for end in pieces(word, middle) if middle < len(word) else ():
                if places := self._neighbours(word[:middle], word[middle:end], pinyin):
                    reached[end, 2] = reached.get((end, 2), _packed()) + places
        while reached:
            typed, passed = key = min(reached)
            places = reached.pop(key)
            if typed == len(word):
                yield places
                continue
            following = [self._text[place + passed] for place in places]
            for end in pieces(word, typed):
                fitting = pinyin.characters(word[typed:end])
                kept = _packed(
                    place for place, one in zip(places, following, strict=True) if one in fitting
                )
                if kept:
                    reached[end, passed + 1] = reached.get((end, passed + 1), _packed()) + kept

    def fitting(self, before: str, after: str) -> set[int]:
        """The texts that hold `before`, any one character and `after`, side by side."""
        pattern = re.compile(f"{re.escape(before)}[^{BREAK}]{re.escape(after)}")
        if len(before) >= len(after):
            starts = self._standing(before)
        else:
            starts = [place - len(before) - 1 for place in self._standing(after)]
        return self._numbers([one for one in starts if one >= 0 and pattern.match(self._text, one)])

    def _standing(self, word: str) -> Sequence[int]:
        """The places where `word` begins; a single character only where another one follows."""
        if len(word) == 1:
            alike = self._pairs.beginning(word)
            return [place for pair in alike for place in self._places[pair]]
        pairs = [self._pairs.number(word[at : at + 2]) for at in range(len(word) - 1)]
        if min(pairs) < 0:
            return ()
        rarest = min(pairs, key=self._places.size)
        if len(pairs) == 1:
            return self._places[rarest]
        shift = pairs.index(rarest)
        starts = [place - shift for place in self._places[rarest] if place >= shift]
        return [one for one in starts if self._text.startswith(word, one)]

    def _numbers(self, places: Iterable[int]) -> set[int]:
        return set(map(self._owners.__getitem__, places))

    def _neighbours(self, first: str, second: str, pinyin: PinyinTable) -> array[int]:
        """Where a character for the one piece stands before one for the other."""
        known = self._known.get((first, second))
        if known is not None:
            return known
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        follows = pinyin.characters(second)
        found = _packed()
        for one in pinyin.characters(first) & self._singles.keys():
            for pair in self._pairs.joining(one, follows):
                found.extend(self._places[pair])
        self._known[first, second] = found
        return found


@dataclass(frozen=True, slots=True)
class Spelled:
    """The numbers of the texts that a word spells a part of, and of those whose beginning."""

    anywhere: set[int]
    begun: set[int]


def _packed(given: Iterable[int] = ()) -> array[int]:
    """Four bytes a number: lists of them would take nine times the memory."""
    return array("I", given)
