"""What leads and the owner do with a channel; windows and commands share this.

Each takes its time, for a background thread. Whatever writes does so as a whole or not at all; see
`channel.signed`. A `wait` lets so many seconds pass, and raises where the work is to turn back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.joining import Channels
from desktop_assist.channel.names import check_team
from desktop_assist.channel.places import open_place, open_source
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.wording import Find
from desktop_assist.store.files import reading
from desktop_assist.text import Message, say

# What checks and makes signatures is heavy, and comes with the first piece of work.
if TYPE_CHECKING:
    from desktop_assist.channel.changes import PackChange
    from desktop_assist.channel.proposals.lead_desk import LeadDesk
    from desktop_assist.channel.signed.desk_access import Access
    from desktop_assist.channel.signed.keys import KeyFile
    from desktop_assist.channel.signed.lead_history import LeadHistory
    from desktop_assist.channel.signed.owner import Owner
    from desktop_assist.channel.signed.preview import Preview
    from desktop_assist.channel.signed.publisher import Publisher


Wait = Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Founding:
    """A channel to make; see `NewChannel`.

    The owner's key goes to `key_file`, or beside the channel's data on this computer.
    """

    name: str
    team: str
    lead: str
    place: str
    address: str
    key_file: Path | None = None
    password: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """A channel that was made: where the owner's key lies, and the invite for agents."""

    folder: ChannelFolder
    key_file: Path
    invite: str


@dataclass(frozen=True, slots=True)
class OwnersKey:
    """Where the owner's key lies, and what opens it."""

    file: Path
    password: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Who may publish: names and teams. `me` is who this computer publishes as, or empty."""

    leads: tuple[tuple[str, str], ...]
    me: tuple[str, str]


@dataclass(frozen=True, slots=True)
class LeadWork:
    """The four verbs and what follows from them, each for the channel of `folder`."""

    channels: Channels

    def found(self, new: Founding) -> Founded:
        """Make a channel, keep its keys, and make this computer its first lead's.

        Raises:
            AssistError: see `owner.create`; or a key file stands where the owner's is to go.
        """
        from desktop_assist.channel.signed import owner  # noqa: PLC0415  loads TUF
        from desktop_assist.channel.signed.keys import write_key_file  # noqa: PLC0415  as above

        check_team(new.team)
        if new.key_file is not None:
            refuse_taken(new.key_file)
        self.channels.folder.mkdir(parents=True, exist_ok=True)
        wanted = owner.NewChannel(new.name, new.team, new.lead, new.place, new.address)
        made = owner.create(
            wanted, open_place(new.place), self.channels.clock(), password=new.password
        )
        folder = self.channels.settle(made.invite, new.name, made.root)
        write_key_file(folder.lead_key, made.lead)
        key_file = new.key_file or folder.owner_key
        write_key_file(key_file, made.owner)
        return Founded(folder, key_file, str(made.invite))

    def people(self, folder: ChannelFolder) -> People:
        """Who may publish, as the channel says now. It takes no key to know.

        Raises:
            AssistError: the channel cannot be read.
        """
        from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  loads TUF
        from desktop_assist.channel.signed.trusted import read_state  # noqa: PLC0415  as above

        subscription = folder.known_subscription()
        source = open_source(subscription.address, self.channels.known_limits())
        try:
            with reading(folder.first_root):
                first = folder.first_root.read_bytes()
            state = read_state(source, first, self.channels.known_limits())
        finally:
            source.close()
        leads = tuple((one["name"], one["team"]) for one in state.leads().values())
        if not folder.lead_key.is_file():
            return People(leads, ("", ""))
        key = read_key_file(folder.lead_key)
        return People(leads, (key.name, key.team))

    def invite(
        self, folder: ChannelFolder, key: OwnersKey, name: str, team: str, out: Path, wait: Wait
    ) -> Path:
        """Let a lead in; their key file is `out`. Raises as `Owner.invite`, before or whole."""
        refuse_taken(out)
        given = self._owner(folder, key, wait).invite(name, team)
        return _handed_over(given, out)

    def renew_lead(
        self, folder: ChannelFolder, key: OwnersKey, name: str, out: Path, wait: Wait
    ) -> Path:
        """Give a lead a new key in `out`; the old one counts no more. Raises as `Owner` does."""
        refuse_taken(out)
        given = self._owner(folder, key, wait).replace_lead(name)
        assert given is not None  # noqa: S101  None only for a lead who is removed
        return _handed_over(given, out)

    def remove_lead(self, folder: ChannelFolder, key: OwnersKey, name: str, wait: Wait) -> None:
        """The key of a lead counts no more; raises as `Owner.replace_lead`."""
        self._owner(folder, key, wait).replace_lead(name, remove=True)

    def renew_owner(
        self, folder: ChannelFolder, key: OwnersKey, out: Path, password: str, wait: Wait
    ) -> Path:
        """A new owner's key in `out`, which may be the file of the old; raises as `Owner` does."""
        from desktop_assist.channel.signed.keys import write_key_file  # noqa: PLC0415  loads TUF

        owner = self._owner(folder, key, wait)
        fresh, kept = owner.fresh(password), out.with_name(f"{out.name}.new")
        # Both keys are on the disk while the channel passes from one to the other.
        write_key_file(kept, fresh)
        owner.replace_owner(fresh, password)
        kept.replace(out)
        return out

    def previews(
        self, folder: ChannelFolder, packs: Sequence[Path], find: Find, wait: Wait
    ) -> list[Preview]:
        """What publishing `packs` would do; raises as `Publisher.previews`."""
        publisher = self.publisher(folder, wait)
        found = []
        for pack in packs:
            wait(0)
            found += publisher.previews([pack], find)
        return found

    def rollback(
        self, folder: ChannelFolder, pack: str, version: str, find: Find, wait: Wait
    ) -> Preview:
        """What bringing an old version back would do; raises as `Publisher.rollback_preview`."""
        return self.publisher(folder, wait).rollback_preview(pack, version, find)

    def publish(
        self,
        folder: ChannelFolder,
        previews: Sequence[Preview],
        notes: str,
        reason: str,
        *,
        over: bool,
        wait: Wait,
    ) -> tuple[PackChange, ...]:
        """Publish what was looked at; for `reason` and `over` see `Words`.

        Raises:
            AssistError: as `Publisher.publish`.
        """
        from desktop_assist.channel.signed.publisher import Words  # noqa: PLC0415  loads TUF

        return self.publisher(folder, wait).publish(previews, Words(notes, reason, over))

    def history(self, folder: ChannelFolder, wait: Wait) -> LeadHistory:
        """Every version that was published; raises as `access`."""
        from desktop_assist.channel.signed.lead_history import LeadHistory  # noqa: PLC0415  as above

        return LeadHistory(self.access(folder, wait))

    def replies(self, folder: ChannelFolder, pack: str, wait: Wait) -> tuple[Snippet, ...]:
        """The replies of a pack's newest version; raises as `LeadHistory.versions`."""
        from desktop_assist.channel.signed.histories import Histories  # noqa: PLC0415  loads TUF
        from desktop_assist.channel.signed.preview import snippets_in  # noqa: PLC0415  as above

        access = self.access(folder, wait)
        newest = self.history(folder, wait).versions(pack)[0]
        return snippets_in(Histories(access.place, access.key.team, access.limits).files(newest))

    def withdraw(self, folder: ChannelFolder, names: Sequence[str], wait: Wait) -> None:
        """Take back packs, and replies as `pack/id`; raises as `Publisher.withdraw`."""
        self.publisher(folder, wait).withdraw(names)

    def desk(self, folder: ChannelFolder, find: Find) -> LeadDesk:
        """What agents have sent to the channel's leads; raises as `open_lead_desk`."""
        from desktop_assist.channel.proposals.lead_desk import open_lead_desk  # noqa: PLC0415  as above

        return open_lead_desk(folder, find, self.channels.clock)

    def repair(self, folder: ChannelFolder, wait: Wait, key: OwnersKey | None = None) -> Message:
        """Bring a channel that was restored from a backup forward; raises as `Repair.repair`.

        It is done with this computer's key to publish, or with the owner's `key`.
        """
        from desktop_assist.channel.signed.repair import Repair  # noqa: PLC0415  loads TUF

        if key is None:
            return Repair(self.access(folder, wait)).repair()
        return Repair(self._owners_access(folder, key, wait)).repair()

    def publisher(self, folder: ChannelFolder, wait: Wait) -> Publisher:
        """What publishes with this computer's key."""
        from desktop_assist.channel.signed.publisher import Publisher  # noqa: PLC0415  loads TUF

        return Publisher(self.access(folder, wait))

    def access(self, folder: ChannelFolder, wait: Wait) -> Access:
        """The channel opened with this computer's key to publish.

        Raises:
            AssistError: as `Channels.access`, or there is no such key.
        """
        return self.channels.access(folder, lead_key(folder), wait)

    def _owner(self, folder: ChannelFolder, key: OwnersKey, wait: Wait) -> Owner:
        from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  loads TUF
        from desktop_assist.channel.signed.owner import Owner  # noqa: PLC0415  as above

        return Owner(self._owners_access(folder, key, wait), read_key_file(key.file))

    def _owners_access(self, folder: ChannelFolder, key: OwnersKey, wait: Wait) -> Access:
        from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  loads TUF

        return self.channels.access(folder, read_key_file(key.file), wait, key.password)


def lead_key(folder: ChannelFolder) -> KeyFile:
    """The key that this computer publishes with; raises AssistError where it has none."""
    from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  loads TUF

    if not folder.lead_key.is_file():
        raise AssistError(
            say("Channel", "This computer has no key to publish with. Nothing was published."),
            say("Channel", "Ask the channel's owner for a key file, and take it with:"
                " desktop-assist channel subscribe FILE"),
        )  # fmt: skip
    return read_key_file(folder.lead_key)


def refuse_taken(file: Path) -> None:
    """See that a key file can be written to `file` before anything is changed.

    Raises:
        AssistError: something stands there, or its folder does not.
    """
    if file.exists() or not file.absolute().parent.is_dir():
        raise AssistError(
            say("Channel", "The key file cannot be written to “{file}”. Nothing was changed.",
                file=file),
            say("Channel", "Choose another place or name, on the command line by --out or"
                " --owner-key; a key file that is there is never replaced."),
        )  # fmt: skip


def _handed_over(key: KeyFile, out: Path) -> Path:
    from desktop_assist.channel.signed.keys import write_key_file  # noqa: PLC0415  loads TUF

    write_key_file(out, key)
    return out
