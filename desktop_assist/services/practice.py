"""A practice session: the customer says something, the learner answers, it comes back in time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.learning.lesson import Lesson
from desktop_assist.core.learning.progress import Attempt, Day
from desktop_assist.core.learning.rubric import Criterion, Mark, marks, proposed_rating
from desktop_assist.core.learning.schedule import Memory, Rating, Schedule
from desktop_assist.core.learning.session import NEW_A_DAY, Choice, Queue, queue
from desktop_assist.core.learning.situation import Situation, Voiced, same_code, voiced


class Progress(Protocol):
    """See `store.progress.ProgressStore`."""

    @property
    def memories(self) -> Mapping[str, Memory]: ...
    def day(self, day: datetime.date) -> Day: ...
    def last(self, situation: str) -> Attempt | None: ...
    def draft(self, situation: str) -> str: ...
    def keep(self, attempt: Attempt, memory: Memory, day: datetime.date) -> None: ...
    def keep_draft(self, situation: str, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is to be said of an answer. `proposed` is how it went, for the learner to confirm.

    A code has neither marks nor findings; it is known or it is not.
    """

    answer: str
    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...]
    proposed: Rating

    @property
    def met(self) -> frozenset[Criterion]:
        """The criteria that the rubric saw."""
        return frozenset(one.criterion for one in self.marks if one.is_met)


class Practice:
    """Knows which situation is in front and what comes after it."""

    def __init__(
        self,
        progress: Progress,
        check: Callable[[str], Sequence[Finding]],
        now: Callable[[], datetime.datetime],
    ) -> None:
        """`now` tells the time with the learner's own zone."""
        self._progress = progress
        self._check = check
        self._now = now
        self._all: tuple[Situation, ...] = ()
        self._tempers: tuple[Lesson, ...] = ()
        self._choice = Choice()
        self._passed: frozenset[str] = frozenset()
        self._more = 0
        self.current: Situation | None = None
        self.queue = Queue(None, 0, 0)

    def show(self, situations: Iterable[Situation], tempers: Iterable[Lesson]) -> None:
        """Practise these from now on; the situation in front stays where it is among them."""
        self._all, self._tempers = tuple(situations), tuple(tempers)
        before = self.current.key if self.current else ""
        self._look(next((one for one in self._all if one.key == before), None))

    def choose(self, choice: Choice) -> None:
        """Practise only what `choice` holds."""
        self._choice = choice
        self._passed = frozenset()
        kept = self.current if self.current and choice.holds(self.current) else None
        self._look(kept)

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages that there is something to practise of, in the order of appearance."""
        return tuple(dict.fromkeys(one.stage for one in self._all if one.stage))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of everything that could be practised."""
        return tuple(one.key for one in self._all)

    @property
    def voiced(self) -> Voiced:
        """What the customer says now; a situation is in front."""
        situation = self._in_front()
        last = self._progress.last(situation.key)
        # The minute of the last meeting is as good as a count of meetings, and is kept anyway.
        turn = 0 if last is None else 1 + int(last.at.timestamp()) // 60
        return voiced(situation, self._tempers, turn)

    @property
    def last(self) -> Attempt | None:
        """The last answer to what is in front."""
        return self._progress.last(self._in_front().key)

    @property
    def draft(self) -> str:
        """What was written to what is in front and not handed in."""
        return self._progress.draft(self._in_front().key)

    def keep_draft(self, text: str) -> None:
        """Keep what is written so far.

        Raises:
            AssistError: it could not be saved.
        """
        if self.current is not None:
            self._progress.keep_draft(self.current.key, text)

    def go_to(self, key: str) -> bool:
        """Put the situation of `key` in front, whether it is due or not; tell if there is one."""
        found = next((one for one in self._all if one.key == key), None)
        if found is not None:
            self._look(found)
        return found is not None

    def pass_over(self) -> None:
        """Leave what is in front for another time; nothing is counted."""
        if self.current is not None:
            self._passed |= {self.current.key}
        self._look(None)

    def want_more(self) -> None:
        """Begin more new situations today than the day's number."""
        self._more += NEW_A_DAY
        self._passed = frozenset()
        self._look(None)

    def look_again(self) -> None:
        """Time has passed: something may be due."""
        self._look(self.current)

    def hand_in(self, answer: str) -> Feedback:
        """What is to be said of `answer` to what is in front. Nothing is kept before `rate`."""
        situation = self._in_front()
        if situation.kind == "code":
            known = same_code(answer, situation.code)
            return Feedback(answer, (), (), "good" if known else "again")
        found = marks(answer)
        findings = tuple(self._check(answer))
        seen = frozenset(one.criterion for one in found if one.is_met)
        return Feedback(answer, found, findings, proposed_rating(seen, findings))

    def comes_back(self, rating: Rating) -> datetime.timedelta:
        """In what time the situation in front comes back when it is rated so."""
        now = self._now().astimezone(datetime.UTC)
        before = self._progress.memories.get(self._in_front().key)
        return self._schedule.after(before, rating, now).due - now

    def rate(self, feedback: Feedback, met: frozenset[Criterion], rating: Rating) -> None:
        """Keep the answer with what the learner says it had, and go on to the next situation.

        Raises:
            AssistError: it could not be saved; the situation stays in front.
        """
        situation = self._in_front()
        moment = self._now()
        now = moment.astimezone(datetime.UTC)
        before = self._progress.memories.get(situation.key)
        attempt = Attempt(
            situation=situation.key,
            kind=situation.kind,
            at=now,
            rating=rating,
            answer=feedback.answer,
            met=met,
            findings=len(feedback.findings),
        )
        memory = self._schedule.after(before, rating, now)
        self._progress.keep(attempt, memory, moment.date())
        self._look(None)

    @cached_property
    def _schedule(self) -> Schedule:
        return Schedule()

    def _in_front(self) -> Situation:
        if self.current is None:
            raise LookupError("no situation is in front")
        return self.current

    def _look(self, keep: Situation | None) -> None:
        moment = self._now()
        wanted = [
            one for one in self._all if self._choice.holds(one) and one.key not in self._passed
        ]
        self.queue = queue(
            wanted,
            self._progress.memories,
            moment.astimezone(datetime.UTC),
            self._progress.day(moment.date()).begun - self._more,
        )
        self.current = keep or self.queue.now
