"""Small libraries are searched plainly; a big one gets an index in the background."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_assist.bundled import resources
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.engines import MOST_PLAIN
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


def test_a_damaged_index_is_made_anew(tmp_path: Path, pinyin: PinyinTable) -> None:
    first = Found(tmp_path)
    many = entries(MOST_PLAIN + 1)
    first.finder.show(many, pinyin)
    first.worker.work_off()
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:1000])
    second = Found(tmp_path)
    second.finder.show(many, pinyin)
    second.worker.work_off()
    assert second.keys("退款") == ["p/last"]
    assert len(second.notices) == 1
