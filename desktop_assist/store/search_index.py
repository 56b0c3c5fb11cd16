"""The search index on disk: one file, of the latest state that was indexed, mapped as it is.

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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from desktop_assist.core.searching.index_arrays import ARRAYS, IndexArrays, SearchIndex
from desktop_assist.core.searching.labels import Label
from desktop_assist.decoding import decode
from desktop_assist.store.files import saving
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.core.searching.stamps import Stamps

INDEX_FORMAT = 2
"""Changes with the layout of the file and with how texts are squeezed."""

_ALIGNED = 64
_ENDING = ".index"
_STAMPS = "stamps"


class _Part(msgspec.Struct, frozen=True):
    """An array or the texts: where it lies, counted from the end of the header."""

    name: str
    kind: str
    shape: tuple[int, ...]
    start: int
    size: int


class _Header(msgspec.Struct, frozen=True):
    format: int
    made_with: str
    parts: tuple[_Part, ...]
    size: int
    checksum: int


class _Texts(msgspec.Struct, frozen=True):
    labels: tuple[tuple[str, str], ...]
    codes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An index, and the stamp of each entry that it was made of, see `core.searching.stamps`."""

    index: SearchIndex
    stamps: Stamps


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` found: an index, or none and, where it was damaged, a sentence that says so."""

    kept: Kept | None = None
    notice: Message | None = None


class SearchIndexStore:
    """Keeps the newest index in `folder`, each under a name of its own.

    Not every system replaces a file that is mapped.
    """

    def __init__(self, folder: Path, made_with: str) -> None:
        """`made_with` tells what an index depends on beside the entries: another does not fit."""
        self._folder = folder
        self._made_with = made_with

    def load(self) -> Loaded:
        """Map the newest index; header and sizes are checked, the arrays are not.

        None where there is none that fits, or where it is damaged.
        """
        file = self._newest()
        if file is None:
            return Loaded()
        try:
            with file.open("rb") as stream:
                data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:  # an empty file cannot be mapped
            return Loaded(notice=_damaged())
        except OSError:  # where the folder cannot be used, `save` says so
            return Loaded()
        try:
            return self._understood(data)
        except (ValueError, TypeError, KeyError, msgspec.MsgspecError):
            return Loaded(notice=_damaged())

    def load_whole(self) -> Loaded:
        """As `load`, with every byte as it was written; a damaged file is removed.

        Reads the whole file: not for the GUI thread.
        """
        loaded, file = self.load(), self._newest()
        if loaded.kept is not None and not (file and _is_whole(file)):
            loaded = Loaded(notice=_damaged())
        if loaded.notice is not None and file is not None:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
        return loaded

    def save(self, index: SearchIndex, stamps: Stamps) -> None:
        """Put `index` in place of all others.

        Raises:
            AssistError: the disk refuses; the search works without, and the next start is slower.
        """
        digest = hashlib.blake2b(stamps.tobytes(), digest_size=16)
        digest.update(self._made_with.encode("utf-8"))
        file = self._folder / f"{digest.hexdigest()}{_ENDING}"
        fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
        with saving(file):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                with fresh.open("wb") as stream:
                    stream.writelines(_written(Kept(index, stamps), self._made_with))
                    stream.flush()
                    os.fsync(stream.fileno())
                fresh.replace(file)
            except OSError:
                fresh.unlink(missing_ok=True)
                raise
        self._remove_others(file)

    def _understood(self, data: mmap.mmap) -> Loaded:
        header, start = _header(data)
        if header.format != INDEX_FORMAT or header.made_with != self._made_with:
            return Loaded()
        if len(data) != start + header.size:
            return Loaded(notice=_damaged())
        return Loaded(_read(data, header, start))

    def _newest(self) -> Path | None:
        try:
            files = (one for one in self._folder.glob(f"*{_ENDING}") if one.is_file())
            return max(files, key=_age, default=None)
        except OSError:
            return None

    def _remove_others(self, kept: Path) -> None:
        # Where a system does not remove what is still mapped, the next start tries again.
        for other in self._folder.glob(f"*{_ENDING}*"):
            if other != kept:
                with contextlib.suppress(OSError):
                    other.unlink()


def _age(file: Path) -> float:
    return file.stat().st_mtime


def _is_whole(file: Path) -> bool:
    try:
        data = file.read_bytes()
        header, start = _header(data)
    except (OSError, ValueError, msgspec.MsgspecError):
        return False
    return zlib.crc32(memoryview(data)[start:]) == header.checksum


def _written(kept: Kept, made_with: str) -> Iterator[bytes]:
    index = kept.index
    arrays = {name: getattr(index.arrays, name) for name in ARRAYS} | {_STAMPS: kept.stamps}
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
    header = _Header(INDEX_FORMAT, made_with, tuple(parts), end, checksum)
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
    return decode(encoded, _Header), second + 1


def _read(data: mmap.mmap, header: _Header, start: int) -> Kept:
    import numpy as np  # noqa: PLC0415  loaded for big libraries only

    arrays: dict[str, Any] = {}
    texts = _Texts((), (), ())
    for part in header.parts:
        begin = start + part.start
        if part.name == "texts":
            texts = decode(data[begin : begin + part.size], _Texts)
        else:
            count = part.size // np.dtype(part.kind).itemsize
            array = np.frombuffer(data, part.kind, count, begin)
            arrays[part.name] = array.reshape(part.shape)
    labels = tuple(Label(*one) for one in texts.labels)
    stamps = arrays.pop(_STAMPS)
    return Kept(SearchIndex(IndexArrays(**arrays), labels, texts.codes, texts.words), stamps)


def _damaged() -> Message:
    return say(
        "Store",
        "The search index was damaged. It is being made anew; your snippets are not affected.",
    )
