"""The big engine's index: plain arrays, so that they can be mapped from a file as they are.

Every searched text stands in one array of character numbers, first all titles, then all labels,
then all bodies (the zones), each text with a `BREAK` behind it. The only postings are the places of
every pair of neighbouring characters.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from desktop_assist.core.searching.labels import Label

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ZONES = 3
"""Titles, labels, bodies."""

BLOCK = 16
"""Places for which one owner is noted."""

MOST_CHARACTERS = 65_535
"""Different characters that are told apart; further ones are not found."""

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True, slots=True)
class IndexArrays:
    """With n entries, p places, k different pairs. Places count characters from 0."""

    alphabet: NDArray[np.uint32]
    """Code points in ascending order; number 1 is the first, 0 is `BREAK`."""
    text: NDArray[np.uint16]
    """p numbers of characters."""
    starts: NDArray[np.uint32]
    """3n + 1: where the text of each entry begins, zone after zone, and the end."""
    owners: NDArray[np.uint32]
    """For every sixteenth place the number among `starts` of the text that it is in."""
    pairs: NDArray[np.uint32]
    """k pairs in ascending order: the first character's number times 65,536 and the second's."""
    offsets: NDArray[np.uint32]
    """k + 1: where the places of each pair begin in `places`."""
    heads: NDArray[np.uint32]
    """k: how many of them lie in titles and labels; these come first."""
    places: NDArray[np.uint32]
    """The places of all pairs, for each in ascending order."""
    letters: NDArray[np.uint8]
    """Whether a single letter spells in an entry, a bit each: for each of `LETTERS` one row for
    title and labels, then as many for the bodies."""
    label_starts: NDArray[np.uint32]
    """Where the entries of each label begin in `label_entries`, and the end."""
    label_entries: NDArray[np.uint32]
    code_entries: NDArray[np.uint32]
    """The entry of each of the codes."""


ARRAYS = tuple(one.name for one in fields(IndexArrays))


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The arrays and the few texts beside them; codes are sorted."""

    arrays: IndexArrays
    labels: tuple[Label, ...]
    codes: tuple[str, ...]
    words: tuple[str, ...]
    """Latin words, in order."""

    def __len__(self) -> int:
        """How many entries are in it."""
        return len(self.arrays.starts) // ZONES
