"""What a customer meant who wrote by sound: 退huo, tuikuan, or 退宽 for 退款."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.suggesting.postings import Postings

_LONGEST = 120
"""Code points of a message that are looked at."""
_MOST_GUESSES = 16
"""Pairs of a message that are guessed at."""
_LONGEST_SYLLABLE = 6
_LATIN = re.compile(r"[a-z]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Misspelled:
    """Puts known pairs of characters in the place of what sounds like them."""

    def __init__(self, pinyin: PinyinTable, known: Postings) -> None:
        self._pinyin = pinyin
        self._known = known
        self._heard: dict[str, Sequence[str]] = {}
        pinyin.characters("a")  # the table gets ready now, not with the first message

    def corrected(self, folded: str) -> str:
        """`folded` in characters that the library knows; unchanged where it knows them all."""
        units = list(self._units(folded[:_LONGEST]))
        written = list(units)
        guesses = 0
        for at, other in enumerate(units[1:]):
            before = written[at]
            if guesses == _MOST_GUESSES or not self._is_doubtful(before, other):
                continue
            guesses += 1
            if better := self._better(before, other):
                written[at : at + 2] = better
        return "".join(written) if written != units else folded

    def _is_doubtful(self, one: str, other: str) -> bool:
        """Whether both can be read aloud, and no reply has them side by side."""
        if not all(_HAN.match(part) or part in self._pinyin.syllables for part in (one, other)):
            return False
        return max(len(one), len(other)) > 1 or not self._known.holders(one + other)

    def _units(self, text: str) -> Iterator[str]:
        """Single characters and typed syllables; what is neither parts them as a blank would."""
        at = 0
        while at < len(text):
            latin = _LATIN.match(text, at)
            if latin is None:
                yield text[at]
                at += 1
                continue
            yield from self._syllables(latin.group())
            at = latin.end()

    def _syllables(self, word: str) -> Sequence[str]:
        """`word` cut into syllables, the longest first; whole where it is no pinyin or a word."""
        if self._known.holders(word):
            return (word,)
        ways: dict[int, tuple[str, ...]] = {len(word): ()}
        for start in range(len(word) - 1, -1, -1):
            for end in range(min(start + _LONGEST_SYLLABLE, len(word)), start, -1):
                if end in ways and word[start:end] in self._pinyin.syllables:
                    ways[start] = (word[start:end], *ways[end])
                    break
        return ways.get(0, (word,))

    def _better(self, one: str, other: str) -> tuple[str, str] | None:
        """The commonest known pair that sounds so.

        Of two written characters one stays: to change both is to guess.
        """
        if _HAN.match(one) and _HAN.match(other):
            choices = [
                *((one, second) for second in self._sounding(other)),
                *((first, other) for first in self._sounding(one)),
            ]
        else:
            choices = list(product(self._sounding(one), self._sounding(other)))
        best = self._known.most_held([first + second for first, second in choices])
        return (best[0], best[1]) if best else None

    def _sounding(self, unit: str) -> Sequence[str]:
        """The characters that sound as `unit`, a character or a syllable; a character stays one."""
        if unit not in self._heard:
            readings = self._pinyin.readings(unit) if len(unit) == 1 else ()
            self._heard[unit] = tuple(
                dict.fromkeys(
                    character
                    for reading in readings or (unit,)
                    for character in sorted(self._pinyin.characters(reading))
                    if reading in self._pinyin.readings(character)
                )
            )
        return self._heard[unit]
