"""The storage under TinyDB: whole at every moment, repaired from what is whole, and honest."""

import datetime
import errno
import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import GENERATIONS, AtomicStorage
from desktop_assist.store.records import FILE_FORMAT, line

TWO = {"own": {"1": {"body": "您好"}, "2": {"body": "再见"}}}


class Calendar:
    """A day that a test turns."""

    def __init__(self) -> None:
        self.day = datetime.date(2026, 1, 1)

    def __call__(self) -> datetime.date:
        return self.day

    def turn(self) -> None:
        self.day += datetime.timedelta(days=1)


@pytest.fixture
def today() -> Calendar:
    return Calendar()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "own.jsonl"


@pytest.fixture
def opened(file: Path, today: Calendar) -> Callable[[], AtomicStorage]:
    return lambda: AtomicStorage(file, today)


Opened = Callable[[], AtomicStorage]


@pytest.fixture
def saved(opened: Opened) -> Opened:
    """As `opened`, with two records on the disk and in today's backup."""
    opened().write(TWO)
    opened().read()
    return opened


def test_nothing_saved_reads_as_nothing(opened: Opened) -> None:
    assert opened().read() is None


def test_tinydb_works_on_it(opened: Opened) -> None:
    with TinyDB(storage=opened) as database:
        database.insert({"body": "您好"})
        database.insert({"body": "再见"})
        database.update({"body": "早"}, doc_ids=[1])
    with TinyDB(storage=opened) as database:
        assert [dict(row) for row in database.all()] == [{"body": "早"}, {"body": "再见"}]


def test_changing_what_was_read_changes_nothing(saved: Opened) -> None:
    storage = saved()
    tables = storage.read()
    assert tables is not None
    tables["own"]["1"]["body"] = "changed"
    del tables["own"]["2"]
    assert storage.read() == TWO


@pytest.mark.parametrize("damage", [b"", b"\0" * 300, b"garbage\n", b'{"own": {}}'])
def test_a_ruined_file_is_restored_from_the_backup_and_kept_aside(
    saved: Opened, file: Path, damage: bytes
) -> None:
    file.write_bytes(damage)
    storage = saved()
    assert storage.read() == TWO
    aside = file.with_name("own.jsonl.damaged-1")
    assert aside.read_bytes() == damage
    (notice,) = map(str, storage.notices)
    assert "2 came from the backup of 2026-01-01" in notice
    assert str(aside) in notice
    # The repair is on the disk: the next start has nothing to tell.
    again = saved()
    assert again.read() == TWO
    assert again.notices == []


def test_of_a_cut_file_the_newest_records_are_kept(saved: Opened, file: Path) -> None:
    # GIVEN a third record that no backup has, written before the second
    saved().write({"own": {"3": {"body": "新"}, **TWO["own"]}})
    data = file.read_bytes()
    # WHEN the end of the file is lost
    file.write_bytes(data[: data.rindex("再见".encode())])
    storage = saved()
    # THEN the new record is from the file and the lost one from the backup
    assert storage.read() == {"own": {"3": {"body": "新"}, **TWO["own"]}}
    assert "2 entries in it were whole. 1 came from the backup" in str(storage.notices[0])


def test_a_deleted_record_does_not_return_with_a_repair(saved: Opened, file: Path) -> None:
    saved().write({"own": {"2": {"body": "再见"}}})
    file.write_bytes(file.read_bytes() + b"trailing garbage")
    assert saved().read() == {"own": {"2": {"body": "再见"}}}


def test_a_record_that_nobody_has_is_told_as_lost(saved: Opened, file: Path) -> None:
    saved().write({"own": {**TWO["own"], "3": {"body": "新"}}})
    file.write_bytes(file.read_bytes().replace("新".encode(), "旧".encode()))
    storage = saved()
    assert storage.read() == TWO
    assert "1 could not be found again" in str(storage.notices[0])


def test_each_damaged_file_is_kept(saved: Opened, file: Path) -> None:
    for text in (b"one", b"two"):
        file.write_bytes(text)
        saved().read()
    assert file.with_name("own.jsonl.damaged-1").read_bytes() == b"one"
    assert file.with_name("own.jsonl.damaged-2").read_bytes() == b"two"


def test_a_damaged_backup_is_passed_over(saved: Opened, file: Path, today: Calendar) -> None:
    today.turn()
    saved().read()
    newest = file.parent / "backups" / "own.jsonl.2026-01-02"
    newest.write_bytes(b"damaged too")
    file.write_bytes(b"")
    storage = saved()
    assert storage.read() == TWO
    assert "2026-01-01" in str(storage.notices[0])


def test_a_missing_file_is_restored(saved: Opened, file: Path) -> None:
    file.unlink()
    storage = saved()
    assert storage.read() == TWO
    assert "restored from the backup" in str(storage.notices[0])


def test_one_backup_a_day_and_five_at_most(saved: Opened, file: Path, today: Calendar) -> None:
    storage = saved()
    for number in range(8):
        today.turn()
        for _ in range(3):
            storage.write({"own": {"1": {"body": str(number)}}})
    backups = sorted(one.name for one in (file.parent / "backups").iterdir())
    assert backups == [f"own.jsonl.2026-01-0{day}" for day in range(5, 10)]
    assert len(backups) == GENERATIONS


def test_a_newer_format_is_refused_and_left_alone(opened: Opened, file: Path) -> None:
    file.parent.mkdir()
    data = line({"format": FILE_FORMAT + 1, "tables": {}}) + b"what we do not know"
    file.write_bytes(data)
    with pytest.raises(AssistError, match="newer version"):
        opened().read()
    with pytest.raises(AssistError, match="newer version"):
        opened().write(TWO)
    assert file.read_bytes() == data


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_is_a_sentence_and_the_old_file_stays(
    saved: Opened, file: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    storage = saved()
    before = file.read_bytes()

    def fail(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(call, fail)
        with pytest.raises(AssistError, match=r"the disk is full.*is intact.*Make room"):
            storage.write({"own": {"1": {"body": "x" * 10}}})
    assert file.read_bytes() == before
    assert storage.read() == TWO
    assert [one.name for one in file.parent.iterdir()] in (
        ["own.jsonl", "backups"],
        ["backups", "own.jsonl"],
    )
    # With room again, saving works.
    storage.write({"own": {}})
    assert saved().read() == {"own": {}}


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB, where the machine lets us mount one."""
    place = tmp_path / "tiny"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("mounting a file system is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_really_full_disk_keeps_the_old_file(tiny_disk: Path, today: Calendar) -> None:
    storage = AtomicStorage(tiny_disk / "own.jsonl", today)
    storage.write(TWO)
    with pytest.raises(AssistError, match="could not be saved"):
        storage.write({"own": {"1": {"body": "x" * 100_000}}})
    assert AtomicStorage(tiny_disk / "own.jsonl", today).read() == TWO


def test_a_folder_in_place_of_the_file_is_a_sentence(opened: Opened, file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(AssistError, match="cannot be read"):
        opened().read()


def test_what_killed_processes_left_is_removed(saved: Opened, file: Path) -> None:
    left = file.with_name(".own.jsonl.4711.new")
    left.write_bytes(b"half")
    saved().write(TWO)
    assert not left.exists()


def test_reading_alone_touches_nothing(saved: Opened, file: Path, today: Calendar) -> None:
    # GIVEN a damaged file that another process may be writing
    file.write_bytes(b"garbage")
    before = sorted(file.parent.rglob("*"))
    today.turn()
    # WHEN it is opened for reading only
    storage = AtomicStorage(file, today, may_write=False)
    # THEN its records are found, and the disk is as it was
    assert storage.read() == TWO
    assert storage.notices
    assert sorted(file.parent.rglob("*")) == before
    assert file.read_bytes() == b"garbage"
    with pytest.raises(io.UnsupportedOperation):
        storage.write(TWO)
    # A missing file is not made either.
    file.unlink()
    assert AtomicStorage(file, today, may_write=False).read() == TWO
    assert not file.exists()
