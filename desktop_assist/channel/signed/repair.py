"""Brings a channel that was restored from a backup past what agents have seen already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Targets

from desktop_assist.channel.names import Target
from desktop_assist.channel.places import NotThere, Unreachable, read_whole
from desktop_assist.channel.signed.desk_access import Access
from desktop_assist.channel.signed.histories import Histories
from desktop_assist.channel.signed.trusted import ChannelState, team_names
from desktop_assist.channel.signed.writing import Next
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

LEAP = 1_000
"""Versions are raised by this: other leads may have published what was not seen here."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Repairs with `access.key`: a lead's own team, or with the owner's key every team."""

    access: Access

    def repair(self) -> Message:
        """Put back what this computer has copies of, and publish forward beyond the lost state.

        Packs whose zips are gone and were not published here are taken from the list.

        Raises:
            AssistError: the channel cannot be read even with the copies, or another team's list
                went back and this key may not sign it.
        """
        with self.access.locked() as lock:
            self._put_back()
            state = self.access.state_as_it_is()
            seen = self.access.memory.desk().seen
            targets = self._newest("targets", state.targets) if self._is_owner(state) else None
            teams = dict(self._teams(state, targets, seen))
            lost = [path for team, listed in teams.items() for path in self._missing(listed, team)]
            for team, listed in teams.items():
                for path in lost:
                    listed.targets.pop(path, None)
                Histories(self.access.place, team, self.access.limits).forget_lost(listed)
            beyond = {role: version + LEAP for role, version in _highest(state, seen).items()}
            self.access.write(lock, state, Next(targets=targets, teams=teams, beyond=beyond))
        if lost:
            return say("Channel", "The channel is repaired. These packs are lost and must be"
                       " published again: {packs}.", packs=", ".join(sorted(lost)))  # fmt: skip
        return say("Channel", "The channel is repaired. Agents take it with their next sync.")

    def _put_back(self) -> None:
        """Copies of what is missing, and of lists newer than the restored ones."""
        newer = self._copies_are_newer()
        for path, file in self.access.memory.copies():
            if path == "metadata/timestamp.json":
                continue
            if newer or path.startswith("targets/") or path.endswith(".root.json"):
                data = file.read_bytes()
                if not self._is_there(path, data):
                    self.access.place.write(path, data)
        last = self.access.folder.copies / "metadata" / "timestamp.json"
        if newer and last.is_file():
            self.access.place.write("metadata/timestamp.json", last.read_bytes())

    def _copies_are_newer(self) -> bool:
        last = self.access.folder.copies / "metadata" / "timestamp.json"
        if not last.is_file():
            return False
        try:
            present = read_whole(self.access.place, "metadata/timestamp.json", 100_000)
            version = Metadata.from_bytes(present).signed.version
        except (NotThere, RepositoryError):
            return True
        return bool(Metadata.from_bytes(last.read_bytes()).signed.version > version)

    def _is_there(self, path: str, data: bytes) -> bool:
        try:
            return read_whole(self.access.place, path, len(data)) == data
        except (NotThere, Unreachable):
            return False

    def _teams(
        self, state: ChannelState, targets: Targets | None, seen: Mapping[str, int]
    ) -> Iterator[tuple[str, Targets]]:
        """The lists that this key may sign, each as new as the channel or the copies have it."""
        owners = targets or state.targets.signed
        for team in team_names(owners):
            present = state.teams.get(team)
            if self.access.key.key_id in owners.get_delegated_role(team).keyids:
                yield team, self._newest(team, present)
            elif present is not None and present.signed.version < seen.get(team, 0):
                raise AssistError(
                    say("Channel", "The list of the team “{team}” went back as well, and this key"
                        " may not sign it. Nothing agents see was changed.", team=team),
                    say("Channel", "Let the owner repair the channel with the owner's key."),
                )  # fmt: skip

    def _newest(self, role: str, present: Metadata[Targets] | None) -> Targets:
        found = [] if present is None else [present.signed]
        for path, file in self.access.memory.copies():
            if path.startswith("metadata/") and path.endswith(f".{role}.json"):
                found.append(Metadata[Targets].from_bytes(file.read_bytes()).signed)
        return max(found, key=lambda one: one.version, default=Targets())

    def _missing(self, listed: Targets, team: str) -> Iterator[str]:
        for path, file in listed.targets.items():
            target = Target.parse(path)
            if target is None or target.team != team:
                yield path
                continue
            try:
                stored = f"targets/{target.stored(file.hashes['sha256'])}"
                file.verify_length_and_hashes(read_whole(self.access.place, stored, file.length))
            except (NotThere, RepositoryError, Unreachable):
                yield path

    def _is_owner(self, state: ChannelState) -> bool:
        return self.access.key.key_id in state.root.signed.roles["targets"].keyids


def _highest(state: ChannelState, seen: Mapping[str, int]) -> dict[str, int]:
    versions = state.versions
    return {role: max(versions.get(role, 0), seen.get(role, 0)) for role in {*versions, *seen}}
