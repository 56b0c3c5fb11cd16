"""The search index on the disk: whatever happens to it, it costs only the time to make it anew."""

from __future__ import annotations

import errno
import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.engines import base_for
from desktop_assist.core.searching.index_arrays import SearchIndex
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.layered_search import LayeredSearch
from desktop_assist.core.searching.stamps import stamped_entries, stamps_of
from desktop_assist.errors import AssistError
from desktop_assist.store.search_index import Loaded, SearchIndexStore

ROUNDS = 12


def entry(name: str, title: str) -> Entry:
    return Entry(Snippet(id=name, title=title, category=("其他",), body="您好，钱在路上"), "p")


ENTRIES = [entry("refund", "退款进度"), entry("bank", "银行转账"), entry("goods", "退货流程")]


def index_of(entries: Sequence[Entry]) -> SearchIndex:
    builder = IndexBuilder(entries, None)
    for _ in builder.steps():
        pass
    return builder.index


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def store(folder: Path) -> SearchIndexStore:
    return SearchIndexStore(folder, "test")


def save(store: SearchIndexStore, entries: Sequence[Entry]) -> None:
    store.save(index_of(entries), stamps_of(entries))


def the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_saved_index_finds_the_same(store: SearchIndexStore) -> None:
    save(store, ENTRIES)
    fresh = base_for(ENTRIES, None, index_of(ENTRIES))
    for loaded in (store.load(), store.load_whole()):
        assert loaded.notice is None
        assert loaded.kept is not None
        kept = base_for(ENTRIES, None, loaded.kept.index)
        for query in ("退", "账", "在路上", "@其他", ""):
            assert kept.search(query) == fresh.search(query)


def test_an_earlier_index_serves_what_has_not_changed(store: SearchIndexStore) -> None:
    # GIVEN the index of an earlier state, by another process: no object is the same
    save(store, [entry("gone", "退款说明"), *ENTRIES])
    kept = store.load_whole().kept
    assert kept is not None
    # WHEN one entry is gone, one has changed, and one is new
    now = [entry("new", "银行卡"), ENTRIES[0], entry("bank", "钱行"), ENTRIES[2]]
    indexed = stamped_entries(kept.stamps, stamps_of(now), now)
    engine = LayeredSearch(base_for(indexed, None, kept.index), now)
    # THEN the two are looked for beside it
    assert engine.changed_count == 2
    assert {hit.key for hit in engine.search("退")} == {"p/refund", "p/goods"}
    assert {hit.key for hit in engine.search("银行")} == {"p/new"}
    assert {hit.key for hit in engine.search("")} == {one.key for one in now}


def test_a_stamp_changes_with_whatever_is_found() -> None:
    one = entry("refund", "退款")
    others = [
        entry("refund", "退钱"),
        entry("refunds", "退款"),
        replace(one, pack="q"),
        replace(one, pack_title="q"),
        entry("refund", "退款\ud800"),
    ]
    assert len(set(stamps_of([one, entry("refund", "退款"), *others]).tolist())) == 6


def test_an_empty_index_survives_the_disk(store: SearchIndexStore) -> None:
    save(store, [])
    kept = store.load_whole().kept
    assert kept is not None
    assert len(kept.index) == len(kept.stamps) == 0


def test_an_index_made_with_another_table_does_not_fit(
    store: SearchIndexStore, folder: Path
) -> None:
    assert store.load() == store.load_whole() == Loaded()
    save(store, ENTRIES)
    assert SearchIndexStore(folder, "other").load() == Loaded()


def test_only_the_newest_index_is_kept(store: SearchIndexStore, folder: Path) -> None:
    save(store, ENTRIES)
    before = the_file(folder)
    save(store, ENTRIES[:1])
    assert the_file(folder) != before
    kept = store.load().kept
    assert kept is not None
    assert len(kept.index) == 1


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.99])
def test_a_file_cut_short_is_noticed_and_removed(
    store: SearchIndexStore, folder: Path, share: float
) -> None:
    save(store, ENTRIES)
    file = the_file(folder)
    os.truncate(file, int(file.stat().st_size * share))
    assert store.load().kept is None
    loaded = store.load_whole()
    assert loaded.kept is None
    assert loaded.notice is not None
    assert store.load_whole() == Loaded()


def test_a_change_of_any_byte_is_noticed(store: SearchIndexStore, folder: Path) -> None:
    save(store, ENTRIES)
    file = the_file(folder)
    whole = file.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 300)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        store.load()  # may or may not see it, as it does not look at the arrays
        loaded = store.load_whole()
        assert loaded.kept is None
        assert loaded.notice is not None


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"\x89PNG\r\n\x1a\n" + bytes(100), bytes(range(256)) * 40, b"{}" * 5_000],
)
def test_a_file_of_another_kind_is_noticed_and_removed(
    store: SearchIndexStore, folder: Path, content: bytes
) -> None:
    save(store, ENTRIES)
    the_file(folder).write_bytes(content)
    assert store.load_whole().notice is not None
    assert list(folder.iterdir()) == []


def test_a_file_of_another_format_is_passed_over_silently(
    store: SearchIndexStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_assist.store.search_index.INDEX_FORMAT", 0)
    save(store, ENTRIES)
    monkeypatch.undo()
    assert store.load() == Loaded()


def test_a_file_where_the_folder_should_be_is_said_once(
    store: SearchIndexStore, folder: Path
) -> None:
    folder.write_text("in the way")
    assert store.load_whole() == Loaded()
    with pytest.raises(AssistError, match="could not be saved"):
        save(store, ENTRIES)
    assert folder.read_text() == "in the way"


def test_a_folder_named_as_an_index_is_left_alone(store: SearchIndexStore, folder: Path) -> None:
    (folder / "one.index" / "more").mkdir(parents=True)
    assert store.load_whole() == Loaded()
    save(store, ENTRIES)
    assert store.load_whole().kept is not None
    assert (folder / "one.index" / "more").is_dir()


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """The system itself refuses to let a file grow beyond `size`."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_without_room_the_index_before_stays_and_nothing_else(
    store: SearchIndexStore, folder: Path
) -> None:
    save(store, ENTRIES)
    with room_for(1_000), pytest.raises(AssistError, match="could not be saved"):
        save(store, ENTRIES * 50)
    kept = store.load_whole().kept
    assert kept is not None
    assert len(kept.index) == len(ENTRIES)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
def test_a_disk_that_refuses_at_the_last_moment_leaves_nothing_behind(
    store: SearchIndexStore, folder: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(AssistError, match="could not be saved"):
        save(store, ENTRIES)
    assert list(folder.iterdir()) == []


SAVE_FOR_EVER = """
import sys
from pathlib import Path
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.stamps import stamps_of
from desktop_assist.store.search_index import SearchIndexStore

store = SearchIndexStore(Path(sys.argv[1]), "test")
states = []
for size in (200, 3_000):
    texts = (f"退款进度{at}" for at in range(size))
    many = [Entry(Snippet(id=one, title=one, category=("其他",)), "p") for one in texts]
    builder = IndexBuilder(many, None)
    for _ in builder.steps():
        pass
    states.append((builder.index, stamps_of(many)))
while True:
    for index, stamps in states:
        print("saving", flush=True)
        store.save(index, stamps)
"""


def test_killed_while_it_is_written_the_index_is_whole_or_not_there(
    store: SearchIndexStore, folder: Path
) -> None:
    chance = random.Random(4)
    for _ in range(ROUNDS):
        # GIVEN a process that saves indexes without end
        command = [sys.executable, "-c", SAVE_FOR_EVER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(chance.randint(1, 20)):
                process.stdout.readline()
            # WHEN it is killed at some moment
            process.kill()
        # THEN what lies there is whole
        assert store.load_whole().notice is None
    # AND what it left half written is gone with the next index
    save(store, ENTRIES)
    kept = store.load_whole().kept
    assert kept is not None
    assert len(kept.index) == len(ENTRIES)
    assert len(list(folder.iterdir())) == 1
