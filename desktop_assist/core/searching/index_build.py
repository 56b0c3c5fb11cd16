"""Makes the big engine's index, in steps that a background thread can stop between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.index_arrays import (
    BLOCK,
    LETTERS,
    MOST_CHARACTERS,
    ZONES,
    IndexArrays,
    SearchIndex,
)
from desktop_assist.core.searching.labels import Label, labels_of, squeezed
from desktop_assist.core.searching.slips import latin_words
from desktop_assist.core.searching.texts import BREAK, Squeezing, searched_texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENTRIES_A_STEP = 500
PLACES_A_STEP = 1 << 20
_CODE_POINTS = 0x110000


class IndexBuilder:
    """Indexes `entries`; run `steps` to its end, then take `index`."""

    def __init__(self, entries: Sequence[Entry], pinyin: PinyinTable | None) -> None:
        self._entries = entries
        self._pinyin = pinyin
        self._index: SearchIndex | None = None

    @property
    def index(self) -> SearchIndex:
        """The finished index.

        Raises:
            RuntimeError: `steps` has not come to its end.
        """
        if self._index is None:
            raise RuntimeError("the index is not finished")
        return self._index

    def steps(self) -> Iterator[None]:
        """Each step takes some hundredths of a second."""
        import numpy as np  # noqa: PLC0415  loaded for big libraries only

        reading = _Reading(self._entries)
        yield from reading.steps()
        points = _concatenated([one for zone in reading.zones for one in zone])
        reading.zones.clear()
        yield
        alphabet, text = _numbered(points)
        del points
        yield
        starts = _starts(_concatenated([np.array(one, np.uint32) for one in reading.lengths]))
        pairs = _Pairs(text, len(alphabet), int(starts[2 * len(self._entries)]))
        yield from pairs.steps()
        blocks = np.arange(0, len(text) + BLOCK, BLOCK)
        owners = np.searchsorted(starts[:-1], blocks, "right") - 1
        yield
        letters = _Letters(text, starts, alphabet, self._pinyin)
        yield from letters.steps()
        labels, label_starts, label_entries = _joined(reading.labels)
        codes = sorted(reading.codes)
        self._index = SearchIndex(
            IndexArrays(
                alphabet=alphabet,
                text=text,
                starts=starts,
                owners=owners.astype(np.uint32),
                pairs=_concatenated(pairs.pairs),
                offsets=_starts(_concatenated(pairs.counts)),
                heads=_concatenated(pairs.heads),
                places=_concatenated(pairs.places),
                letters=letters.rows,
                label_starts=label_starts,
                label_entries=label_entries,
                code_entries=np.array([number for _, number in codes], np.uint32),
            ),
            tuple(labels),
            tuple(code for code, _ in codes),
            tuple(sorted(reading.words)),
        )


class _Reading:
    """Takes the searched texts and the labels out of the entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._squeezing = Squeezing()
        self._known: dict[Label, Label] = {}
        self.zones: list[list[NDArray[np.uint32]]] = [[], [], []]
        self.lengths: tuple[list[int], list[int], list[int]] = ([], [], [])
        self.labels: dict[Label, list[int]] = {}
        self.codes: list[tuple[str, int]] = []
        self.words: set[str] = set()

    def steps(self) -> Iterator[None]:
        for first in range(0, len(self._entries), ENTRIES_A_STEP):
            self._read(first, self._entries[first : first + ENTRIES_A_STEP])
            yield

    def _read(self, first: int, entries: Sequence[Entry]) -> None:
        import numpy as np  # noqa: PLC0415  as above

        joined: tuple[list[str], list[str], list[str]] = ([], [], [])
        for number, entry in enumerate(entries, first):
            one = searched_texts(entry.snippet, self._squeezing)
            for texts, lengths, text in zip(
                joined, self.lengths, (one.title, one.labels, one.body), strict=True
            ):
                texts.append(text)
                lengths.append(len(text) + 1)
            if one.code:
                self.codes.append((one.code, number))
            for label in {self._squeezed(label) for label in labels_of(entry)}:
                self.labels.setdefault(label, []).append(number)
        for zone, texts in zip(self.zones, joined, strict=True):
            whole = BREAK.join(texts) + BREAK
            self.words |= latin_words([whole])
            zone.append(np.frombuffer(whole.encode("utf-32-le"), np.uint32))

    def _squeezed(self, label: Label) -> Label:
        if label not in self._known:
            self._known[label] = squeezed(label, self._squeezing)
        return self._known[label]


class _Pairs:
    """Sorts the places by the pair of characters that begins there, some characters at a time."""

    def __init__(self, text: NDArray[np.uint16], characters: int, end_of_heads: int) -> None:
        self._text = text
        self._characters = characters
        self._end_of_heads = end_of_heads
        self.pairs: list[NDArray[np.uint32]] = []
        self.counts: list[NDArray[np.uint32]] = []
        self.heads: list[NDArray[np.uint32]] = []
        self.places: list[NDArray[np.uint32]] = []

    def steps(self) -> Iterator[None]:
        import numpy as np  # noqa: PLC0415  as above

        held = np.bincount(self._text, minlength=self._characters + 1)
        first = 1
        while first <= self._characters:
            room = np.searchsorted(np.cumsum(held[first:]), PLACES_A_STEP, "right")
            last = min(first + max(int(room), 1), self._characters + 1)
            self._sort(first, last)
            first = last
            yield

    def _sort(self, first: int, last: int) -> None:
        """Take up the characters numbered `first` to below `last`."""
        import numpy as np  # noqa: PLC0415  as above

        places = np.flatnonzero((self._text >= first) & (self._text < last))
        order = self._text[places].astype(np.uint64) << np.uint64(48)
        order |= self._text[places + 1].astype(np.uint64) << np.uint64(32)
        order |= places.astype(np.uint64)
        order.sort()
        sorted_places = order.astype(np.uint32)  # the lower half
        pairs = (order >> np.uint64(32)).astype(np.uint32)
        begins = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
        self.pairs.append(pairs[begins])
        self.counts.append(np.diff(np.append(begins, len(pairs))).astype(np.uint32))
        in_heads = (sorted_places < self._end_of_heads).astype(np.uint32)
        self.heads.append(np.add.reduceat(in_heads, begins).astype(np.uint32))
        self.places.append(sorted_places)


def _concatenated(parts: Sequence[NDArray[np.uint32]]) -> NDArray[np.uint32]:
    import numpy as np  # noqa: PLC0415  as above

    return np.concatenate([np.zeros(0, np.uint32), *parts])


def _starts(lengths: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Where each of some stretches begins that lie one after the other, and the end of all."""
    import numpy as np  # noqa: PLC0415  as above

    starts = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(lengths, out=starts[1:])
    return starts


def _numbered(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
    """The alphabet of a text of code points, and the text by numbers in it."""
    import numpy as np  # noqa: PLC0415  as above

    present = np.zeros(_CODE_POINTS, bool)
    present[points] = True
    present[ord(BREAK)] = False
    alphabet = np.flatnonzero(present)[:MOST_CHARACTERS].astype(np.uint32)
    numbers = np.zeros(_CODE_POINTS, np.uint16)
    numbers[alphabet] = np.arange(1, len(alphabet) + 1, dtype=np.uint16)
    return alphabet, numbers[points]


class _Letters:
    """Finds which entries each single letter spells in."""

    def __init__(
        self,
        text: NDArray[np.uint16],
        starts: NDArray[np.uint32],
        alphabet: NDArray[np.uint32],
        pinyin: PinyinTable | None,
    ) -> None:
        import numpy as np  # noqa: PLC0415  as above

        self._text = text
        self._starts = starts
        self._entries = len(starts) // ZONES
        self._stands_for = np.zeros((len(LETTERS), MOST_CHARACTERS + 1), bool)
        for number, point in enumerate(alphabet.tolist(), 1):
            readings = pinyin.readings(chr(point)) if pinyin is not None else ()
            for letter in {chr(point), *(one[0] for one in readings)} & set(LETTERS):
                self._stands_for[LETTERS.index(letter), number] = True
        self.rows = np.zeros((2 * len(LETTERS), (self._entries + 7) // 8), np.uint8)

    def steps(self) -> Iterator[None]:
        import numpy as np  # noqa: PLC0415  as above

        for at, flags in enumerate(self._stands_for if self._entries else ()):
            held = np.logical_or.reduceat(flags[self._text], self._starts[:-1])
            titles, labels, bodies = held.reshape(ZONES, self._entries)
            self.rows[at] = np.packbits(titles | labels)
            self.rows[len(LETTERS) + at] = np.packbits(bodies)
            yield


def _joined(
    held: dict[Label, list[int]],
) -> tuple[list[Label], NDArray[np.uint32], NDArray[np.uint32]]:
    """Labels, and their entries one after the other with where each label's begin."""
    import numpy as np  # noqa: PLC0415  as above

    lengths = np.array([len(numbers) for numbers in held.values()], np.uint32)
    entries = [number for numbers in held.values() for number in numbers]
    return list(held), _starts(lengths), np.array(entries, np.uint32)
