"""When a situation is to come back: spaced repetition by the FSRS model (library `fsrs`)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Literal, get_args

Rating = Literal["again", "hard", "good", "easy"]
RATINGS: tuple[Rating, ...] = get_args(Rating)

RETENTION = 0.9
"""The chance of still knowing something at which it comes back; FSRS's own default."""


@dataclass(frozen=True, slots=True)
class Memory:
    """How well one thing is known. Times are in UTC; `stability` is in days.

    `state` is FSRS's (1 learning, 2 review, 3 relearning), `step` its place within learning.
    """

    due: datetime.datetime
    last_review: datetime.datetime
    state: int
    stability: float
    difficulty: float
    step: int | None = None


class Schedule:
    """Tells how a memory changes with an answer. Holds no memories itself."""

    def __init__(self) -> None:
        from fsrs import Card, Rating, Scheduler, State  # noqa: PLC0415  only for who practises

        self._card: Any = Card
        self._state: Any = State
        self._rating: Any = Rating
        # Without fuzz the same answers lead to the same days.
        self._scheduler = Scheduler(desired_retention=RETENTION, enable_fuzzing=False)

    def after(self, memory: Memory | None, rating: Rating, now: datetime.datetime) -> Memory:
        """The memory after an answer `now` (aware, in UTC); None where it is the first answer."""
        number = RATINGS.index(rating) + 1
        card, _log = self._scheduler.review_card(
            self._as_card(memory, now), self._rating(number), review_datetime=now
        )
        return Memory(
            due=card.due,
            last_review=now,
            state=int(card.state),
            stability=card.stability or 0.0,
            difficulty=card.difficulty or 0.0,
            step=card.step,
        )

    def recall(self, memory: Memory, now: datetime.datetime) -> float:
        """The chance, 0 to 1, that it is still known."""
        card = self._as_card(memory, now)
        return float(self._scheduler.get_card_retrievability(card, current_datetime=now))

    def _as_card(self, memory: Memory | None, now: datetime.datetime) -> Any:
        # A number of its own: without one the library waits a millisecond to find one.
        if memory is None:
            return self._card(card_id=1, due=now)
        return self._card(
            card_id=1,
            state=self._state(memory.state),
            step=memory.step,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=memory.due,
            last_review=memory.last_review,
        )
