"""Both automata answer alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.automaton import (
    Automaton,
    CompiledAutomaton,
    TrieAutomaton,
    build_automaton,
)

PHRASES = st.lists(st.text("我不能会a-]^", min_size=1, max_size=4), unique=True, max_size=12)


@pytest.mark.parametrize("kind", [CompiledAutomaton, TrieAutomaton, build_automaton])
def test_every_overlapping_occurrence_is_found_in_code_points(kind: type[Automaton]) -> None:
    automaton = kind(["我不", "我不能", "不能", "能"])  # type: ignore[call-arg]

    assert sorted(automaton.occurrences("😀我不能")) == [(0, 1, 3), (1, 1, 4), (2, 2, 4), (3, 3, 4)]


@pytest.mark.parametrize("kind", [CompiledAutomaton, TrieAutomaton])
def test_no_phrases_no_occurrences(kind: type[Automaton]) -> None:
    assert list(kind([]).occurrences("我不能")) == []  # type: ignore[call-arg]


@given(PHRASES, st.text("我不能会a-]^😀", max_size=40))
def test_the_fallback_finds_what_the_compiled_one_finds(phrases: list[str], text: str) -> None:
    fast, plain = CompiledAutomaton(phrases), TrieAutomaton(phrases)

    assert sorted(fast.occurrences(text)) == sorted(plain.occurrences(text))
