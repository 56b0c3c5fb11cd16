"""What an invite or a key file leads to, looked at before anything of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.invite import Invite
from desktop_assist.channel.joining import Channels
from desktop_assist.channel.places import open_source
from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading
from desktop_assist.text import say

# What checks signatures is heavy, and comes with the first offer.
if TYPE_CHECKING:
    from desktop_assist.channel.signed.keys import KeyFile
    from desktop_assist.channel.signed.subscriber import SyncResult
    from desktop_assist.channel.signed.trusted import ChannelState

_MOST_BYTES = 100_000
"""An invite is a line and a key file a page; more is something else, and is not read."""


@dataclass(frozen=True, slots=True)
class OfferedPack:
    """A pack that the channel holds now."""

    title: str
    version: str
    team: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A channel whose list of keys is proven to be the one that the invite means.

    `root` is that list, `leads` are names and teams. `key` is a key file's, None for an invite;
    `replaced` is the name on the key that it would take the place of, "" for none.
    """

    invite: Invite
    root: bytes
    name: str
    leads: tuple[tuple[str, str], ...]
    packs: tuple[OfferedPack, ...]
    key: KeyFile | None = None
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """Looks at offers and takes them; for a background thread."""

    channels: Channels

    def of_text(self, text: str) -> Offer:
        """What the invite in `text` leads to.

        Raises:
            AssistError: it is no invite, or the channel cannot be reached or is another one.
        """
        return self._look(Invite.parse(text), None)

    def of_file(self, file: Path) -> Offer:
        """What a key file, or a text file with an invite, leads to; raises as `of_text`."""
        text = _text_of(file)
        if not text.lstrip().startswith("{"):
            return self.of_text(text)
        from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  loads TUF

        key = read_key_file(file)
        return self._look(key.invite, key)

    def take(self, offer: Offer) -> tuple[ChannelFolder, SyncResult]:
        """Trust the channel from now on, keep the key that came with it, and fetch its packs.

        Raises:
            AssistError: it cannot be kept.
        """
        folder = self.channels.settle(offer.invite, offer.name, offer.root)
        if offer.key is not None:
            from desktop_assist.channel.signed.keys import write_key_file  # noqa: PLC0415  as above

            write_key_file(_place(folder, offer.key), offer.key)
        return folder, self.channels.subscriber(folder).sync()

    def _look(self, invite: Invite, key: KeyFile | None) -> Offer:
        from desktop_assist.channel.signed.trusted import (  # noqa: PLC0415  loads TUF
            first_root,
            read_state,
        )

        source = open_source(invite.address, self.channels.known_limits())
        try:
            root = first_root(source, invite, self.channels.known_limits())
            state = read_state(source, root, self.channels.known_limits())
        finally:
            source.close()
        leads = tuple((one["name"], one["team"]) for one in state.leads().values())
        replaced = "" if key is None else self._replaced(invite, key)
        return Offer(invite, root, state.name, leads, _packs(state), key, replaced)

    def _replaced(self, invite: Invite, key: KeyFile) -> str:
        from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  as above

        file = _place(ChannelFolder(self.channels.folder / invite.slug), key)
        present = read_key_file(file) if file.is_file() else key
        return "" if present.private_key == key.private_key else f"{present.name} ({present.team})"


def _place(folder: ChannelFolder, key: KeyFile) -> Path:
    return folder.lead_key if key.kind == "lead" else folder.owner_key


def _packs(state: ChannelState) -> tuple[OfferedPack, ...]:
    from desktop_assist.channel.signed.trusted import newest_targets  # noqa: PLC0415  loads TUF

    found = []
    for team, listed in state.teams.items():
        for target, file in newest_targets(team, listed.signed).values():
            told = file.custom if isinstance(file.custom, dict) else {}
            title, version = str(told.get("title", target.pack)), str(told.get("version", ""))
            found.append(OfferedPack(title, version, team))
    return tuple(found)


def _text_of(file: Path) -> str:
    with reading(file), file.open("rb") as stream:
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise _foreign(file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _foreign(file) from error


def _foreign(file: Path) -> AssistError:
    return AssistError(
        say("ChannelWindow", "“{file}” is no invite and no key file.", file=file.name),
        say("ChannelWindow", "Choose the file that your team lead sent you."),
    )
