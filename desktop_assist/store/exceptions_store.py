"""What the agent called “not a problem”: the overlay of exceptions to the checker's rules."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tinydb import TinyDB

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.language.folding import fold
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.text import Message

TABLE = "exceptions"
EXCEPTION_FORMAT = 1

Phrase = tuple[str, str]
"""A rule's id and a wording as the checker folds it."""


@dataclass(frozen=True, slots=True)
class TaughtException:
    """A wording with which one rule is to find no fault. `text` is as the agent wrote it."""

    rule: str
    family: str
    text: str
    day: datetime.date

    @property
    def phrase(self) -> Phrase:
        return self.rule, fold(self.text).text


def phrase_of(finding: Finding) -> Phrase:
    """What an exception must be about to cover `finding`."""
    return finding.rule, fold(finding.text).text


class ExceptionsStore:
    """The exceptions, in memory and on the disk; a record of a later version stays untouched.

    Every change is on the disk when its method returns; where one raises AssistError, nothing has
    changed.
    """

    def __init__(self, storage: AtomicStorage, today: Callable[[], datetime.date]) -> None:
        """Reads `storage`.

        Raises:
            AssistError: it cannot be read.
        """
        self._storage = storage
        self._today = today
        self._table = TinyDB(storage=lambda: storage).table(TABLE)
        self._kept = {one.phrase: (one, number) for one, number in self._read()}

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the user should know about the state of the file."""
        return tuple(self._storage.notices)

    def all(self) -> list[TaughtException]:
        """Every exception, in the order of teaching."""
        return [one for one, _number in self._kept.values()]

    def teach(self, finding: Finding) -> None:
        """Find no fault any more where `finding`'s rule meets its wording.

        Raises:
            AssistError: it could not be saved.
        """
        taught = TaughtException(finding.rule, finding.family, finding.text, self._today())
        if taught.phrase not in self._kept:
            number = self._table.insert(_record(taught))
            self._kept[taught.phrase] = taught, number

    def forget(self, phrase: Phrase) -> None:
        """Take an exception back; one that is not there is no fault.

        Raises:
            AssistError: it could not be saved.
        """
        if phrase in self._kept:
            self._table.remove(doc_ids=[self._kept[phrase][1]])
            del self._kept[phrase]

    def _read(self) -> Iterator[tuple[TaughtException, int]]:
        for record in self._table.all():
            values = [record.get(name) for name in ("rule", "family", "text", "day")]
            words = [value for value in values if isinstance(value, str)]
            day = _day(words[-1]) if len(words) == len(values) else None
            if day is not None and record.get("format") == EXCEPTION_FORMAT:
                yield TaughtException(words[0], words[1], words[2], day), record.doc_id


def _record(taught: TaughtException) -> dict[str, object]:
    return {
        "format": EXCEPTION_FORMAT,
        "rule": taught.rule,
        "family": taught.family,
        "text": taught.text,
        "day": taught.day.isoformat(),
    }


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
