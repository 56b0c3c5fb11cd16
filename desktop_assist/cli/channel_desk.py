"""What every command of `channel` begins with: the channels of this data folder, and their work."""

from __future__ import annotations

import datetime
import threading

from desktop_assist.channel.joining import Channels
from desktop_assist.channel.lead_work import LeadWork
from desktop_assist.cli.desk import Desk
from desktop_assist.text import Message


def known_channels(desk: Desk) -> Channels:
    """Every channel of this data folder."""
    from desktop_assist.packs.compiled import CompiledPacks  # noqa: PLC0415  loads the schema

    compiled = CompiledPacks(desk.home.cache)
    return Channels(desk.home.channels, now, compiled.read_pack, forget=compiled.forget)


def now() -> datetime.datetime:
    """The time, with its zone."""
    return datetime.datetime.now().astimezone()


def lead_work(desk: Desk) -> LeadWork:
    """What leads and the owner do with a channel of this data folder."""
    return LeadWork(known_channels(desk))


def patiently(seconds: float) -> None:
    """Wait for another lead to end; who wants to stop presses Ctrl+C."""
    threading.Event().wait(seconds)


def tell(desk: Desk, message: Message) -> None:
    """A line in the user's language."""
    desk.console.line(desk.console.spoken(message))
