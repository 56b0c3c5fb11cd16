"""Signs the next state of a channel and writes it so that a kill at any moment leaves a whole one.

Agents follow `timestamp.json` alone. Everything that it will lead to is written before it, under
names that nothing refers to yet; a changed list of keys comes last, and the lists are signed by a
key that the old keys and the new ones trust.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from desktop_assist.channel.limits import Lifetimes
from desktop_assist.channel.places import Place
from desktop_assist.channel.signed.keys import SigningKey
from desktop_assist.channel.signed.trusted import WRITTEN, ChannelState, Payload


@dataclass(frozen=True, slots=True)
class Next:
    """What changes: a new list of keys, the owner's list, teams' lists; and new files by path.

    Each version is one above the one in force, or above the one in `beyond` (by role) where agents
    have seen the channel further on. The versions that stand in the payloads are ignored, but for
    the root's.
    """

    root: Root | None = None
    targets: Targets | None = None
    teams: Mapping[str, Targets] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    beyond: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Writer:
    """Signs with `keys` at the time `now`; `last_look` is called before agents can see anything."""

    place: Place
    keys: Sequence[SigningKey]
    now: datetime.datetime
    lifetimes: Lifetimes
    last_look: Callable[[], None]

    def write(self, old: ChannelState, new: Next) -> ChannelState:
        """Put `new` in force, and give the state that agents see from then on.

        Raises:
            AssistError: the place refuses. What agents see is the old state or the new one.
        """
        for path, data in new.files.items():
            self.place.write(f"targets/{path}", data)
        meta = dict(old.snapshot.signed.meta)
        changed: dict[str, Targets] = dict(new.teams)
        if new.targets is not None:
            changed["targets"] = new.targets
        signed = {
            role: self._list(role, payload, meta, new.beyond) for role, payload in changed.items()
        }
        snapshot = self._snapshot(old, meta, new.beyond)
        timestamp = self._timestamp(old, snapshot, new.beyond)
        root = old.root if new.root is None else self._root(new.root)
        teams = {team: signed.get(team, known) for team, known in old.teams.items()}
        teams |= {team: one for team, one in signed.items() if team != "targets"}
        return ChannelState(root, timestamp, snapshot, signed.get("targets", old.targets), teams)

    def _list(
        self, role: str, payload: Targets, meta: dict[str, MetaFile], beyond: Mapping[str, int]
    ) -> Metadata[Targets]:
        known = meta.get(f"{role}.json")
        payload.version = max(known.version if known else 0, beyond.get(role, 0)) + 1
        owners = role == "targets"
        payload.expires = self._in(self.lifetimes.teams if owners else self.lifetimes.pack_list)
        metadata = self._signed(payload)
        meta[f"{role}.json"] = self._put(f"{payload.version}.{role}.json", metadata)
        return metadata

    def _snapshot(
        self, old: ChannelState, meta: dict[str, MetaFile], beyond: Mapping[str, int]
    ) -> Metadata[Snapshot]:
        snapshot = Snapshot(meta=meta, expires=self._in(self.lifetimes.freshness))
        snapshot.version = max(old.snapshot.signed.version, beyond.get("snapshot", 0)) + 1
        return self._signed(snapshot)

    def _timestamp(
        self, old: ChannelState, snapshot: Metadata[Snapshot], beyond: Mapping[str, int]
    ) -> Metadata[Timestamp]:
        self._put(f"{snapshot.signed.version}.snapshot.json", snapshot)
        timestamp = Timestamp(
            # Without hash and length: the same keys sign both lists, and this one is asked for
            # every few minutes by everybody.
            snapshot_meta=MetaFile(snapshot.signed.version),
            expires=self._in(self.lifetimes.freshness),
            unrecognized_fields={WRITTEN: self.now.strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
        timestamp.version = max(old.timestamp.signed.version, beyond.get("timestamp", 0)) + 1
        metadata = self._signed(timestamp)
        self.last_look()
        self._put("timestamp.json", metadata)
        return metadata

    def _root(self, root: Root) -> Metadata[Root]:
        root.expires = self._in(self.lifetimes.root)
        metadata = self._signed(root)
        self._put(f"{root.version}.root.json", metadata)
        return metadata

    def _in(self, span: datetime.timedelta) -> datetime.datetime:
        return self.now.astimezone(datetime.UTC).replace(microsecond=0) + span

    def _signed(self, payload: Payload) -> Metadata[Payload]:
        metadata = Metadata(payload)
        for key in self.keys:
            metadata.sign(key.signer, append=True)
        return metadata

    def _put(self, name: str, metadata: Metadata[Payload]) -> MetaFile:
        data = as_bytes(metadata)
        self.place.write(f"metadata/{name}", data)
        return MetaFile.from_data(metadata.signed.version, data, ["sha256"])


def as_bytes(metadata: Metadata[Payload]) -> bytes:
    """A signed list as it is written; what was read from us gives the same bytes again."""
    return metadata.to_bytes(JSONSerializer(compact=True))
