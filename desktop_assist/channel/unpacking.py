"""Verified zips on disk, and the packs unpacked from them. A folder appears whole or not at all."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop_assist.channel.held import ChannelFolder, HeldPack
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.pack_zip import unzipped, write_files
from desktop_assist.core.replies.pack import PACK_FORMAT
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.packs.folders import MANIFEST, PackReading
from desktop_assist.text import say

_EMPTY = msgspec.to_builtins(Snippet(id="", title="", category=()))
_NEEDED = ("id", "title", "category")
_FRESH = ".new-"
_LACKS = "-without-"


@dataclass(frozen=True, slots=True)
class Unpacker:
    """Makes the folders that packs are read from, in the channel's `folder`.

    `forget` is told each pack's folder that is about to vanish.
    """

    folder: ChannelFolder
    read_pack: Callable[[Path], PackReading]
    forget: Callable[[Path], object]
    limits: Limits

    def has_zip(self, pack: HeldPack) -> bool:
        """Whether the zip is there, and still what was verified."""
        try:
            with self.folder.zip_file(pack).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest() == pack.sha256
        except OSError:
            return False

    def can(self, pack: HeldPack, withdrawn: tuple[str, ...]) -> bool:
        """Whether `shown` needs nothing fetched."""
        return self._place(pack, withdrawn).is_dir() or self.has_zip(pack)

    def shown(self, pack: HeldPack, withdrawn: tuple[str, ...]) -> HeldPack:
        """The version unpacked, without the replies in `withdrawn`, and where it lies.

        Raises:
            AssistError: the zip holds what it must not, or no pack of this name.
        """
        name = _folder_name(pack, withdrawn)
        if not self._place(pack, withdrawn).is_dir():
            self._unpack(pack, withdrawn, name)
        return msgspec.structs.replace(pack, folder=name)

    def again(self, pack: HeldPack, withdrawn: tuple[str, ...]) -> HeldPack:
        """As `shown`, unpacked anew beside the damaged folder, which stays until `tidy`."""
        name = f"{_folder_name(pack, withdrawn)}-{secrets.token_hex(4)}"
        self._unpack(pack, withdrawn, name)
        return msgspec.structs.replace(pack, folder=name)

    def is_intact(self, pack: HeldPack) -> bool:
        """Whether the folder still holds what the zip does, byte for byte."""
        folder = self.folder.pack_folder(pack)
        if _LACKS in pack.folder:
            return (folder / MANIFEST).is_file()
        if not self.has_zip(pack):
            return False
        files = unzipped(self.folder.zip_file(pack).read_bytes(), self.limits)
        present = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
        return present == set(files) and all(
            (folder / path).read_bytes() == data for path, data in files.items()
        )

    def tidy(self, used: Iterable[HeldPack], also_zips: Iterable[HeldPack]) -> None:
        """Remove the zips and folders of versions that are not `used` any more."""
        kept = [*used]
        zips = {f"{one.sha256}.zip" for one in (*kept, *also_zips)}
        folders = {one.folder for one in kept}
        for file in self.folder.zips.iterdir():
            if file.name not in zips:
                file.unlink(missing_ok=True)
        if self.folder.unpacked.is_dir():
            for folder in self.folder.unpacked.iterdir():
                if folder.name not in folders:
                    self._remove(folder)

    def _remove(self, folder: Path) -> None:
        # First what was made of it: a kill in between leaves the folder for the next sync to see.
        for pack in folder.glob("*"):
            self.forget(pack)
        shutil.rmtree(folder, ignore_errors=True)

    def _place(self, pack: HeldPack, withdrawn: tuple[str, ...]) -> Path:
        return self.folder.unpacked / _folder_name(pack, withdrawn) / pack.pack

    def _unpack(self, pack: HeldPack, withdrawn: tuple[str, ...], name: str) -> None:
        files = unzipped(self.folder.zip_file(pack).read_bytes(), self.limits)
        fresh = self.folder.unpacked / f"{_FRESH}{secrets.token_hex(8)}"
        try:
            write_files(fresh / pack.pack, files)
            self._leave_out(fresh / pack.pack, withdrawn)
            self._check(fresh / pack.pack, pack)
            final = self.folder.unpacked / name
            # A folder without its pack is what a kill has left; a whole one may not be in the way.
            shutil.rmtree(final, ignore_errors=True)
            fresh.replace(final)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    def _check(self, folder: Path, pack: HeldPack) -> None:
        from desktop_assist.packs.reader import read_pack  # noqa: PLC0415  loads YAML

        reading = read_pack(folder)
        if reading.pack is None or reading.pack.manifest.id != pack.pack:
            why = reading.faults[0].message if reading.faults else say("Channel", "another pack")
            raise AssistError(
                say("Channel", "Version {version} of “{title}” cannot be read ({why}). The version"
                    " before it stays in use.", version=pack.version, title=pack.title, why=why),
                say("Channel", "Update this program; if it is up to date, tell the lead."),
                FINDINGS,
            )  # fmt: skip

    def _leave_out(self, folder: Path, withdrawn: tuple[str, ...]) -> None:
        if not withdrawn:
            return
        from desktop_assist.packs.reader import read_contents  # noqa: PLC0415  loads YAML

        contents = read_contents(folder)
        kept = [one.snippet for one in contents.snippets if one.snippet.id not in withdrawn]
        for file in (folder / "snippets").glob("*.yaml"):
            file.unlink()
        # JSON is YAML; nobody edits this copy.
        data = {"format": PACK_FORMAT, "snippets": [_written(one) for one in kept]}
        (folder / "snippets").mkdir(exist_ok=True)
        (folder / "snippets" / "replies.yaml").write_bytes(
            msgspec.json.format(msgspec.json.encode(data), indent=1)
        )


def _written(snippet: Snippet) -> dict[str, object]:
    plain = msgspec.to_builtins(snippet)
    return {name: one for name, one in plain.items() if name in _NEEDED or one != _EMPTY[name]}


def _folder_name(pack: HeldPack, withdrawn: tuple[str, ...]) -> str:
    if not withdrawn:
        return pack.sha256
    lacks = hashlib.sha256("\n".join(sorted(withdrawn)).encode()).hexdigest()
    return f"{pack.sha256}{_LACKS}{lacks[:16]}"
