"""Texts as they are searched: one spelling, and every character still in its place."""

from __future__ import annotations

from desktop_assist.core.folding import fold_phrase

_MOST_WORDS = 16
_LONGEST_QUERY = 300


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


def query_words(query: str, folding: SearchFolding) -> tuple[str, ...] | None:
    """The folded words of a query, none twice; None for what no agent searches for.

    More than 300 characters or 16 words are a pasted text and not a query. `、` at the start is
    the slash of codes, as a Chinese input method writes it.
    """
    if len(query) > _LONGEST_QUERY:
        return None
    text = query.strip()
    if text.startswith("、"):
        text = f"/{text[1:]}"
    words = tuple(dict.fromkeys(folding.fold(text).split()))
    return words if len(words) <= _MOST_WORDS else None
