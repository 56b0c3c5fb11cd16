"""How a computer comes to a channel and works with it; windows and commands share this."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.channel.held import ChannelFolder, Subscription, channel_folders
from desktop_assist.channel.invite import Invite
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.local_history import LocalHistory
from desktop_assist.channel.places import open_place, open_source
from desktop_assist.channel.set_limits import read_limits
from desktop_assist.channel.unpacking import Unpacker
from desktop_assist.errors import AssistError
from desktop_assist.packs.folders import PackReading
from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import say

# What checks signatures is heavy, and comes with the first sync.
if TYPE_CHECKING:
    from desktop_assist.channel.signed.desk_access import Access
    from desktop_assist.channel.signed.keys import KeyFile
    from desktop_assist.channel.signed.subscriber import Subscriber, SyncResult

SYNC_EVERY = datetime.timedelta(minutes=15)

Clock = Callable[[], datetime.datetime]


def next_sync(chance: float) -> datetime.timedelta:
    """How long to rest before the next sync: a fifth more or less by `chance` from 0 to 1.

    So computers that were started together do not ask together.
    """
    return SYNC_EVERY * (0.8 + 0.4 * chance)


def _keeps_nothing(_folder: Path) -> None:
    """There is nothing to forget."""


@dataclass(frozen=True, slots=True)
class Channels:
    """Every channel of one data folder. `clock` has a zone.

    `read_pack` reads a pack's folder, and `forget` drops what it has kept of one that vanishes:
    both are those of `CompiledPacks`, or `read_pack` alone, which keeps nothing. Where there are
    no `limits` those count that were set in the folder.
    """

    folder: Path
    clock: Clock
    read_pack: Callable[[Path], PackReading]
    limits: Limits | None = None
    forget: Callable[[Path], object] = _keeps_nothing

    def subscribe(self, text: str) -> ChannelFolder:
        """Take the channel of an invite, once its list of keys is proven to be the one meant.

        Subscribing again is harmless. No pack is fetched yet.

        Raises:
            AssistError: the text is no invite, the channel cannot be reached, or is another one.
        """
        invite = Invite.parse(text)
        from desktop_assist.channel.signed.trusted import first_root, name_in  # noqa: PLC0415  heavy

        limits = self.known_limits()
        source = open_source(invite.address, limits)
        try:
            root = first_root(source, invite, limits)
        finally:
            source.close()
        return self.settle(invite, name_in(root), root)

    def take_key(self, file: Path) -> ChannelFolder:
        """Take the channel of a lead's key file, and keep the key to publish with.

        Raises:
            AssistError: as `subscribe`, or the file is no key.
        """
        from desktop_assist.channel.signed.keys import read_key_file, write_key_file  # noqa: PLC0415  heavy

        key = read_key_file(file)
        folder = self.subscribe(str(key.invite))
        write_key_file(folder.lead_key if key.kind == "lead" else folder.owner_key, key)
        return folder

    def chosen(self, name: str = "") -> ChannelFolder:
        """The channel called `name`, or the only one there is.

        Raises:
            AssistError: there is none, or `name` is needed.
        """
        found = channel_folders(self.folder)
        known = {folder: folder.subscription() for folder in found}
        wanted = [
            folder
            for folder, one in known.items()
            if not name or name == folder.path.name or (one is not None and one.name == name)
        ]
        if len(wanted) == 1:
            return wanted[0]
        names = ", ".join(one.name or one.address for one in known.values() if one is not None)
        if not found:
            raise AssistError(
                say("Channel", "This computer knows no channel yet."),
                say("Channel", "Take one with: desktop-assist channel subscribe INVITE"),
            )
        raise AssistError(
            say("Channel", "It is not clear which channel is meant."),
            say("Channel", "Name one with --channel: {names}.", names=names),
        )

    def subscriber(self, folder: ChannelFolder) -> Subscriber:
        """What keeps the packs of `folder` up to date.

        Raises:
            AssistError: the subscription is damaged, or a driver is missing.
        """
        from desktop_assist.channel.signed.subscriber import Subscriber  # noqa: PLC0415  heavy

        limits = self.known_limits()
        source = open_source(folder.known_subscription().address, limits)
        unpacker = Unpacker(folder, self.read_pack, self.forget, limits)
        return Subscriber(source, self.clock, unpacker)

    def sync(self, *, thorough: bool = False) -> tuple[tuple[ChannelFolder, SyncResult], ...]:
        """Sync every channel; for a background thread. Trouble with one costs only its own news.

        A `thorough` one first compares the packs on this computer with what was verified.
        """
        return tuple(
            (folder, self._sync(folder, thorough=thorough))
            for folder in channel_folders(self.folder)
        )

    def _sync(self, folder: ChannelFolder, *, thorough: bool) -> SyncResult:
        from desktop_assist.channel.signed.subscriber import SyncResult  # noqa: PLC0415  heavy

        try:
            subscriber = self.subscriber(folder)
            return subscriber.sync(subscriber.mend() if thorough else frozenset())
        except AssistError as error:
            return SyncResult(problems=(error,))

    def renew(self, folder: ChannelFolder, wait: Callable[[float], object]) -> bool:
        """On a lead's computer: sign anew what runs out soon; whether it was needed.

        Raises:
            AssistError: the channel cannot be written.
        """
        if not folder.lead_key.is_file():
            return False
        from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  heavy
        from desktop_assist.channel.signed.publisher import Publisher  # noqa: PLC0415  heavy

        publisher = Publisher(self.access(folder, read_key_file(folder.lead_key), wait))
        if not publisher.is_due():
            return False
        publisher.renew()
        return True

    def access(
        self,
        folder: ChannelFolder,
        key: KeyFile,
        wait: Callable[[float], object],
        password: str = "",
    ) -> Access:
        """The channel of `folder` opened for writing with `key`.

        Raises:
            AssistError: the key does not open, or the place cannot be written.
        """
        from desktop_assist.channel.signed.desk_access import Access  # noqa: PLC0415  heavy
        from desktop_assist.channel.signed.keys import signing_key  # noqa: PLC0415  heavy

        signing, limits = signing_key(key, password), self.known_limits()
        return Access(folder, open_place(key.place, limits), signing, self.clock, wait, limits)

    def history(self, folder: ChannelFolder) -> LocalHistory:
        """The versions that this computer holds."""
        return LocalHistory(folder, self.read_pack)

    def leave(self, folder: ChannelFolder, *, keys: bool = False) -> None:
        """Forget a channel and remove its packs; what people wrote themselves stays.

        Counts of use that were sent are deleted first: afterwards nobody could.

        Raises:
            AssistError: a key to publish with lies there and `keys` is not said, a sync runs, or
                counts that were sent cannot be deleted now.
        """
        if not keys and (folder.lead_key.exists() or folder.owner_key.exists()):
            raise AssistError(
                say("Channel", "A key to publish with is kept with this channel. Nothing was"
                    " removed."),
                say("Channel", "Copy “{folder}” elsewhere first if you may need the key again,"
                    " then leave the channel with its keys.", folder=folder.path),
            )  # fmt: skip
        from desktop_assist.channel.proposals.usage import UsageReports  # noqa: PLC0415  only here

        reports = UsageReports(folder, self.clock)
        if reports.is_agreed:
            reports.withdraw()
        with folder.alone(), saving(folder.path):
            folder.subscription_file.unlink(missing_ok=True)
            for pack in folder.unpacked.glob("*/*"):
                self.forget(pack)
        # A file that is open elsewhere may stay; without its subscription it is no channel.
        shutil.rmtree(folder.path, ignore_errors=True)

    def known_limits(self) -> Limits:
        """What counts here; raises AssistError where it was set and cannot be read."""
        return self.limits or read_limits(self.folder)

    def settle(self, invite: Invite, name: str, root: bytes) -> ChannelFolder:
        """Remember a channel whose list of keys, `root`, is proven; raises as `subscribe`."""
        folder = ChannelFolder(self.folder / invite.slug)
        with saving(folder.path):
            folder.path.mkdir(parents=True, exist_ok=True)
            replace_file(folder.first_root, root)
        folder.subscribe(
            Subscription(
                address=invite.address,
                root_version=invite.root_version,
                fingerprint=invite.fingerprint,
                name=name,
            )
        )
        return folder
