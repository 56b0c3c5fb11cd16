"""What was typed, understood: words to find, and filters that narrow where to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_assist.core.searching.texts import BREAK, Squeezing

MOST_WORDS = 16
LONGEST_QUERY = 300
"""Code points. More, or more words, are a pasted text and not a query."""

FilterKind = Literal["place", "tag", "shop", "language", "pack"]

_SIGNS: dict[str, FilterKind] = {"@": "place", "＠": "place", "#": "tag", "＃": "tag"}
_NAMES: dict[str, FilterKind] = {
    "shop": "shop",
    "店铺": "shop",
    "lang": "language",
    "语言": "language",
    "pack": "pack",
    "话术包": "pack",
}
# 、 is the slash of codes, as a Chinese input method writes it.
_SLASHES = ("/", "／", "、")


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word; `is_code` where a slash stood before it: it is only looked for in codes."""

    text: str
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """`@售后` (place), `#退货` (tag), `shop:…`, `lang:en` (language), `pack:…`; folded."""

    kind: FilterKind
    value: str


@dataclass(frozen=True, slots=True)
class Query:
    """The words that must all stand in an entry, and the filters that it must all pass.

    Without words the entries that pass are browsed; `finds_nothing` is for what no agent means.
    """

    words: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()
    finds_nothing: bool = False


NOTHING = Query(finds_nothing=True)


def understood(typed: str, squeezing: Squeezing) -> Query:
    """The query behind `typed`. Never raises; a filter that is still without a value is none."""
    if len(typed) > LONGEST_QUERY:
        return NOTHING
    words: dict[Word, None] = {}
    filters: dict[Filter, None] = {}
    for part in typed.split():
        kind, value = _split_filter(part)
        if kind is not None:
            filters |= dict.fromkeys(_filters(kind, value, squeezing))
        else:
            words |= dict.fromkeys(_words(part, squeezing))
    if len(words) > MOST_WORDS or (typed.strip() and not words and not _asks(typed)):
        return NOTHING
    return Query(tuple(words), tuple(filters))


def _asks(typed: str) -> bool:
    """Whether any part of `typed` is a filter, perhaps one still without its value."""
    return any(_split_filter(part)[0] is not None for part in typed.split())


def _split_filter(part: str) -> tuple[FilterKind | None, str]:
    if part[0] in _SIGNS:
        return _SIGNS[part[0]], part[1:]
    name, colon, value = part.replace("：", ":").partition(":")
    kind = _NAMES.get(name.lower()) if colon else None
    return kind, value


def _filters(kind: FilterKind, value: str, squeezing: Squeezing) -> list[Filter]:
    """One for each step of a path such as `售后/退款`."""
    steps = value.split("/") if kind == "place" else [value]
    folded = (squeezing.squeeze(step).replace(BREAK, "") for step in steps)
    return [Filter(kind, step) for step in folded if step]


def _words(part: str, squeezing: Squeezing) -> list[Word]:
    """The words of a part without spaces: `refund,money` is two."""
    if part.startswith(_SLASHES):
        return [Word(squeezing.squeeze(part[1:]).replace(BREAK, ""), is_code=True)]
    return [Word(text) for text in squeezing.squeeze(part).split(BREAK) if text]
