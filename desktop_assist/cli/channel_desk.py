"""What every command of `channel` begins with: the channels of this data folder, and the key."""

from __future__ import annotations

import datetime
import threading
from typing import TYPE_CHECKING

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.joining import Channels
from desktop_assist.cli.desk import Desk
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.channel.signed.desk_access import Access
    from desktop_assist.channel.signed.keys import KeyFile


def known_channels(desk: Desk) -> Channels:
    """Every channel of this data folder."""
    from desktop_assist.packs.compiled import CompiledPacks  # noqa: PLC0415  loads the schema

    compiled = CompiledPacks(desk.home.cache)
    return Channels(desk.home.channels, now, compiled.read_pack, forget=compiled.forget)


def now() -> datetime.datetime:
    """The time, with its zone."""
    return datetime.datetime.now().astimezone()


def lead_access(desk: Desk, name: str) -> Access:
    """The channel called `name`, opened with this computer's key to publish.

    Raises:
        AssistError: see `Channels.chosen` and `Channels.access`, or there is no such key.
    """
    channels = known_channels(desk)
    folder = channels.chosen(name)
    return channels.access(folder, lead_key(folder), threading.Event().wait)


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


def tell(desk: Desk, message: Message) -> None:
    """A line in the user's language."""
    desk.console.line(desk.console.spoken(message))
