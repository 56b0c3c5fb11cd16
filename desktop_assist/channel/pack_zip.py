"""A pack as one file, the same bytes for the same content; and out of such a file, safely."""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.channel.limits import Limits
from desktop_assist.channel.names import fault_of_path, same_on_some_system
from desktop_assist.errors import AssistError
from desktop_assist.packs.folders import MANIFEST
from desktop_assist.text import Message, say

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "snippets": (".yaml",),
    "rules": (".yaml",),
    "lessons": (".md",),
    "images": (*_PACKED_ALREADY, ".bmp", ".svg"),
}
"""What of a pack's folder travels, by the ends of the names."""
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack by their paths, and the paths of what does not travel."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...]


def pack_files(folder: Path, limits: Limits) -> PackFiles:
    """What of the pack in `folder` can be published.

    Raises:
        AssistError: a name does not fit every system, or the pack is too big.
    """
    paths = {one.relative_to(folder).as_posix(): one for one in folder.rglob("*") if one.is_file()}
    wanted = sorted(path for path in paths if _travels(path))
    _check_names(wanted, limits)
    size = sum(paths[path].stat().st_size for path in wanted)
    if size > limits.pack_bytes or len(wanted) > limits.files:
        raise AssistError(
            say("Channel", "The pack in “{folder}” is too big to be published: {files} files,"
                " {size} MB.", folder=folder, files=len(wanted), size=round(size / 1e6)),
            say("Channel", "Make its pictures smaller, or divide it into two packs."),
        )  # fmt: skip
    hidden = (one for one in paths if any(part.startswith(".") for part in one.split("/")))
    left_out = sorted(set(paths) - set(wanted) - set(hidden))
    return PackFiles({path: paths[path].read_bytes() for path in wanted}, tuple(left_out))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """`files` as a zip whose bytes depend on their names and contents alone (and on zlib's)."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            packed = path.lower().endswith(_PACKED_ALREADY)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[path], compresslevel=6)
    return whole.getvalue()


def unzipped(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The files in a zip that came from elsewhere.

    Raises:
        AssistError: it holds something that a pack may not hold, or too much of it. Nothing is
            written by this function, so nothing needs to be undone.
    """
    # zipfile raises NotImplementedError for a way of packing that it does not know.
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, len(data), limits)
            return dict(_contents(archive, entries))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
            UnicodeError, ValueError, OSError) as error:  # fmt: skip
        raise _refused(say("Channel", "it is no whole zip file")) from error


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put `files` into `folder`, on the disk for good when this returns; raises OSError."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())


def _travels(path: str) -> bool:
    folder, slash, name = path.partition("/")
    if not slash:
        return path == MANIFEST
    return not name.startswith(".") and name.lower().endswith(_FOLDERS.get(folder, ()) or "\0")


def _check_names(paths: Iterable[str], limits: Limits) -> None:
    seen: dict[str, str] = {}
    for path in paths:
        fault = fault_of_path(path, limits) or _clash(path, seen)
        if fault is not None:
            raise AssistError(
                say("Channel", "The pack cannot be published: {fault}.", fault=fault),
                say("Channel", "Rename that file with letters and digits alone, and correct"
                    " “image:” where a reply names it."),
            )  # fmt: skip


def _clash(path: str, seen: dict[str, str]) -> Message | None:
    known = seen.setdefault(same_on_some_system(path), path)
    if known != path:
        return say("Channel", "“{path}” and “{other}” differ in capital letters only",
                   path=path, other=known)  # fmt: skip
    return None


def _check_entries(entries: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    if len(entries) > limits.files:
        raise _refused(say("Channel", "it holds {count} files", count=len(entries)))
    size = sum(entry.file_size for entry in entries)
    if size > limits.unpacked_bytes or size > max(packed, 1_000) * limits.ratio:
        raise _refused(say("Channel", "it would swell to {size} MB", size=round(size / 1e6)))
    seen: dict[str, str] = {}
    for entry in entries:
        fault = _fault_of_entry(entry, seen, limits)
        if fault is not None:
            raise _refused(fault)


def _fault_of_entry(entry: zipfile.ZipInfo, seen: dict[str, str], limits: Limits) -> Message | None:
    # `filename` has been tidied by zipfile; what counts is what stands in the file.
    path = entry.orig_filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) or entry.is_dir():
        return say("Channel", "“{path}” in it is no ordinary file", path=ascii(path)[1:61])
    if entry.flag_bits & _ENCRYPTED:
        return say("Channel", "“{path}” in it is encrypted", path=ascii(path)[1:61])
    if path in seen.values():
        return say("Channel", "“{path}” stands in it twice", path=ascii(path)[1:61])
    return fault_of_path(path, limits) or _clash(path, seen)


def _contents(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]
) -> Iterator[tuple[str, bytes]]:
    for entry in entries:
        with archive.open(entry) as stream:
            # One byte more than promised shows a lie, and no more is ever unpacked.
            content = stream.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise zipfile.BadZipFile(entry.filename)
        yield entry.filename, content


def _refused(why: Message) -> AssistError:
    return AssistError(
        say("Channel", "A pack from the channel was refused: {why}. The version before it stays in"
            " use.", why=why),
        say("Channel", "Tell the lead who published it to publish it again with Desktop Assist; if"
            " they did not make it, their key is in wrong hands."),
    )  # fmt: skip
