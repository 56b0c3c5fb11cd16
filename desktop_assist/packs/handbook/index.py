"""What the page searches by: folded texts, and the readings of the characters in them.

The page finds as the palette does: every word of a query stands in a reply or spells a part of it,
each character by itself or by the beginning of one of its readings. The table of readings is the
program's own, cut down to the characters that occur.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.language.traditional import PAIRS
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.texts import BREAK, Squeezing


@dataclass(frozen=True, slots=True)
class Searched:
    """One reply as it is searched; `heads` are its labels and its category, a line each."""

    code: str
    title: str
    heads: str
    body: str


def searched(snippet: Snippet, texts: Iterable[str], squeezing: Squeezing) -> Searched:
    """What of `snippet` is searched; `texts` are its wordings as they are shown."""
    code = squeezing.squeeze(snippet.code)
    labels = (*snippet.tags, *snippet.search_terms, *snippet.category)
    heads = BREAK.join(squeezing.squeeze(label) for label in labels)
    body = squeezing.squeeze(BREAK.join(texts))
    return Searched(code, squeezing.squeeze(snippet.title), heads, body)


def search_data(replies: Sequence[Searched], pinyin: PinyinTable, words: Mapping[str, str]) -> str:
    """The JSON that the page's script reads; `words` are the sentences that it says.

    `readings` maps a reading to the characters that have it, `folded` a traditional character to
    the simplified one that stands in the texts.
    """
    used = sorted(set("".join(f"{one.title}{one.heads}{one.body}" for one in replies)))
    readings: dict[str, str] = {}
    for character in used:
        for reading in pinyin.readings(character):
            readings[reading] = readings.get(reading, "") + character
    known = frozenset(used)
    pairs = zip(PAIRS[::2], PAIRS[1::2], strict=True)
    folded = {traditional: plain for traditional, plain in pairs if plain in known}
    return _in_script(
        {
            "replies": [[one.code, one.title, one.heads, one.body] for one in replies],
            "readings": readings,
            "folded": folded,
            "words": dict(words),
        }
    )


def _in_script(value: object) -> str:
    """JSON that no HTML parser takes for an end of its script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
