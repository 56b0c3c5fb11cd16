"""What a mistyped word may have been meant to be: one slip of the finger, no more.

A slip is looked for in words of at least four letters of pinyin or Latin (two neighbours swapped,
one letter missing, doubled or another, or a neighbouring key hit) and three Chinese characters
(one of them wrong). Chinese words of two characters and more are also tried by their sound, as an
input method offers characters that sound alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from desktop_assist.core.language.pinyin import LETTERS, LONGEST_PIECE, LONGEST_WORD, PinyinTable

FEWESTLETTERS = 4
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


class Slips:
    """Knows the words that may have been meant: Latin ones of the library, pinyin by its rules."""

    def __init__(self, words: Iterable[str], pinyin: PinyinTable | None) -> None:
        self._words = sorted(words)
        self._pinyin = pinyin

    def meant(self, word: str) -> list[str]:
        """Words that `word` may have been meant to be, none twice, itself never."""
        found = dict.fromkeys(self._same_sound(word))
        if len(word) <= LONGEST_WORD:
            for run in _RUN.finditer(word):
                if len(run[0]) >= FEWESTLETTERS:
                    before, after = word[: run.start()], word[run.end() :]
                    likely = (
                        one for one in one_slip(run[0]) if self._is_likely(one, word == run[0])
                    )
                    found |= dict.fromkeys(f"{before}{one}{after}" for one in likely)
        found.pop(word, None)
        return list(found)[:MOST_MEANT]

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

    def _is_likely(self, letters: str, whole: bool) -> bool:
        """Whether `letters` are full syllables, or begin a Latin word."""
        if self._pinyin is not None and _is_spelled_out(letters, self._pinyin):
            return True
        at = bisect_left(self._words, letters)
        return whole and at < len(self._words) and self._words[at].startswith(letters)


def latin_words(texts: Iterable[str]) -> set[str]:
    """Every Latin word of at least four letters in squeezed `texts`."""
    return {word for text in texts for word in _LATIN.findall(text)}


def one_slip(word: str) -> Iterator[str]:
    """Every word of which `word` is a mistyped form; some come twice."""
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        yield before + after  # one too many, or typed twice
        if at + 1 < len(word):
            yield before + word[at + 1] + letter + word[at + 2 :]
        for other in _NEIGHBOURS[letter]:
            yield before + other + after
    for at in range(len(word) + 1):
        for letter in LETTERS:
            yield word[:at] + letter + word[at:]


def _is_spelled_out(letters: str, pinyin: PinyinTable) -> bool:
    """Whether `letters` are whole syllables, of which the last may be cut short."""
    # Place by place, as a pattern would try every way to cut `ananananan`.
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            for end in range(start + 1, min(start + LONGEST_PIECE, len(letters)) + 1):
                piece = letters[start:end]
                if piece in pinyin.syllables or (
                    end == len(letters) and len(pinyin.characters(piece)) > 1
                ):
                    reached.add(end)
        elif max(reached) < start:
            return False
    return len(letters) in reached


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
