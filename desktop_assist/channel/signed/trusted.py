"""A channel as a lead's computer sees it: read in full, every signature checked.

Unlike an agent's it reads on when a signature has run out, because publishing is what renews it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from desktop_assist.channel.invite import Invite, fingerprint_of
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.names import Target, is_name
from desktop_assist.channel.places import NotThere, Source, Unreachable, read_whole
from desktop_assist.errors import AssistError
from desktop_assist.text import say

LEADS = "x-leads"
WITHDRAWN = "x-withdrawn"
HISTORY = "x-history"
WRITTEN = "x-written"
NAME = "x-name"
"""Fields of ours in the signed lists; TUF keeps and signs what it does not know."""

_MOST_ROOTS = 256

Payload = TypeVar("Payload", Root, Timestamp, Snapshot, Targets)


@dataclass(frozen=True, slots=True)
class ChannelState:
    """The signed lists of a channel at one moment; `teams` by their names, in the owner's order."""

    root: Metadata[Root]
    timestamp: Metadata[Timestamp]
    snapshot: Metadata[Snapshot]
    targets: Metadata[Targets]
    teams: Mapping[str, Metadata[Targets]]

    @property
    def name(self) -> str:
        """What the owner calls the channel."""
        return str(self.root.signed.unrecognized_fields.get(NAME, ""))

    @property
    def versions(self) -> dict[str, int]:
        """The version of each list, by its role."""
        lists: dict[str, Metadata[Any]] = {
            "root": self.root,
            "timestamp": self.timestamp,
            "snapshot": self.snapshot,
            "targets": self.targets,
            **self.teams,
        }
        return {role: one.signed.version for role, one in lists.items()}

    def leads(self) -> dict[str, dict[str, str]]:
        """By key: the `name` and `team` of each lead."""
        told = self.targets.signed.unrecognized_fields.get(LEADS, {})
        return {key: dict(one) for key, one in told.items()}


def first_root(source: Source, invite: Invite, limits: Limits) -> bytes:
    """The list of keys that `invite` vouches for.

    Raises:
        AssistError: it is not there, or is another one.
    """
    try:
        data = read_whole(source, f"metadata/{invite.root_version}.root.json",
                          limits.metadata_bytes)  # fmt: skip
    except NotThere:
        raise Unreachable(
            say("Channel", "There is no channel at “{address}”.", address=invite.address),
            say("Channel", "Check the address, or ask your lead for a new invite."),
        ) from None
    if fingerprint_of(data) != invite.fingerprint:
        raise AssistError(
            say("Channel", "What lies at “{address}” is not the channel that the invite means."
                " Nothing was taken from it.", address=invite.address),
            say("Channel", "Do not use it. Ask your lead for the invite by another way, and show"
                " them this message."),
        )  # fmt: skip
    return data


def name_in(root: bytes) -> str:
    """What the owner calls the channel, by a list of keys that is proven."""
    return str(Metadata[Root].from_bytes(root).signed.unrecognized_fields.get(NAME, ""))


def read_state(source: Source, first: bytes, limits: Limits) -> ChannelState:
    """The channel at `source` as its newest signed lists say, beginning at the keys in `first`.

    Raises:
        AssistError: a list is missing or not signed by whom it must be.
    """
    reader = _Reader(source, limits)
    try:
        root = reader.newest_root(Metadata[Root].from_bytes(first))
        timestamp = reader.top("timestamp.json", "timestamp", root, Metadata[Timestamp])
        told = timestamp.signed.snapshot_meta
        data = reader.data(f"{told.version}.snapshot.json")
        told.verify_length_and_hashes(data)
        snapshot = reader.checked(data, "snapshot", root, Metadata[Snapshot])
        targets = reader.listed("targets", root, snapshot.signed.meta)
        return ChannelState(root, timestamp, snapshot, targets,
                            reader.teams(targets, snapshot.signed.meta))  # fmt: skip
    except NotThere as error:
        raise damaged(f"“{error}”") from error
    except RepositoryError as error:
        raise damaged(str(error)) from error


def newest_targets(team: str, targets: Targets) -> dict[str, tuple[Target, TargetFile]]:
    """By pack: its newest version in the list of `team`. Other teams' paths are left out."""
    newest: dict[str, tuple[Target, TargetFile]] = {}
    for path, file in targets.targets.items():
        target = Target.parse(path)
        if target is None or target.team != team:
            continue
        known = newest.get(target.pack)
        if known is None or known[0].revision < target.revision:
            newest[target.pack] = target, file
    return newest


def withdrawn_in(targets: Targets) -> dict[str, tuple[str, ...]]:
    """By pack: the ids of the replies that must vanish everywhere, also in older versions."""
    told = targets.unrecognized_fields.get(WITHDRAWN, {})
    if not isinstance(told, dict):
        return {}
    return {str(pack): tuple(map(str, ids)) for pack, ids in told.items() if isinstance(ids, list)}


@dataclass(frozen=True, slots=True)
class _Reader:
    source: Source
    limits: Limits

    def data(self, name: str) -> bytes:
        return read_whole(self.source, f"metadata/{name}", self.limits.metadata_bytes)

    def newest_root(self, root: Metadata[Root]) -> Metadata[Root]:
        root.signed.verify_delegate("root", root.signed_bytes, root.signatures)
        for version in range(root.signed.version + 1, root.signed.version + _MOST_ROOTS):
            try:
                data = self.data(f"{version}.root.json")
            except NotThere:
                break
            newer = self.checked(data, "root", root, Metadata[Root])
            newer.signed.verify_delegate("root", newer.signed_bytes, newer.signatures)
            if newer.signed.version != version:
                raise RepositoryError(f"root {version}")
            root = newer
        return root

    def top(
        self, name: str, role: str, root: Metadata[Root], kind: type[Metadata[Payload]]
    ) -> Metadata[Payload]:
        return self.checked(self.data(name), role, root, kind)

    def listed(
        self, role: str, delegator: Metadata[Root] | Metadata[Targets], meta: dict[str, MetaFile]
    ) -> Metadata[Targets]:
        told = meta.get(f"{role}.json")
        if told is None:
            raise RepositoryError(f"{role} is not listed")
        data = self.data(f"{told.version}.{role}.json")
        told.verify_length_and_hashes(data)
        found = self.checked(data, role, delegator, Metadata[Targets])
        if found.signed.version != told.version:
            raise RepositoryError(f"{role} {told.version}")
        return found

    def teams(
        self, targets: Metadata[Targets], meta: dict[str, MetaFile]
    ) -> dict[str, Metadata[Targets]]:
        return {team: self.listed(team, targets, meta) for team in team_names(targets.signed)}

    def checked(
        self,
        data: bytes,
        role: str,
        delegator: Metadata[Root] | Metadata[Targets],
        kind: type[Metadata[Payload]],
    ) -> Metadata[Payload]:
        found = kind.from_bytes(data)
        delegator.signed.verify_delegate(role, found.signed_bytes, found.signatures)
        return found


def team_names(targets: Targets) -> tuple[str, ...]:
    """The teams that the owner has let in, in the owner's order."""
    delegations = targets.delegations
    roles = delegations.roles if delegations and delegations.roles else {}
    return tuple(team for team in roles if is_name(team))


def damaged(what: str) -> AssistError:
    """The channel does not hold what its signed lists name; `what` says which."""
    return AssistError(
        say("Channel", "The channel is damaged or was changed by a stranger ({what}). Nothing was"
            " written to it, and agents keep the packs they have.", what=what),
        say("Channel", "Restore its folder from a backup, or run “channel repair” on the computer"
            " that published last."),
    )  # fmt: skip
