"""Keeps rules that were proven, so that unchanged files are not proven at every start."""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from desktop_assist.core.checking.rules import Rule, WordList
from desktop_assist.core.checking.vocabulary import Known
from desktop_assist.decoding import decode

SHIPPED = "rules.proven"
"""The file of proven rules that lies in the program's own folder of rules."""

_ENGINE = 7
"""Raised whenever the program reads rules otherwise than before."""


class Proven(msgspec.Struct, frozen=True, kw_only=True):
    """What a set of sound files came to."""

    rules: list[Rule]
    words: dict[str, WordList]
    known: Known


class ProvenRules:
    """The proven rules of one set of files, in a file named by all that these files hold.

    A cache may be lost or damaged at any time: then nothing is found, and the rules are proven.
    """

    def __init__(self, folder: Path, files: Sequence[Path]) -> None:
        self._folder = folder
        held = ((str(file), _bytes_of(file)) for file in files)
        self._file = folder / f"rules-{_digest(sys.version, held)}.json"

    def read(self) -> Proven | None:
        """What was kept, or None."""
        try:
            return decode(self._file.read_bytes(), Proven)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def write(self, proven: Proven) -> None:
        """Keep `proven`, and forget what was kept of other states of the files."""
        # Only where something is written: a start that reads does not pay for it.
        import tempfile  # noqa: PLC0415

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


def is_own(folder: Path) -> bool:
    """Whether `folder` came with the program: what lies proven in any other is not believed."""
    package = Path(__file__).resolve().parent.parent
    own = (place / "resources" / "rules" for place in (package / "_bundled", package.parent))
    return folder.resolve() in own


def shipped_of(folder: Path, files: Sequence[Path]) -> Proven | None:
    """What travels with `folder`, where the `files` below it are those that it was made of."""
    try:
        digest, _, packed = (folder / SHIPPED).read_bytes().partition(b"\n")
        if digest.decode("ascii", "replace") != _digest("", _below(folder, files)):
            return None
        return decode(zlib.decompress(packed), Proven)
    except (OSError, zlib.error, msgspec.DecodeError, UnicodeDecodeError):
        return None


def packed_for(folder: Path, files: Sequence[Path], proven: Proven) -> bytes:
    """The content of the file that `shipped_of` reads; the same wherever it is made."""
    encoded = msgspec.json.encode(proven, order="deterministic")
    return _digest("", _below(folder, files)).encode() + b"\n" + zlib.compress(encoded, 9)


def _below(folder: Path, files: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        # A checkout may end lines with carriage returns.
        yield file.relative_to(folder).as_posix(), _bytes_of(file).replace(b"\r\n", b"\n")


def _digest(version: str, files: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256(f"{_ENGINE} {version}".encode())
    for name, held in files:
        digest.update(f"\0{name}\0".encode("utf-8", "surrogatepass"))
        digest.update(held)
    return digest.hexdigest()[:32]


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        # A file that cannot be read is a fault, and rules with faults are not kept.
        return b""
