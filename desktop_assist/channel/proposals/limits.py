"""What may come in through a channel's inbox, where anybody with the invite can put something."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_assist.channel.set_limits import read_limits


@dataclass(frozen=True, slots=True)
class InboxLimits:
    """Bounds for what others have written; the first three can be set for a computer.

    `file_bytes` is one file, `proposals` and `reports` how many of them are looked at, `name` and
    `note` code points, `counts` the replies in one report, `count` the most uses of one reply in a
    week, `weeks` how far back reports of use are sent.
    """

    file_bytes: int = 200_000
    proposals: int = 1_000
    reports: int = 50_000
    name: int = 60
    note: int = 2_000
    counts: int = 5_000
    count: int = 100_000
    weeks: int = 8


def known_inbox_limits(channels: Path) -> InboxLimits:
    """Those that were set on this computer, see `channel.set_limits.read_limits`."""
    limits = read_limits(channels)
    return InboxLimits(limits.letter_bytes, limits.letters, limits.reports)
