"""Keeps rules that were proven, so that unchanged files are not proven at every start."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from desktop_assist.core.pattern_shape import Shape
from desktop_assist.core.rules import Rule, WordList

_ENGINE = 1
"""Raised whenever the program reads rules otherwise than before."""


class Proven(msgspec.Struct, frozen=True, kw_only=True):
    """What a set of sound files came to."""

    rules: list[Rule]
    words: dict[str, WordList]
    shapes: dict[str, Shape]


class ProvenRules:
    """The proven rules of one set of files, in a file named by all that these files hold.

    A cache may be lost or damaged at any time: then nothing is found, and the rules are proven.
    """

    def __init__(self, folder: Path, files: Sequence[Path]) -> None:
        self._folder = folder
        digest = hashlib.sha256(f"{_ENGINE} {sys.version}".encode())
        for file in files:
            digest.update(f"\0{file}\0".encode("utf-8", "surrogatepass"))
            digest.update(_bytes_of(file))
        self._file = folder / f"rules-{digest.hexdigest()[:32]}.json"

    def read(self) -> Proven | None:
        """What was kept, or None."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Proven)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def write(self, proven: Proven) -> None:
        """Keep `proven`, and forget what was kept of other states of the files."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".rules-")
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(proven))
            Path(name).replace(self._file)
            for old in self._folder.glob("rules-*.json"):
                if old != self._file:
                    old.unlink(missing_ok=True)
        except OSError:
            # Without a cache the rules are proven at each start; nothing is lost.
            return


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        # A file that cannot be read is a fault, and rules with faults are not kept.
        return b""
