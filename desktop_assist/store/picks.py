"""What the agent picked, kept on this computer alone, and forgotten at a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from desktop_assist.core.suggesting.picks import MOST_GRAMS, MOST_PICKS, Pick
from desktop_assist.core.suggesting.sequences import MOST_FOLLOW_UPS, FollowUp
from desktop_assist.errors import AssistError
from desktop_assist.store.journal import BoundedJournal
from desktop_assist.store.records import Record
from desktop_assist.text import Message

_LONGEST_GRAM = 50


class PickStore:
    """After what kind of message which entry was picked, and which entry went out after which.

    Kept of a message are its telling grams (see `core.suggesting.picks.Pick`), at most 5,000 picks,
    and as many follow-ups. `on_failure` hears of one that could not be written, once until one
    could be again: pasting never fails for it. What was met on opening the files is in `notices`.
    """

    def __init__(
        self,
        picks: Path,
        follow_ups: Path,
        on_failure: Callable[[AssistError], None],
        *,
        may_write: bool = True,
    ) -> None:
        """Reads both files; without `may_write` nothing is changed on the disk."""
        self._on_failure = on_failure
        self._is_failing = False
        self._picks = BoundedJournal(
            picks, MOST_PICKS, _written_pick, _read_pick, may_write=may_write
        )
        self._follow_ups = BoundedJournal(
            follow_ups,
            MOST_FOLLOW_UPS,
            _written_follow_up,
            _read_follow_up,
            may_write=may_write,
        )

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the user should know about the state of the files."""
        return (*self._picks.notices, *self._follow_ups.notices)

    @property
    def picks(self) -> Iterable[Pick]:
        """The kept picks, the oldest first."""
        return self._picks

    @property
    def follow_ups(self) -> Iterable[FollowUp]:
        """The kept follow-ups, the oldest first."""
        return self._follow_ups

    def picked(self, pick: Pick) -> None:
        """Keep `pick`; one whose message told nothing is no use and is left out."""
        if pick.grams:
            self._quietly(lambda: self._picks.append(pick))

    def followed(self, follow_up: FollowUp) -> None:
        """Keep `follow_up`."""
        self._quietly(lambda: self._follow_ups.append(follow_up))

    def forget(self, key: str = "") -> None:
        """Forget what is known of the entry `key`, or of all entries, at once.

        Raises:
            AssistError: a file could not be replaced or removed; what is in it is still known.
        """
        if key:
            self._picks.keep(lambda pick: pick.key != key)
            self._follow_ups.keep(lambda one: key not in (one.after, one.then))
        else:
            self._picks.forget()
            self._follow_ups.forget()

    def _quietly(self, save: Callable[[], None]) -> None:
        try:
            save()
        except AssistError as error:
            if not self._is_failing:
                self._on_failure(error)
            self._is_failing = True
        else:
            self._is_failing = False


def _written_pick(pick: Pick) -> Record:
    return {"grams": sorted(pick.grams), "key": pick.key, "day": pick.day}


def _read_pick(record: Record) -> Pick | None:
    match record:
        case {"grams": list(grams), "key": str(key), "day": int(day)}:
            fitting = [
                one for one in grams if isinstance(one, str) and 0 < len(one) <= _LONGEST_GRAM
            ]
            return Pick(frozenset(fitting[:MOST_GRAMS]), key, day) if fitting else None
    return None


def _written_follow_up(follow_up: FollowUp) -> Record:
    return {"after": follow_up.after, "then": follow_up.then, "day": follow_up.day}


def _read_follow_up(record: Record) -> FollowUp | None:
    match record:
        case {"after": str(after), "then": str(then), "day": int(day)}:
            return FollowUp(after, then, day)
    return None
