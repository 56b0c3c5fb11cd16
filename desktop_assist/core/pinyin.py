"""How Chinese characters are read, and whether typed letters spell a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice, product

MOST_SPELLINGS = 12
"""A text of many characters with several readings is spelled in so many ways at most."""

LONGEST_WORD = 32
"""Code points of a word that is still looked at as pinyin."""

SYLLABLE = "'"
"""Stands before each syllable of a spelling."""


class PinyinTable:
    """Character → its common readings, in letters without tones (ü is v), the commonest first."""

    def __init__(self, readings: Mapping[str, tuple[str, ...]]) -> None:
        self._readings = readings

    @classmethod
    def from_text(cls, text: str) -> PinyinTable:
        """Read a table of lines `reading<TAB>characters`; `#` starts a comment line.

        A character's readings rank in the order in which the file's second columns have it: a
        line `reading<TAB>characters<TAB>characters` names in its last column those for which the
        reading is not the commonest. Lines that do not fit are passed over.
        """
        first: dict[str, list[str]] = {}
        further: dict[str, list[str]] = {}
        for line in text.splitlines():
            reading, *columns = line.split("\t")
            if line.startswith("#") or not columns:
                continue
            for group, characters in zip((first, further), columns, strict=False):
                for character in characters:
                    group.setdefault(character, []).append(reading)
        everything = first.keys() | further.keys()
        return cls({one: (*first.get(one, ()), *further.get(one, ())) for one in everything})

    def __len__(self) -> int:
        return len(self._readings)

    def readings(self, character: str) -> tuple[str, ...]:
        """The readings of one character; none for what the table does not know."""
        return self._readings.get(character, ())

    def spellings(self, text: str) -> tuple[str, ...]:
        """`text` by syllables, as `'tui退'kuan款`, in every common reading up to a limit.

        ASCII letters and digits are syllables of their own; everything else is left out.
        """
        syllables = [self._syllables(character) for character in text]
        spelled = [choices for choices in syllables if choices]
        return tuple("".join(way) for way in islice(product(*spelled), MOST_SPELLINGS))

    def spelled_positions(self, text: str) -> tuple[int, ...]:
        """For each syllable of a spelling the code-point offset in `text` that it stands for."""
        return tuple(at for at, character in enumerate(text) if self._syllables(character))

    def _syllables(self, character: str) -> tuple[str, ...]:
        if character.isascii():
            return (f"{SYLLABLE}{character.lower()}",) if character.isalnum() else ()
        return tuple(f"{SYLLABLE}{reading}{character}" for reading in self.readings(character))


def spelling_pattern(word: str) -> re.Pattern[str] | None:
    """What finds `word` in a spelling: initials, full syllables, characters, or any mixture.

    A match starts at a syllable and each further letter goes on in it or begins the next one:
    `tk`, `tuik`, `tuikuan` and `退k` all find `'tui退'kuan款`. None for a word that holds no
    letter, holds what no spelling has, or is longer than 32.
    """
    if len(word) > LONGEST_WORD or not any(_is_letter(character) for character in word):
        return None
    if not all(_is_letter(one) or one.isdigit() or ord(one) >= 0x2E80 for one in word):
        return None
    return re.compile("".join(_steps(word)))


def _steps(word: str) -> Iterable[str]:
    rest_of_syllable = f"[^{SYLLABLE}\n]*{SYLLABLE}"
    for at, character in enumerate(word):
        sign = re.escape(character)
        if character.isascii():
            yield f"{SYLLABLE}{sign}" if at == 0 else f"(?:{rest_of_syllable})?{sign}"
        else:
            yield f"{SYLLABLE}[a-z]*{sign}" if at == 0 else f"(?:{rest_of_syllable})?[a-z]*{sign}"


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z"
