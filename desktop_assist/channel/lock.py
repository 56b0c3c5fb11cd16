"""One lead publishes at a time: a file at the channel's place says who."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Callable
from types import TracebackType
from typing import Self

import msgspec

from desktop_assist.channel.places import NotThere, Place, Unreachable, read_whole
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError
from desktop_assist.text import say

LOCK = "publishing.lock"
ABANDONED = datetime.timedelta(minutes=10)
"""After this a lock is taken over: no publish lasts so long, and a killed one leaves it behind."""

_STEP = 0.5
_MOST_BYTES = 10_000


class _Lock(msgspec.Struct, frozen=True):
    token: str
    who: str
    since: datetime.datetime


class PublishingLock:
    """Held within `with`. Entering waits, at most `patience` seconds, for another lead to finish.

    Args:
        place: the channel.
        who: the name that another lead would be shown.
        clock: the time, with its zone.
        wait: lets some seconds pass.
        patience: seconds.

    Raises:
        AssistError: someone else publishes for longer than that.
    """

    def __init__(
        self,
        place: Place,
        who: str,
        clock: Callable[[], datetime.datetime],
        wait: Callable[[float], object],
        patience: float = 30,
    ) -> None:
        self._place = place
        self._clock = clock
        self._wait = wait
        self._patience = patience
        self._mine = _Lock(secrets.token_hex(16), who, clock())

    def __enter__(self) -> Self:
        waited = 0.0
        while not self._place.create(LOCK, msgspec.json.encode(self._mine)):
            other = self._other()
            if other is not None and self._is_abandoned(other):
                self._break(other)
            elif waited >= self._patience:
                raise self._busy(other)
            else:
                self._wait(_STEP)
                waited += _STEP
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_mine():
            self._place.remove(LOCK)

    def check(self) -> None:
        """See that nobody has taken the lock over; raises AssistError where someone has."""
        if not self._is_mine():
            raise AssistError(
                say("Channel", "Someone else began to publish meanwhile. Nothing of yours was"
                    " published, and nothing was lost."),
                say("Channel", "Publish again."),
            )  # fmt: skip

    def _is_mine(self) -> bool:
        other = self._other()
        return other is not None and other.token == self._mine.token

    def _other(self) -> _Lock | None:
        """The lock that lies there; None for none, and for one that is being written."""
        try:
            return decode(read_whole(self._place, LOCK, _MOST_BYTES), _Lock)
        except (NotThere, Unreachable, ValueError):
            return None

    def _is_abandoned(self, other: _Lock) -> bool:
        return abs(self._clock() - other.since) > ABANDONED

    def _break(self, stale: _Lock) -> None:
        # Looked at again: another lead may have taken it over since.
        if self._other() == stale:
            self._place.remove(LOCK)

    def _busy(self, other: _Lock | None) -> AssistError:
        who, since = ("?", "?") if other is None else (other.who, f"{other.since:%H:%M}")
        return AssistError(
            say("Channel", "{who} has been publishing since {since}. Nothing of yours was"
                " published, and nothing was lost.", who=who, since=since),
            say("Channel", "Try again in a few minutes. If nobody publishes, remove “{lock}” from"
                " the channel's folder.", lock=LOCK),
        )  # fmt: skip
