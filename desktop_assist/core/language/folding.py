"""One spelling for the checker: width, case, 繁→简, hidden and spaced-out characters.

Rules are matched on the folded text and found spans are carried back to the original, so that
`Ｉ　ｃａｎ＇ｔ`, `我 不 能` and `我們不能` meet the rules written for their plain spelling.
"""

from __future__ import annotations

import itertools
import re
import string
import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from desktop_assist.core.language.traditional import PAIRS

# 着 and 账 are what chats mean by these; 覆 stands in 回覆. OpenCC keeps or reads them otherwise.
_CHOSEN = "著着帳账覆复"
_FOLDED_BY_TABLE = {
    **dict(zip(PAIRS[::2], PAIRS[1::2], strict=True)),
    **dict(zip(_CHOSEN[::2], _CHOSEN[1::2], strict=True)),
    "‘": "'",
    "’": "'",
}
# To replace the few commonest is faster than to look each character up.
_WIDE_SIGNS = tuple(zip("，！？：；（）～", ",!?:;()~", strict=True))
_ONE_TO_ONE = str.maketrans(
    {**_FOLDED_BY_TABLE, **{one: one.lower() for one in string.ascii_uppercase}}
)
_HAN = "\u3400-\u9fff"
_GAP = r"(?: {1,3}|[·*_.~\-])"
# 我 不 能 and 不 行, but not the space between two words as in 好的 不行.
_SPACED_OUT = re.compile(
    f"(?<![{_HAN}])[{_HAN}](?:{_GAP}[{_HAN}]){{2,}}|(?<![{_HAN}])[{_HAN}]{_GAP}[{_HAN}](?![{_HAN}])"
)
_BETWEEN = re.compile(_GAP)
_MAY_BE_GAP = re.compile(rf"[ ·*_.~\-](?: {{0,2}})[{_HAN}]")


# Characters that fold to themselves, but for the Chinese ones.
_KEPT = r"\n -@\[-~。、“”「」《》"
_NOT_ONE_TO_ONE = re.compile(f"[^{_KEPT}一-\u9fffA-Z‘’，！？：；（）～]")


@cache
def _changed() -> re.Pattern[str]:
    """A character that does not fold to itself; made ready when the first text is folded.

    The Chinese ones that do are written as ranges of one set, which is searched fastest.
    """
    changed = (one for one in _FOLDED_BY_TABLE if "一" <= one <= "\u9fff")
    edges = [ord("一") - 1, *sorted(map(ord, changed)), 0xA000]
    ranges = ((low + 1, high - 1) for low, high in itertools.pairwise(edges) if high - low > 1)
    kept = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"[^{_KEPT}{kept}]")


class Part(NamedTuple):
    """A piece of folded text and the piece of the original behind it, up to the next part's.

    The pieces go side by side, character by character, or `one` character became several.
    """

    folded: int
    original: int
    one: bool = False


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way back from one text to the text that it was made of."""

    parts: tuple[Part, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind the non-empty span `start`–`end`."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, offset: int) -> int:
        part = self.parts[bisect_right(self.parts, (offset, _FARTHEST)) - 1]
        return part.original if part.one else part.original + offset - part.folded


_FARTHEST = sys.maxsize


class Folded(NamedTuple):
    """A folded text and the steps back to the original, the last first; none: same offsets."""

    text: str
    maps: tuple[OffsetMap, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text behind the non-empty folded span `start`–`end`."""
        for one in self.maps:
            start, end = one.original(start, end)
        return start, end


def fold(text: str) -> Folded:
    """Fold `text`. Lone surrogates become U+FFFD, so the result can always be encoded."""
    folded, maps = text, list[OffsetMap]()
    if _NOT_ONE_TO_ONE.search(text):
        folded, back = _fold_in_parts(text)
        maps.append(back)
    elif text.isascii():
        return Folded(text.lower())
    else:
        folded = _fold_one_to_one(text)
    if _MAY_BE_GAP.search(folded):
        folded, gaps = _without_gaps(folded)
        maps += gaps
    return Folded(folded, tuple(reversed(maps)))


def fold_phrase(text: str) -> str:
    """A rule's own phrase in the spelling of folded texts."""
    return "".join(map(_fold_character, text))


def _fold_one_to_one(text: str) -> str:
    for wide, narrow in _WIDE_SIGNS:
        text = text.replace(wide, narrow)
    return text.translate(_ONE_TO_ONE) if _changed().search(text) else text


def _fold_in_parts(text: str) -> tuple[str, OffsetMap]:
    pieces: list[str] = []
    parts: list[Part] = []
    done = length = 0
    for found in _NOT_ONE_TO_ONE.finditer(text):
        start = found.start()
        piece = _fold_character(found[0])
        if len(piece) == 1:
            continue
        if start > done:
            parts.append(Part(length, done))
            pieces.append(_changed().sub(_fold_match, text[done:start]))
            length += start - done
        if piece:
            parts.append(Part(length, start, one=True))
            pieces.append(piece)
            length += len(piece)
        done = start + 1
    if done < len(text):
        parts.append(Part(length, done))
        pieces.append(_changed().sub(_fold_match, text[done:]))
    return "".join(pieces), OffsetMap(tuple(parts))


def _fold_match(found: re.Match[str]) -> str:
    return _fold_character(found[0])


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    if _is_hidden(character):
        return ""
    folded = unicodedata.normalize("NFKC", character).lower()
    return "".join(_FOLDED_BY_TABLE.get(one, one) for one in folded)


def _is_hidden(character: str) -> bool:
    """Whether it is a format character (zero width, direction) or a variation selector."""
    return (
        unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character == "\u034f"
    )


def _without_gaps(text: str) -> tuple[str, list[OffsetMap]]:
    pieces: list[str] = []
    parts: list[Part] = []
    done = length = 0
    for run in _SPACED_OUT.finditer(text):
        for gap in _BETWEEN.finditer(text, run.start(), run.end()):
            parts.append(Part(length, done))
            pieces.append(text[done : gap.start()])
            length += gap.start() - done
            done = gap.end()
    if not parts:
        return text, []
    parts.append(Part(length, done))
    return "".join((*pieces, text[done:])), [OffsetMap(tuple(parts))]
