"""Progress survives the end of the program, damage, a newer version, and a full disk."""

from __future__ import annotations

import datetime
import errno
import os
from pathlib import Path

import pytest

from desktop_assist.core.learning.progress import Attempt
from desktop_assist.core.learning.schedule import Memory
from desktop_assist.errors import AssistError
from desktop_assist.store import files
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.progress import ProgressStore
from desktop_assist.store.records import decoded, encoded

NOW = datetime.datetime(2026, 3, 2, 1, 0, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 3, 2)
MEMORY = Memory(NOW + datetime.timedelta(days=2), NOW, 2, 2.3, 4.5)


def attempt(situation: str = "question:p/a", answer: str = "您好😀") -> Attempt:
    return Attempt(situation, "question", NOW, "good", answer, frozenset({"greeting"}), 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "progress.jsonl"


def opened(file: Path) -> ProgressStore:
    return ProgressStore(AtomicStorage(file, lambda: TODAY))


def test_everything_is_there_after_a_new_start(file: Path) -> None:
    store = opened(file)
    store.note_read("p/one", TODAY)
    store.keep(attempt(), MEMORY, TODAY)
    store.keep(attempt("code:p/a"), Memory(NOW, NOW, 1, 0.2, 6.0, 0), TODAY)
    store.keep_draft("question:p/b", "写到一半")
    again = opened(file)
    assert dict(again.read) == {"p/one": TODAY}
    assert again.last("question:p/a") == attempt()
    assert again.memories["question:p/a"] == MEMORY
    assert again.memories["code:p/a"].step == 0
    assert again.draft("question:p/b") == "写到一半"
    assert again.days == store.days
    assert again.day(TODAY).begun == 2


def test_half_an_emoji_survives(file: Path) -> None:
    opened(file).keep(attempt(answer="\ud83d"), MEMORY, TODAY)
    last = opened(file).last("question:p/a")
    assert last is not None
    assert last.answer == "\ud83d"


def test_nothing_at_all_is_an_empty_beginning(file: Path) -> None:
    store = opened(file)
    assert (dict(store.read), dict(store.memories), store.days) == ({}, {}, ())
    assert store.last("x") is None
    assert store.draft("x") == ""
    assert not file.exists()


def test_a_full_disk_changes_nothing_and_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(file)
    store.keep_draft("question:p/a", "写好的")

    def full(_file: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("desktop_assist.store.atomic.replace_file", full)
    with pytest.raises(AssistError, match="the disk is full"):
        store.keep(attempt(), MEMORY, TODAY)
    with pytest.raises(AssistError, match="the disk is full"):
        store.note_read("p/one", TODAY)
    with pytest.raises(AssistError, match="the disk is full"):
        store.keep_draft("question:p/b", "x")
    assert (dict(store.read), dict(store.memories), store.days) == ({}, {}, ())
    assert store.draft("question:p/a") == "写好的"
    assert store.draft("question:p/b") == ""
    # THEN what comes after is saved without what had failed
    monkeypatch.setattr("desktop_assist.store.atomic.replace_file", files.replace_file)
    store.note_read("p/two", TODAY)
    assert dict(opened(file).read) == {"p/two": TODAY}


def test_a_damaged_line_costs_one_record_and_is_told(file: Path) -> None:
    store = opened(file)
    store.keep(attempt("question:p/a"), MEMORY, TODAY)
    store.keep(attempt("question:p/b"), MEMORY, TODAY)
    lines = file.read_bytes().split(b"\n")
    hurt = next(at for at, line in enumerate(lines) if b'"id":"question:p/b"' in line)
    lines[hurt] = lines[hurt][:-9] + b"XXXXXXXXX"
    file.write_bytes(b"\n".join(lines))
    again = opened(file)
    assert set(again.memories) == {"question:p/a"}
    assert len(again.notices) == 1
    assert len(list(file.parent.glob("progress.jsonl.damaged-*"))) == 1


@pytest.mark.parametrize(
    "record",
    [
        {"format": 2, "future": True},
        {"format": 1},
        {"format": 1, "kind": "question", "at": "yesterday", "due": 7},
        {"format": 1, "day": "never", "answer": [], "answers": "many"},
    ],
)
def test_a_record_of_another_shape_is_passed_over_and_stays(
    file: Path, record: dict[str, object]
) -> None:
    tables = {name: {"2026-03-01": record} for name in ("read", "practised", "days", "drafts")}
    file.write_bytes(encoded(tables))
    store = opened(file)
    assert (dict(store.read), dict(store.memories), store.days) == ({}, {}, ())
    assert store.draft("2026-03-01") == ""
    store.keep(attempt(), MEMORY, TODAY)
    kept = decoded(file.read_bytes()).tables
    assert all(kept[name]["2026-03-01"] == record for name in tables)
