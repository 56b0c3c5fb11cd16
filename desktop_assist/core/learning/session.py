"""Which situation comes next: what is due first, then a few new ones a day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_assist.core.learning.schedule import Memory
from desktop_assist.core.learning.situation import (
    SITUATION_KINDS,
    Situation,
    SituationKind,
)

NEW_A_DAY = 10
"""New situations a day: with those that come back, a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What to practise; "" and None stand for everything."""

    kind: SituationKind | None = None
    stage: str = ""

    def holds(self, situation: Situation) -> bool:
        """Whether `situation` belongs to it."""
        fits = self.kind is None or situation.kind == self.kind
        return fits and self.stage in ("", situation.stage)


@dataclass(frozen=True, slots=True)
class Queue:
    """`now` is to be answered; `due` come back by now, `fresh` are new and still wanted today.

    `later` is when the next one comes back, where none is left now.
    """

    now: Situation | None
    due: int
    fresh: int
    later: datetime.datetime | None = None


def queue(
    wanted: Sequence[Situation],
    memories: Mapping[str, Memory],
    now: datetime.datetime,
    begun_today: int,
) -> Queue:
    """What is to be answered at `now` (UTC), when `begun_today` new ones were begun already."""
    known = [(memories[one.key].due, one) for one in wanted if one.key in memories]
    due = sorted((pair for pair in known if pair[0] <= now), key=lambda pair: pair[0])
    new = [one for one in wanted if one.key not in memories]
    fresh = min(len(new), max(NEW_A_DAY - begun_today, 0))
    if due:
        return Queue(due[0][1], len(due), fresh)
    if fresh:
        return Queue(_mixed(new, begun_today), 0, fresh)
    return Queue(None, 0, 0, min((pair[0] for pair in known), default=None))


def _mixed(new: Sequence[Situation], begun: int) -> Situation:
    """The next new one, each time of another kind, so that no day is all of one."""
    turn = begun % len(SITUATION_KINDS)
    kinds = (*SITUATION_KINDS[turn:], *SITUATION_KINDS[:turn])
    return min(new, key=lambda one: kinds.index(one.kind))
