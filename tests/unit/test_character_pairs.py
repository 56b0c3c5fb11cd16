"""Pairs of characters by number, and the lists of numbers behind them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.searching.character_pairs import CharacterPairs
from desktop_assist.core.searching.number_lists import NumberLists

_PAIRS = st.sets(st.text("退款货ab1\n", min_size=2, max_size=2)).map(sorted)


@given(_PAIRS, st.text("退款货ab1\n快", min_size=2, max_size=2))
def test_each_pair_has_its_place_as_number_and_any_other_has_none(
    ordered: list[str], asked: str
) -> None:
    pairs = CharacterPairs(ordered)
    assert [pairs.number(one) for one in ordered] == list(range(len(ordered)))
    assert (pairs.number(asked) >= 0) == (asked in ordered)


@given(_PAIRS, st.sampled_from("退a快"), st.frozensets(st.sampled_from("款货b")))
def test_pairs_are_found_by_their_first_half_and_by_both(
    ordered: list[str], first: str, seconds: frozenset[str]
) -> None:
    pairs = CharacterPairs(ordered)
    alike = [pair for pair in ordered if pair[0] == first]
    assert [ordered[at] for at in pairs.beginning(first)] == alike
    joined = [ordered[at] for at in pairs.joining(first, seconds)]
    assert joined == [pair for pair in alike if pair[1] in seconds]


@given(st.lists(st.lists(st.integers(0, 2**32 - 1))))
def test_lists_come_back_as_they_were_filled_in(lists: list[list[int]]) -> None:
    packed = NumberLists(map(len, lists))
    # The numbers come in turns, as places in a text do.
    longest = max(map(len, lists), default=0)
    packed.fill(
        (at, one[turn])
        for turn in range(longest)
        for at, one in enumerate(lists)
        if turn < len(one)
    )
    assert [list(packed[at]) for at in range(len(lists))] == lists
    assert [packed.size(at) for at in range(len(lists))] == [len(one) for one in lists]
