"""Replies written as a pack are read back without loss."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.reader import read_pack
from desktop_assist.packs.writer import write_pack

FULL = Snippet(
    id="own-1",
    title="优惠 #满减: 说明",
    category=("售前", "优惠"),
    body="第一行\n  第二行 “引号” 'x'\n\n- 第三行: 是 # 的",
    alternatives=("yes", "1.0", "null"),
    tones={"warm": "亲～"},
    fields=(Field(name="day", kind="date", label="日期"),),
    code="yh",
    search_terms=("满减", "send back"),
    tags=("常用",),
    triggers=("有优惠吗？",),
    valid_until=datetime.date(2026, 12, 31),
    ignore={"tone": "a reason"},
    notes="@ & * ! | > % ` : - ?",
)


def no_picture(_entry: Entry) -> Path | None:
    return None


def read(folder: Path) -> tuple[Snippet, ...]:
    reading = read_pack(folder)
    assert reading.faults == ()
    assert reading.pack is not None
    return reading.pack.snippets


def test_everything_of_a_reply_is_read_back(tmp_path: Path) -> None:
    told = write_pack(tmp_path / "out", "导出", [Entry(FULL, OWN_PACK)], no_picture)
    assert read(tmp_path / "out") == (FULL,)
    assert "1 replies" in str(told)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip)


@settings(max_examples=60)
@given(body=texts.filter(bool), title=texts.filter(bool))
def test_any_text_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, body: str, title: str
) -> None:
    folder = tmp_path_factory.mktemp("pack") / "out"
    snippet = Snippet(id="a", title=title, category=("c",), notes=body, body="x")
    write_pack(folder, "t", [Entry(snippet, "p")], no_picture)
    (again,) = read(folder)
    assert (again.title, again.notes) == (title, body)


def test_ids_of_two_packs_do_not_clash(tmp_path: Path) -> None:
    entries = [Entry(FULL, "one"), Entry(FULL, "two")]
    write_pack(tmp_path / "out", "t", entries, no_picture)
    assert [one.id for one in read(tmp_path / "out")] == ["own-1", "own-1-2"]


def test_pictures_come_along_and_missing_ones_are_told(tmp_path: Path) -> None:
    file = tmp_path / "own-abc.png"
    file.write_bytes(b"png")
    there = msgspec.structs.replace(FULL, image=file.name)
    lost = msgspec.structs.replace(FULL, id="own-2", image="own-lost.png")
    told = write_pack(
        tmp_path / "out",
        "t",
        [Entry(there, OWN_PACK), Entry(lost, OWN_PACK)],
        lambda entry: file if entry.snippet.id == "own-1" else None,
    )
    first, second = read(tmp_path / "out")
    assert (tmp_path / "out" / first.image).read_bytes() == b"png"
    assert second.image == ""
    assert "1 without their picture" in str(told)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(AssistError, match="Nothing was written"):
        write_pack(tmp_path, "t", [Entry(FULL, OWN_PACK)], no_picture)
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_what_is_cut_short_is_no_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_text

    def full(self: Path, data: str, **options: str) -> int:
        if self.name == "replies.yaml":
            raise OSError(28, "No space left on device")
        return write(self, data, **options)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(AssistError, match="the disk is full"):
        write_pack(tmp_path / "out", "t", [Entry(FULL, OWN_PACK)], no_picture)
    assert not (tmp_path / "out" / "pack.yaml").exists()
