"""In what two versions of a text differ: piece by piece, and blind to spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

MOST_WORDS = 1_500
"""Of each text; longer ones are compared line by line, for the time grows with the square."""

_WORD = re.compile(r"\s+|[A-Za-zÀ-ɏ']+|[0-9]+(?:[.,][0-9]+)*|.", re.DOTALL)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the old text (`gone`), of the new one (`new`), or of both (`same`)."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The new text in pieces, with what is gone where it stood.

    The `same` and `new` pieces joined are the new text. Compared are words of letters, numbers and
    single characters; a space is like any other, or like a line end.
    """
    before, after = _parts(old, new)
    matcher = SequenceMatcher(None, [*map(_even, before)], [*map(_even, after)], autojunk=False)
    return tuple(_joined(_pieces(matcher, before, after)))


def is_same_but_for_space(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but spaces and line ends."""
    return _SPACE.sub("", one) == _SPACE.sub("", other)


def _parts(old: str, new: str) -> tuple[list[str], list[str]]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return _LINE.findall(old), _LINE.findall(new)
    return before, after


def _even(part: str) -> str:
    return _SPACE.sub(" ", part)


def _pieces(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Piece]:
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(after[new_start:new_end]))
            continue
        yield Piece("gone", "".join(before[start:end]))
        yield Piece("new", "".join(after[new_start:new_end]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    written = (piece for piece in pieces if piece.text)
    for kind, run in groupby(written, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in run))
