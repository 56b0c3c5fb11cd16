"""What each phrase means to which rules, by numbers: made once, kept, and loaded at each start."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from desktop_assist.core.checking.needed_words import Needed, Places

if TYPE_CHECKING:
    from desktop_assist.core.checking.compiled_rules import CompiledRule


class Meaning(NamedTuple):
    """Numbers of rules and patterns that look for a phrase.

    `owners`: rules that it is a hit of. `alone`: those whose hits have only certain words beside
    them. `searches`: patterns that may begin from the least to the most characters before it.
    """

    owners: tuple[int, ...] = ()
    alone: tuple[int, ...] = ()
    searches: tuple[tuple[int, int, int], ...] = ()


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The phrases that are looked for, the number of each one's meaning, and the meanings.

    `in_runs`: the patterns that need no phrase, but runs of marks or digits, if anything.
    """

    phrases: list[str]
    numbers: list[int]
    meanings: list[Meaning]
    in_runs: list[int]


def plan_of(rules: Sequence[CompiledRule], phrases: Iterable[Sequence[str]]) -> Plan:
    """The plan for `rules`, which look for `phrases`."""
    meanings: dict[str, Meaning] = {}
    for number, (rule, owned) in enumerate(zip(rules, phrases, strict=True)):
        is_alone = rule.neighbours is not None and not rule.rule.verify
        _add(meanings, owned, Meaning(alone=(number,)) if is_alone else Meaning(owners=(number,)))
    in_runs: list[int] = []
    for number, pattern in enumerate(pattern for rule in rules for pattern in rule.patterns):
        if comes_in_runs(pattern.shape.needed):
            in_runs.append(number)
            continue
        for place, words in _by_place(pattern.shape.needed).items():
            _add(meanings, words, Meaning(searches=((number, *place),)))
    different = {one: number for number, one in enumerate(dict.fromkeys(meanings.values()))}
    numbers = [different[one] for one in meanings.values()]
    return Plan(list(meanings), numbers, list(different), in_runs)


def comes_in_runs(needed: Needed) -> bool:
    """Whether all that a pattern needs comes in runs, and is looked for run by run.

    Each run costs less than each of its characters would.
    """
    return all(map(_is_run, needed))


def _is_run(word: str) -> bool:
    """Whether `word` is one ASCII character, or a mark repeated."""
    if not word.isascii() or (len(word) > 1 and word.isalnum()):
        return False
    return word == word[0] * len(word)


def _by_place(needed: Needed) -> dict[Places, list[str]]:
    words: dict[Places, list[str]] = {}
    for word, place in needed.items():
        words.setdefault(place, []).append(word)
    return words


def _add(meanings: dict[str, Meaning], phrases: Collection[str], meaning: Meaning) -> None:
    """Give `phrases` one more meaning; few have several, so that most share one tuple."""
    several = {
        phrase: Meaning(*map(_joined, meanings[phrase], meaning))
        for phrase in phrases
        if phrase in meanings
    }
    meanings.update(dict.fromkeys(phrases, meaning))
    meanings.update(several)


def _joined(first: tuple[Any, ...], second: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*first, *second)
