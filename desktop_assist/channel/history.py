"""What was published of a pack, version by version.

Agents fetch their team's signed list with every publish and need no version but the newest, so
that all older ones stand in a file of their own, which the list vouches for and only leads read.
"""

from __future__ import annotations

from typing import Annotated, Protocol

import msgspec

from desktop_assist.channel.changes import PackChange
from desktop_assist.channel.names import Target
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say

HISTORY_FORMAT = 1

Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A(?:[0-9a-f]{64})?\Z")]
_Revision = Annotated[int, msgspec.Meta(ge=1, le=999_999_999)]


class PackVersion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One version of a pack, as its lead published it.

    `new`, `changed` and `gone` count replies against the version before; None where that is not
    known. `restores` names the version that this one brought back, `overruled` the rules that were
    set aside for the reason `why`. `sha256` and `length` (in bytes) are those of its zip; both are
    empty once the zip is no longer kept.
    """

    pack: str
    revision: _Revision
    version: str
    title: str
    by: str = ""
    at: str = ""
    notes: str = ""
    new: int | None = None
    changed: int | None = None
    gone: int | None = None
    restores: str = ""
    overruled: tuple[str, ...] = ()
    why: str = ""
    sha256: Sha256 = ""
    length: int = 0

    @property
    def is_kept(self) -> bool:
        """Whether its content can still be had."""
        return bool(self.sha256)

    def stored(self, team: str) -> str:
        """Where its zip lies in the channel, below `targets/`."""
        return Target(team, self.pack, self.revision).stored(self.sha256)


class HistoryFile(msgspec.Struct, frozen=True, kw_only=True):
    """The versions of a pack as they lie in the channel, the newest first."""

    format: int = HISTORY_FORMAT
    versions: tuple[PackVersion, ...] = ()


class PackHistory(Protocol):
    """A lead's history, read from the channel, or an agent's, read from the own computer."""

    def versions(self, pack: str) -> tuple[PackVersion, ...]:
        """Every version that is known, the newest first.

        Raises:
            AssistError: there is no such pack, or its history cannot be read.
        """

    def differences(self, pack: str, before: str, after: str) -> PackChange:
        """What the version `after` has otherwise than the version `before`.

        Raises:
            AssistError: as `versions`, or one of the two is unknown or no longer kept.
        """


def named(versions: tuple[PackVersion, ...], pack: str, version: str) -> PackVersion:
    """The one of `versions` that is called `version`, with its content.

    Raises:
        AssistError: there is none, or its content is no longer kept.
    """
    found = next((one for one in versions if one.version == version), None)
    if found is not None and found.is_kept:
        return found
    kept = ", ".join(one.version for one in versions if one.is_kept) or "–"
    if found is None:
        what = say("Channel", "“{pack}” has no version “{version}”.", pack=pack, version=version)
    else:
        what = say("Channel", "Version {version} of “{pack}” is too old: its content is no longer"
                   " kept.", version=version, pack=pack)  # fmt: skip
    raise AssistError(what, say("Channel", "Choose one of: {versions}.", versions=kept), FINDINGS)


def trimmed(
    versions: tuple[PackVersion, ...], kept: int, lines: int
) -> tuple[tuple[PackVersion, ...], tuple[PackVersion, ...]]:
    """`versions` with the content of the newest `kept` and at most so many `lines`.

    Gives the versions to write down, and those whose zips nothing needs any more.
    """
    old = tuple(one for one in versions[kept:] if one.is_kept)
    without = (msgspec.structs.replace(one, sha256="", length=0) for one in versions[kept:])
    return (*versions[:kept], *without)[:lines], old
