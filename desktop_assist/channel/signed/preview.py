"""A pack looked at before it is published: sound, in good words, and how it differs."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from tuf.api.metadata import TargetFile

from desktop_assist.channel.changes import ChangedSnippet, compared
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.names import Target, is_name
from desktop_assist.channel.pack_zip import pack_files, unzipped
from desktop_assist.channel.places import Place, read_whole
from desktop_assist.channel.signed.trusted import ChannelState, newest_targets
from desktop_assist.core.replies.pack import Manifest
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.folders import MANIFEST
from desktop_assist.packs.lint import faults_of
from desktop_assist.packs.reader import Contents, Placed, read_contents
from desktop_assist.packs.wording import (
    Find,
    WrittenFinding,
    excused,
    find_in_template,
    texts,
    wording,
)
from desktop_assist.text import say

_VERSION_LINE = re.compile(rb"(?m)^version:[^\r\n]*")
_LAST_NUMBER = re.compile(r"\d+(?=\D*\Z)")


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing a pack would do.

    `base` is the revision that it would follow, 0 for a new pack; `faults` and `blocking` findings
    stand in the way, `left_out` are files that do not travel. `rival` names who published the base,
    where this computer has not seen it before.
    """

    folder: Path
    manifest: Manifest
    files: Mapping[str, bytes]
    base: int
    new: tuple[Snippet, ...]
    changed: tuple[ChangedSnippet, ...]
    gone: tuple[Snippet, ...]
    faults: tuple[Fault, ...]
    blocking: tuple[WrittenFinding, ...]
    left_out: tuple[str, ...]
    rival: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class _Former:
    """The version in force: its revision and who published it, its files and replies."""

    revision: int = 0
    by: str = ""
    versions: frozenset[str] = frozenset()
    version: str = ""
    files: Mapping[str, bytes] | None = None
    snippets: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class Previewer:
    """Looks at packs of `team`. `find` is the wording checker, `sent` what was published here."""

    place: Place
    team: str
    find: Find
    sent: Mapping[str, int]
    limits: Limits
    me: str

    def preview(self, folder: Path, state: ChannelState) -> Preview:
        """The pack in `folder` beside the version in force.

        Raises:
            AssistError: the folder holds no pack, or one that cannot be published.
        """
        contents = read_contents(folder)
        manifest = contents.manifest
        if manifest is None:
            raise _no_pack(folder, contents.faults)
        if not is_name(manifest.id):
            raise AssistError(
                say("Channel", "A pack with the id “{id}” cannot be published.", id=manifest.id),
                say("Channel", "Give it another id in pack.yaml: at most 63 signs, no hyphen at the"
                    " end, and no name that Windows keeps for itself."),
            )  # fmt: skip
        packed = pack_files(folder, self.limits)
        former = self._former(manifest.id, state)
        version = _next_version(manifest.version, former)
        snippets = tuple(one.snippet for one in contents.snippets)
        new, changed, gone = compared(former.snippets, snippets)
        return Preview(
            folder=folder,
            manifest=msgspec.structs.replace(manifest, version=version),
            files=_with_version(packed.files, version),
            base=former.revision,
            new=new,
            changed=changed,
            gone=gone,
            faults=faults_of(contents, folder),
            blocking=_blocking(contents, self.find),
            left_out=packed.left_out,
            rival=self._rival(manifest.id, former),
            is_same=former.files is not None
            and _with_version(former.files, "") == _with_version(packed.files, ""),
        )

    def _former(self, pack: str, state: ChannelState) -> _Former:
        listed = state.teams[self.team].signed
        newest = newest_targets(self.team, listed).get(pack)
        if newest is None:
            return _Former()
        target, file = newest
        custom = [_custom(one) for path, one in listed.targets.items() if is_of(path, pack)]
        files = self._files(target, file)
        return _Former(
            revision=target.revision,
            by=str(_custom(file).get("by", "")),
            versions=frozenset(str(one.get("version", "")) for one in custom),
            version=str(_custom(file).get("version", "")),
            files=files,
            snippets=snippets_in(files),
        )

    def _files(self, target: Target, file: TargetFile) -> dict[str, bytes]:
        path = f"targets/{target.stored(file.hashes['sha256'])}"
        data = read_whole(self.place, path, file.length)
        file.verify_length_and_hashes(data)
        return unzipped(data, self.limits)

    def _rival(self, pack: str, former: _Former) -> str:
        if former.revision <= self.sent.get(pack, 0) or former.by == self.me:
            return ""
        return former.by


def _blocking(contents: Contents, find: Find) -> tuple[WrittenFinding, ...]:
    """What a rule forbids in the pack's texts. Only where there is any are its lines looked up."""
    suspect = tuple(one for one in contents.snippets if _is_suspect(one, find))
    if not suspect:
        return ()
    found = wording(replace(contents, snippets=suspect), find, lambda _: False).findings
    return tuple(one for one in found if one.finding.severity == "block")


def _is_suspect(placed: Placed, find: Find) -> bool:
    known = excused(placed)
    return any(
        one.severity == "block" and one.rule not in known
        for _, text in texts(placed)
        for one in find_in_template(text, find)
    )


def snippets_in(files: Mapping[str, bytes]) -> tuple[Snippet, ...]:
    """The replies of a published version."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path, data in files.items():
            if path.endswith(".yaml"):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)
        return tuple(one.snippet for one in read_contents(folder).snippets)


def _custom(file: TargetFile) -> Mapping[str, object]:
    return file.custom if isinstance(file.custom, dict) else {}


def is_of(path: str, pack: str) -> bool:
    """Whether `path` is a version of `pack`."""
    target = Target.parse(path)
    return target is not None and target.pack == pack


def _next_version(written: str, former: _Former) -> str:
    """The lead's own version where it is a new one, else the one in force with a higher number."""
    if written not in former.versions:
        return written
    version = former.version
    while version in former.versions:
        found = _LAST_NUMBER.search(version)
        if found is None:
            return f"{version}.1"
        version = f"{version[: found.start()]}{int(found[0]) + 1}{version[found.end() :]}"
    return version


def _with_version(files: Mapping[str, bytes], version: str) -> dict[str, bytes]:
    line = b'version: "' + version.encode() + b'"'
    manifest, count = _VERSION_LINE.subn(lambda _: line, files[MANIFEST], count=1)
    if not count:
        raise AssistError(
            say("Channel", "pack.yaml has no line that begins with “version:”."),
            say("Channel", "Write each entry of pack.yaml on a line of its own."),
        )
    return {**files, MANIFEST: manifest}


def _no_pack(folder: Path, faults: tuple[Fault, ...]) -> AssistError:
    if faults and folder.is_dir():
        first = faults[0]
        return AssistError(
            say("Channel", "{place}: {fault}", place=first.place, fault=first.message), first.hint
        )
    return AssistError(
        say("Lint", "{folder} is not a folder.", folder=folder),
        say("Lint", "Name the folder of a pack, the one that holds pack.yaml."),
    )
