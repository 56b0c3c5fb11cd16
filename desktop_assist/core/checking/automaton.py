"""Many phrases looked for in one pass, every occurrence, overlapping ones too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

Occurrence = tuple[int, int, int]
"""Number of the phrase, start and end in code points."""


class Automaton(Protocol):
    """Finds fixed phrases. Safe to use from several threads at once."""

    def occurrences(self, text: str) -> Iterable[Occurrence]:
        """Every occurrence of every phrase in `text`, in no promised order."""


def build_automaton(phrases: Sequence[str]) -> Automaton:
    """The fastest automaton that this machine has, over non-empty, different `phrases`."""
    try:
        return CompiledAutomaton(phrases)
    except ImportError:  # ahocorasick_rs has no wheel for Windows on ARM
        return TrieAutomaton(phrases)


class PhraseFinder:
    """Finds non-empty, different `phrases` in a part of a text."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self.longest = max(map(len, phrases), default=0)
        self._automaton: Automaton = build_automaton(phrases)

    def occurrences(self, text: str, offset: int, size: int) -> Iterable[Occurrence]:
        """What is in `size` characters of `text` from `offset` on, counted from there."""
        if offset or size < len(text):
            text = text[offset : offset + size]
        return self._automaton.occurrences(text)


class CompiledAutomaton:
    """Aho–Corasick of `ahocorasick_rs`; texts must be free of lone surrogates."""

    def __init__(self, phrases: Sequence[str]) -> None:
        from ahocorasick_rs import (  # noqa: PLC0415 – not on the way to the tray
            AhoCorasick,
            Implementation,
        )

        # Left to choose, it tries a larger one first, and building takes longer.
        kind = Implementation.ContiguousNFA
        self._compiled = (
            AhoCorasick(phrases, implementation=kind, store_patterns=False) if phrases else None
        )

    def occurrences(self, text: str) -> Iterable[Occurrence]:
        if self._compiled is None:
            return ()
        return self._compiled.find_matches_as_indexes(text, overlapping=True)


class TrieAutomaton:
    """The same by a trie of dictionaries, entered where a phrase can begin."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._root = _Node()
        for number, phrase in enumerate(phrases):
            self._root.add(phrase, number)
        beginnings = "".join(re.escape(character) for character in self._root.next)
        self._beginning = re.compile(f"[{beginnings}]" if beginnings else r"(?!)")

    def occurrences(self, text: str) -> Iterable[Occurrence]:
        for found in self._beginning.finditer(text):
            node: _Node | None = self._root
            for offset in range(found.start(), len(text)):
                node = node.next.get(text[offset]) if node else None
                if node is None:
                    break
                if node.number is not None:
                    yield node.number, found.start(), offset + 1


class _Node:
    __slots__ = ("next", "number")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.number: int | None = None

    def add(self, phrase: str, number: int) -> None:
        node = self
        for character in phrase:
            node = node.next.setdefault(character, _Node())
        node.number = number
