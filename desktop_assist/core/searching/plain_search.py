"""Search over up to some ten thousand entries, with nothing but the standard library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop_assist.core.language.pinyin import PinyinTable, may_spell
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching import levels
from desktop_assist.core.searching.labels import (
    Label,
    labels_of,
    passes,
    squeezed,
    squeezed_context,
    stands_in,
)
from desktop_assist.core.searching.letter_pairs import LetterPairs
from desktop_assist.core.searching.matches import Matches
from desktop_assist.core.searching.plain_order import PlainOrder
from desktop_assist.core.searching.query import Filter, Query, Word, understood
from desktop_assist.core.searching.search import NO_CONTEXT, Hit, SearchContext, Standing
from desktop_assist.core.searching.slips import Slips, latin_words
from desktop_assist.core.searching.texts import BREAK, Squeezing, searched_texts

Found = Sequence[tuple[int, int]]
"""Entry numbers with their levels, the best first."""

_Level = tuple[int, set[int], Callable[[int], bool] | None]
"""A level, the entries that may have it, and which of them do; all of them for None."""


class PlainSearch:
    """A `SearchEngine`: each word stands in the entry, or spells a part of it, see `levels`.

    Equals rank by use, then by how lately they were used, then favourites, then what suits the
    context, then the library's order. `search_slips` looks for what finds nothing with one slip of
    the finger in it, see `slips`.
    """

    def __init__(self, entries: Iterable[Entry], pinyin: PinyinTable | None = None) -> None:
        self._entries = list(entries)
        self._pinyin = pinyin
        self._squeezing = Squeezing()
        self._matches = Matches(self._squeezing, pinyin)
        self._texts = [searched_texts(one.snippet, self._squeezing) for one in self._entries]
        heads = [f"{one.title}{BREAK}{one.labels}" for one in self._texts]
        self._heads = LetterPairs(heads, pinyin)
        self._bodies = LetterPairs([one.body for one in self._texts], pinyin)
        self._labels = _held(self._entries, self._squeezing)
        self._categories = [one for one in self._labels.items() if one[0].kind == "category"]
        self.order = PlainOrder(self._entries, self._labels)
        self._slips: Slips | None = None

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on, by entry key."""
        self.order.rank(standing)

    def search(self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT) -> list[Hit]:
        """The best `limit` entries; favourites, then the most used, for a query without words.

        Never raises; what `understood` takes for no query finds nothing.
        """
        asked = understood(query, self._squeezing)
        return self.hits(self.found(asked, limit, context), asked, limit)

    def search_slips(
        self, query: str, limit: int = 50, context: SearchContext = NO_CONTEXT
    ) -> list[Hit]:
        """Entries for a `query` that finds nothing, with a slip in each word that does so alone."""
        asked = understood(query, self._squeezing)
        return self.hits(self.found_with_slips(asked, limit, context), asked, limit)

    def hits(self, found: Found, asked: Query, limit: int) -> list[Hit]:
        """What was found, as hits."""
        return [self.hit(one, place, asked, limit) for place, one in enumerate(found)]

    def hit(self, found: tuple[int, int], place: int, asked: Query, limit: int) -> Hit:
        """One entry by its number and level as a hit, at its place among at most `limit`."""
        number, level = found
        entry = self._entries[number]
        matched = self._matches.matched(entry.snippet, asked.words, place)
        return Hit(entry.key, levels.score(level, place, limit), matched)

    def found(self, asked: Query, limit: int, context: SearchContext) -> Found:
        """At most `limit` entries, without slips."""
        if asked.finds_nothing or limit <= 0:
            return []
        at = self.order.places(squeezed_context(context, self._squeezing))
        passing = self._passing(asked.filters)
        if not asked.words:
            return self._browsed(passing, at)[:limit]
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
        at = self.order.places(squeezed_context(context, self._squeezing))
        return [(one, levels.SLIP) for one in sorted(passing, key=at.__getitem__)[:limit]]

    def _browsed(self, passing: set[int] | None, at: Sequence[int]) -> Found:
        numbers = range(len(self._entries)) if passing is None else passing
        liked = self.order.is_favourite
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
            yield levels.SPELLED_START, labelled, lambda one: self._begins(one, first.text)
        yield levels.LABELS, labelled, None
        fitting = [one.labelled | self._categorised(one.word) for one in places]
        yield levels.CATEGORY, set.intersection(*fitting), None
        plain = [
            held if one.word.is_code else held | self._bodies.holding(one.word.text)
            for held, one in zip(fitting, places, strict=True)
        ]
        yield levels.BODY, set.intersection(*plain), None
        spelled = [
            held if one.word.is_code else held | self._bodies.spelling(one.word.text)
            for held, one in zip(plain, places, strict=True)
        ]
        yield levels.SPELLED_BODY, set.intersection(*spelled), None

    def _places(self, word: Word) -> _Places:
        texts = self._texts
        if word.is_code:
            coded = {
                n for n, one in enumerate(texts) if one.code and one.code.startswith(word.text)
            }
            return _Places(word, coded, set(), coded)
        held = self._heads.holding(word.text)
        titled = {one for one in held if word.text in texts[one].title}
        return _Places(word, held, titled, held | self._heads.spelling(word.text))

    def _begins(self, number: int, word: str) -> bool:
        title = self._texts[number].title
        if title.startswith(word):
            return True
        spells = self._pinyin is not None and may_spell(word)
        return spells and self._pinyin.spelled_end(word, title) is not None  # type: ignore[union-attr]

    def _categorised(self, word: Word) -> set[int]:
        """The entries in whose category the word stands or spells a part."""
        if word.is_code:
            return set()
        return set().union(
            *(
                numbers
                for label, numbers in self._categories
                if stands_in(word.text, label.text, self._pinyin)
            )
        )

    def _anywhere(self, word: Word) -> set[int]:
        """The entries that `word` finds."""
        *_, (_, numbers, _) = self._levels([word])
        return numbers

    def _with_slip(self, word: Word) -> set[int]:
        """The entries that `word` finds with one slip in it; by bodies if by nothing else."""
        if self._slips is None:
            texts = (text for one in self._texts for text in (one.title, one.labels, one.body))
            self._slips = Slips(latin_words(texts), self._pinyin)
        meant = self._slips.meant(word.text)
        if word.is_code:
            return {one for text in meant for one in self._places(Word(text, is_code=True)).coded}
        wrong = list(self._slips.wrong_characters(word.text))
        found = set[int]().union(*(self._heads.spelling(text) for text in meant))
        for pairs in self._heads, self._bodies:
            found = found.union(*(pairs.holding(text) for text in meant))
            found = found.union(*(pairs.fitting(*one) for one in wrong))
            if found:
                break
        return found

    def _passing(self, filters: Sequence[Filter]) -> set[int] | None:
        """The entries that pass all `filters`; None where there are none."""
        passing: set[int] | None = None
        for wanted in filters:
            numbers = {
                number
                for label, held in self._labels.items()
                if passes(label, wanted, self._pinyin)
                for number in held
            }
            passing = numbers if passing is None else passing & numbers
        return passing


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a word stands: which entries it finds by code, title, and by title or labels."""

    word: Word
    coded: set[int]
    titled: set[int]
    labelled: set[int]


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
