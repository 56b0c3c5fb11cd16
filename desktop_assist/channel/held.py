"""What an agent's computer holds of a channel: one file that names the packs in force.

The packs lie beside it, each version in a folder named by the SHA-256 of its zip. Which of them
count is said by `held.json` alone, so that replacing this one file changes all of them at once.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop_assist.channel.invite import Invite
from desktop_assist.decoding import decode
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import Message, say

HELD_FORMAT = 1
SUBSCRIPTION_FORMAT = 1


class HeldPack(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a pack: `sha256` of its zip, and what its lead said of it."""

    pack: str
    team: str
    revision: int
    version: str
    title: str
    sha256: str
    folder: str
    notes: str = ""
    by: str = ""
    at: str = ""


class KeptMessage(msgspec.Struct, frozen=True):
    """A sentence as it is kept, so that it can still be said in any language."""

    context: str
    source: str
    values: dict[str, str | KeptMessage] = {}

    @classmethod
    def of(cls, message: Message) -> KeptMessage:
        """`message` with the sentences within it."""
        values = {
            name: cls.of(one) if isinstance(one, Message) else str(one)
            for name, one in message.values.items()
        }
        return cls(message.context, message.source, values)

    @property
    def message(self) -> Message:
        """The sentence that was kept."""
        values = {
            name: one.message if isinstance(one, KeptMessage) else one
            for name, one in self.values.items()
        }
        return Message(self.context, self.source, values)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """The packs in force, the versions before them, and what the last sync found.

    `left` names, by pack, the revision that the agent went back from. `good_until` is the earliest
    moment at which a signature runs out, `problem` what the last sync had to say of trouble.
    """

    format: int = HELD_FORMAT
    packs: dict[str, HeldPack] = {}
    previous: dict[str, HeldPack] = {}
    left: dict[str, int] = {}
    withdrawn: dict[str, tuple[str, ...]] = {}
    synced_at: datetime.datetime | None = None
    good_until: datetime.datetime | None = None
    problem: KeptMessage | None = None


class Subscription(msgspec.Struct, frozen=True, kw_only=True):
    """Where a channel lies and what it began with, as the invite said; `name` is the channel's."""

    format: int = SUBSCRIPTION_FORMAT
    address: str
    root_version: int
    fingerprint: str
    name: str = ""

    @property
    def invite(self) -> Invite:
        """The invite that others can use."""
        return Invite(self.address, self.root_version, self.fingerprint)


class _Marked(msgspec.Struct, frozen=True):
    """Of a subscription only what every version of the program can read."""

    format: int = SUBSCRIPTION_FORMAT


@dataclass(frozen=True, slots=True)
class ChannelFolder:
    """A subscribed channel's folder in the data folder, and the names in it."""

    path: Path

    @property
    def subscription_file(self) -> Path:
        return self.path / "subscription.json"

    @property
    def held_file(self) -> Path:
        return self.path / "held.json"

    @property
    def first_root(self) -> Path:
        """The list of keys that the invite vouches for."""
        return self.path / "first-root.json"

    @property
    def trust(self) -> Path:
        """The signed lists as they were last verified."""
        return self.path / "trust"

    @property
    def zips(self) -> Path:
        return self.path / "zips"

    @property
    def unpacked(self) -> Path:
        return self.path / "unpacked"

    @property
    def lead_key(self) -> Path:
        """There only on a lead's computer."""
        return self.path / "lead.key"

    @property
    def owner_key(self) -> Path:
        """There only on the owner's computer, and better on a stick in a drawer."""
        return self.path / "owner.key"

    @property
    def desk_file(self) -> Path:
        """What a lead's computer remembers of what it published."""
        return self.path / "desk.json"

    @property
    def copies(self) -> Path:
        """A lead's copies of what was published, for a channel that has to be repaired."""
        return self.path / "copies"

    def subscription(self) -> Subscription | None:
        """What was subscribed to; None where that is not readable."""
        try:
            return self.known_subscription()
        except AssistError:
            return None

    def known_subscription(self) -> Subscription:
        """What was subscribed to.

        Raises:
            AssistError: that is damaged, or written by a newer version of the program.
        """
        try:
            data = self.subscription_file.read_bytes()
            is_newer = decode(data, _Marked).format > SUBSCRIPTION_FORMAT
            found = None if is_newer else decode(data, Subscription)
        except (OSError, ValueError) as error:
            raise AssistError(
                say("Channel", "The subscription in “{folder}” is damaged.", folder=self.path),
                say("Channel", "Subscribe again with the invite."),
            ) from error
        if found is None:
            raise AssistError(
                say("Channel", "The channel in “{folder}” was subscribed to by a newer version of"
                    " this program. Its replies work on, but nothing new comes.",
                    folder=self.path),
                say("Channel", "Update this program on this computer."),
            )  # fmt: skip
        return found

    def subscribe(self, subscription: Subscription) -> None:
        """Remember `subscription`; raises AssistError where it cannot be saved."""
        with saving(self.subscription_file):
            replace_file(self.subscription_file, msgspec.json.encode(subscription))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else changes the packs in force within this.

        Raises:
            AssistError: someone does already.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415  of no use to who only reads packs

        self.path.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.path / "sync.lock", timeout=0):
                yield
        except Timeout:
            raise AssistError(
                say("Channel", "This channel is being synced already."),
                say("Channel", "Wait a moment."),
                FINDINGS,
            ) from None

    def held(self) -> Held:
        """What is in force; nothing where the file is missing or damaged. A sync mends it."""
        try:
            held = decode(self.held_file.read_bytes(), Held)
        except (OSError, ValueError):
            return Held()
        return held if held.format <= HELD_FORMAT else Held()

    def hold(self, held: Held) -> None:
        """Put `held` in force, at once and as a whole; raises AssistError where it cannot be."""
        with saving(self.held_file):
            replace_file(self.held_file, msgspec.json.encode(held))

    def zip_file(self, pack: HeldPack) -> Path:
        """Where the verified zip of one version lies."""
        return self.zips / f"{pack.sha256}.zip"

    def pack_folder(self, pack: HeldPack) -> Path:
        """The folder of one version of a pack, the one that holds its `pack.yaml`."""
        return self.unpacked / pack.folder / pack.pack

    def folders(self) -> tuple[Path, ...]:
        """The packs in force, each in a folder of packs of its own; in the channel's order."""
        return tuple(self.unpacked / pack.folder for pack in self.held().packs.values())


@dataclass(frozen=True, slots=True)
class ChannelStatus:
    """How a subscribed channel stands, without asking anybody."""

    folder: ChannelFolder
    subscription: Subscription
    held: Held
    now: datetime.datetime

    @property
    def is_stale(self) -> bool:
        """Whether it is no longer sure that nothing newer is hidden. The packs work on."""
        return self.held.good_until is None or self.held.good_until <= self.now

    @property
    def problem(self) -> Message | None:
        """What the last sync had to say of trouble."""
        return None if self.held.problem is None else self.held.problem.message

    @property
    def message(self) -> Message:
        """One line for the tray."""
        name = self.subscription.name or self.subscription.address
        if self.problem is not None:
            return say("Channel", "{name}: {problem}", name=name, problem=self.problem)
        if self.held.synced_at is None:
            return say("Channel", "{name}: not fetched yet.", name=name)
        if self.is_stale:
            return say("Channel", "{name}: the packs may be out of date.", name=name)
        minutes = int((self.now - self.held.synced_at).total_seconds() // 60)
        return say("Channel", "{name}: {count} packs, looked for news {minutes} minutes ago.",
                   name=name, count=len(self.held.packs), minutes=max(minutes, 0))  # fmt: skip


def channel_folders(channels: Path) -> tuple[ChannelFolder, ...]:
    """The channels subscribed to, in `channels` of the data folder."""
    if not channels.is_dir():
        return ()
    found = (ChannelFolder(one) for one in sorted(channels.iterdir()))
    return tuple(one for one in found if one.subscription_file.is_file())


def synced_packs(channels: Path) -> tuple[Path, ...]:
    """Every folder of packs that the channels put in force, for whoever reads packs."""
    return tuple(folder for channel in channel_folders(channels) for folder in channel.folders())


def statuses(channels: Path, now: datetime.datetime) -> tuple[ChannelStatus, ...]:
    """How each channel stands at `now`."""
    return tuple(
        ChannelStatus(folder, subscription, folder.held(), now)
        for folder in channel_folders(channels)
        if (subscription := folder.subscription()) is not None
    )


def unreadable(channels: Path) -> tuple[AssistError, ...]:
    """Why channels that `statuses` cannot tell of are not readable."""
    problems = []
    for folder in channel_folders(channels):
        try:
            folder.known_subscription()
        except AssistError as error:
            problems.append(error)
    return tuple(problems)
