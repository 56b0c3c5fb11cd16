"""Packs kept ready to load, so that a start reads no YAML. What is kept is only ever a copy."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec

from desktop_assist.core.replies.pack import PACK_FORMAT, Manifest, Pack
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.decoding import decode
from desktop_assist.packs.folders import (
    PackReading,
    pack_folders,
    source_files,
    without_repeated_packs,
)

COMPILED_FORMAT = 1


class _Compiled(msgspec.Struct, frozen=True, kw_only=True):
    stamp: str
    manifest: Manifest
    snippets: tuple[Snippet, ...]


class CompiledPacks:
    """Reads packs, from the `cache` folder where their files have not changed since.

    Each pack is one file: a checksum line, then JSON. A missing, old or damaged one is made anew.
    """

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def read_packs(self, folder: Path) -> tuple[PackReading, ...]:
        """As `reader.read_packs`."""
        return without_repeated_packs(self.read_pack(one) for one in pack_folders(folder))

    def read_pack(self, folder: Path) -> PackReading:
        """As `reader.read_pack`. A pack with faults is never kept: they must show each time."""
        stamp = _stamp(folder)
        kept = self._kept(folder)
        if kept is not None and kept.stamp == stamp:
            return PackReading(folder, Pack(kept.manifest, kept.snippets, folder))
        from desktop_assist.packs.reader import read_pack  # noqa: PLC0415  loads YAML

        reading = read_pack(folder)
        if reading.pack is not None and not reading.faults:
            self._keep(folder, stamp, reading.pack)
        return reading

    def forget(self, folder: Path) -> None:
        """Drop what is kept of the pack in `folder`, which is about to be removed for good."""
        # A copy that cannot be removed costs room on the disk and nothing else.
        with contextlib.suppress(OSError):
            self._file(folder).unlink(missing_ok=True)

    def _kept(self, folder: Path) -> _Compiled | None:
        try:
            checksum, _, body = self._file(folder).read_bytes().partition(b"\n")
            if checksum.decode("ascii") != _digest(body):
                return None
            return decode(body, _Compiled)
        except (OSError, ValueError, RecursionError):
            return None  # the YAML files are read instead

    def _keep(self, folder: Path, stamp: str, pack: Pack) -> None:
        compiled = _Compiled(stamp=stamp, manifest=pack.manifest, snippets=pack.snippets)
        body = msgspec.json.encode(compiled)
        file = self._file(folder)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        # A full disk or a read-only folder costs speed at the next start and nothing else.
        with contextlib.suppress(OSError):
            self._cache.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_digest(body).encode("ascii") + b"\n" + body)
            fresh.replace(file)

    def _file(self, folder: Path) -> Path:
        return self._cache / f"{_digest(str(folder.resolve()).encode('utf-8', 'replace'))}.json"


def _stamp(folder: Path) -> str:
    """Changes when a source file does, and when this program reads packs in another way."""
    parts = [f"{COMPILED_FORMAT} {PACK_FORMAT} {' '.join(Snippet.__struct_fields__)}"]
    for file in source_files(folder):
        try:
            status = file.stat()
        except OSError as error:
            parts.append(f"{file.name} {error.errno}")
        else:
            parts.append(f"{file.name} {status.st_size} {status.st_mtime_ns} {status.st_ino}")
    return _digest("\n".join(parts).encode("utf-8", "replace"))


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
