"""Small libraries are searched plainly; a big one gets an index in the background."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop_assist.bundled import resources
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.engines import MOST_AT_ONCE, MOST_PLAIN
from desktop_assist.core.searching.layered_search import STALE
from desktop_assist.core.searching.search import Standing
from desktop_assist.gui.finder import Finder
from desktop_assist.text import Message
from tests.fakes.worker import FakeWorker


@pytest.fixture(scope="module")
def pinyin() -> PinyinTable:
    return PinyinTable.from_text((resources() / "pinyin.tsv").read_text("utf-8"))


class Found:
    """A finder over a folder, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.worker = FakeWorker()
        self.changes = 0
        self.notices: list[Message] = []
        self.finder = Finder(folder, self.worker, self._changed, self.notices.append)

    def _changed(self) -> None:
        self.changes += 1

    def keys(self, query: str) -> list[str]:
        return [hit.key for hit in self.finder.search(query, 5)]


def entries(count: int) -> list[Entry]:
    last = Entry(Snippet(id="last", title="退款已经通过", category=("售后",), body="钱在路上"), "p")
    others = (
        Entry(Snippet(id=f"n{at}", title=f"回复{at}", category=("售前",), body="您好"), "p")
        for at in range(count - 1)
    )
    return [*others, last]


def test_a_small_library_needs_no_index(tmp_path: Path, pinyin: PinyinTable) -> None:
    found = Found(tmp_path)
    found.finder.show(entries(20), pinyin)
    assert found.keys("tuikuan") == ["p/last"]
    assert found.worker.work_off() == 0


def test_a_slip_is_looked_for_in_the_background(tmp_path: Path, pinyin: PinyinTable) -> None:
    found = Found(tmp_path)
    found.finder.show(entries(20), pinyin)
    assert found.keys("tuikaun") == []
    assert found.worker.work_off() == 1
    assert found.keys("tuikaun") == ["p/last"]
    assert found.changes == 1


def test_a_big_one_is_found_whole_once_its_index_stands(
    tmp_path: Path, pinyin: PinyinTable
) -> None:
    # GIVEN more entries than are searched plainly
    found = Found(tmp_path)
    found.finder.show(entries(MOST_PLAIN + 1), pinyin)
    assert found.keys("退款") == []
    # WHEN the index was made
    found.worker.work_off()
    # THEN the last one is found, a slip is found as well, and both were told
    assert found.keys("退款") == ["p/last"]
    assert found.keys("tuikaun") == []
    found.worker.work_off()
    assert found.keys("tuikaun") == ["p/last"]
    assert found.changes == 2
    # AND the next start reads what was kept
    assert any(tmp_path.iterdir())


def test_more_than_can_be_made_at_once_are_found_when_the_worker_has_made_them(
    tmp_path: Path, pinyin: PinyinTable
) -> None:
    found = Found(tmp_path)
    found.finder.show(entries(MOST_AT_ONCE + 1), pinyin)
    last = MOST_AT_ONCE - 1
    assert found.keys(f"回复{last}") == [f"p/n{last}"]  # one of the first
    assert found.keys("退款") == []
    found.worker.work_off()
    assert found.keys("退款") == ["p/last"]
    assert found.changes == 1
    assert list(tmp_path.iterdir()) == []  # too few for an index


@pytest.mark.parametrize("count", [MOST_AT_ONCE + 1, MOST_PLAIN + 1])
def test_an_edit_is_found_at_once_and_costs_no_new_index(
    tmp_path: Path, pinyin: PinyinTable, count: int
) -> None:
    found = Found(tmp_path)
    many = entries(count)
    found.finder.show(many, pinyin)
    found.worker.work_off()
    edited = Entry(msgspec.structs.replace(many[-1].snippet, title="钱已经退回"), "p")
    found.finder.show([*many[:-1], edited], pinyin)
    assert found.keys("退回") == ["p/last"]
    assert found.keys("退款") == []
    assert found.worker.work_off() == 1  # the slip in 退款, and nothing else


def test_use_counts_before_and_after_the_index_stands(tmp_path: Path, pinyin: PinyinTable) -> None:
    found = Found(tmp_path)
    used = f"p/n{MOST_AT_ONCE - 1}"
    found.finder.rank({used: Standing(uses=3)})
    found.finder.show(entries(MOST_PLAIN + 1), pinyin)
    assert found.keys("回复")[0] == used
    found.worker.work_off()
    assert found.keys("回复")[0] == used
    found.finder.rank({"p/n9999": Standing(uses=3)})
    assert found.keys("回复")[0] == "p/n9999"


def test_only_the_latest_library_is_prepared(tmp_path: Path, pinyin: PinyinTable) -> None:
    found = Found(tmp_path)
    found.finder.show(entries(MOST_PLAIN + 1), pinyin)
    found.finder.show(entries(MOST_PLAIN + 3), pinyin)
    found.worker.work_off()
    assert found.changes == 1
    assert found.keys(f"回复{MOST_PLAIN + 1}") == [f"p/n{MOST_PLAIN + 1}"]


def test_the_next_start_takes_up_the_index_though_replies_have_changed(
    tmp_path: Path, pinyin: PinyinTable
) -> None:
    # GIVEN an index of the library as it was
    first = Found(tmp_path)
    first.finder.show(entries(MOST_PLAIN + 2), pinyin)
    first.worker.work_off()
    (file,) = tmp_path.iterdir()
    # WHEN the program starts with one reply changed and one gone
    many = entries(MOST_PLAIN + 2)[1:]
    many[-1] = Entry(msgspec.structs.replace(many[-1].snippet, title="钱已经退回"), "p")
    second = Found(tmp_path)
    second.finder.show(many, pinyin)
    # THEN the worker only reads it, and all that is there now is found
    assert second.worker.work_off() == 1
    assert second.keys("退回") == ["p/last"]
    assert second.keys("回复9999") == ["p/n9999"]
    assert "p/n0" not in second.keys("回复0")
    assert list(tmp_path.iterdir()) == [file]


def test_where_too_much_has_changed_an_old_index_serves_until_a_new_one_stands(
    tmp_path: Path, pinyin: PinyinTable
) -> None:
    first = Found(tmp_path)
    first.finder.show(entries(MOST_PLAIN + 1), pinyin)
    first.worker.work_off()
    new = [Entry(one.snippet, "new") for one in entries(STALE + 1)]
    second = Found(tmp_path)
    second.finder.show([*entries(MOST_PLAIN + 1), *new], pinyin)
    assert second.worker.work_off() == 2
    assert second.changes == 2
    assert set(second.keys("退款")) == {"p/last", "new/last"}
    third = Found(tmp_path)
    third.finder.show([*entries(MOST_PLAIN + 1), *new], pinyin)
    assert third.worker.work_off() == 1


def _cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1000])


def _changed_within(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    file.write_bytes(whole)


def _of_another_kind(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n" * 100)


@pytest.mark.parametrize("damage", [_cut_short, _changed_within, _of_another_kind])
def test_a_damaged_index_is_made_anew_and_that_is_told(
    tmp_path: Path, pinyin: PinyinTable, damage: Callable[[Path], None]
) -> None:
    # GIVEN an index that something has damaged
    first = Found(tmp_path)
    many = entries(MOST_PLAIN + 1)
    first.finder.show(many, pinyin)
    first.worker.work_off()
    (file,) = tmp_path.iterdir()
    damage(file)
    # WHEN the program starts again
    second = Found(tmp_path)
    second.finder.show(many, pinyin)
    second.worker.work_off()
    # THEN everything is found, and the next start has a whole one
    assert second.keys("退款") == ["p/last"]
    assert ["damaged" in str(one) for one in second.notices] == [True]
    third = Found(tmp_path)
    third.finder.show(many, pinyin)
    third.worker.work_off()
    assert third.keys("退款") == ["p/last"]
    assert third.notices == []


def test_where_no_index_can_be_kept_the_search_works_and_that_is_told(
    tmp_path: Path, pinyin: PinyinTable
) -> None:
    folder = tmp_path / "search"
    folder.write_text("a file where the folder should be")
    found = Found(folder)
    found.finder.show(entries(MOST_PLAIN + 1), pinyin)
    found.worker.work_off()
    assert found.keys("退款") == ["p/last"]
    assert ["could not be saved" in str(one) for one in found.notices] == [True]


def test_on_a_full_disk_the_search_works_and_that_is_told(
    tmp_path: Path, pinyin: PinyinTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    found = Found(tmp_path)
    found.finder.show(entries(MOST_PLAIN + 1), pinyin)
    found.worker.work_off()
    assert found.keys("tuikuan") == ["p/last"]
    assert ["could not be saved" in str(one) for one in found.notices] == [True]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("query", ["退" * 10_000, "\ud800", "\x00\x07", "😀", " ,。"])
def test_a_query_that_no_agent_means_is_empty_also_when_slips_were_looked_for(
    tmp_path: Path, pinyin: PinyinTable, query: str
) -> None:
    found = Found(tmp_path)
    found.finder.show(entries(20), pinyin)
    assert found.keys(query) == []
    found.worker.work_off()
    assert found.keys(query) == []
    assert found.changes == 0


def test_half_an_emoji_in_a_reply_does_not_keep_the_index_away(
    tmp_path: Path, pinyin: PinyinTable
) -> None:
    found = Found(tmp_path)
    strange = Entry(Snippet(id="half", title="半个\ud83d", category=("售后",), body="好"), "own")
    found.finder.show([strange, *entries(MOST_PLAIN)], pinyin)
    found.worker.work_off()
    assert found.keys("退款") == ["p/last"]
    assert found.keys("半个") == ["own/half"]
    assert any(tmp_path.iterdir())
