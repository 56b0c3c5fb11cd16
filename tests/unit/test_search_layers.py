"""A big library after edits, and its index on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.engines import MOST_PLAIN, Indexed, engine_for
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.layered_search import STALE, LayeredSearch
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import Standing
from desktop_assist.store.search_index import Loaded, SearchIndexStore, fingerprint_of

TABLE = PinyinTable({"退": ("tui",), "款": ("kuan",), "行": ("xing", "hang"), "银": ("yin",)})


def entry(name: str, title: str, body: str = "无") -> Entry:
    return Entry(Snippet(id=name, title=title, category=("其他",), body=body), "p")


ENTRIES = [
    entry("refund", "退款进度", "您好，退款在路上"),
    entry("bank", "银行转账"),
    entry("goods", "退货流程", "寄回后退款"),
]


def indexed(entries: Sequence[Entry]) -> Indexed:
    builder = IndexBuilder(entries, TABLE)
    for _ in builder.steps():
        pass
    return Indexed(builder.index, entries)


def layered(entries: Sequence[Entry]) -> LayeredSearch:
    made = indexed(entries)
    return LayeredSearch(made.index, made.entries, TABLE)


def keys(engine: LayeredSearch, query: str) -> list[str]:
    return [hit.key.removeprefix("p/") for hit in engine.search(query)]


def edited(one: Entry, **changes: str) -> Entry:
    return Entry(msgspec.structs.replace(one.snippet, **changes), one.pack)


def test_edits_are_found_at_once_and_what_they_replace_is_not() -> None:
    engine = layered(ENTRIES)
    engine.show([edited(ENTRIES[0], title="退钱进度"), ENTRIES[1], entry("new", "银行卡")])
    assert keys(engine, "退款") == ["refund"]  # in its body, which has not changed
    assert keys(engine, "退钱") == ["refund"]
    assert keys(engine, "寄回") == []
    assert keys(engine, "yinhang") == ["new", "bank"]
    assert engine.changed_count == 2
    assert not engine.is_stale


def test_use_counts_across_both_layers() -> None:
    engine = layered(ENTRIES)
    engine.show([*ENTRIES, entry("new", "银行卡")])
    engine.rank({"p/bank": Standing(uses=1), "p/goods": Standing(favourite=True)})
    assert keys(engine, "yh") == ["bank", "new"]
    assert keys(engine, "")[0] == "goods"
    engine.show([*ENTRIES, entry("new", "银行卡")])
    assert keys(engine, "yh") == ["bank", "new"]


def test_slips_are_found_in_both_layers_and_only_without_hits() -> None:
    engine = layered(ENTRIES)
    engine.show([*ENTRIES, entry("new", "退款说明")])
    assert engine.search("tuikaun") == []
    assert {hit.key for hit in engine.search_slips("tuikaun")} == {"p/new", "p/refund"}
    assert engine.search_slips("退款") == []


def test_the_same_texts_read_anew_are_not_taken_for_changes() -> None:
    many = [entry(f"e{at}", f"退款{at}") for at in range(STALE + 2)]
    again = [entry(f"e{at}", f"退款{at}") for at in range(STALE + 2)]
    engine = layered(many)
    engine.show(again)
    assert engine.changed_count == 0
    engine.show([entry(f"e{at}", f"银行{at}") for at in range(STALE + 2)])
    assert engine.is_stale


def test_an_empty_library_has_an_index_too() -> None:
    engine = layered([])
    assert engine.search("退") == engine.search("") == engine.search_slips("tuikaun") == []


def test_only_a_big_library_with_an_index_gets_the_big_engine() -> None:
    many = [entry(f"e{at}", f"退款{at}") for at in range(MOST_PLAIN + 1)]
    assert isinstance(engine_for(ENTRIES, TABLE, indexed(ENTRIES)), PlainSearch)
    assert isinstance(engine_for(many, TABLE), PlainSearch)
    assert isinstance(engine_for(many, TABLE, indexed(many)), LayeredSearch)


def test_numpy_is_not_loaded_for_a_small_library() -> None:
    program = (
        "import sys\n"
        "from desktop_assist.core.searching.engines import engine_for\n"
        "import desktop_assist.store.search_index\n"
        "engine_for([]).search('x')\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# The disk.


@pytest.fixture
def store(tmp_path: Path) -> SearchIndexStore:
    return SearchIndexStore(tmp_path / "search")


def the_file(store: SearchIndexStore, tmp_path: Path) -> Path:
    (file,) = (tmp_path / "search").iterdir()
    return file


def test_a_saved_index_finds_the_same(store: SearchIndexStore) -> None:
    made = indexed(ENTRIES)
    store.save(made.index, "one")
    loaded = store.load("one")
    assert loaded.notice is None
    assert loaded.index is not None
    engine = LayeredSearch(loaded.index, ENTRIES, TABLE)
    for query in ("退", "tk", "yinhang", "寄回", "@其他", ""):
        assert engine.search(query) == layered(ENTRIES).search(query)
    assert store.is_whole("one")


def test_an_empty_index_survives_the_disk(store: SearchIndexStore) -> None:
    store.save(indexed([]).index, "none")
    loaded = store.load("none")
    assert loaded.index is not None
    assert len(loaded.index) == 0


def test_another_state_of_the_library_has_no_index(store: SearchIndexStore) -> None:
    assert store.load("one") == Loaded()
    store.save(indexed(ENTRIES).index, "one")
    assert store.load("two") == Loaded()
    assert fingerprint_of(["a", "b"]) != fingerprint_of(["ab"])


def test_only_the_newest_index_is_kept(store: SearchIndexStore, tmp_path: Path) -> None:
    store.save(indexed(ENTRIES).index, "one")
    store.save(indexed(ENTRIES[:1]).index, "two")
    assert the_file(store, tmp_path).stem == "two"


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.99])
def test_a_file_cut_short_is_noticed(store: SearchIndexStore, tmp_path: Path, share: float) -> None:
    store.save(indexed(ENTRIES).index, "one")
    file = the_file(store, tmp_path)
    os.truncate(file, int(file.stat().st_size * share))
    loaded = store.load("one")
    assert loaded.index is None
    assert loaded.notice is not None
    store.discard("one")
    assert store.load("one").notice is None


def test_a_changed_header_is_noticed_at_once_and_a_changed_array_when_looked_through(
    store: SearchIndexStore, tmp_path: Path
) -> None:
    store.save(indexed(ENTRIES).index, "one")
    file = the_file(store, tmp_path)
    whole = file.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 300)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        assert not store.is_whole("one")
        store.load("one")
    file.write_bytes(whole[:5] + b"x" + whole[6:])
    assert store.load("one").notice is not None


def test_a_file_of_another_format_is_passed_over_silently(
    store: SearchIndexStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_assist.store.search_index.INDEX_FORMAT", 0)
    store.save(indexed(ENTRIES).index, "one")
    monkeypatch.undo()
    assert store.load("one") == Loaded()
