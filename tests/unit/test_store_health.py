"""The data folder as the doctor sees it, with real files; nothing in it is touched."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop_assist.core.diagnosis.facts import FileHealth, FileState
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.settings import SETTINGS_FORMAT, Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.health import health_of
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.records import line
from desktop_assist.store.settings_store import TABLE, SettingsStore

DAY = datetime.date(2026, 1, 1)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A data folder with two own replies and settings."""
    place = Home(tmp_path / "data")
    own = OwnSnippets(AtomicStorage(place.own_snippets, lambda: DAY))
    for name in ("one", "two"):
        own.save(Snippet(id=name, title=name, category=("a",), body="您好"))
    SettingsStore(AtomicStorage(place.settings, lambda: DAY)).save(Settings(shop="小店"))
    return place


def file_of(home: Home, name: str) -> FileHealth:
    return next(file for file in health_of(home).files if file.name == name)


def fingerprint(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_whole_files_are_counted(home: Home) -> None:
    assert file_of(home, "own-snippets").state is FileState.WHOLE
    assert file_of(home, "own-snippets").records >= 2
    assert file_of(home, "drafts").state is FileState.ABSENT


def test_looking_changes_nothing(home: Home) -> None:
    home.own_snippets.write_bytes(home.own_snippets.read_bytes()[:-20])
    before = fingerprint(home.folder)
    health_of(home)
    assert fingerprint(home.folder) == before


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    health = health_of(Home(tmp_path / "new" / "deep"))
    assert not health.exists
    assert health.writable
    assert list(tmp_path.iterdir()) == []


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def newer(file: Path) -> None:
    file.write_bytes(line({"format": 99, "tables": {}}))


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    ("spoil", "state"),
    [(cut, FileState.DAMAGED), (newer, FileState.NEWER), (folder, FileState.UNREADABLE)],
)
def test_what_happened_to_a_file_is_seen(
    home: Home, spoil: Callable[[Path], None], state: FileState
) -> None:
    spoil(home.own_snippets)
    assert file_of(home, "own-snippets").state is state
    assert file_of(home, "settings").state is FileState.WHOLE


def test_settings_of_a_newer_format_are_seen(home: Home) -> None:
    rows = {"1": {"name": "format", "value": SETTINGS_FORMAT + 1}}
    AtomicStorage(home.settings, lambda: DAY).write({TABLE: rows})
    assert file_of(home, "settings").state is FileState.NEWER


def test_a_torn_line_of_a_journal_is_seen(home: Home) -> None:
    home.picks.write_bytes(b"\n" + line({"format": 1, "picked": "a"}) + b"\n[torn")
    assert file_of(home, "picks") == FileHealth("picks", FileState.DAMAGED, records=1)


def test_backups_and_damaged_copies_are_counted(home: Home) -> None:
    store = SettingsStore(AtomicStorage(home.settings, lambda: DAY))
    store.save(msgspec.structs.replace(store.load().settings, agent="小王"))
    (home.folder / "settings.jsonl.damaged-1").write_bytes(b"?")
    health = file_of(home, "settings")
    assert (health.backups, health.put_aside) == (1, 1)
