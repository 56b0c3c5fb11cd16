"""Search over up to some ten thousand entries, with nothing but the standard library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import islice

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching import levels
from desktop_assist.core.searching.labels import (
    Label,
    labels_of,
    passes,
    squeezed,
    squeezed_context,
)
from desktop_assist.core.searching.letter_pairs import LetterPairs
from desktop_assist.core.searching.numbered_search import Found, NumberedSearch
from desktop_assist.core.searching.plain_order import PlainOrder
from desktop_assist.core.searching.query import Filter, Query, Word
from desktop_assist.core.searching.search import SearchContext
from desktop_assist.core.searching.slips import Slips, latin_words
from desktop_assist.core.searching.texts import BREAK, Squeezing, searched_texts

_Level = tuple[int, set[int], Callable[[int], bool] | None]
"""A level, the entries that may have it, and which of them do; all of them for None."""


class PlainSearch(NumberedSearch):
    """Each word stands in the entry, or spells a part of it, see `levels`.

    Equals rank by use, then by how lately they were used, then favourites, then what suits the
    context, then the library's order. `search_slips` looks for what finds nothing with one slip of
    the finger in it, see `slips`.
    """

    order: PlainOrder

    def __init__(self, entries: Sequence[Entry], pinyin: PinyinTable | None = None) -> None:
        super().__init__(entries, pinyin)
        self._texts = [searched_texts(one.snippet, self.squeezing) for one in entries]
        heads = [f"{one.title}{BREAK}{one.labels}" for one in self._texts]
        self._heads = LetterPairs(heads, pinyin)
        self._titles = LetterPairs([one.title for one in self._texts], pinyin)
        self._bodies = LetterPairs([one.body for one in self._texts], pinyin)
        self._labels = _held(entries, self.squeezing)
        categories = {one: held for one, held in self._labels.items() if one.kind == "category"}
        self._in_categories = list(categories.values())
        self._categories = LetterPairs([one.text for one in categories], pinyin)
        self.order = PlainOrder(entries, self._labels)
        self._slips: Slips | None = None
        self._shown: set[int] | None = None

    def only(self, numbers: Sequence[int]) -> PlainSearch:
        """See `NumberedSearch`."""
        engine = copy(self)
        engine._shown = set(numbers)
        return engine

    def found(self, asked: Query, limit: int, context: SearchContext) -> Found:
        """At most `limit` entries, without slips."""
        if asked.finds_nothing or limit <= 0:
            return []
        passing = self._passing(asked.filters)
        if not asked.words:
            return self._browsed(passing, context)[:limit]
        at = self.order.places(squeezed_context(context, self.squeezing))
        found: dict[int, int] = {}
        for level, numbers, is_fitting in self._levels(asked.words):
            new = numbers - found.keys()
            ordered = sorted(new if passing is None else new & passing, key=at.__getitem__)
            fitting = ordered if is_fitting is None else filter(is_fitting, ordered)
            found |= dict.fromkeys(islice(fitting, limit - len(found)), level)
            if len(found) >= limit:
                break
        return list(found.items())

    def found_with_slips(self, asked: Query, limit: int, context: SearchContext) -> Found:
        """As `found`, for a query that finds nothing."""
        if not asked.words or limit <= 0:
            return []
        passing, slipped = self._passing(asked.filters), False
        for word in asked.words:
            numbers = self._anywhere(word)
            if not numbers:
                numbers, slipped = self._with_slip(word), True
            passing = numbers if passing is None else passing & numbers
        if not slipped or not passing:
            return []
        at = self.order.places(squeezed_context(context, self.squeezing))
        return [(one, levels.SLIP) for one in sorted(passing, key=at.__getitem__)[:limit]]

    def _browsed(self, passing: set[int] | None, context: SearchContext) -> Found:
        numbers = range(len(self.entries)) if passing is None else passing
        order = self.order
        at, liked = order.places(squeezed_context(context, self.squeezing)), order.is_favourite
        return [(one, 0) for one in sorted(numbers, key=lambda one: (not liked(one), at[one]))]

    def _levels(self, words: Sequence[Word]) -> Iterator[_Level]:
        """From the best down. What is in a better level may come again."""
        first, texts = words[0], self._texts
        places = [self._places(word) for word in words]
        if len(words) == 1:
            code = first.text
            coded = {one for one in places[0].coded if texts[one].code.startswith(code)}
            yield levels.CODE, coded, lambda one: texts[one].code == code
            yield levels.CODE_START, coded, None
        titled = set.intersection(*(one.titled for one in places))
        yield levels.TITLE_START, titled, lambda one: texts[one].title.startswith(first.text)
        yield levels.TITLE, titled, None
        labelled = set.intersection(*(one.labelled for one in places))
        if not first.is_code:
            yield levels.SPELLED_START, labelled & places[0].begun, None
        spelled_titles = [one.titled | one.spelled_titles for one in places]
        yield levels.SPELLED_TITLE, set.intersection(*spelled_titles), None
        yield levels.LABELS, labelled, None
        fitting = [one.labelled | self._categorised(one.word) for one in places]
        yield levels.CATEGORY, set.intersection(*fitting), None
        plain = [
            held if one.word.is_code else held | self._bodies.holding(one.word.text)
            for held, one in zip(fitting, places, strict=True)
        ]
        yield levels.BODY, set.intersection(*plain), None
        spelled = [
            held if one.word.is_code else held | self._bodies.spelling(one.word.text).anywhere
            for held, one in zip(plain, places, strict=True)
        ]
        yield levels.SPELLED_BODY, set.intersection(*spelled), None

    def _places(self, word: Word) -> _Places:
        texts = self._texts
        if word.is_code:
            coded = {
                n for n, one in enumerate(texts) if one.code and one.code.startswith(word.text)
            }
            return _Places(word, coded, set(), set(), coded, set())
        held = self._heads.holding(word.text)
        titled = {one for one in held if word.text in texts[one].title}
        begun = {one for one in titled if texts[one].title.startswith(word.text)}
        spelled = self._heads.spelling(word.text)
        in_titles = self._titles.spelling(word.text).anywhere if len(word.text) > 1 else set()
        labelled, begun = held | spelled.anywhere, begun | spelled.begun
        return _Places(word, held, titled, in_titles, labelled, begun)

    def _categorised(self, word: Word) -> set[int]:
        """The entries in whose category the word stands or spells a part."""
        if word.is_code:
            return set()
        names = self._categories
        found = names.holding(word.text) | names.spelling(word.text).anywhere
        return set[int]().union(*(self._in_categories[one] for one in found))

    def _anywhere(self, word: Word) -> set[int]:
        """The entries that `word` finds."""
        *_, (_, numbers, _) = self._levels([word])
        return numbers

    def _with_slip(self, word: Word) -> set[int]:
        """The entries that `word` finds with one slip in it; by bodies if by nothing else."""
        if self._slips is None:
            texts = (text for one in self._texts for text in (one.title, one.labels, one.body))
            self._slips = Slips(latin_words(texts), self.pinyin)
        meant = self._slips.meant(word.text)
        if word.is_code:
            codes = [Word(one.text, is_code=True) for one in meant if one.stands]
            return {number for code in codes for number in self._places(code).coded}
        wrong = list(self._slips.wrong_characters(word.text))
        sounding = (one.text for one in meant if one.sounds)
        standing = [one.text for one in meant if one.stands]
        spelled = (self._heads.spelling(text, whole=True).anywhere for text in sounding)
        found = set[int]().union(*spelled)
        for pairs in self._heads, self._bodies:
            found = found.union(*(pairs.holding(text) for text in standing))
            found = found.union(*(pairs.fitting(*one) for one in wrong))
            if found:
                break
        return found

    def _passing(self, filters: Sequence[Filter]) -> set[int] | None:
        """The entries that are shown and pass all `filters`; None where all are."""
        passing = self._shown
        for wanted in filters:
            numbers = {
                number
                for label, held in self._labels.items()
                if passes(label, wanted, self.pinyin)
                for number in held
            }
            passing = numbers if passing is None else passing & numbers
        return passing


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a word stands: which entries it finds by code, title, and by title or labels.

    `spelled_titles` are those whose title holds it by pinyin, `begun` those whose title it begins,
    by its letters or by pinyin.
    """

    word: Word
    coded: set[int]
    titled: set[int]
    spelled_titles: set[int]
    labelled: set[int]
    begun: set[int]


def _held(entries: Sequence[Entry], squeezing: Squeezing) -> dict[Label, list[int]]:
    """The entries of every label, by their number."""
    written: dict[Label, list[int]] = {}
    for number, entry in enumerate(entries):
        for label in labels_of(entry):
            written.setdefault(label, []).append(number)
    held: dict[Label, list[int]] = {}
    for label, numbers in written.items():
        held.setdefault(squeezed(label, squeezing), []).extend(numbers)
    return held
