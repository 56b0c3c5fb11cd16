"""A channel opened for writing: read under the lock, compared with what was seen before."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from desktop_assist.channel.desk import DeskFolder
from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.limits import DEFAULT_LIFETIMES, DEFAULT_LIMITS, Lifetimes, Limits
from desktop_assist.channel.lock import PublishingLock
from desktop_assist.channel.places import Place
from desktop_assist.channel.signed.histories import Histories
from desktop_assist.channel.signed.keys import SigningKey
from desktop_assist.channel.signed.trusted import ChannelState, newest_targets, read_state
from desktop_assist.channel.signed.writing import Next, Writer, as_bytes
from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading
from desktop_assist.text import say

KEPT_LISTS = 20
"""How many versions of a signed list stay in the channel, for agents that are reading just now."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who writes to which channel: `folder` is its folder on this computer, `key` signs.

    `wait` lets some seconds pass while another lead publishes.
    """

    folder: ChannelFolder
    place: Place
    key: SigningKey
    clock: Callable[[], datetime.datetime]
    wait: Callable[[float], object]
    limits: Limits = DEFAULT_LIMITS
    lifetimes: Lifetimes = DEFAULT_LIFETIMES

    @property
    def memory(self) -> DeskFolder:
        """What this computer remembers of the channel."""
        return DeskFolder(self.folder)

    def state(self) -> ChannelState:
        """The channel as it is now.

        Raises:
            AssistError: it cannot be read, is damaged, or is older than what was seen here.
        """
        state = self.state_as_it_is()
        self._check_age(state)
        return state

    def state_as_it_is(self) -> ChannelState:
        """As `state`, however old the channel is."""
        with reading(self.folder.first_root):
            first = self.folder.first_root.read_bytes()
        return read_state(self.place, first, self.limits)

    @contextmanager
    def locked(self) -> Iterator[PublishingLock]:
        """Nobody else publishes within this."""
        with PublishingLock(self.place, self.key.name, self.clock, self.wait) as lock:
            yield lock

    def write(
        self,
        lock: PublishingLock,
        state: ChannelState,
        new: Next,
        sent: Mapping[str, int] | None = None,
        keys: Sequence[SigningKey] = (),
    ) -> None:
        """Put `new` in force and remember it; signed by `keys`, or by this key where none is given.

        Raises:
            AssistError: see `Writer.write`.
        """
        signers = keys or (self.key,)
        writer = Writer(self.place, signers, self.clock(), self.lifetimes, lock.check)
        state = writer.write(state, new)
        self.memory.remember(state.versions, sent or {})
        lists = {f"metadata/{name}": data for name, data in named_lists(state)}
        files = {f"targets/{path}": data for path, data in new.files.items()}
        self.memory.copy({**lists, **files})
        self.memory.keep_only(frozenset({*lists, *self._listed_paths(state)}))
        for role, version in state.versions.items():
            if role != "root" and version > KEPT_LISTS:
                self.place.remove(f"metadata/{version - KEPT_LISTS}.{role}.json")

    def _listed_paths(self, state: ChannelState) -> Iterator[str]:
        """Where the zips of all newest versions lie in the channel, and all histories."""
        for team, listed in state.teams.items():
            for target, file in newest_targets(team, listed.signed).values():
                yield f"targets/{target.stored(file.hashes['sha256'])}"
            for path in Histories(self.place, team, self.limits).paths(listed.signed):
                yield f"targets/{path}"

    def _check_age(self, state: ChannelState) -> None:
        seen = self.memory.desk().seen
        older = [role for role, version in state.versions.items() if version < seen.get(role, 0)]
        if older:
            raise AssistError(
                say("Channel", "The channel is older than what this computer has seen ({lists}):"
                    " it may have been restored from a backup. Nothing was written, and agents keep"
                    " the packs they have.", lists=", ".join(older)),
                say("Channel", "If it was restored, run: desktop-assist channel repair. If not,"
                    " find out who put the old files there."),
            )  # fmt: skip


def named_lists(state: ChannelState) -> Iterator[tuple[str, bytes]]:
    """The signed lists of `state` by their file names, the one that leads to all others last."""
    yield f"{state.root.signed.version}.root.json", as_bytes(state.root)
    yield f"{state.targets.signed.version}.targets.json", as_bytes(state.targets)
    for team, listed in state.teams.items():
        yield f"{listed.signed.version}.{team}.json", as_bytes(listed)
    yield f"{state.snapshot.signed.version}.snapshot.json", as_bytes(state.snapshot)
    yield "timestamp.json", as_bytes(state.timestamp)
