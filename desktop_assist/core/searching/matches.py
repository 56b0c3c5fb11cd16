"""Where the words of a query stand in a hit, for highlighting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import overload

from desktop_assist.core.language.pinyin import PinyinTable, may_spell
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.query import Word
from desktop_assist.core.searching.search import Matched
from desktop_assist.core.searching.texts import Squeezing

_THOROUGH = 10
_REMEMBERED = 2_000
_LONGEST_BODY = 2_000


class Matches:
    """Finds the words of a query again in title, code and body, by letters or by pinyin."""

    def __init__(self, squeezing: Squeezing, pinyin: PinyinTable | None) -> None:
        self._squeezing = squeezing
        self._pinyin = pinyin
        # The same few hits are shown from one keystroke to the next.
        remember = lru_cache(maxsize=_REMEMBERED)
        self._squeezed: Callable[[str], str] = remember(squeezing.squeeze)

    def matched(self, snippet: Snippet, words: Sequence[Word], place: int) -> Sequence[Matched]:
        """What of `snippet` each of `words` stands for. Long bodies only at their beginning.

        Beyond the first hits (`place` counts from 0) a word in the title is not looked for in the
        body as well: nobody looks so far down for more than the title.
        """
        return OnDemand(partial(self._found, snippet, words, place < _THOROUGH)) if words else ()

    def _found(
        self, snippet: Snippet, words: Sequence[Word], is_front: bool
    ) -> tuple[Matched, ...]:
        return tuple(one for word in words for one in self._of_word(snippet, word, is_front))

    def _of_word(self, snippet: Snippet, word: Word, is_front: bool) -> Iterator[Matched]:
        yield from self._in_code(snippet.code, word)
        if word.is_code:
            return
        body = snippet.body[:_LONGEST_BODY]
        in_title = self._in_text("title", snippet.title, word.text, spelled=True)
        yield from in_title
        if in_title and not is_front:
            return
        yield from self._in_text("body", body, word.text, spelled=not in_title)

    def _in_code(self, code: str, word: Word) -> Iterator[Matched]:
        start = code.casefold().find(word.text) if word.text else -1
        if start >= 0:
            yield Matched("code", start, start + len(word.text))

    def _in_text(self, field: str, text: str, word: str, *, spelled: bool) -> list[Matched]:
        squeezed = self._squeezed(text)
        start = squeezed.find(word)
        span = (start, start + len(word)) if start >= 0 else None
        if span is None and spelled and self._pinyin is not None and may_spell(word):
            span = self._pinyin.spelled(word, squeezed)
        if span is None:
            return []
        if len(squeezed) < len(text):
            span = self._squeezing.original_span(text, squeezed, *span)
        return [Matched(field, *span)]


class OnDemand(Sequence[Matched]):
    """What matched, looked for when somebody asks. Equal to the tuple of it.

    By pinyin that costs more than to find the hit, and most hits are never drawn.
    """

    __slots__ = ("_find", "_known")

    def __init__(self, find: Callable[[], tuple[Matched, ...]]) -> None:
        self._find = find
        self._known: tuple[Matched, ...] | None = None

    @property
    def _all(self) -> tuple[Matched, ...]:
        if self._known is None:
            self._known = self._find()
        return self._known

    @overload
    def __getitem__(self, at: int) -> Matched: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Matched]: ...
    def __getitem__(self, at: int | slice) -> Matched | Sequence[Matched]:
        return self._all[at]

    def __len__(self) -> int:
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OnDemand | tuple):
            return NotImplemented
        return self._all == (other._all if isinstance(other, OnDemand) else other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)
