"""How the data folder stands, looked at without touching anything in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_assist.core.diagnosis.facts import FileHealth, FileState, FolderHealth
from desktop_assist.settings import SETTINGS_FORMAT
from desktop_assist.store.home import Home
from desktop_assist.store.journal import FORMAT as JOURNAL_FORMAT
from desktop_assist.store.records import FILE_FORMAT, Record, Recovered, decoded, payload

Reader = Callable[[bytes], tuple[FileState, int]]
"""Tells how a file's bytes stand, and how many of its records are whole."""


def health_of(home: Home) -> FolderHealth:
    """Every file that people would miss, and the room that is left."""
    tables = (
        home.settings, home.own_snippets, home.usage, home.drafts, home.exceptions, home.progress,
    )  # fmt: skip
    journals = (home.edits, home.picks, home.follow_ups)
    return FolderHealth(
        place=str(home.folder),
        exists=home.folder.is_dir(),
        writable=os.access(_nearest(home.folder), os.W_OK | os.X_OK),
        free=_free(_nearest(home.folder)),
        files=(
            *(_file(file, _table) for file in tables),
            *(_file(file, _journal) for file in journals),
        ),
    )


def _file(file: Path, reader: Reader) -> FileHealth:
    state, records = _read(file, reader)
    backups = file.parent / "backups"
    return FileHealth(
        file.stem,
        state,
        records,
        backups=_count(backups, f"{file.name}.????-??-??"),
        put_aside=_count(file.parent, f"{file.name}.damaged-*"),
    )


def _read(file: Path, reader: Reader) -> tuple[FileState, int]:
    try:
        return reader(file.read_bytes())
    except FileNotFoundError:
        return FileState.ABSENT, 0
    except OSError:
        return FileState.UNREADABLE, 0


def _table(data: bytes) -> tuple[FileState, int]:
    recovered = decoded(data)
    if recovered.format > FILE_FORMAT or _settings_format(recovered) > SETTINGS_FORMAT:
        return FileState.NEWER, len(recovered.names)
    state = FileState.WHOLE if recovered.is_whole else FileState.DAMAGED
    return state, len(recovered.names)


def _settings_format(recovered: Recovered) -> int:
    """The format that settings say of themselves; other tables say none."""
    rows = recovered.tables.get("settings", {}).values()
    told = next((row.get("value") for row in rows if row.get("name") == "format"), 0)
    return told if isinstance(told, int) else 0


def _journal(data: bytes) -> tuple[FileState, int]:
    lines = [payload(text) for text in filter(None, data.split(b"\n"))]
    whole = [record for record in lines if record is not None]
    if any(_is_newer(record) for record in whole):
        return FileState.NEWER, len(whole)
    return (FileState.WHOLE if len(whole) == len(lines) else FileState.DAMAGED), len(whole)


def _is_newer(record: Record) -> bool:
    told = record.get("format")
    return isinstance(told, int) and told > JOURNAL_FORMAT


def _count(folder: Path, pattern: str) -> int:
    try:
        return sum(1 for _ in folder.glob(pattern))
    except OSError:
        return 0


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
