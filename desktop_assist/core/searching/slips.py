"""What a mistyped word may have been meant to be: one slip of the finger, no more.

A slip is looked for in words of at least four letters of pinyin or Latin (two neighbours swapped,
one letter missing, doubled or another, or a neighbouring key hit) and three Chinese characters
(one of them wrong). Chinese words of two characters and more are also tried by their sound, as an
input method offers characters that sound alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_assist.core.language.pinyin import LETTERS, LONGEST_PIECE, LONGEST_WORD, PinyinTable

FEWEST_LETTERS = 4
FEWEST_CHARACTERS = 3
LONGEST_LATIN = 30
LONGEST_CHINESE = 24
MOST_MEANT = 40
"""Words that are tried for one mistyped one."""

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Sounds that many speakers do not tell apart, besides the keys that lie side by side.
_ALIKE = {"n": "l", "l": "nr", "r": "l", "h": "f", "f": "h"}
_LATIN = re.compile(r"[a-z][a-z0-9]{3,29}")
_RUN = re.compile(r"[a-z]+")


class Meant(NamedTuple):
    """A word that may have been meant: it `sounds` as pinyin, `stands` by its letters, or both."""

    text: str
    sounds: bool
    stands: bool


class Slips:
    """Knows the words that may have been meant: Latin ones of the library, pinyin by its rules."""

    def __init__(self, words: Iterable[str], pinyin: PinyinTable | None) -> None:
        self._words = sorted(words)
        self._pinyin = pinyin

    def meant(self, word: str) -> list[Meant]:
        """What `word` may have been meant to be, nothing twice, itself never."""
        found = {text: Meant(text, sounds=True, stands=False) for text in self._same_sound(word)}
        if len(word) <= LONGEST_WORD:
            for run in _RUN.finditer(word):
                if len(run[0]) >= FEWEST_LETTERS:
                    before, after = word[: run.start()], word[run.end() :]
                    for one in self._likely(run[0], whole=word == run[0]):
                        text = f"{before}{one.text}{after}"
                        found.setdefault(text, one._replace(text=text))
        found.pop(word, None)
        return list(found.values())[:MOST_MEANT]

    def wrong_characters(self, word: str) -> Iterator[tuple[str, str]]:
        """What stands before and after each character of a Chinese `word` that may be wrong."""
        if not FEWEST_CHARACTERS <= len(word) <= LONGEST_CHINESE:
            return
        if all(_is_chinese(one) for one in word):
            for at in range(len(word)):
                yield word[:at], word[at + 1 :]

    def _same_sound(self, word: str) -> Iterator[str]:
        """The pinyin of a Chinese word, by the commonest readings."""
        if self._pinyin is None or len(word) < 2 or not all(map(_is_chinese, word)):
            return
        readings = [self._pinyin.readings(one) for one in word]
        if all(readings):
            spelled = "".join(one[0] for one in readings)
            if len(spelled) <= LONGEST_WORD:
                yield spelled

    def _likely(self, letters: str, *, whole: bool) -> Iterator[Meant]:
        """What `letters` were meant to be: full syllables, or the beginning of a Latin word."""
        spelling = _SpelledOut(letters, self._pinyin) if self._pinyin is not None else None
        for start, typed, end in one_slip(letters):
            text = letters[:start] + typed + letters[end:]
            sounds = spelling is not None and spelling.is_spelled_out(start, typed, end)
            stands = whole and self._begins_word(text)
            if sounds or stands:
                yield Meant(text, sounds, stands)

    def _begins_word(self, letters: str) -> bool:
        at = bisect_left(self._words, letters)
        return at < len(self._words) and self._words[at].startswith(letters)


def latin_words(texts: Iterable[str]) -> set[str]:
    """Every Latin word of at least four letters in squeezed `texts`."""
    return {word for text in texts for word in _LATIN.findall(text)}


def one_slip(word: str) -> Iterator[tuple[int, str, int]]:
    """Every way in which `word` may be mistyped: what should stand between two of its places.

    Some mean the same word.
    """
    for at, letter in enumerate(word):
        yield at, "", at + 1  # one too many, or typed twice
        if at + 1 < len(word):
            yield at, word[at + 1] + letter, at + 2
        for other in _NEIGHBOURS[letter]:
            yield at, other, at + 1
    for at in range(len(word) + 1):
        for letter in LETTERS:
            yield at, letter, at


class _SpelledOut:
    """Tells which changes make letters whole syllables, of which the last may be cut short."""

    def __init__(self, letters: str, pinyin: PinyinTable) -> None:
        self._letters = letters
        self._pinyin = pinyin
        self._syllables = pinyin.syllables | {""}
        size = len(letters)
        # Place by place, as a pattern would try every way to cut `ananananan`.
        reached = {0}
        for start in range(size):
            if start in reached:
                reached.update(self._syllable_ends(start))
        leads_on = {size}
        for start in reversed(range(size)):
            is_end = self._is_beginning(letters[start:])
            if is_end or not leads_on.isdisjoint(self._syllable_ends(start)):
                leads_on.add(start)
        # For every place the ones shortly before it up to which all is spelled out, and the ones
        # shortly behind it from which on it is.
        near = range(LONGEST_PIECE)
        self._before = [[at - n for n in near if at - n in reached] for at in range(size + 1)]
        self._behind = [[at + n for n in near if at + n in leads_on] for at in range(size + 1)]

    def is_spelled_out(self, start: int, typed: str, end: int) -> bool:
        """Whether the letters are, with `typed` in place of those from `start` to below `end`."""
        begun = [self._letters[at:start] + typed for at in self._before[start]]
        for at in range(1, len(typed)):
            begun += [typed[at:] for one in begun if one[: at - len(typed)] in self._syllables]
        endings = [self._letters[end:at] for at in self._behind[end]]
        return any(
            one + ending in self._syllables for one in begun for ending in endings
        ) or self._ends_so(begun, end)

    def _ends_so(self, begun: Sequence[str], end: int) -> bool:
        if len(self._letters) - end >= LONGEST_PIECE:
            return False
        return any(self._is_beginning(one + self._letters[end:]) for one in begun)

    def _syllable_ends(self, start: int) -> list[int]:
        ends = range(start + 1, min(start + LONGEST_PIECE, len(self._letters)) + 1)
        return [end for end in ends if self._letters[start:end] in self._syllables]

    def _is_beginning(self, piece: str) -> bool:
        """Whether `piece` is a syllable or the beginning of one."""
        return len(piece) <= LONGEST_PIECE and len(self._pinyin.characters(piece)) > 1


def _neighbouring(letter: str) -> str:
    """The keys around `letter`, each row a half key right of the one above."""
    row = next(at for at, keys in enumerate(_KEYBOARD) if letter in keys)
    place = _KEYBOARD[row].index(letter)
    around = ((row, place - 1), (row, place + 1), (row - 1, place), (row - 1, place + 1))
    below = ((row + 1, place - 1), (row + 1, place))
    found = (_KEYBOARD[r][p] for r, p in (*around, *below) if _is_key(r, p))
    return "".join(found) + _ALIKE.get(letter, "")


def _is_key(row: int, place: int) -> bool:
    return 0 <= row < len(_KEYBOARD) and 0 <= place < len(_KEYBOARD[row])


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


_NEIGHBOURS = {letter: _neighbouring(letter) for letter in LETTERS}
