"""What a message is about, as small pieces that can be counted and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop_assist.core.searching.texts import SearchFolding
from desktop_assist.core.suggesting.synonyms import Synonyms

MEANT, DENIED, NUMBER = "=", "≠", "#"
"""What a gram starts with that is no piece of the text: a group of wordings, the same denied, the
length of a number."""

# Fillers of every question. Asked with them, replies to other questions come first (measured on
# the starter packs: each declared question left out once and asked).
_FUNCTION_CHARACTERS = frozenset(
    "的了吗么呢啊吧呀嘛哦我你您他她它们是有在能可以不会要想个这那什怎还没就都也给把被让到和与跟"
    "很太多少啥咋为得着过说去来上下里请问亲今昨明天现年月日号时候刚才又再回次点一两二三几半"
    "东西自己觉知道真"
)
_FUNCTION_WORDS = frozenset(
    "a an and are be can could do does for have i if in is it me my of on or please the"
    " this to was we will with you your".split()
)
_ENDINGS = ("ing", "ed")
_SHORTEST_STEM = 3
_LONGEST_WORD = 24

# How much grams tell, by their kind. A pair says more than its characters, a group more still:
# it is what the trade calls the thing (measured on the working half of the customers' messages
# and on declared questions left out once).
_ONE_CHARACTER, _WHOLE, _GROUP, _DENIED_GROUP = 1.0, 2.0, 5.0, 2.5
_FILLER = 0.2
_FILLING_WORD = 0.15
_BARE_NUMBER = 0.6

_RUNS = re.compile(r"[a-z0-9']+|[\u3400-\u9fff]+")


class MessageGrams:
    """Takes texts apart."""

    def __init__(self, synonyms: Synonyms | None = None) -> None:
        self._synonyms = synonyms or Synonyms()
        self._folding = SearchFolding()

    def fold(self, text: str) -> str:
        """`text` in the spelling that is compared."""
        return self._folding.fold(text)

    def of(self, text: str) -> Iterator[str]:
        """Every gram of `text`, as often as it occurs."""
        folded = self.fold(text)
        yield from pieces(folded)
        yield from self.named(folded)

    def named(self, folded: str) -> Iterator[str]:
        """The groups that a folded text speaks of."""
        for group, denied in self._synonyms.meant(folded):
            yield MEANT + group
            if denied:
                yield DENIED + group


def pieces(folded: str, *, chinese: bool = True) -> Iterator[str]:
    """Chinese characters and pairs of them; Latin words, pairs of them, and lengths of numbers."""
    before = ""
    for run in _RUNS.findall(folded):
        if not run.isascii():
            before = ""
            if chinese:
                yield from run
                yield from (run[at : at + 2] for at in range(len(run) - 1))
        elif run.isdigit():
            before = ""
            yield f"{NUMBER}{len(run)}"
        elif word := _stem(run):
            yield word
            if before:
                yield f"{before} {word}"
            before = word


def telling(gram: str) -> float:
    """How much `gram` says about what a text is about, beside its rarity; above 0."""
    kind = gram[0]
    if kind == MEANT:
        return _GROUP
    if kind == DENIED:
        return _DENIED_GROUP
    if kind == NUMBER:
        return _BARE_NUMBER
    if gram.isascii():
        filler = _function_stems().issuperset(gram.split(" "))
        return _WHOLE * (_FILLING_WORD if filler else 1.0)
    filler = _FUNCTION_CHARACTERS.issuperset(gram)
    return (_ONE_CHARACTER if len(gram) == 1 else _WHOLE) * (_FILLER if filler else 1.0)


def is_filler(gram: str) -> bool:
    """Whether a text with `gram` alone is about nothing: a filling word, a bare number."""
    if gram[0] in (MEANT, DENIED):
        return False
    return gram[0] == NUMBER or telling(gram) < _ONE_CHARACTER


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(_stem, _FUNCTION_WORDS))


def _stem(word: str) -> str:
    """An English word without its ending, so that arrive, arrived and arriving meet."""
    plain = word.removesuffix("'s").replace("'", "")
    if len(plain) > _LONGEST_WORD:
        return ""
    if plain.endswith("s") and not plain.endswith("ss") and len(plain) > _SHORTEST_STEM:
        plain = plain[:-1]
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            plain = plain.removesuffix(ending)
            return plain[:-1] if plain[-1] == plain[-2] else plain
    return plain.removesuffix("e") if len(plain) > _SHORTEST_STEM else plain
