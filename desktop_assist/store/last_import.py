"""What the last import changed, kept so that it can be taken back even after a restart."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from desktop_assist.core.replies.operation import Kept, Operation
from desktop_assist.errors import AssistError
from desktop_assist.store.agent_layer import read_state, written_state
from desktop_assist.store.files import reading, replace_file, saving
from desktop_assist.store.records import Record, Recovered, decoded, encoded
from desktop_assist.text import say

FORMAT = 1
"""The version of the file that is written; another one is refused."""

_ABOUT, _REPLIES = "about", "replies"
_BY_HAND = say("Store", "Take single replies back in the library, where their history is.")


class LastImport:
    """One file: what stood before under each key, and a checksum of what the import put there."""

    def __init__(self, file: Path, now: Callable[[], datetime.datetime]) -> None:
        self._file = file
        self._now = now

    def note(self, operation: Operation) -> None:
        """Keep the way back from `operation` in place of the one before.

        Raises:
            AssistError: it could not be saved.
        """
        changed = operation.changed
        about = {"format": FORMAT, "when": self._now().isoformat(), "count": len(changed)}
        rows = {key: _row(operation.before[key], operation.after[key]) for key in changed}
        with saving(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, encoded({_ABOUT: {"1": about}, _REPLIES: rows}))

    def about(self) -> tuple[datetime.datetime, int] | None:
        """When it was and how many replies it changed; None where nothing can be taken back."""
        try:
            found = self._read_file()
            about = found.tables[_ABOUT]["1"]
            return datetime.datetime.fromisoformat(about["when"]), int(about["count"])
        except (AssistError, KeyError, TypeError, ValueError):
            return None

    def way_back(self, kept: Callable[[str], Kept | None]) -> Operation:
        """What takes the last import back. What was changed since stays, and is `left`.

        `kept` tells what is kept now of a key.

        Raises:
            AssistError: there is nothing to take back, or the file cannot be read.
        """
        before: dict[str, Kept | None] = {}
        now: dict[str, Kept | None] = {}
        left: list[str] = []
        for key, row in self._read_file().tables[_REPLIES].items():
            state = kept(key)
            if _checksum(state) == row["after"]:
                before[key], now[key] = _read(row["before"]), state
            else:
                left.append(key)
        if not now:
            raise AssistError(
                say("Store", "The last import is taken back already, or was changed since."),
                _BY_HAND,
            )
        undone = Operation("import", before, now).undone()
        return Operation(undone.kind, undone.before, undone.after, tuple(left))

    def forget(self) -> None:
        """There is nothing to take back any more.

        Raises:
            AssistError: the file could not be removed.
        """
        with saving(self._file):
            self._file.unlink(missing_ok=True)

    def _read_file(self) -> Recovered:
        with reading(self._file):
            data = self._file.read_bytes() if self._file.exists() else None
        if data is None:
            raise AssistError(
                say("Store", "There is no import to take back."),
                say("Store", "Only the last one can be, once."),
            )
        found = decoded(data)
        about = found.tables.get(_ABOUT, {}).get("1", {})
        if not found.is_whole or about.get("format") != FORMAT:
            raise AssistError(
                say("Store", "“{file}” is damaged or of another version. Nothing was changed.",
                    file=self._file),
                _BY_HAND,
            )  # fmt: skip
        return found


def _row(before: Kept | None, after: Kept | None) -> Record:
    return {
        "before": None if before is None else written_state(before),
        "after": _checksum(after),
    }


def _read(record: Any) -> Kept | None:
    try:
        return None if record is None else read_state(record)[1]
    except msgspec.ValidationError as error:
        raise AssistError(
            say("Store", "What stood there before the import cannot be read by this version."),
            _BY_HAND,
        ) from error


def _checksum(state: Kept | None) -> str:
    if state is None:
        return ""
    text = json.dumps(written_state(state), sort_keys=True).encode("ascii")
    return hashlib.blake2b(text, digest_size=8).hexdigest()
