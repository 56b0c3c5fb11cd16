"""Libraries of any size, as teams write them: clauses of real replies, some far commoner.

How often a clause or a term comes follows Zipf's law; title and body together have 20 to 120
characters.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from desktop_assist.bundled import snippets
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.reader import read_packs

Drawn = TypeVar("Drawn")
TEXTS = Path(__file__).resolve().parents[1] / "data" / "checker"
SEED = 4
ENGLISH_SHARE = 0.1
_CLAUSE = re.compile(r"[^，。！？；,.!?;\n]+[，。！？；,.!?;]?")


class Zipf:
    """Draws things, the n-th of them 1/n as often as the first."""

    def __init__(self, things: Iterable[Drawn], chance: random.Random) -> None:
        self._things = list(dict.fromkeys(things))
        chance.shuffle(self._things)
        self._chance = chance
        shares = (1 / place for place in range(1, len(self._things) + 1))
        self._ends = list(itertools.accumulate(shares))

    def draw(self) -> object:
        """One of the things."""
        return self._things[bisect(self._ends, self._chance.random() * self._ends[-1])]


def shipped() -> list[Entry]:
    """The entries of the starter packs."""
    readings = read_packs(snippets())
    packs = [reading.pack for reading in readings if reading.pack is not None]
    return [Entry(one, pack.manifest.id) for pack in packs for one in pack.snippets]


def library(size: int) -> list[Entry]:
    """`size` entries, the same ones at every call."""
    chance = random.Random(SEED)
    writers = (_Writer("zh", chance), _Writer("en", chance))
    return [
        Entry(writers[chance.random() < ENGLISH_SHARE].snippet(number), f"team-{number % 20}")
        for number in range(size)
    ]


class _Writer:
    """Writes snippets in one language."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self._chance = chance
        self._language = "zh-CN" if language == "zh" else "en"
        seed = [one.snippet for one in shipped() if one.snippet.language.startswith(language)]
        texts = [*_checked(language), *(part for one in seed for part in one.parts)]
        self._clauses = Zipf(_clauses(texts), chance)
        titles = (one.title for one in seed)
        short = (one.strip("，。！？；,.!?; ") for one in _clauses(texts) if 3 <= len(one) <= 9)
        self._titles = Zipf((*titles, *short), chance)
        self._terms = Zipf((term for one in seed for term in one.search_terms), chance)
        self._categories = Zipf((one.category for one in seed), chance)
        self._stages = [one.stage for one in seed if one.stage]

    def snippet(self, number: int) -> Snippet:
        title = str(self._titles.draw())
        if len(title) < 9:
            title += str(self._titles.draw())
        category = self._categories.draw()
        assert isinstance(category, tuple)
        return Snippet(
            id=f"s{number}",
            title=title[:40],
            category=category,
            body=self._body(20 + self._chance.randrange(100) - len(title)),
            language=self._language,
            code=_code(number) if number % 5 == 0 else "",
            search_terms=tuple(str(self._terms.draw()) for _ in range(self._chance.randrange(3))),
            tags=(str(self._terms.draw()),) if number % 4 == 0 else (),
            stage=self._chance.choice(self._stages),
        )

    def _body(self, length: int) -> str:
        body = str(self._clauses.draw())
        while len(body) < length:
            body += str(self._clauses.draw())
        return body[: max(length, 8)]


def _checked(language: str) -> Iterator[str]:
    """The replies that the checker was written for; those kept for its examination stay out."""
    for file in sorted(TEXTS.glob(f"{language}_work*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield str(json.loads(line)["text"])


def _clauses(texts: Iterable[str]) -> list[str]:
    return [clause for text in texts for clause in _CLAUSE.findall(text) if len(clause) > 2]


def _code(number: int) -> str:
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def typed(words: Sequence[str]) -> list[str]:
    """Every beginning of `words`, typed key by key."""
    return [word[:end] for word in words for end in range(1, len(word) + 1)]
