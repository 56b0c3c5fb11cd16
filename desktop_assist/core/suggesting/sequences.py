"""What agents usually send after a reply: learnt from their work, and by the stages of a chat."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from types import MappingProxyType

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.suggesting.suggest import Suggestion

LONGEST_PAUSE = 900.0
"""Seconds after which a reply in the same window belongs to another conversation."""
MOST_FOLLOW_UPS = 5_000
MOST_WINDOWS = 100
"""Windows whose last reply is remembered."""
HALF_LIFE = 120
"""Days after which a follow-up counts for half."""

STAGES: tuple[frozenset[str], ...] = (
    frozenset({"欢迎", "welcome"}),
    frozenset({"售前", "pre-sale", "enquiry"}),
    frozenset({"售中", "in-sale", "order"}),
    frozenset({"物流", "shipping", "delay"}),
    frozenset({"售后", "after-sale", "return", "refund"}),
    frozenset({"关怀", "care", "review"}),
)
"""The stages of a chat in the order in which a purchase goes through them, as packs name them."""

_NEXT_STAGE, _SAME_STAGE, _OTHER = 0.5, 0.25, 0.0
"""What the stages say, measured in times that the agent did it."""
_LEAST = 0.1
_MOST_POPULAR = 500
"""Entries that are looked at where nothing was learnt."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """In one conversation the entry `then` came after the entry `after`; `day` is a day number."""

    after: str
    then: str
    day: int


class Conversations:
    """Tells follow-ups from unconnected replies. What it notes is gone with the program."""

    def __init__(self, longest_pause: float = LONGEST_PAUSE) -> None:
        self._longest_pause = longest_pause
        self._last: dict[str, tuple[str, float]] = {}

    def sent(self, window: str, key: str, at: float, day: int) -> FollowUp | None:
        """Note a reply sent into `window` (any name for it) at second `at` of a steady clock.

        The follow-up that it is; None for the first reply of a conversation or the same one again.
        """
        before = self.last(window, at)
        self._last.pop(window, None)
        self._last[window] = (key, at)
        if len(self._last) > MOST_WINDOWS:
            del self._last[next(iter(self._last))]
        return FollowUp(before, key, day) if before not in ("", key) else None

    def last(self, window: str, at: float) -> str:
        """The entry sent last in the conversation that goes on in `window`; empty where none."""
        key, then = self._last.get(window, ("", 0.0))
        return key if key and 0 <= at - then <= self._longest_pause else ""

    def forget(self) -> None:
        """Forget every conversation."""
        self._last.clear()


class Sequences:
    """Suggests what comes next."""

    def __init__(
        self,
        entries: Iterable[Entry],
        follow_ups: Iterable[FollowUp],
        today: int,
        uses: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        """`today` is a day number as the follow-ups' (`date.toordinal`), `uses` count by key."""
        self._entries = {entry.key: entry for entry in entries}
        self._counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        popular: dict[str, float] = defaultdict(float, uses)
        for one in list(follow_ups)[-MOST_FOLLOW_UPS:]:
            weight = math.exp2(-max(0, today - one.day) / HALF_LIFE)
            self._counts[one.after][one.then] += weight
            popular[one.then] += weight
        known = (item for item in popular.items() if item[0] in self._entries)
        self._popular = dict(nlargest(_MOST_POPULAR, known, key=lambda item: item[1]))

    def next_after(self, key: str, limit: int = 3) -> list[Suggestion]:
        """The entries that usually follow `key`, the likeliest first.

        Learnt ones first; then, of the same pack, what agents use in the next stage of a chat. The
        score is the share of such follow-ups; `why` is the title of the entry that goes before.
        """
        before = self._entries.get(key)
        if before is None or limit <= 0:
            return []
        learnt = self._counts.get(key, {})
        whole = sum(learnt.values()) + 1
        found = [
            (self._expected(before, entry, learnt.get(entry.key, 0.0)) / whole, entry)
            for entry in self._candidates(before, learnt)
        ]
        found = [(score, entry) for score, entry in found if score * whole >= _LEAST]
        # Sorting is stable: among equals the library's order stays.
        found.sort(key=lambda one: (-one[0], -self._popular.get(one[1].key, 0.0)))
        return [
            Suggestion(entry.key, score, before.snippet.title, entry.key in learnt)
            for score, entry in found[:limit]
        ]

    def _candidates(self, before: Entry, learnt: Iterable[str]) -> Sequence[Entry]:
        known = [self._entries[key] for key in learnt if key in self._entries]
        taken = {entry.key for entry in known} | {before.key}
        popular = [self._entries[key] for key in self._popular if key not in taken]
        return [*known, *(entry for entry in popular if _are_of_one_kind(before, entry))]

    def _expected(self, before: Entry, entry: Entry, count: float) -> float:
        step = _step(before, entry)
        return count + (_NEXT_STAGE if step == 1 else _SAME_STAGE if step == 0 else _OTHER)


def _are_of_one_kind(one: Entry, other: Entry) -> bool:
    return one.pack == other.pack and one.snippet.language == other.snippet.language


def _step(before: Entry, entry: Entry) -> int | None:
    """How many stages `entry` is further on; None where a stage is unknown."""
    stages = (_stage(before), _stage(entry))
    return None if -1 in stages else stages[1] - stages[0]


def _stage(entry: Entry) -> int:
    name = (entry.snippet.stage or next(iter(entry.snippet.category), "")).strip().lower()
    return next((number for number, names in enumerate(STAGES) if name in names), -1)
