"""The index behind suggestions for big libraries, in arrays. Loads numpy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.message_grams import MessageGrams, pieces
from desktop_assist.core.suggesting.postings import (
    BODY,
    LENGTH_SHARE,
    SATURATION,
    Scores,
    weighted_texts,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CHUNK = 16_384
"""Entries indexed together: so much memory is needed at a time."""

_FIRST_HAN, _LAST_HAN = 0x3400, 0x9FFF
_BREAK = "\n"
# A key of 32 bits: a pair of Chinese characters, one of them, or the number of a name.
_HAN_BITS = 15
_SINGLE, _NAMED = 1 << 30, 1 << 31


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Postings of some entries: `owners[starts[k]:starts[k + 1]]` hold `keys[k]`."""

    keys: NDArray[np.uint32]
    starts: NDArray[np.uint32]
    owners: NDArray[np.uint16]
    scores: NDArray[np.float16]
    entries: int

    def span(self, key: int) -> slice:
        """Where the postings of `key` lie; an empty slice where it has none."""
        import numpy as np  # noqa: PLC0415  loaded for big libraries only

        at = int(self.keys.searchsorted(np.uint32(key)))
        if at == len(self.keys) or int(self.keys[at]) != key:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))


class ArrayPostings:
    """A `Postings` for ten thousand entries and more.

    Groups of synonyms are looked for in all fields but the bodies, whose single characters are not
    indexed either: there they say the least and cost the most.
    """

    def __init__(self, snippets: Iterable[Snippet], grams: MessageGrams) -> None:
        self._names: dict[str, int] = {}
        self._chunks: list[_Chunk] = []
        listed = iter(snippets)
        while part := list(islice(listed, CHUNK)):
            self._chunks.append(_Builder(grams, self._names).chunk(part))
        self._keys, self._counts = _holders_of_all(self._chunks)

    def holders(self, gram: str) -> int:
        """How many entries hold `gram`."""
        import numpy as np  # noqa: PLC0415  as above

        key = self._key(gram)
        return 0 if key is None else int(self._held(np.array([key], np.uint32))[0])

    def most_held(self, grams: Sequence[str]) -> str | None:
        """The one of `grams` that most entries hold; None where none is held."""
        import numpy as np  # noqa: PLC0415  as above

        keys = [(key, gram) for gram in grams if (key := self._key(gram)) is not None]
        if not keys:
            return None
        held = self._held(np.array([key for key, _ in keys], np.uint32))
        best = int(held.argmax())
        return keys[best][1] if held[best] else None

    def _held(self, keys: NDArray[np.uint32]) -> NDArray[np.int64]:
        import numpy as np  # noqa: PLC0415  as above

        if not len(self._keys):
            return np.zeros(len(keys), np.int64)
        at = self._keys.searchsorted(keys).clip(max=len(self._keys) - 1)
        return np.where(self._keys[at] == keys, self._counts[at], 0)

    def add_up(self, weights: Mapping[str, float], most: int) -> Scores:
        """The sums of the best entries of each chunk, at least `most` of all together."""
        keyed = [
            (key, weight)
            for gram, weight in weights.items()
            if (key := self._key(gram)) is not None
        ]
        best: dict[int, float] = {}
        for number, chunk in enumerate(self._chunks):
            for owner, score in _best_in(chunk, keyed, most):
                best[number * CHUNK + owner] = score
        return best

    def _key(self, gram: str) -> int | None:
        if len(gram) <= 2 and all(_FIRST_HAN <= ord(one) <= _LAST_HAN for one in gram):
            return _pair(gram) if len(gram) == 2 else _SINGLE | (ord(gram) - _FIRST_HAN)
        number = self._names.get(gram)
        return None if number is None else _NAMED | number


def _pair(gram: str) -> int:
    return (ord(gram[0]) - _FIRST_HAN) << _HAN_BITS | (ord(gram[1]) - _FIRST_HAN)


def _holders_of_all(
    chunks: Sequence[_Chunk],
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Every key and by how many entries it is held."""
    import numpy as np  # noqa: PLC0415  as above

    if not chunks:
        return np.zeros(0, np.uint32), np.zeros(0, np.int64)
    keys, places = np.unique(np.concatenate([one.keys for one in chunks]), return_inverse=True)
    counts = np.concatenate([np.diff(one.starts) for one in chunks])
    return keys, np.bincount(places, counts).astype(np.int64)


def _best_in(
    chunk: _Chunk, keyed: Sequence[tuple[int, float]], most: int
) -> Iterator[tuple[int, float]]:
    import numpy as np  # noqa: PLC0415  as above

    sums = np.zeros(chunk.entries, np.float32)
    for key, weight in keyed:
        span = chunk.span(key)
        # An entry holds a gram once, so no addition gets lost.
        sums[chunk.owners[span]] += chunk.scores[span] * np.float32(weight)
    kept = min(most, chunk.entries)
    for owner in np.argpartition(sums, chunk.entries - kept)[-kept:].tolist():
        if sums[owner] > 0:
            yield owner, float(sums[owner])


@dataclass(slots=True)
class _Builder:
    """Gathers the grams of a chunk, each as key, owner and weight in one number."""

    grams: MessageGrams
    names: dict[str, int]
    named: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def chunk(self, snippets: Sequence[Snippet]) -> _Chunk:
        import numpy as np  # noqa: PLC0415  as above

        for number, snippet in enumerate(snippets):
            for weight, texts in weighted_texts(snippet):
                self._take(number, self._level(weight), weight, texts)
        gathered = [np.array(self.named, np.uint64), *self._characters()]
        packed = np.concatenate(gathered)
        packed.sort()
        return _joined(packed, np.array(self.weights, np.float32), len(snippets))

    def _level(self, weight: float) -> int:
        if weight not in self.weights:
            self.weights.append(weight)
        return self.weights.index(weight)

    def _take(self, owner: int, level: int, weight: float, texts: Sequence[str]) -> None:
        for text in texts:
            folded = self.grams.fold(text)
            self.texts.append(folded + _BREAK)
            self.owners.append(owner)
            self.levels.append(level)
            for name in self._named(folded, weight):
                key = _NAMED | self.names.setdefault(name, len(self.names))
                self.named.append(key << 32 | owner << 8 | level)

    def _named(self, folded: str, weight: float) -> Iterator[str]:
        yield from pieces(folded, chinese=False)
        if weight != BODY:
            yield from self.grams.named(folded)

    def _characters(self) -> Iterator[NDArray[np.uint64]]:
        """All Chinese characters and pairs, packed as `named` is."""
        import numpy as np  # noqa: PLC0415  as above

        joined = "".join(self.texts).encode("utf-32-le", "surrogatepass")
        codes = np.frombuffer(joined, np.uint32)
        lengths = [len(text) for text in self.texts]
        told = np.array(self.owners, np.uint64) << np.uint64(8) | np.array(self.levels, np.uint64)
        holding = np.repeat(told, lengths)
        chinese = (codes >= _FIRST_HAN) & (codes <= _LAST_HAN)
        offset = (codes - np.uint32(_FIRST_HAN)).astype(np.uint64)
        paired = np.flatnonzero(chinese[:-1] & chinese[1:])
        keys = offset[paired] << np.uint64(_HAN_BITS) | offset[paired + 1]
        yield keys << np.uint64(32) | holding[paired]
        bodies = np.uint64(self._level(BODY))
        single = np.flatnonzero(chinese & ((holding & np.uint64(0xFF)) != bodies))
        yield (offset[single] | np.uint64(_SINGLE)) << np.uint64(32) | holding[single]


def _joined(packed: NDArray[np.uint64], weights: NDArray[np.float32], entries: int) -> _Chunk:
    """Sorted packed grams, those of one key and owner as one posting."""
    import numpy as np  # noqa: PLC0415  as above

    holding = packed >> np.uint64(8)
    first = np.flatnonzero(np.diff(holding, prepend=holding[:1] + np.uint64(1)))
    each = weights[(packed & np.uint64(0xFF)).astype(np.intp)]
    counts = np.add.reduceat(each, first) if len(first) else each
    owners = (holding[first] & np.uint64(0xFFFFFF)).astype(np.uint16)
    lengths = np.bincount(owners, counts, entries)
    norms = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / max(lengths.mean(), 1e-9))
    scores = counts * (SATURATION + 1) / (counts + norms[owners])
    keys = (packed[first] >> np.uint64(32)).astype(np.uint32)
    changes = np.flatnonzero(np.diff(keys, prepend=keys[:1] + np.uint32(1)))
    starts = np.append(changes, len(keys)).astype(np.uint32)
    return _Chunk(keys[changes], starts, owners, scores.astype(np.float16), entries)
