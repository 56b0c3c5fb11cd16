"""The library's replies by all that a file may know them by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.likeness import NEARLY_THE_SAME, likeness_of_pairs, pairs_of
from desktop_assist.core.replies.reply import label_of
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.replies.template import CURSOR
from desktop_assist.packs.exchange.alike_categories import Category

PRINTED = re.compile(r"\{\{\s*([a-z_][a-z0-9_]*)\s*\}\}")
"""A placeholder that prints a variable, and its name."""

_SPACE = re.compile(r"\s+")
_MOST_COMPARED = 100_000
"""Pairs of texts that are compared for likeness; with more, codes and titles alone tell."""

_SAME_CODE = 0.35
"""The likeness from which on two texts with the same code are versions of one reply."""


class KnownReplies:
    """The entries by all that a file may know them by."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_text: dict[str, Entry] = {}
        self._by_title: dict[str, list[Entry]] = defaultdict(list)
        self._by_code: dict[str, list[Entry]] = defaultdict(list)
        self._by_leaf: dict[str, list[Entry]] = defaultdict(list)
        self._pairs: dict[str, frozenset[str]] = {}
        self._compared = 0
        self.categories: dict[Category, None] = {}
        for entry in entries:
            one = entry.snippet
            self.categories[one.category] = None
            leaf = one.category[-1] if one.category else ""
            self._by_text.setdefault(comparable_text(one), entry)
            self._by_title[one.title].append(entry)
            self._by_leaf[leaf].append(entry)
            if one.code:
                self._by_code[one.code].append(entry)

    def has_code(self, code: str, but: str = "") -> bool:
        """Whether another entry than `but` has it."""
        return any(entry.key != but for entry in self._by_code.get(code, ()))

    def match(self, snippet: Snippet, given: Collection[str], text: str) -> Entry | None:
        """The entry that `snippet` is another version of.

        Known by the same words; by title and category; by its code, where title or words are alike
        too; by nearly the same words in the same category.
        """
        same = self._by_text.get(text)
        if same is not None:
            return same
        leaf = snippet.category[-1] if snippet.category else ""
        if "title" in given:
            titled = self._by_title.get(snippet.title, [])
            if "category" in given:
                titled = [one for one in titled if one.snippet.category[-1:] == (leaf,)]
            if len(titled) == 1 or (titled and "category" in given):
                return titled[0]
        for entry in self._by_code.get(snippet.code, ()) if snippet.code else ():
            if entry.snippet.title == snippet.title or self._alike(entry, snippet) > _SAME_CODE:
                return entry
        return self._nearest(snippet, leaf)

    def _nearest(self, snippet: Snippet, leaf: str) -> Entry | None:
        best: tuple[float, Entry | None] = (0.0, None)
        same_place = self._by_leaf.get(leaf, ())
        if not same_place or self._compared >= _MOST_COMPARED:
            return None
        self._compared += len(same_place)
        mine = _pairs(snippet)
        for entry in same_place:
            score = likeness_of_pairs(mine, self._pairs_of(entry))
            if score >= NEARLY_THE_SAME and score > best[0]:
                best = (score, entry)
        return best[1]

    def _alike(self, entry: Entry, snippet: Snippet) -> float:
        return likeness_of_pairs(_pairs(snippet), self._pairs_of(entry))

    def _pairs_of(self, entry: Entry) -> frozenset[str]:
        if entry.key not in self._pairs:
            self._pairs[entry.key] = _pairs(entry.snippet)
        return self._pairs[entry.key]


def _pairs(snippet: Snippet) -> frozenset[str]:
    return pairs_of("\n".join(snippet.parts))


def comparable_text(snippet: Snippet) -> str:
    """What a reply says, blind to white space, how its messages are parted, and field names."""
    text = "".join(snippet.parts)
    if "{{" in text:
        labels = {field.name: f"{{{{{label_of(field)}}}}}" for field in snippet.fields}
        labels[CURSOR] = ""
        text = PRINTED.sub(lambda found: labels.get(found[1], found[0]), text)
    return _SPACE.sub("", text)
