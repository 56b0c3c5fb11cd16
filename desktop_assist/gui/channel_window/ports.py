"""What the window asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.channel.joining import Channels
from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Library
from desktop_assist.core.statistics.days import Days
from desktop_assist.gui.finder import Worker


@dataclass(frozen=True, slots=True)
class ChannelPorts:
    """`find` is the wording checker and runs on the worker's thread.

    `background` is a worker of the window's own: a server that answers slowly must not hold up
    the program's other work. `library` and `days` (what was used when) are asked for on the GUI
    thread. `name` is the agent's, `packs` the folder where packs of one's own usually lie.
    """

    channels: Channels
    background: Worker
    find: Callable[[str], list[Finding]]
    library: Callable[[], Library]
    days: Callable[[], Days]
    name: Callable[[], str]
    packs: Path
