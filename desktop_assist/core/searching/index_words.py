"""Where one word stands in the big engine's index: the places of its first character."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from desktop_assist.core.language.pinyin import PinyinTable, may_spell
from desktop_assist.core.searching.index_arrays import BLOCK, LETTERS, SearchIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.uint32]
    Numbers = NDArray[np.intp]
    Flags = NDArray[np.bool_]
    Pieces = Callable[[str, int], Iterable[int]]

Zone = Literal["heads", "bodies"]
"""Titles and labels, or bodies."""

HEADS: Zone = "heads"
BODIES: Zone = "bodies"

_PAIR = 65_536
_REMEMBERED = 256
_REMEMBERED_PLACES = 48


class IndexWords:
    """Finds plain and spelled words by the pairs of characters that they are made of."""

    def __init__(self, index: SearchIndex, pinyin: PinyinTable | None) -> None:
        import numpy as np  # noqa: PLC0415  loaded for big libraries only

        self._np = np
        self._arrays = index.arrays
        self._size = len(index)
        self._pinyin = pinyin
        if pinyin is not None:
            pinyin.characters("a")  # made ready now, and not at the first keystroke
        numbers = enumerate(map(chr, self._arrays.alphabet.tolist()), 1)
        self._numbers: Mapping[str, int] = {character: number for number, character in numbers}
        self._seconds = (self._arrays.pairs & (_PAIR - 1)).astype(np.uint16)
        firsts = np.arange(len(self._numbers) + 2, dtype=np.uint32) * _PAIR
        self._rows = np.searchsorted(self._arrays.pairs, firsts)
        heads = self._arrays.heads
        self._sizes = {"heads": heads, "bodies": np.diff(self._arrays.offsets) - heads}
        # A mistyped word is tried in many forms, most of which begin alike.
        self._neighbours: Callable[[str, str, Zone], Places] = lru_cache(_REMEMBERED_PLACES)(
            self._find_neighbours
        )
        self._flags: Callable[[str], Flags] = lru_cache(_REMEMBERED)(self._make_flags)

    def owners(self, places: Places) -> Numbers:
        """The number of the text, among all starts, that each place is in."""
        starts = self._arrays.starts
        found = self._arrays.owners[places // BLOCK].astype(self._np.intp)
        late = self._np.flatnonzero(starts[found + 1] <= places)
        while len(late):
            found[late] += 1
            late = late[starts[found[late] + 1] <= places[late]]
        return found

    def plain(self, word: str, zone: Zone) -> Places:
        """Where `word` stands."""
        numbers = [self._numbers.get(character, 0) for character in word]
        if 0 in numbers:
            return self._arrays.places[:0]
        if len(numbers) == 1:
            low, high = self._rows[numbers[0]], self._rows[numbers[0] + 1]
            return self._places_of(self._np.arange(low, high), zone)
        pairs = [self._pair(*numbers[at : at + 2]) for at in range(len(numbers) - 1)]
        if None in pairs:
            return self._arrays.places[:0]
        sizes = [self._count(pair, zone) for pair in pairs if pair is not None]
        at = sizes.index(min(sizes))
        places = self._places_of(self._np.array([pairs[at]]), zone)
        return self._around(places[places >= at] - self._np.uint32(at), numbers, {at, at + 1})

    def count(self, word: str, zone: Zone) -> int:
        """How many places are looked at for `word` at most: what it costs to find it."""
        numbers = [self._numbers.get(character, 0) for character in word]
        if len(numbers) == 1:
            low, high = self._rows[numbers[0]], self._rows[numbers[0] + 1]
            return int(self._sizes[zone][low:high].sum()) if numbers[0] else 0
        pairs = [self._pair(*numbers[at : at + 2]) for at in range(len(numbers) - 1)]
        return min(0 if pair is None else self._count(pair, zone) for pair in pairs)

    def spelled_count(self, word: str) -> int:
        """What it costs to find where `word` spells a part of a body: places looked at."""
        if self._pinyin is None or not may_spell(word) or self.letter(word, "bodies") is not None:
            return 0
        ends = [end for end in self._pinyin.pieces(word, 0) if self._stands_for(word[:end])]
        if not ends:
            return 0
        return int(self._sizes["bodies"][self._pairs_from(word[: ends[-1]])].sum())

    def spelled(self, word: str, zone: Zone, *, whole: bool = False) -> Places:
        """Where a part of a text begins that `word` spells; a place may come several times.

        By `whole` syllables only: a tenth of the ways, for a word of which that is known.
        """
        pinyin = self._pinyin
        if pinyin is None or not may_spell(word):
            return self._arrays.places[:0]
        pieces = pinyin.whole_pieces if whole else pinyin.pieces
        found = [self._row_places(word, zone)] if self._stands_for(word) else []
        reached: dict[tuple[int, int], list[Places]] = {}
        for middle in pieces(word, 0):
            if middle < len(word) and self._stands_for(word[:middle]):
                for end in pieces(word, middle):
                    places = self._neighbours(word[:middle], word[middle:end], zone)
                    if len(places):
                        reached.setdefault((end, 2), []).append(places)
        found += self._followed(word, reached, pieces)
        return self._np.concatenate([self._arrays.places[:0], *found])

    def spelled_within(self, word: str, places: Places) -> Places:
        """Those of `places` at which a part begins that `word` spells."""
        pinyin = self._pinyin
        if pinyin is None or not may_spell(word):
            return places[:0]
        numbers = self._arrays.text[places]
        reached = {
            (end, 1): [places[self._flags(word[:end])[numbers]]] for end in pinyin.pieces(word, 0)
        }
        return self._np.concatenate([places[:0], *self._followed(word, reached, pinyin.pieces)])

    def plain_within(self, word: str, places: Places) -> Places:
        """Those of `places` at which `word` stands."""
        numbers = [self._numbers.get(character, 0) for character in word]
        return places[:0] if 0 in numbers else self._around(places, numbers, set())

    def letter(self, word: str, zone: Zone) -> Flags | None:
        """Which entries a single letter or digit spells in; None for any other word."""
        if len(word) != 1 or word not in LETTERS:
            return None
        at = LETTERS.index(word) + (0 if zone == "heads" else len(LETTERS))
        return self._np.unpackbits(self._arrays.letters[at], count=self._size).astype(bool)

    def begins_titles(self, letter: str) -> Flags:
        """Which titles begin with a character that a single `letter` stands for."""
        starts = self._arrays.starts[: self._size]
        return self._flags(letter)[self._arrays.text[starts]]

    def wrong_at(self, before: str, after: str, zone: Zone) -> Places:
        """Where `before`, any one character and `after` stand side by side."""
        numbers = [self._numbers.get(character, 0) for character in before + after]
        if 0 in numbers:
            return self._arrays.places[:0]
        numbers.insert(len(before), 0)
        if len(before) >= len(after):
            places = self.plain(before, zone)
        else:
            shift = len(before) + 1
            places = self.plain(after, zone)
            places = places[places >= shift] - self._np.uint32(shift)
        places = places[places + len(numbers) <= len(self._arrays.text)]
        places = self._around(places, numbers, {len(before)})
        kept: Places = places[self._arrays.text[places + len(before)] != 0]
        return kept

    def _followed(
        self, word: str, reached: dict[tuple[int, int], list[Places]], pieces: Pieces
    ) -> list[Places]:
        """The places from which `word` goes on to its end.

        `reached` holds, by letters typed and characters passed, where it has come so far.
        """
        found: list[Places] = []
        while reached:
            typed, passed = key = min(reached)
            places = self._united(reached.pop(key))
            if typed == len(word):
                found.append(places)
                continue
            following = places + self._np.uint32(passed)
            # Past the last text nothing follows, and its last place is a break.
            numbers = self._arrays.text[following]
            for end in pieces(word, typed):
                kept = places[self._flags(word[typed:end])[numbers]]
                if len(kept):
                    reached.setdefault((end, passed + 1), []).append(kept)
        return found

    def _united(self, parts: list[Places]) -> Places:
        if len(parts) == 1:
            return parts[0]
        both: Places = self._np.concatenate(parts)
        both.sort()
        kept: Places = both[self._np.append(True, both[1:] != both[:-1])]
        return kept

    def _around(self, places: Places, numbers: list[int], sure: set[int]) -> Places:
        """Those of `places` where the characters `numbers` stand side by side."""
        text = self._arrays.text
        for at, number in enumerate(numbers):
            if at not in sure:
                places = places[text[places + self._np.uint32(at)] == number]
        return places

    def _find_neighbours(self, first: str, second: str, zone: Zone) -> Places:
        """Where a character for the one piece stands before one for the other."""
        if not self._stands_for(second):
            return self._arrays.places[:0]
        row = self._pairs_from(first)
        return self._places_of(row[self._flags(second)[self._seconds[row]]], zone)

    def _row_places(self, piece: str, zone: Zone) -> Places:
        return self._places_of(self._pairs_from(piece), zone)

    def _pairs_from(self, piece: str) -> Numbers:
        """The numbers of the pairs that begin with a character for `piece`."""
        firsts = self._np.flatnonzero(self._flags(piece))
        return self._ranges(self._rows[firsts], self._rows[firsts + 1])

    def _places_of(self, pairs: Numbers, zone: Zone) -> Places:
        arrays = self._arrays
        begins, ends = arrays.offsets[pairs], arrays.offsets[pairs + 1]
        middles = begins + arrays.heads[pairs]
        if zone == "heads":
            return arrays.places[self._ranges(begins, middles)]
        return arrays.places[self._ranges(middles, ends)]

    def _ranges(self, begins: NDArray[np.integer], ends: NDArray[np.integer]) -> Numbers:
        """Every number from each begin to below its end, one range after the other."""
        np = self._np
        sizes = (ends - begins).astype(np.intp)
        total = int(sizes.sum())
        before = np.cumsum(sizes) - sizes
        numbers: Numbers = np.arange(total) + np.repeat(begins.astype(np.intp) - before, sizes)
        return numbers

    def ranges(self, begins: NDArray[np.integer], ends: NDArray[np.integer]) -> Places:
        """As places: every one from each begin to below its end."""
        return self._ranges(begins, ends).astype(self._np.uint32)

    def _pair(self, first: int, second: int) -> int | None:
        pair = first * _PAIR + second
        at = int(self._arrays.pairs.searchsorted(self._np.uint32(pair)))
        found = first and at < len(self._arrays.pairs) and int(self._arrays.pairs[at]) == pair
        return at if found and second else None

    def _count(self, pair: int, zone: Zone) -> int:
        heads = int(self._arrays.heads[pair])
        both = int(self._arrays.offsets[pair + 1]) - int(self._arrays.offsets[pair])
        return heads if zone == "heads" else both - heads

    def _stands_for(self, piece: str) -> bool:
        return bool(self._flags(piece).any())

    def _make_flags(self, piece: str) -> Flags:
        """For each character number whether `piece` stands for it."""
        flags = self._np.zeros(len(self._numbers) + 1, bool)
        if self._pinyin is not None:
            known = self._numbers
            flags[[known[one] for one in self._pinyin.characters(piece) if one in known]] = True
        return flags
