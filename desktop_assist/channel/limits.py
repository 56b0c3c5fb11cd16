"""What a channel may cost: sizes, counts and times. Every one can be set."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated

import msgspec

Seconds = Annotated[float, msgspec.Meta(ge=1, le=86_400)]
Bytes = Annotated[int, msgspec.Meta(ge=10_000, le=100_000_000_000)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for what comes from outside; beyond one of them the download is given up.

    Seconds are for a whole file, however slowly it drips. `ratio` is unpacked bytes for one packed
    byte, `depth` the parts of a file's path within a pack, `name_length` the UTF-8
    bytes of one of them. What agents put into the inbox may have `letter_bytes` a file; so many
    `letters` and `reports` are looked at. The last three are for leads: how many `versions` of each
    pack a publish leaves in the channel, how many lines a pack's `history` has, and how many
    characters a lead may write of one publish (`notes`).
    """

    connect_seconds: Seconds = 10
    metadata_seconds: Seconds = 30
    pack_seconds: Seconds = 300
    metadata_bytes: Bytes = 5_000_000
    pack_bytes: Bytes = 200_000_000
    unpacked_bytes: Bytes = 400_000_000
    files: Count = 5_000
    depth: Annotated[int, msgspec.Meta(ge=2, le=30)] = 4
    ratio: Count = 200
    name_length: Annotated[int, msgspec.Meta(ge=10, le=255)] = 200
    teams: Count = 200
    packs: Count = 1_000
    letter_bytes: Bytes = 200_000
    letters: Count = 1_000
    reports: Count = 50_000
    versions: Annotated[int, msgspec.Meta(ge=2, le=1_000)] = 20
    history: Annotated[int, msgspec.Meta(ge=2, le=10_000)] = 500
    notes: Annotated[int, msgspec.Meta(ge=10, le=10_000)] = 1_000


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
