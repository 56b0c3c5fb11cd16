"""Groups of wordings that customers use for the same thing, such as 寄出 and 发货."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_DENIED = re.compile(r"(?:没有?|不|未|别|无|冇|not|n't|never|no) ?$")
_LOOKED_BACK = 6
"""Code points in front of a wording in which a denial is looked for."""


class Meant(NamedTuple):
    """A group that a text speaks of, by its first wording, and whether it is denied there."""

    group: str
    denied: bool


class Synonyms:
    """Finds groups in a text, the longest wording at each place."""

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        """`groups` hold folded wordings; the first one names the group."""
        by_wording: dict[str, list[str]] = {}
        for wordings in groups:
            for wording in wordings:
                by_wording.setdefault(wording, []).append(wordings[0])
        self._names = {wording: tuple(names) for wording, names in by_wording.items()}
        self._starting: dict[str, list[str]] = {}
        for wording in sorted(self._names, key=len, reverse=True):
            self._starting.setdefault(wording[:2], []).append(wording)

    @classmethod
    def from_text(cls, text: str) -> Synonyms:
        """Read lines of wordings parted by tabs, in small letters; `#` starts a comment line."""
        lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
        return cls([one for one in words if one] for words in lines)

    def meant(self, text: str) -> Iterator[Meant]:
        """The groups in folded `text`; a shorter wording inside a longer one does not count."""
        if not self._names:
            return
        taken = 0
        for at in range(len(text)):
            if at < taken:
                continue
            wording = self._wording_at(text, at)
            if wording:
                taken = at + len(wording)
                denied = bool(_DENIED.search(text[max(0, at - _LOOKED_BACK) : at]))
                for group in self._names[wording]:
                    yield Meant(group, denied)

    def _wording_at(self, text: str, at: int) -> str:
        for start in (text[at : at + 2], text[at]):
            for wording in self._starting.get(start, ()):
                if text.startswith(wording, at) and _stands_alone(text, at, at + len(wording)):
                    return wording
        return ""


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a wording is no piece of a longer Latin word or number."""
    starts_within = start > 0 and _is_latin(text[start - 1]) and _is_latin(text[start])
    return not starts_within and not (
        end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end])
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
