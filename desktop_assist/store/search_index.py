"""The search index on disk: one file a state of the library, mapped into memory as it is.

A line with the checksum of the header, a line of JSON (the header), and what the header lists: the
arrays, each at a multiple of 64 bytes, and the few texts as JSON. The file is a copy that can be
made anew at any time; nothing in it is the user's.
"""

from __future__ import annotations

import contextlib
import hashlib
import mmap
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from desktop_assist.core.searching.index_arrays import ARRAYS, IndexArrays, SearchIndex
from desktop_assist.core.searching.labels import Label
from desktop_assist.store.files import saving
from desktop_assist.text import Message, say

INDEX_FORMAT = 1
"""Changes with the layout of the file and with how texts are squeezed."""

_ALIGNED = 64
_ENDING = ".index"


class _Part(msgspec.Struct, frozen=True):
    """An array or the texts: where it lies, counted from the end of the header."""

    name: str
    kind: str
    shape: tuple[int, ...]
    start: int
    size: int


class _Header(msgspec.Struct, frozen=True):
    format: int
    fingerprint: str
    parts: tuple[_Part, ...]
    size: int
    checksum: int


class _Texts(msgspec.Struct, frozen=True):
    labels: tuple[tuple[str, str], ...]
    codes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` found: an index, or none and, where it was damaged, a sentence that says so."""

    index: SearchIndex | None = None
    notice: Message | None = None


def fingerprint_of(stamps: Iterable[str]) -> str:
    """A short name for a state of the library, of whatever changes when a part of it does."""
    digest = hashlib.blake2b(digest_size=16)
    for stamp in stamps:
        digest.update(stamp.encode("utf-8", "replace") + b"\0")
    return digest.hexdigest()


class SearchIndexStore:
    """Keeps the newest index in `folder`, under the fingerprint of its library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, fingerprint: str) -> Loaded:
        """Map the index of that state; header and sizes are checked, the arrays by `is_whole`.

        None where there is none, where another version wrote it, or where it is damaged.
        """
        file = self._file(fingerprint)
        try:
            with file.open("rb") as stream:
                data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError:
            return Loaded()
        except (OSError, ValueError):  # an empty file cannot be mapped
            return Loaded(notice=_damaged())
        try:
            return self._understood(data, fingerprint)
        except (ValueError, TypeError, msgspec.MsgspecError):
            return Loaded(notice=_damaged())

    def is_whole(self, fingerprint: str) -> bool:
        """Whether the arrays are as they were written. Reads the whole file: not at the start."""
        try:
            data = self._file(fingerprint).read_bytes()
            header, start = _header(data)
        except (OSError, ValueError, msgspec.MsgspecError):
            return False
        return zlib.crc32(memoryview(data)[start:]) == header.checksum

    def save(self, index: SearchIndex, fingerprint: str) -> None:
        """Put `index` in place of all others.

        Raises:
            AssistError: the disk refuses; the search works without, and the next start is slower.
        """
        file = self._file(fingerprint)
        fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
        with saving(file):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                with fresh.open("wb") as stream:
                    stream.writelines(_written(index, fingerprint))
                    stream.flush()
                    os.fsync(stream.fileno())
                fresh.replace(file)
            except OSError:
                fresh.unlink(missing_ok=True)
                raise
        self._remove_others(file)

    def discard(self, fingerprint: str) -> None:
        """Remove a damaged index, so that it is not read again."""
        with contextlib.suppress(OSError):
            self._file(fingerprint).unlink(missing_ok=True)

    def _understood(self, data: mmap.mmap, fingerprint: str) -> Loaded:
        header, start = _header(data)
        if header.format != INDEX_FORMAT:
            return Loaded()
        if header.fingerprint != fingerprint or len(data) != start + header.size:
            return Loaded(notice=_damaged())
        return Loaded(_read(data, header, start))

    def _file(self, fingerprint: str) -> Path:
        return self._folder / f"{fingerprint}{_ENDING}"

    def _remove_others(self, kept: Path) -> None:
        # Where a system does not remove what is still mapped, the next start tries again.
        for other in self._folder.glob(f"*{_ENDING}*"):
            if other != kept:
                with contextlib.suppress(OSError):
                    other.unlink()


def _written(index: SearchIndex, fingerprint: str) -> Iterator[bytes]:
    arrays = {name: getattr(index.arrays, name) for name in ARRAYS}
    texts = msgspec.json.encode(_Texts(index.labels, index.codes, index.words))
    bodies = {
        name: memoryview(array).cast("B") if array.size else b"" for name, array in arrays.items()
    }
    parts: list[_Part] = []
    pieces: list[Any] = []
    end = checksum = 0
    for name, body in (*bodies.items(), ("texts", texts)):
        gap = bytes(-end % _ALIGNED)
        array = arrays.get(name)
        kind, shape = ("json", ()) if array is None else (array.dtype.str, array.shape)
        parts.append(_Part(name, kind, shape, end + len(gap), len(body)))
        for piece in (gap, body):
            checksum = zlib.crc32(piece, checksum)
            pieces.append(piece)
        end += len(gap) + len(body)
    header = _Header(INDEX_FORMAT, fingerprint, tuple(parts), end, checksum)
    encoded = msgspec.json.encode(header)
    line = hashlib.blake2b(encoded, digest_size=16).hexdigest().encode("ascii") + b"\n"
    yield line + encoded + b" " * (-(len(line) + len(encoded) + 1) % _ALIGNED) + b"\n"
    yield from pieces


def _header(data: mmap.mmap | bytes) -> tuple[_Header, int]:
    """The header, and where what it lists begins.

    Raises:
        ValueError: it is damaged.
    """
    first = data.find(b"\n")
    second = data.find(b"\n", first + 1)
    encoded = data[first + 1 : second].rstrip(b" ")
    checksum = hashlib.blake2b(encoded, digest_size=16).hexdigest().encode("ascii")
    if first < 0 or second < 0 or data[:first] != checksum:
        raise ValueError("the header is damaged")
    return msgspec.json.decode(encoded, type=_Header), second + 1


def _read(data: mmap.mmap, header: _Header, start: int) -> SearchIndex:
    import numpy as np  # noqa: PLC0415  loaded for big libraries only

    arrays: dict[str, Any] = {}
    texts = _Texts((), (), ())
    for part in header.parts:
        begin = start + part.start
        if part.name == "texts":
            texts = msgspec.json.decode(data[begin : begin + part.size], type=_Texts)
        else:
            count = part.size // np.dtype(part.kind).itemsize
            array = np.frombuffer(data, part.kind, count, begin)
            arrays[part.name] = array.reshape(part.shape)
    labels = tuple(Label(*one) for one in texts.labels)
    return SearchIndex(IndexArrays(**arrays), labels, texts.codes, texts.words)


def _damaged() -> Message:
    return say(
        "Store",
        "The search index was damaged. It is being made anew; your snippets are not affected.",
    )
