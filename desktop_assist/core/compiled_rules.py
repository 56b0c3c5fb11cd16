"""Rules made ready to run: one automaton over every phrase, exception and context word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_assist.core.automaton import Automaton, build_automaton
from desktop_assist.core.folding import fold_phrase
from desktop_assist.core.layout import Span, uncovered
from desktop_assist.core.patterns import compile_pattern, expand, needed_characters
from desktop_assist.core.rules import Rule, WordList
from desktop_assist.errors import AssistError
from desktop_assist.text import say

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
# A chat program's own emoticon, [微笑], says nothing.
_EMOTICON = r"\[[^\[\]\n]{1,8}\]"


class BadRule(AssistError):
    """A rule that cannot be run as it is written."""


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule and its expressions; `neighbours` are words that may stand beside a lone hit."""

    rule: Rule
    phrases: tuple[str, ...]
    exceptions: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    neighbours: re.Pattern[str]
    tail: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Spans:
    """What stands in one text: hits and exceptions by rule number, words by list name (sorted)."""

    hits: Mapping[int, list[Span]]
    exceptions: Mapping[int, list[Span]]
    words: Mapping[str, list[Span]]


class Lexicon:
    """Finds everything that the rules speak of in one pass. Safe to share between threads."""

    def __init__(self, rules: Sequence[CompiledRule], words: Mapping[str, WordList]) -> None:
        self._patterns = [
            (number, needed_characters(pattern.pattern), pattern)
            for number, rule in enumerate(rules)
            for pattern in rule.patterns
        ]
        self._meanings: list[list[tuple[str, int | str]]] = []
        numbers: dict[str, int] = {}
        for phrase, meaning in _entries(rules, words):
            number = numbers.setdefault(phrase, len(numbers))
            if number == len(self._meanings):
                self._meanings.append([])
            if meaning not in self._meanings[number]:
                self._meanings[number].append(meaning)
        self._automaton: Automaton = build_automaton(tuple(numbers))

    def spans(self, text: str) -> Spans:
        """Every hit, exception and word in the folded `text`, words inside exceptions left out."""
        found: dict[str, dict[int | str, list[Span]]] = {
            kind: defaultdict(list) for kind in ("hit", "exception", "word", "not word")
        }
        for number, start, end in self._automaton.occurrences(text):
            if has_word_edges(text, start, end):
                for kind, owner in self._meanings[number]:
                    found[kind][owner].append((start, end))
        characters = frozenset(text)
        for owner, needed, pattern in self._patterns:
            if needed and needed.isdisjoint(characters):
                continue
            for one in pattern.finditer(text):
                if one.group():
                    found["hit"][owner].append(one.span())
        words = {
            str(name): sorted(uncovered(spans, found["not word"].get(name, ())))
            for name, spans in found["word"].items()
        }
        return Spans(_by_number(found["hit"]), _by_number(found["exception"]), words)


def compile_rule(rule: Rule, words: Mapping[str, WordList]) -> CompiledRule:
    """Make `rule` ready to run.

    Raises:
        BadRule: it has neither phrases nor patterns, or names a word list that does not exist.
        BadPattern: a phrase or pattern that is not safe to run.
    """
    named = {*rule.around, *rule.tail, *(name for one in rule.unless for name in one.lists)}
    if unknown := sorted(named - words.keys()):
        raise BadRule(
            say("Rules", "The rule {rule} names the word list “{name}”, which is not there.",
                rule=rule.id, name=unknown[0]),
            say("Rules", "Add the list under words:, or correct the name."),
        )  # fmt: skip
    if not rule.phrases and not rule.patterns:
        raise BadRule(
            say("Rules", "The rule {rule} has neither phrases nor patterns.", rule=rule.id),
            say("Rules", "Add at least one phrase."),
        )
    tail = _alternatives(words, rule.tail)
    return CompiledRule(
        rule=rule,
        phrases=_expanded(rule.phrases),
        exceptions=_expanded(rule.exceptions),
        patterns=tuple(compile_pattern(pattern) for pattern in rule.patterns),
        neighbours=re.compile("|".join((_EMOTICON, *_alternatives(words, rule.around), *tail))),
        tail=re.compile(f"(?:{'|'.join(tail)}){{0,3}}"),
    )


def check_words(listed: WordList) -> None:
    """Make sure that a word list can be used.

    Raises:
        BadPattern: one of its words has a stray parenthesis or too many choices.
    """
    _expanded(listed.words)
    _expanded(listed.exceptions)


def has_word_edges(text: str, start: int, end: int) -> bool:
    """Whether Latin words are not cut: `can't` is no hit in `scan't`, but is one in 我can't."""
    cuts_before = start > 0 and text[start] in _LETTERS and text[start - 1] in _LETTERS
    cuts_behind = end < len(text) and text[end - 1] in _LETTERS and text[end] in _LETTERS
    return not cuts_before and not cuts_behind


def _entries(
    rules: Sequence[CompiledRule], words: Mapping[str, WordList]
) -> Iterable[tuple[str, tuple[str, int | str]]]:
    for number, rule in enumerate(rules):
        yield from ((phrase, ("hit", number)) for phrase in rule.phrases)
        yield from ((phrase, ("exception", number)) for phrase in rule.exceptions)
    for name, listed in words.items():
        yield from ((word, ("word", name)) for word in _expanded(listed.words))
        yield from ((word, ("not word", name)) for word in _expanded(listed.exceptions))


def _expanded(phrases: Iterable[str]) -> tuple[str, ...]:
    folded = (fold_phrase(one) for phrase in phrases for one in expand(phrase))
    return tuple(dict.fromkeys(phrase for phrase in folded if phrase))


def _alternatives(words: Mapping[str, WordList], names: Iterable[str]) -> tuple[str, ...]:
    """Expressions for the words of the lists `names`, longer ones first."""
    listed = {word for name in names for word in _expanded(words[name].words)}
    return tuple(re.escape(word) for word in sorted(listed, key=len, reverse=True))


def _by_number(found: Mapping[int | str, list[Span]]) -> dict[int, list[Span]]:
    return {int(owner): spans for owner, spans in found.items()}
