"""Many lists of numbers in two arrays: as lists of their own they would take ten times the room."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate


class NumberLists:
    """Lists that are known by their number, each made of numbers below 2³².

    The list `at` is `numbers[starts[at]:starts[at + 1]]`.
    """

    def __init__(self, sizes: Iterable[int]) -> None:
        """Lists of these `sizes`, all zeros until they are filled."""
        self._starts = array("I", accumulate(sizes, initial=0))
        self._numbers = array("I", bytes(4 * self._starts[-1]))

    def fill(self, placed: Iterable[tuple[int, int]]) -> None:
        """Put numbers into lists, pairs of a list and a number, in this order in each list."""
        free, numbers = self._starts[:], self._numbers
        for at, number in placed:
            numbers[free[at]] = number
            free[at] += 1

    def size(self, at: int) -> int:
        """How long the list `at` is."""
        return self._starts[at + 1] - self._starts[at]

    def __getitem__(self, at: int) -> array[int]:
        return self._numbers[self._starts[at] : self._starts[at + 1]]
