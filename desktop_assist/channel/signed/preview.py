"""A pack looked at before it is published: sound, in good words, and how it differs."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from desktop_assist.channel.changes import ChangedSnippet, compared
from desktop_assist.channel.history import named
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.names import Target, is_name
from desktop_assist.channel.pack_zip import pack_files, write_files
from desktop_assist.channel.signed.histories import Histories
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

    `folder` is the lead's own, None where `restores` names an older version to bring back. `base`
    is the revision that it would follow, 0 for a new pack; `faults` and `blocking` findings stand
    in the way, `left_out` are files that do not travel. `rival` names who published the base, where
    this computer has not seen it before.
    """

    folder: Path | None
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
    restores: str = ""


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

    histories: Histories
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
        manifest = _publishable(contents, folder)
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

    def restored(self, pack: str, version: str, state: ChannelState) -> Preview:
        """An older version of `pack` beside the one in force.

        Raises:
            AssistError: as `preview`, or there is no such version any more.
        """
        listed = state.teams[self.histories.team].signed
        wanted = named(self.histories.known(pack, listed), pack, version)
        with _as_folder(self.histories.files(wanted)) as folder:
            found = self.preview(folder, state)
        return replace(
            found,
            folder=None,
            restores=version,
            faults=tuple(replace(one, file=one.file.relative_to(folder)) for one in found.faults),
            blocking=tuple(
                replace(one, file=one.file.relative_to(folder)) for one in found.blocking
            ),
        )

    def _former(self, pack: str, state: ChannelState) -> _Former:
        listed = state.teams[self.histories.team].signed
        versions = self.histories.of(pack, listed)
        if not versions:
            return _Former()
        last = versions[0]
        known = _Former(
            revision=last.revision,
            version=last.version,
            versions=frozenset(one.version for one in versions),
        )
        if pack not in newest_targets(self.histories.team, listed):
            return known  # withdrawn: whatever comes now is new to agents
        files = self.histories.files(last)
        return replace(known, by=last.by, files=files, snippets=snippets_in(files))

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
    texts = {path: data for path, data in files.items() if path.endswith(".yaml")}
    with _as_folder(texts) as folder:
        return tuple(one.snippet for one in read_contents(folder).snippets)


@contextmanager
def _as_folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with `files` for as long as they are looked at."""
    with tempfile.TemporaryDirectory() as scratch:
        write_files(Path(scratch), files)
        yield Path(scratch)


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


def _publishable(contents: Contents, folder: Path) -> Manifest:
    manifest = contents.manifest
    if manifest is None:
        raise _no_pack(folder, contents.faults)
    if not is_name(manifest.id):
        raise AssistError(
            say("Channel", "A pack with the id “{id}” cannot be published.", id=manifest.id),
            say("Channel", "Give it another id in pack.yaml: at most 63 signs, no hyphen at the"
                " end, and no name that Windows keeps for itself."),
        )  # fmt: skip
    return manifest


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
