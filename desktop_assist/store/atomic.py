"""TinyDB's storage as it must be for what people wrote: whole at every moment, and repairable.

TinyDB's own JSONStorage writes in place: a kill in mid-write leaves an unreadable file.
"""

from __future__ import annotations

import contextlib
import datetime
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading, remove_unfinished, replace_file, saving
from desktop_assist.store.records import FILE_FORMAT, Recovered, Tables, decoded, encoded
from desktop_assist.text import Message, say

GENERATIONS = 5
"""How many days of backups are kept; at most one is made a day."""


class AtomicStorage(Storage):
    """One file of records with backups beside it in `backups/`.

    The file is read once; afterwards memory answers. Only one process may write: the one that
    holds the instance's lock. Reading and writing raise AssistError where the system refuses, or
    where a newer program wrote the file; the file is then as it was.

    With `may_write` off nothing on the disk is touched: what is damaged is repaired in memory
    only, so that another process may hold the lock meanwhile.
    """

    def __init__(
        self, file: Path, today: Callable[[], datetime.date], *, may_write: bool = True
    ) -> None:
        self.file = file
        self._may_write = may_write
        self.notices: list[Message] = []
        """What was repaired while reading, for the user."""
        self._today = today
        self._tables: Tables | None = None
        self._is_read = False

    def read(self) -> Tables | None:
        """Every table, or None if nothing was ever saved."""
        if not self._is_read:
            self._tables = self._load()
            self._is_read = True
        return None if self._tables is None else _copied(self._tables)

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Replace the file by `data`; it is on the disk when this returns."""
        if not self._may_write:
            raise io.UnsupportedOperation(f"{self.file} was opened for reading only")
        self.read()  # what lies there must be understood and repaired before it is replaced
        self._back_up()
        with saving(self.file):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            remove_unfinished(self.file)
            replace_file(self.file, encoded(data))
        self._tables = _copied(data)

    def forget_backups(self) -> None:
        """Remove every backup, for what its owner wants forgotten; the file itself stays.

        Raises:
            AssistError: one could not be removed.
        """
        for backup in self._backups():
            with saving(backup):
                backup.unlink(missing_ok=True)

    def _load(self) -> Tables | None:
        with reading(self.file):
            data = self.file.read_bytes() if self.file.exists() else None
        if data is None:
            return self._restored_whole()
        recovered = self._understood(data)
        if not recovered.is_whole:
            return self._repaired(recovered)
        self._back_up()
        return recovered.tables

    def _understood(self, data: bytes) -> Recovered:
        recovered = decoded(data)
        if recovered.format > FILE_FORMAT:
            raise AssistError(
                say(
                    "Store",
                    "“{file}” was written by a newer version of this program."
                    " Nothing in it was changed.",
                    file=self.file,
                ),
                say("Store", "Update the program, or choose another data folder with --home."),
            )
        return recovered

    def _restored_whole(self) -> Tables | None:
        day, backup = self._newest_backup()
        if not backup:
            return None
        self._save_repaired(backup)
        self.notices.append(
            say(
                "Store",
                "“{file}” was missing and was restored from the backup of {day}.",
                file=self.file,
                day=day,
            )
        )
        return backup

    def _repaired(self, recovered: Recovered) -> Tables:
        """The whole records of the damaged file, and from the newest backup those it lost."""
        day, backup = self._newest_backup()
        tables = _copied(recovered.tables)
        restored = 0
        for name, rows in backup.items():
            for key, row in rows.items():
                wanted = recovered.listed is None or (name, key) in recovered.listed
                if wanted and key not in tables.setdefault(name, {}):
                    tables[name][key] = row
                    restored += 1
        kept = len(recovered.names)
        lost = len(recovered.listed) - kept - restored if recovered.listed is not None else None
        place = self._set_aside() if self._may_write else self.file
        self._save_repaired(tables)
        self.notices.append(_repair_notice(self.file, place, kept, restored, lost, day))
        return tables

    def _set_aside(self) -> Path:
        number = 1
        while (place := self.file.with_name(f"{self.file.name}.damaged-{number}")).exists():
            number += 1
        with saving(place):
            replace_file(place, self.file.read_bytes())
        return place

    def _save_repaired(self, tables: Tables) -> None:
        if not self._may_write:
            return
        with saving(self.file):
            replace_file(self.file, encoded(tables))

    def _backups(self) -> list[Path]:
        """The newest first."""
        pattern = f"{self.file.name}.????-??-??"
        return sorted((self.file.parent / "backups").glob(pattern), reverse=True)

    def _newest_backup(self) -> tuple[str, Tables]:
        """The day and the tables of the newest backup that is whole; empty if there is none."""
        for backup in self._backups():
            with reading(backup):
                recovered = decoded(backup.read_bytes())
            if recovered.is_whole:
                return backup.suffix.removeprefix("."), recovered.tables
        return "", {}

    def _back_up(self) -> None:
        place = self.file.parent / "backups" / f"{self.file.name}.{self._today().isoformat()}"
        # Without a backup, saving what the user writes now still comes first.
        with contextlib.suppress(OSError):
            if not self._may_write or place.exists() or not self.file.exists():
                return
            place.parent.mkdir(exist_ok=True)
            replace_file(place, self.file.read_bytes())
            for old in self._backups()[GENERATIONS:]:
                old.unlink()


def _repair_notice(
    file: Path, place: Path, kept: int, restored: int, lost: int | None, day: str
) -> Message:
    result = say(
        "Store", "“{file}” was damaged. {kept} entries in it were whole.", file=file, kept=kept
    )
    if restored:
        result = say(
            "Store",
            "{result} {restored} came from the backup of {day}.",
            result=result,
            restored=restored,
            day=day,
        )
    if lost:
        result = say("Store", "{result} {lost} could not be found again.", result=result, lost=lost)
    return say(
        "Store", "{result} The damaged file is kept as “{place}”.", result=result, place=place
    )


def _copied(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Tables:
    # TinyDB changes the records that it was handed; the values inside are replaced as a whole.
    return {
        name: {str(key): dict(row) for key, row in rows.items()} for name, rows in tables.items()
    }
