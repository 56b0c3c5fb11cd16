"""Search over ten thousand to some hundred thousand entries, on an index made beforehand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_assist.core.language.pinyin import PinyinTable, may_spell
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching import levels
from desktop_assist.core.searching.index_arrays import SearchIndex
from desktop_assist.core.searching.index_order import IndexOrder
from desktop_assist.core.searching.index_words import BODIES, HEADS, IndexWords
from desktop_assist.core.searching.labels import passes, squeezed_context
from desktop_assist.core.searching.letter_pairs import LetterPairs
from desktop_assist.core.searching.numbered_search import Found, NumberedSearch
from desktop_assist.core.searching.query import Filter, Query, Word
from desktop_assist.core.searching.search import SearchContext
from desktop_assist.core.searching.slips import Slips

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Levels = NDArray[np.uint8]
    Flags = NDArray[np.bool_]

_PLACES_OF_A_BODY = 100
"""What it costs to look through one body, in places that a word is found at."""


class BigSearch(NumberedSearch):
    """The hits of `PlainSearch`, by arrays instead of sets.

    Slips may take longer than a frame.
    """

    order: IndexOrder

    def __init__(
        self, index: SearchIndex, entries: Sequence[Entry], pinyin: PinyinTable | None = None
    ) -> None:
        """`entries` are those that `index` was made of, in their order."""
        import numpy as np  # noqa: PLC0415  loaded for big libraries only

        super().__init__(entries, pinyin)
        self._np = np
        self._index = index
        self._words = IndexWords(index, pinyin)
        self.order = IndexOrder(index, entries)
        self._slips = Slips(index.words, pinyin)
        names = {at: one.text for at, one in enumerate(index.labels) if one.kind == "category"}
        self._category_labels = list(names)
        self._categories = LetterPairs(list(names.values()), pinyin)
        self._shown: Flags | None = None
        self._passing: tuple[tuple[Filter, ...], Flags | None] = ((), None)

    def only(self, numbers: Sequence[int]) -> BigSearch:
        """See `NumberedSearch`."""
        engine = copy(self)
        shown = self._np.zeros(len(self._index), bool)
        shown[self._np.array(numbers, self._np.intp)] = True
        engine._shown = shown
        engine._passing = ((), shown)
        return engine

    def found(self, asked: Query, limit: int, context: SearchContext) -> Found:
        """Entry numbers and levels, the best first."""
        if asked.finds_nothing or limit <= 0 or not len(self._index):
            return []
        if not asked.words:
            return self._browsed(asked, limit, context)
        bases = [self._in_heads(word) for word in asked.words]
        found = self._np.minimum.reduce([base.levels for base in bases])
        first = bases[0]
        found[(found == levels.TITLE) & first.starting] = levels.TITLE_START
        spelled = (found == levels.LABELS) | (found == levels.SPELLED_TITLE)
        found[spelled & first.begun] = levels.SPELLED_START
        if len(bases) == 1:
            self._mark_codes(found, asked.words[0])
        shown = self._flags_passing(asked.filters)
        if shown is not None:
            found[~shown] = 0
        if self._np.count_nonzero(found) < limit:
            self._add_bodies(found, asked.words, bases, limit, shown)
        return self._best(found, limit, context)

    def found_with_slips(self, asked: Query, limit: int, context: SearchContext) -> Found:
        """As `found`, for a query that finds nothing."""
        if not asked.words or limit <= 0 or not len(self._index):
            return []
        passing = self._flags_passing(asked.filters)
        slipped = False
        for word in asked.words:
            flags = self._anywhere(word)
            if not flags.any():
                flags, slipped = self._with_slip(word), True
            passing = flags if passing is None else flags & passing
        if not slipped or passing is None:
            return []
        return self._best(passing.astype(self._np.uint8) * levels.SLIP, limit, context)

    def _browsed(self, asked: Query, limit: int, context: SearchContext) -> Found:
        found = self._np.ones(len(self._index), self._np.uint8)
        found[self.order.favourites] = 2
        shown = self._flags_passing(asked.filters)
        if shown is not None:
            found[~shown] = 0
        return [(number, 0) for number, _ in self._best(found, limit, context)]

    def _best(self, found: Levels, limit: int, context: SearchContext) -> Found:
        """The first `limit` by level, then by order."""
        places = self.order.places(squeezed_context(context, self.squeezing))
        best: list[tuple[int, int]] = []
        held = self._np.bincount(found, minlength=levels.CODE + 1).tolist()
        for level in range(levels.CODE, 0, -1):
            lacking = limit - len(best)
            if held[level] and lacking > 0:
                numbers = self._np.flatnonzero(found == level)
                order = places[numbers]
                if len(numbers) > lacking:
                    front = self._np.argpartition(order, lacking - 1)[:lacking]
                    numbers, order = numbers[front], order[front]
                best += [(one, level) for one in numbers[order.argsort()].tolist()]
        return best

    def _in_heads(self, word: Word) -> _Base:
        """Where `word` stands outside the bodies."""
        np, size = self._np, len(self._index)
        base = _Base(np.zeros(size, np.uint8), np.zeros(size, bool), np.zeros(size, bool))
        if word.is_code:
            low, high = self._coded(word)
            base.levels[self._index.arrays.code_entries[low:high]] = levels.LABELS
            return base
        names = self._categories
        for at in names.holding(word.text) | names.spelling(word.text).anywhere:
            base.levels[self._labelled(self._category_labels[at])] = levels.CATEGORY
        places = self._words.plain(word.text, "heads")
        owners = self._words.owners(places)
        titled = owners < size
        base.levels[owners[~titled] % size] = levels.LABELS
        self._spell_heads(word.text, base)
        base.levels[owners[titled]] = levels.TITLE
        starting = titled & (places == self._index.arrays.starts[owners])
        base.starting[owners[starting]] = True
        base.begun[owners[starting]] = True
        return base

    def _spell_heads(self, word: str, base: _Base) -> None:
        """Note where `word` spells a part of a title or label."""
        letter = self._words.letter(word, "heads") if may_spell(word) else None
        if letter is not None:
            base.levels[letter] = levels.LABELS
            base.begun[self._words.begins_titles(word)] = True
            return
        places = self._words.spelled(word, "heads")
        owners = self._words.owners(places)
        titled = owners < len(self._index)
        base.levels[owners[~titled] % len(self._index)] = levels.LABELS
        base.levels[owners[titled]] = levels.SPELLED_TITLE
        base.begun[owners[titled & (places == self._index.arrays.starts[owners])]] = True

    def _mark_codes(self, found: Levels, word: Word) -> None:
        low, high = self._coded(word)
        found[self._index.arrays.code_entries[low:high]] = levels.CODE_START
        if word.text:
            while low < high and self._index.codes[low] == word.text:
                found[self._index.arrays.code_entries[low]] = levels.CODE
                low += 1

    def _coded(self, word: Word) -> tuple[int, int]:
        """The codes that begin with `word`: the first and the one behind the last."""
        codes = self._index.codes
        low = bisect_left(codes, word.text)
        return low, bisect_left(codes, word.text + chr(0x10FFFF), low)

    def _labelled(self, at: int) -> NDArray[np.uint32]:
        arrays = self._index.arrays
        return arrays.label_entries[arrays.label_starts[at] : arrays.label_starts[at + 1]]

    def _add_bodies(
        self,
        found: Levels,
        words: Sequence[Word],
        bases: Sequence[_Base],
        limit: int,
        shown: Flags | None,
    ) -> None:
        """Mark the entries that hold some of the words only in their bodies."""
        np = self._np
        held = [base.levels > 0 for base in bases]
        for level, is_spelled in ((levels.BODY, False), (levels.SPELLED_BODY, True)):
            fitting = shown
            for at in self._cheapest_first(words, is_spelled):
                among = None if fitting is None else fitting & ~held[at]
                here = held[at] | self._in_bodies(words[at], is_spelled, among)
                if among is None:
                    held[at] = here  # for all entries, and so for the next level, too
                fitting = here if fitting is None else fitting & here
            if fitting is not None:
                found[fitting & (found == 0)] = level
            if np.count_nonzero(found) >= limit:
                return

    def _cheapest_first(self, words: Sequence[Word], is_spelled: bool) -> list[int]:
        numbers = list(range(len(words)))
        if len(words) > 1:
            numbers.sort(key=lambda at: self._cost(words[at], is_spelled))
        return numbers

    def _cost(self, word: Word, is_spelled: bool) -> int:
        """How many places are looked at to find `word` in the bodies."""
        if word.is_code:
            return 0
        spelled = self._words.spelled_count(word.text) if is_spelled else 0
        return spelled + self._words.count(word.text, "bodies")

    def _in_bodies(self, word: Word, is_spelled: bool, among: Flags | None) -> Flags:
        """Which bodies hold `word` or, where `is_spelled`, have it spell a part.

        Only those in `among` count.
        """
        np, size = self._np, len(self._index)
        flags: Flags = np.zeros(size, bool)
        if word.is_code:
            return flags
        letter = self._words.letter(word.text, "bodies") if is_spelled else None
        if letter is not None:
            return letter
        places = [self._words.plain, self._words.spelled][: 1 + is_spelled]
        within = [self._words.plain_within, self._words.spelled_within][: 1 + is_spelled]
        if among is not None and (
            np.count_nonzero(among) * _PLACES_OF_A_BODY < self._cost(word, is_spelled)
        ):
            starts = self._index.arrays.starts
            texts = np.flatnonzero(among) + 2 * size
            looked_at = self._words.ranges(starts[texts], starts[texts + 1])
            found = [one(word.text, looked_at) for one in within]
        else:
            found = [one(word.text, "bodies") for one in places]
        for one in found:
            flags[self._words.owners(one) - 2 * size] = True
        return flags

    def _anywhere(self, word: Word) -> Flags:
        """Which entries `word` finds."""
        found: Flags = self._in_heads(word).levels > 0
        if not word.is_code:
            found |= self._in_bodies(word, True, None)
        return found

    def _with_slip(self, word: Word) -> Flags:
        """Which entries `word` finds with one slip in it; by their bodies if by nothing else."""
        np, size = self._np, len(self._index)
        flags: Flags = np.zeros(size, bool)
        meant = self._slips.meant(word.text)
        if word.is_code:
            for one in meant:
                low, high = self._coded(Word(one.text)) if one.stands else (0, 0)
                flags[self._index.arrays.code_entries[low:high]] = True
            return flags
        wrong = list(self._slips.wrong_characters(word.text))
        for zone in HEADS, BODIES:
            places = [self._words.plain(one.text, zone) for one in meant if one.stands]
            if zone == HEADS:
                sounding = (one.text for one in meant if one.sounds)
                places += [self._words.spelled(text, zone, whole=True) for text in sounding]
            places += [self._words.wrong_at(before, after, zone) for before, after in wrong]
            standing = np.concatenate([np.zeros(0, np.uint32), *places])
            flags[self._words.owners(standing) % size] = True
            if flags.any():
                break
        return flags

    def _flags_passing(self, filters: tuple[Filter, ...]) -> Flags | None:
        """Which entries are shown and pass all `filters`; None where all are."""
        known, flags = self._passing
        if filters != known:
            flags = self._shown
            for wanted in filters:
                passing = self._np.zeros(len(self._index), bool)
                for at, label in enumerate(self._index.labels):
                    if passes(label, wanted, self.pinyin):
                        passing[self._labelled(at)] = True
                flags = passing if flags is None else flags & passing
            self._passing = (filters, flags)
        return flags


@dataclass(frozen=True, slots=True)
class _Base:
    """Where a word stands outside the bodies, for each entry.

    Its level, and whether it stands at the title's start by its letters, and in any way.
    """

    levels: Levels
    starting: Flags
    begun: Flags
