"""Texts as they are searched: one spelling, no punctuation, and a way back to the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop_assist.core.language.folding import fold_phrase
from desktop_assist.core.replies.snippet import Snippet

BREAK = "\n"
"""Stands where a match ends: between lines, between texts, and between two Latin words."""

_GAP, _NOTHING = " ", "\0"
_UNREADABLE = "\ufffd"  # also what half an emoji folds to
_WITHIN_WORDS = "'-"
_BETWEEN_LATIN = re.compile(r"(?<=[a-z0-9])\0*(?: \0*)+(?=[a-z0-9])")


class SearchFolding(dict[int, int]):
    """Folds width, case and 繁→简 by `str.translate`, each character to exactly one.

    So an offset in the folded text is one in the original. Filled as characters occur.
    """

    def __missing__(self, code: int) -> int:
        folded = fold_phrase(chr(code))
        self[code] = ord(folded) if len(folded) == 1 else code
        return self[code]

    def fold(self, text: str) -> str:
        """`text` in the spelling that is searched."""
        return text.translate(self)


class Squeezing(dict[int, int]):
    """Folds as `SearchFolding` does and leaves out spaces, punctuation and control characters.

    What is left is letters, digits, emoji and other signs. Line ends stay as `BREAK`, and one
    stands between two Latin words. Filled as characters occur.
    """

    def __init__(self) -> None:
        super().__init__({ord(BREAK): ord(BREAK)})
        self._folding = SearchFolding()

    def __missing__(self, code: int) -> int:
        folded = chr(self._folding[code])
        if folded == _UNREADABLE:
            folded = _GAP
        elif folded in _WITHIN_WORDS or unicodedata.category(folded) == "Cf":
            folded = _NOTHING
        elif unicodedata.category(folded)[0] in "PZC":
            folded = _GAP
        self[code] = ord(folded)
        return self[code]

    def squeeze(self, text: str) -> str:
        """`text` as it is searched."""
        aligned = text.translate(self)
        if _GAP in aligned:
            aligned = _BETWEEN_LATIN.sub(BREAK, aligned).replace(_GAP, "")
        return aligned.replace(_NOTHING, "")

    def original_span(self, text: str, squeezed: str, start: int, end: int) -> tuple[int, int]:
        """The span of `text` behind the non-empty span of `squeezed`, which holds no `BREAK`."""
        first = start - squeezed.count(BREAK, 0, start)
        left_out = (_GAP, _NOTHING, BREAK)
        kept = [at for at, one in enumerate(text.translate(self)) if one not in left_out]
        return kept[first], kept[first + end - start - 1] + 1


@dataclass(frozen=True, slots=True)
class SearchedTexts:
    """A snippet as it is searched. Labels are code, tags and search terms, a line each."""

    code: str
    title: str
    labels: str
    body: str


def searched_texts(snippet: Snippet, squeezing: Squeezing) -> SearchedTexts:
    """What of `snippet` is searched, squeezed. The body is every wording of it, lines apart."""
    code = squeezing.squeeze(snippet.code)
    labels = BREAK.join((code, *snippet.tags, *snippet.search_terms))
    wordings = (*snippet.alternatives, *snippet.tones.values(), *snippet.translations.values())
    body = BREAK.join((snippet.body, *snippet.messages, *wordings))
    return SearchedTexts(
        code,
        squeezing.squeeze(snippet.title),
        squeezing.squeeze(labels),
        squeezing.squeeze(body),
    )
