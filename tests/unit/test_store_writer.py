"""Saving away from the waiting thread: gathered, retried, never forgotten."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.store.writer import Writer
from desktop_assist.text import say

FULL = AssistError(say("Test", "The disk is full."))


class Disk:
    """What was saved by whom; a gate holds saves back, and a failure refuses them."""

    def __init__(self) -> None:
        self.saved: list[str] = []
        self.threads: set[int] = set()
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()
        self.failure: AssistError | None = None

    def save(self, text: str) -> None:
        self.entered.set()
        assert self.gate.wait(10)
        if self.failure:
            raise self.failure
        self.saved.append(text)
        self.threads.add(threading.get_ident())


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def failures() -> list[AssistError]:
    return []


@pytest.fixture
def writer(failures: list[AssistError]) -> Iterator[Writer]:
    writer = Writer(failures.append)
    yield writer
    writer.close()


def test_saves_run_on_another_thread_and_flush_waits(writer: Writer, disk: Disk) -> None:
    writer.schedule("a", lambda: disk.save("1"))
    writer.flush()
    assert disk.saved == ["1"]
    assert threading.get_ident() not in disk.threads


def test_of_several_changes_only_the_last_is_written(writer: Writer, disk: Disk) -> None:
    # GIVEN a save that takes its time
    disk.gate.clear()
    writer.schedule("a", lambda: disk.save("first"))
    assert disk.entered.wait(10)
    # WHEN more changes come meanwhile
    for number in range(100):
        writer.schedule("a", partial(disk.save, str(number)))
    writer.schedule("b", lambda: disk.save("other"))
    disk.gate.set()
    writer.flush()
    # THEN only the last of each name is saved
    assert disk.saved == ["first", "99", "other"]


def test_a_failed_save_is_told_and_tried_again(
    writer: Writer, disk: Disk, failures: list[AssistError]
) -> None:
    disk.failure = FULL
    writer.schedule("a", lambda: disk.save("a"))
    with pytest.raises(AssistError, match="full"):
        writer.flush()
    assert FULL in failures
    disk.failure = None
    writer.schedule("b", lambda: disk.save("b"))
    writer.flush()
    assert sorted(disk.saved) == ["a", "b"]


def test_closing_saves_what_waits(disk: Disk, failures: list[AssistError]) -> None:
    writer = Writer(failures.append)
    writer.schedule("a", lambda: disk.save("a"))
    writer.close()
    assert disk.saved == ["a"]
    # What comes after closing is saved at once: nothing is lost at the end of the program.
    writer.schedule("a", lambda: disk.save("late"))
    assert disk.saved == ["a", "late"]


def test_closing_tells_of_what_could_not_be_saved(disk: Disk, failures: list[AssistError]) -> None:
    writer = Writer(failures.append)
    disk.failure = FULL
    writer.schedule("a", lambda: disk.save("a"))
    with pytest.raises(AssistError, match="full"):
        writer.close()


def test_a_writer_without_work_has_no_thread(failures: list[AssistError]) -> None:
    before = threading.active_count()
    writer = Writer(failures.append)
    writer.flush()
    assert threading.active_count() == before
    writer.close()
