"""Where every pair of neighbouring characters stands: the index of the small engine."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from desktop_assist.core.language.pinyin import PinyinTable, may_spell
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
        self._singles: defaultdict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(texts):
            self._owners.extend([number] * (len(one) + 1))
            for character in set(one):
                self._singles[character].append(number)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, pair in enumerate(map("".join, pairwise(text))):
            self._places[pair].append(place)
        self._following: defaultdict[str, list[str]] = defaultdict(list)
        for pair in self._places:
            if BREAK not in pair:
                self._following[pair[0]].append(pair)
        self._known: dict[tuple[str, str], list[int]] = {}

    def holding(self, word: str) -> set[int]:
        """The numbers of the texts that hold `word`."""
        if len(word) == 1:
            return set(self._singles.get(word, ()))
        if len(word) == 2:
            return self._numbers(self._places.get(word, ()))
        return self._numbers(self._standing(word))

    def spelling(self, word: str) -> set[int]:
        """The numbers of the texts of which `word` spells a part, see `PinyinTable.spelled`."""
        pinyin = self._pinyin
        if pinyin is None or not may_spell(word):
            return set()
        held = pinyin.characters(word) & self._singles.keys()
        found = set(chain.from_iterable(self._singles[one] for one in held))
        # Where parts begin that are spelled so far, by letters typed and characters passed.
        reached: dict[tuple[int, int], list[int]] = {}
        for middle in pinyin.pieces(word, 0):
            for end in pinyin.pieces(word, middle) if middle < len(word) else ():
                if places := self._neighbours(word[:middle], word[middle:end], pinyin):
                    reached[end, 2] = reached.get((end, 2), []) + places
        while reached:
            typed, passed = key = min(reached)
            places = reached.pop(key)
            if typed == len(word):
                found |= self._numbers(places)
                continue
            following = [self._text[place + passed] for place in places]
            for end in pinyin.pieces(word, typed):
                fitting = pinyin.characters(word[typed:end])
                kept = [
                    place for place, one in zip(places, following, strict=True) if one in fitting
                ]
                if kept:
                    reached[end, passed + 1] = reached.get((end, passed + 1), []) + kept
        return found

    def fitting(self, before: str, after: str) -> set[int]:
        """The texts that hold `before`, any one character and `after`, side by side."""
        pattern = re.compile(f"{re.escape(before)}[^{BREAK}]{re.escape(after)}")
        if len(before) >= len(after):
            starts = self._standing(before)
        else:
            starts = [place - len(before) - 1 for place in self._standing(after)]
        return self._numbers([one for one in starts if one >= 0 and pattern.match(self._text, one)])

    def _standing(self, word: str) -> list[int]:
        """The places where `word` begins."""
        if len(word) == 1:
            return [one for pair in self._following.get(word, ()) for one in self._places[pair]]
        pairs = [self._places.get(word[at : at + 2], []) for at in range(len(word) - 1)]
        rarest = min(pairs, key=len)
        shift = pairs.index(rarest)
        starts = [place - shift for place in rarest if place >= shift]
        return [one for one in starts if self._text.startswith(word, one)]

    def _numbers(self, places: Iterable[int]) -> set[int]:
        return set(map(self._owners.__getitem__, places))

    def _neighbours(self, first: str, second: str, pinyin: PinyinTable) -> list[int]:
        """Where a character for the one piece stands before one for the other."""
        known = self._known.get((first, second))
        if known is not None:
            return known
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        follows = pinyin.characters(second)
        pairs = [
            self._places[pair]
            for one in pinyin.characters(first) & self._following.keys()
            for pair in self._following[one]
            if pair[1] in follows
        ]
        found = self._known[first, second] = list(chain.from_iterable(pairs))
        return found
