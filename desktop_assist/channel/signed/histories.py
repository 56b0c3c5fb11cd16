"""The histories of a team's packs in the channel, each vouched for by the team's signed list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
from tuf.api.metadata import TargetFile, Targets

from desktop_assist.channel.history import (
    HISTORY_FORMAT,
    HistoryFile,
    PackVersion,
    Sha256,
    trimmed,
)
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.names import Target, is_name
from desktop_assist.channel.pack_zip import unzipped
from desktop_assist.channel.places import NotThere, Source, read_whole
from desktop_assist.channel.signed.trusted import HISTORY, damaged
from desktop_assist.decoding import convert, decode
from desktop_assist.errors import AssistError
from desktop_assist.text import say


class _Pointer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a team's list says of a history: its digest, and the digest of the one before it."""

    sha256: Sha256
    length: int
    former: Sha256 = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A version written down: `files` to put below `targets/`, and what to remove afterwards."""

    files: Mapping[str, bytes]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Histories:
    """Reads the histories of `team` at `source`, and writes them anew."""

    source: Source
    team: str
    limits: Limits

    def packs(self, listed: Targets) -> tuple[str, ...]:
        """Every pack that the team has published, also those that were withdrawn."""
        targets = (Target.parse(path) for path in listed.targets)
        found = {one.pack for one in targets if one is not None and one.team == self.team}
        return tuple(sorted(found | {one for one in _pointers(listed) if is_name(one)}))

    def of(self, pack: str, listed: Targets) -> tuple[PackVersion, ...]:
        """The versions of `pack`, the newest first; none for a pack that is new.

        Raises:
            AssistError: the history is missing, or is not the one that was published.
        """
        known = {one.revision: one for one in self._read(pack, listed)}
        for path, file in listed.targets.items():
            target = Target.parse(path)
            if target is not None and (target.team, target.pack) == (self.team, pack):
                known.setdefault(target.revision, _published(target, file))
        return tuple(known[one] for one in sorted(known, reverse=True))

    def known(self, pack: str, listed: Targets) -> tuple[PackVersion, ...]:
        """As `of`, for a pack that the team has published.

        Raises:
            AssistError: as `of`, or the team has no such pack.
        """
        if versions := self.of(pack, listed):
            return versions
        raise no_such_pack(pack, self.packs(listed))

    def files(self, version: PackVersion) -> dict[str, bytes]:
        """The files of a kept version.

        Raises:
            AssistError: its zip is missing, or is not the one that was published.
        """
        path = f"targets/{version.stored(self.team)}"
        return unzipped(self._proven(path, version.length, version.sha256), self.limits)

    def add(self, file: TargetFile, target: Target, listed: Targets) -> Added:
        """Change `listed` so that it names `file` as the newest version, and its history anew.

        Raises:
            AssistError: as `of`.
        """
        before = self.of(target.pack, listed)
        for old in before:
            listed.targets.pop(str(Target(self.team, target.pack, old.revision)), None)
        listed.targets[str(target)] = file
        versions, dropped = trimmed(
            (_published(target, file), *before), self.limits.versions, self.limits.history
        )
        data = msgspec.json.encode(HistoryFile(versions=versions))
        former = self._pointer(target.pack, listed)
        pointer = _Pointer(
            hashlib.sha256(data).hexdigest(), len(data), former.sha256 if former else ""
        )
        named = {**_pointers(listed), target.pack: msgspec.to_builtins(pointer)}
        listed.unrecognized_fields[HISTORY] = named
        gone = [one.stored(self.team) for one in dropped]
        # The one before stays: a lead may be about to read it.
        if former is not None and former.former:
            gone.append(self._stored(target.pack, former.former))
        return Added({self._stored(target.pack, pointer.sha256): data}, tuple(gone))

    def paths(self, listed: Targets) -> tuple[str, ...]:
        """Where the histories lie, below `targets/`."""
        pointers = {pack: self._pointer(pack, listed) for pack in self.packs(listed)}
        return tuple(self._stored(pack, one.sha256) for pack, one in pointers.items() if one)

    def forget_lost(self, listed: Targets) -> None:
        """Let `listed` name no history that is missing or damaged; what it lists begins anew."""
        for pack in self.packs(listed):
            try:
                self.of(pack, listed)
            except AssistError:
                del listed.unrecognized_fields[HISTORY][pack]

    def _read(self, pack: str, listed: Targets) -> tuple[PackVersion, ...]:
        pointer = self._pointer(pack, listed)
        if pointer is None:
            return ()
        path = f"targets/{self._stored(pack, pointer.sha256)}"
        data = self._proven(path, pointer.length, pointer.sha256)
        try:
            found = decode(data, HistoryFile)
        except ValueError as error:
            raise damaged(f"“{path}”") from error
        if found.format > HISTORY_FORMAT:
            raise AssistError(
                say("Channel", "The history of “{pack}” was written by a newer version of this"
                    " program. Nothing was changed.", pack=pack),
                say("Channel", "Update the program."),
            )  # fmt: skip
        return tuple(one for one in found.versions if one.pack == pack)

    def _pointer(self, pack: str, listed: Targets) -> _Pointer | None:
        told = _pointers(listed).get(pack)
        try:
            return None if told is None else convert(told, _Pointer)
        except msgspec.ValidationError as error:
            raise damaged(f"{HISTORY}: {pack}") from error

    def _proven(self, path: str, length: int, sha256: str) -> bytes:
        try:
            data = read_whole(self.source, path, length)
        except NotThere as error:
            raise damaged(f"“{path}”") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged(f"“{path}”")
        return data

    def _stored(self, pack: str, sha256: str) -> str:
        return f"{self.team}/{sha256}.{pack}.history.json"


def no_such_pack(pack: str, packs: Iterable[str]) -> AssistError:
    """That the team has not published `pack`, but `packs`."""
    return AssistError(
        say("Channel", "Your team has no pack “{pack}” in the channel. Nothing was changed.",
            pack=pack),
        say("Channel", "Choose one of: {packs}.", packs=", ".join(sorted(packs)) or "–"),
    )  # fmt: skip


def _pointers(listed: Targets) -> dict[str, object]:
    told = listed.unrecognized_fields.get(HISTORY)
    return told if isinstance(told, dict) else {}


def _published(target: Target, file: TargetFile) -> PackVersion:
    """What a signed list says of a version."""
    custom: Mapping[str, object] = file.custom if isinstance(file.custom, dict) else {}
    overruled = custom.get("overruled")
    told = {
        **{name: custom[name] for name in _TOLD if name in custom},
        **({"overruled": overruled.get("rules"), "why": overruled.get("why")}
           if isinstance(overruled, dict) else {}),
        "pack": target.pack,
        "revision": target.revision,
        "sha256": file.hashes.get("sha256", ""),
        "length": file.length,
    }  # fmt: skip
    try:
        return convert({"version": "", "title": target.pack, **told}, PackVersion)
    except msgspec.ValidationError as error:
        raise damaged(str(target)) from error


_TOLD = ("version", "title", "by", "at", "notes", "new", "changed", "gone", "restores")
"""What a publish writes of a version into the signed list."""
