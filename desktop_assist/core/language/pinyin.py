"""How Chinese characters are read, and whether typed letters spell a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

LONGEST_WORD = 32
"""Code points of a word that is still looked at as pinyin."""

LONGEST_PIECE = 6
"""Letters of the longest syllable, such as `zhuang`."""


_REMEMBERED = 64
"""Words that are kept ready: a query is typed letter by letter."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class PinyinTable:
    """Character → its common readings, in letters without tones (ü is v), the commonest first."""

    def __init__(self, readings: Mapping[str, tuple[str, ...]]) -> None:
        self._readings = readings
        self._spellers: dict[str, Speller] = {}

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

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every reading of any character."""
        return frozenset(reading for readings in self._readings.values() for reading in readings)

    def characters(self, piece: str) -> frozenset[str]:
        """What one piece of a word stands for: every character with a reading that begins so.

        A single character of any kind also stands for itself.
        """
        found = self._by_start.get(piece)
        if found is None:
            return frozenset((piece,)) if len(piece) == 1 else frozenset()
        return found

    @cached_property
    def _by_start(self) -> Mapping[str, frozenset[str]]:
        read_so: dict[str, set[str]] = defaultdict(set)
        for character, readings in self._readings.items():
            for reading in readings:
                read_so[reading].add(character)
        found: dict[str, set[str]] = {letter: {letter} for letter in LETTERS}
        for reading, characters in read_so.items():
            for end in range(1, len(reading) + 1):
                found.setdefault(reading[:end], set()).update(characters)
        return {start: frozenset(characters) for start, characters in found.items()}

    def pieces(self, word: str, start: int) -> Iterator[int]:
        """The ends of the pieces that `word` can go on with at `start`, each for one character."""
        yield start + 1
        for end in range(start + 2, min(start + LONGEST_PIECE, len(word)) + 1):
            if word[start:end] not in self._by_start:
                return
            yield end

    def whole_pieces(self, word: str, start: int) -> Iterator[int]:
        """Those of `pieces` that are a whole syllable, a character by itself, or end `word`."""
        for end in self.pieces(word, start):
            is_whole = word[start:end] in self.syllables or not is_letter(word[start])
            if is_whole or end == len(word):
                yield end

    def spelled(self, word: str, text: str) -> tuple[int, int] | None:
        """Where `word` spells a part of `text`: its first span, in code points.

        Each character is spelled by itself or by the beginning of a reading, at least by one
        letter: `tk`, `tuik`, `tuikuan` and `退k` all spell 退款.
        """
        return self.speller(word).span(text)

    def spelled_end(self, word: str, text: str) -> int | None:
        """Where the part of `text` ends that `word` spells from its beginning on."""
        return self.speller(word).end(text)

    def speller(self, word: str) -> Speller:
        """What finds `word` in one text after the other."""
        known = self._spellers.get(word)
        if known is None:
            if len(self._spellers) >= _REMEMBERED:
                self._spellers.clear()
            known = self._spellers[word] = Speller(word, self)
        return known


class Speller:
    """Runs through a text with every way at once in which a word may spell it.

    The state is a number whose n-th bit says that n letters are spelled by what was just passed.
    """

    def __init__(self, word: str, pinyin: PinyinTable) -> None:
        self._word = word
        self._pinyin = pinyin
        self._done = 1 << len(word)
        self._steps: dict[str, tuple[tuple[int, int], ...]] = {}

    def end(self, text: str) -> int | None:
        """Where the part of `text` ends that the word spells from its beginning on."""
        return self._run(text, 0)

    def span(self, text: str) -> tuple[int, int] | None:
        """The first part of `text` that the word spells."""
        end = self._run(text, 1)
        if end is None:
            return None
        starts = range(max(0, end - len(self._word)), end)
        return next((start, end) for start in starts if self.end(text[start:end]) is not None)

    def _run(self, text: str, anywhere: int) -> int | None:
        """The end of a spelled part, which begins at the start of `text` or `anywhere` (1)."""
        state, steps = 1, self._steps
        for at, character in enumerate(text):
            ways = steps.get(character)
            if ways is None:
                ways = steps[character] = self._ways(character)
            reached = anywhere
            for size, starts in ways:
                reached |= (state & starts) << size
            if reached & self._done:
                return at + 1
            if not reached:
                return None
            state = reached
        return None

    def _ways(self, character: str) -> tuple[tuple[int, int], ...]:
        """Sizes of pieces for `character`, each with the places in the word where it fits."""
        word = self._word
        ways: dict[int, int] = {}
        for sound in (character, *self._pinyin.readings(character)):
            at = word.find(sound[0])
            while at >= 0:
                for size, letter in enumerate(sound):
                    if not word.startswith(letter, at + size):
                        break
                    ways[size + 1] = ways.get(size + 1, 0) | 1 << at
                at = word.find(sound[0], at + 1)
        return tuple(ways.items())


@lru_cache(256)
def may_spell(word: str) -> bool:
    """Whether `word` is looked at as pinyin: it has a letter, and no sign that pinyin lacks."""
    return (
        0 < len(word) <= LONGEST_WORD
        and any(is_letter(one) for one in word)
        and all(is_letter(one) or one.isdigit() or ord(one) >= 0x2E80 for one in word)
    )


def is_letter(character: str) -> bool:
    """Whether a folded `character` is one that pinyin is typed with."""
    return "a" <= character <= "z"
