"""Search over up to some ten thousand entries: plain strings, no index, no further library."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_assist.core.library import Entry
from desktop_assist.core.pinyin import SYLLABLE, PinyinTable, spelling_pattern
from desktop_assist.core.search import Hit, Matched, Standing
from desktop_assist.core.search_text import SearchFolding, query_words

_UNUSED = Standing()
_LEVEL_WIDTH = 100.0
CODE, CODE_START, TITLE_START, TITLE, SPELLED_START, LABELS, CATEGORY, BODY = range(8, 0, -1)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The folded texts of every entry, by its number.

    Labels, categories and everything hold what the ones before them hold as well, so that the
    words of a query may stand in different fields.
    """

    codes: list[str]
    titles: list[str]
    labels: list[str]
    categories: list[str]
    everything: list[str]
    bodies: list[str]


@dataclass(frozen=True, slots=True)
class _Spelled:
    """The entries that one word spells, and whether it does so from the start of the title."""

    pattern: re.Pattern[str]
    found: Mapping[int, bool]


Spelled = Mapping[str, _Spelled]


class PlainSearch:
    """A `SearchEngine`: each word stands in the entry, or spells part of its title or terms.

    Best first: exact code, start of the code, start of the title, title, pinyin from the title's
    start, tags, search terms and other pinyin, category, body. Equals rank by use, then by how
    lately they were used, then favourites, then the library's order.
    """

    def __init__(self, entries: Iterable[Entry], pinyin: PinyinTable | None = None) -> None:
        self._folding = SearchFolding()
        listed = list(entries)
        self._keys = [entry.key for entry in listed]
        self._titles = [entry.snippet.title for entry in listed]
        self._texts = _fold_all(listed, self._folding)
        self._sounds = _Sounds(listed, self._folding, pinyin)
        self._standing: Mapping[str, Standing] = {}
        self._ranked: Sequence[int] = range(len(listed))

    def rank(self, standing: Mapping[str, Standing]) -> None:
        """Take the agent's own use into account from now on, by entry key."""
        self._standing = dict(standing)
        self._ranked = sorted(range(len(self._keys)), key=self._rank_of)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The best `limit` entries; favourites, then the most used, for an empty query.

        Never raises; what `query_words` takes for no query finds nothing.
        """
        words = query_words(query, self._folding)
        if words is None or limit <= 0:
            return []
        if not words:
            return self._favourites(limit)
        spelled = {word: found for word in words if (found := self._sounds.spelled(word))}
        return [
            Hit(
                self._keys[number],
                (level - place / (limit + 1)) * _LEVEL_WIDTH,
                tuple(self._matches(number, words, spelled)),
            )
            for place, (number, level) in enumerate(self._best(words, spelled, limit))
        ]

    def _favourites(self, limit: int) -> list[Hit]:
        ordered = sorted(self._ranked, key=lambda number: not self._of(number).favourite)
        return [Hit(self._keys[number], -float(at)) for at, number in enumerate(ordered[:limit])]

    def _of(self, number: int) -> Standing:
        return self._standing.get(self._keys[number], _UNUSED)

    def _rank_of(self, number: int) -> tuple[int, int, bool]:
        standing = self._of(number)
        return -standing.uses, -standing.last_day, not standing.favourite

    def _best(
        self, words: Sequence[str], spelled: Spelled, limit: int
    ) -> Sequence[tuple[int, int]]:
        """Entry numbers and levels. A level is only looked at while hits are lacking."""
        levels: dict[int, int] = {}
        for level, found in self._levels(words, spelled):
            for number in found:
                levels.setdefault(number, level)
            if len(levels) >= limit:
                break
        return list(levels.items())[:limit]

    def _levels(self, words: Sequence[str], spelled: Spelled) -> Iterator[tuple[int, list[int]]]:
        texts = self._texts
        fitting = _holding(self._ranked, texts.everything, words, spelled)
        if len(words) == 1:
            code = words[0].removeprefix("/")
            coded = [one for one in fitting if texts.codes[one].startswith(code)]
            yield CODE, [one for one in coded if texts.codes[one] == code]
            yield CODE_START, [one for one in coded if texts.codes[one]]
        titled = _holding(fitting, texts.titles, words, {})
        yield TITLE_START, [one for one in titled if texts.titles[one].startswith(words[0])]
        yield TITLE, titled
        labelled = _holding(fitting, texts.labels, words, spelled)
        if words[0] in spelled:
            starts = spelled[words[0]].found
            yield SPELLED_START, [one for one in labelled if starts.get(one)]
        yield LABELS, labelled
        yield CATEGORY, _holding(fitting, texts.categories, words, spelled)
        yield BODY, fitting

    def _matches(self, number: int, words: Sequence[str], spelled: Spelled) -> Iterator[Matched]:
        title, body = self._texts.titles[number], self._texts.bodies[number]
        for word in words:
            if (start := title.find(word)) >= 0:
                yield Matched("title", start, start + len(word))
            elif word in spelled:
                yield from self._sounds.matched(self._titles[number], spelled[word].pattern)
            if (start := body.find(word)) >= 0:
                yield Matched("body", start, start + len(word))


class _Sounds:
    """The spellings of all titles and search terms in one string, a line for each spelling."""

    def __init__(
        self, entries: Sequence[Entry], folding: SearchFolding, pinyin: PinyinTable | None
    ) -> None:
        self._folding = folding
        self._pinyin = pinyin
        self._starts: list[int] = []
        self._title_starts: set[int] = set()
        self._lines = "".join(self._spell(entries, pinyin)) if pinyin else ""

    def _spell(self, entries: Sequence[Entry], pinyin: PinyinTable) -> Iterator[str]:
        position = 0
        for entry in entries:
            self._starts.append(position)
            for text in (entry.snippet.title, *entry.snippet.search_terms):
                for spelling in pinyin.spellings(self._folding.fold(text)):
                    if text == entry.snippet.title:
                        self._title_starts.add(position)
                    position += len(spelling) + 1
                    yield spelling + "\n"

    def spelled(self, word: str) -> _Spelled | None:
        """The entries that `word` spells; None where it spells none."""
        pattern = spelling_pattern(word) if self._pinyin else None
        if pattern is None:
            return None
        found: dict[int, bool] = {}
        match = pattern.search(self._lines)
        while match:
            number = bisect_right(self._starts, match.start()) - 1
            found[number] = match.start() in self._title_starts
            if number + 1 == len(self._starts):
                break
            match = pattern.search(self._lines, self._starts[number + 1])
        return _Spelled(pattern, found) if found else None

    def matched(self, title: str, pattern: re.Pattern[str]) -> Iterator[Matched]:
        """Where `pattern` stands in the title; nothing where it spells a search term."""
        if self._pinyin is None:
            return
        folded = self._folding.fold(title)
        positions = self._pinyin.spelled_positions(folded)
        for spelling in self._pinyin.spellings(folded):
            if match := pattern.search(spelling):
                first = spelling.count(SYLLABLE, 0, match.start())
                last = spelling.count(SYLLABLE, 0, match.end()) - 1
                yield Matched("title", positions[first], positions[last] + 1)
                return


def _holding(
    numbers: Sequence[int], texts: Sequence[str], words: Sequence[str], spelled: Spelled
) -> list[int]:
    """Those of `numbers` whose text holds, or whose sound is, every word; in the same order."""
    held = list(numbers)
    for word in words:
        if word in spelled:
            found = spelled[word].found
            held = [one for one in held if one in found or word in texts[one]]
        else:
            held = [one for one in held if word in texts[one]]
    return held


def _fold_all(entries: Sequence[Entry], folding: SearchFolding) -> _Texts:
    texts = _Texts([], [], [], [], [], [])
    for entry in entries:
        snippet = entry.snippet
        code = folding.fold(snippet.code.removeprefix("/"))
        title, body = folding.fold(snippet.title), folding.fold(snippet.body)
        tags = folding.fold("\n".join((*snippet.tags, *snippet.search_terms)))
        labels = "\n".join((title, f"/{code}" if code else "", tags))
        categories = labels + "\n" + folding.fold("\n".join(snippet.category))
        wordings = (*snippet.alternatives, *snippet.tones.values(), *snippet.translations.values())
        others = folding.fold("\n".join((*snippet.messages, *wordings)))
        texts.codes.append(code)
        texts.titles.append(title)
        texts.labels.append(labels)
        texts.categories.append(categories)
        texts.everything.append("\n".join((categories, body, others)))
        texts.bodies.append(body)
    return texts
