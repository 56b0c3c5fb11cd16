"""What happened each day, on this computer alone: uses of replies, and findings by family.

A month is a file. Each event appends one line, `{"day","used","characters"}` or `{"day","found"}`.
When the month is over, its lines are folded into one a day, `{"day","uses","findings"}`, and the
file gets the name of a folded one. Lines only ever add up, so that a file that was folded, is half
folded or was appended to later is read in the same way, and a crash counts nothing twice.
"""

from __future__ import annotations

import datetime
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop_assist.core.statistics.days import Day, DayReading, Days, Use
from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading, remove_unfinished, replace_file, saving
from desktop_assist.store.records import Record, line, payload
from desktop_assist.store.writer import Writer

FORMAT = 1
"""The version of the lines that are written; others are passed over."""

NAME = "day-book"
_OPEN, _FOLDED = ".jsonl", ".folded.jsonl"


class DayBook:
    """Appends what happens, and tells what each day came to. One process may write.

    `on_failure` hears of an event that could not be written: pasting never fails for it.
    """

    def __init__(
        self,
        folder: Path,
        today: datetime.date,
        writer: Writer,
        on_failure: Callable[[AssistError], None],
    ) -> None:
        """Has the months before that of `today` folded by `writer`; reads nothing itself."""
        self._folder = folder
        self._on_failure = on_failure
        self._lock = threading.Lock()
        over = [file for file in self._open_months() if file.name < _open_name(today)]
        if over:
            writer.schedule(NAME, lambda: self._fold(over))

    def used(self, key: str, day: datetime.date, characters: int) -> None:
        """Count a use of the entry `key`, in which so many `characters` went out."""
        self._append(day, {"used": key, "characters": characters})

    def found(self, families: Iterable[str], day: datetime.date) -> None:
        """Count findings of one text: `families` names the rule family of each."""
        counted = Counter(families)
        if counted:
            self._append(day, {"found": dict(counted)})

    def days(self) -> DayReading:
        """What is known of every day; a month that cannot be read costs itself alone."""
        tally, faults = _Tally(), []
        with self._lock:
            for file in sorted(self._folder.glob(f"*{_OPEN}")):
                try:
                    tally.add(_lines_of(file))
                except AssistError as error:
                    faults.append(error.message)
        return DayReading(tally.days(), tuple(faults))

    def forget(self) -> None:
        """Forget every day at once, and remove the files.

        Raises:
            AssistError: a file could not be removed; the months in the others are forgotten.
        """
        with self._lock:
            for file in sorted(self._folder.glob(f"*{_OPEN}")):
                with saving(file):
                    file.unlink(missing_ok=True)

    def _append(self, day: datetime.date, event: Record) -> None:
        record = {"format": FORMAT, "day": day.toordinal(), **event}
        folded = self._folder / f"{_month(day)}{_FOLDED}"
        try:
            with self._lock:
                file = folded if folded.exists() else self._folder / _open_name(day)
                with saving(file):
                    self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                    with file.open("ab", buffering=0) as stream:
                        # The line end in front parts it from one that a full disk cut short.
                        stream.write(b"\n" + line(record))
        except AssistError as error:
            self._on_failure(error)

    def _open_months(self) -> Iterator[Path]:
        for file in sorted(self._folder.glob(f"*{_OPEN}")):
            if not file.name.endswith(_FOLDED):
                yield file

    def _fold(self, months: Iterable[Path]) -> None:
        for file in months:
            with self._lock:
                self._fold_one(file)

    def _fold_one(self, file: Path) -> None:
        folded = file.with_name(f"{file.name.removesuffix(_OPEN)}{_FOLDED}")
        if not file.exists() or folded.exists():  # forgotten meanwhile, or not as we left it
            return
        tally = _Tally()
        tally.add(_lines_of(file))
        if tally.strange:  # what is not understood is not thrown away
            return
        with saving(file):
            remove_unfinished(file)
            replace_file(file, tally.folded())
            file.replace(folded)


class _Tally:
    """Adds up lines. `strange` counts those that are damaged or of another version."""

    def __init__(self) -> None:
        self._uses: dict[int, dict[str, Use]] = defaultdict(dict)
        self._findings: dict[int, Counter[str]] = defaultdict(Counter)
        self.strange = 0

    def add(self, lines: Iterable[bytes]) -> None:
        for text in lines:
            record = payload(text)
            if record is None or not self._take(record):
                self.strange += 1

    def days(self) -> Days:
        known = sorted({*self._uses, *self._findings})
        return {
            datetime.date.fromordinal(day): Day(
                self._uses.get(day, {}), dict(self._findings.get(day, {}))
            )
            for day in known
        }

    def folded(self) -> bytes:
        """One line a day."""
        return b"".join(
            line(
                {
                    "format": FORMAT,
                    "day": date.toordinal(),
                    "uses": {key: [use.count, use.characters] for key, use in day.uses.items()},
                    "findings": day.findings,
                }
            )
            for date, day in self.days().items()
        )

    def _take(self, record: Record) -> bool:
        """Whether `record` was understood; one that was not has changed nothing."""
        day = record.get("day")
        if record.get("format") != FORMAT or not isinstance(day, int):
            return False
        if not 0 < day <= datetime.date.max.toordinal():
            return False
        match record:
            case {"used": str(key), "characters": int(characters)}:
                self._count(day, {key: Use(1, characters)}, {})
            case {"found": dict(found)} if _are_counts(found):
                self._count(day, {}, found)
            case {"uses": dict(uses), "findings": dict(found)} if _are_counts(found):
                read = {key: _use(value) for key, value in uses.items()}
                whole = {key: use for key, use in read.items() if use is not None}
                if len(whole) < len(read):
                    return False
                self._count(day, whole, found)
            case _:
                return False
        return True

    def _count(self, day: int, uses: Mapping[str, Use], findings: Mapping[str, int]) -> None:
        if findings:
            self._findings[day].update(findings)
        known = self._uses[day]
        if not known:
            known.update(uses)
            return
        for key, use in uses.items():
            known[key] = known[key] + use if key in known else use


def _lines_of(file: Path) -> list[bytes]:
    with reading(file):
        return [text for text in file.read_bytes().split(b"\n") if text]


def _month(day: datetime.date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _open_name(day: datetime.date) -> str:
    return f"{_month(day)}{_OPEN}"


def _are_counts(found: Mapping[Any, Any]) -> bool:
    return all(isinstance(count, int) for count in found.values())


def _use(value: Any) -> Use | None:
    match value:
        case [int(count), int(characters)]:
            return Use(count, characters)
    return None
