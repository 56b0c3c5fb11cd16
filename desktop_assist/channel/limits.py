"""What a channel may cost: sizes, counts and times. Every one can be set."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for what comes from outside; beyond one of them the download is given up.

    Seconds are for a whole file, however slowly it drips. `ratio` is unpacked bytes for one packed
    byte, `depth` the parts of a file's path within a pack, `name_length` the UTF-8
    bytes of one of them.
    """

    connect_seconds: float = 10
    metadata_seconds: float = 30
    pack_seconds: float = 300
    metadata_bytes: int = 5_000_000
    pack_bytes: int = 200_000_000
    unpacked_bytes: int = 400_000_000
    files: int = 5_000
    depth: int = 4
    ratio: int = 200
    name_length: int = 200
    teams: int = 200
    packs: int = 1_000


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """For how long signatures hold. When one has run out, agents keep their packs and are told.

    The owner signs `root` and `teams`, a lead `pack_list` (the team's packs) and, with every
    publish, `freshness`: how long an agent may believe that nothing newer is hidden.
    """

    root: datetime.timedelta = datetime.timedelta(days=1095)
    teams: datetime.timedelta = datetime.timedelta(days=730)
    pack_list: datetime.timedelta = datetime.timedelta(days=365)
    freshness: datetime.timedelta = datetime.timedelta(days=45)


DEFAULT_LIMITS = Limits()
DEFAULT_LIFETIMES = Lifetimes()
