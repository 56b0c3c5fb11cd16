"""Where the words of a query stand in a text that was not searched itself, as in a filled reply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextCharFormat

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Matched
from desktop_assist.gui.look.highlight import Span, ground
from desktop_assist.gui.look.theme import Theme

MOST_MARKS = 200
_SIGNS = ("@", "＠", "#", "＃")


def literal_words(query: str) -> tuple[str, ...]:
    """The words of `query` as they are typed, without filters; a single letter tells nothing."""
    words = (word.lstrip("/／、") for word in query.split() if not word.startswith(_SIGNS))
    return tuple(dict.fromkeys(word for word in words if _tells(word)))


def needles(snippet: Snippet, matched: Sequence[Matched], query: str) -> tuple[str, ...]:
    """What to look for in a reply made from `snippet`: what matched, and the words as typed.

    The reply is filled, so that the offsets of its template do not hold in it.
    """
    texts = {"title": snippet.title, "body": snippet.body}
    found = [
        texts[one.field][one.start : one.end]
        for one in matched
        if one.field in texts and (one.field == "body" or one.end - one.start > 1)
    ]
    return tuple(dict.fromkeys(text for text in (*found, *literal_words(query)) if _tells(text)))


def spans_of(text: str, wanted: Sequence[str]) -> list[Span]:
    """Where any of `wanted` stands in `text`, in code points; at most 200, none within another."""
    return list(_spans(text, wanted))


def _spans(text: str, wanted: Sequence[str]) -> Iterator[Span]:
    lower = text.lower()
    there = (word for word in wanted if word and word.lower() in lower)
    longest_first = sorted(there, key=len, reverse=True)
    if not longest_first:
        return
    pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
    for count, found in enumerate(pattern.finditer(text)):
        if count >= MOST_MARKS:
            return
        yield found.span()


def match_look(theme: Theme) -> QTextCharFormat:
    """How a match looks in the preview."""
    return ground(theme.colour("selected"), theme.colour("match"))


def _tells(word: str) -> bool:
    word = word.strip()
    return len(word) > 1 or (bool(word) and not word.isascii())
