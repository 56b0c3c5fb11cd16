"""The storage of the running program, which starts whatever lies in the place of its files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop_assist.errors import AssistError
from desktop_assist.store.aside import folder_moved_aside
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.records import Tables
from desktop_assist.text import Message, say


class ForgivingStorage(AtomicStorage):
    """An `AtomicStorage` whose `read` raises nothing; what it met is in `notices`.

    A folder in the file's place is put aside. A file that cannot be read, or that a newer program
    wrote, stays as it is: until the next start `read` gives its newest backup and `write` raises.
    A damaged file that cannot be repaired on a full disk is repaired in memory, and on the disk
    with the next `write`.
    """

    def __init__(self, file: Path, today: Callable[[], datetime.date]) -> None:
        super().__init__(file, today)
        self._is_tried = False
        self._refusal: AssistError | None = None
        self._meanwhile: Tables | None = None

    @property
    def is_shut(self) -> bool:
        """Whether nothing can be saved until the next start."""
        self.read()
        return self._refusal is not None

    def read(self) -> Tables | None:
        """Every table, or None if nothing was ever saved or nothing can be read."""
        if not self._is_tried:
            self._is_tried = True
            self._try()
        stands_in = self._refusal is not None or self._meanwhile is not None
        return self._meanwhile if stands_in else super().read()

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Replace the file by `data`; it is on the disk when this returns.

        Raises:
            AssistError: the system refuses, or the file could not be read; it is as it was.
        """
        self.read()
        if self._refusal is not None:
            raise AssistError(self._refusal.message, self._refusal.hint)
        if self._meanwhile is not None:
            super().read()
            self._meanwhile = None
        super().write(data)

    def _try(self) -> None:
        try:
            moved = folder_moved_aside(self.file)
            self.notices += [moved] if moved else []
            super().read()
        except AssistError as error:
            self.notices.append(self._without_file(error))

    def _without_file(self, error: AssistError) -> Message:
        """Find what can be shown meanwhile; `error` as the user is to hear of it."""
        day = ""
        try:
            self._meanwhile = AtomicStorage(self.file, self._today, may_write=False).read()
        except AssistError:
            self._refusal = error
            day, self._meanwhile = self._last_backup()
        told = say("Store", "{message} {hint}", message=error.message, hint=error.hint or "")
        if not day:
            return told
        return say(
            "Store",
            "{message} Until then you see the backup of {day}, and changes are not saved.",
            message=told,
            day=day,
        )

    def _last_backup(self) -> tuple[str, Tables | None]:
        try:
            day, tables = self._newest_backup()
        except AssistError:  # the folder of backups is as little to be read as the file
            return "", None
        return day, tables or None
