"""Whatever lies in the place of a file: the program starts, says so, and nothing is thrown away."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.app_stores import open_settings, open_stores
from desktop_assist.store.home import Home
from desktop_assist.store.journal import FORMAT
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.picks import PickStore
from desktop_assist.store.records import FILE_FORMAT, line
from tests.unit.store_stage import (
    DAMAGES,
    JOURNALS,
    MB,
    TABLES,
    Damage,
    Open,
    Options,
    Own,
    Picks,
    Store,
    Uses,
    fail,
    much_garbage,
    storage,
    torn,
)

every_store = pytest.mark.parametrize("store", TABLES + JOURNALS, ids=lambda one: one.__name__)
every_table = pytest.mark.parametrize("store", TABLES, ids=lambda one: one.__name__)
every_journal = pytest.mark.parametrize("store", JOURNALS, ids=lambda one: one.__name__)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "kept.jsonl"


def filled(store: Open, file: Path) -> bytes:
    """Two texts in `file`, and no backup to fall back on."""
    for text in ("第一", "第二"):
        store(file).add(text)
    without_backups(file)
    return file.read_bytes()


def without_backups(file: Path) -> None:
    shutil.rmtree(file.parent / "backups", ignore_errors=True)


def told(store: Store) -> str:
    return "\n".join(map(str, store.notices))


def places_of(data: bytes, file: Path) -> list[Path]:
    """The files in which exactly `data` stands."""
    found = (one for one in file.parent.glob(f"{file.name}*") if one.is_file())
    return [one for one in found if one.read_bytes() == data]


@every_store
def test_where_there_is_no_file_all_begins_anew(store: Open, file: Path) -> None:
    opened = store(file)
    assert (opened.texts(), told(opened)) == (set(), "")
    opened.add("新的")
    assert "新的" in store(file).texts()


@every_store
@pytest.mark.parametrize("damage", [*DAMAGES, much_garbage])
def test_a_damaged_file_is_kept_aside_and_told_of(store: Open, file: Path, damage: Damage) -> None:
    # GIVEN a file that is damaged, and no backup
    ruined = damage(filled(store, file))
    before = store(file).texts()
    without_backups(file)
    file.write_bytes(ruined)
    # WHEN the program starts
    opened = store(file)
    # THEN what is left is there, and the damaged file is kept where the notice says
    assert opened.texts() <= before
    if store in JOURNALS and not ruined:
        assert told(opened) == ""  # a journal that was only begun holds nothing
    else:
        (place,) = places_of(ruined, file)
        assert place != file
        assert f"“{place}”" in told(opened)
    # AND work goes on; the next start has nothing to tell
    kept = opened.texts()
    opened.add("新的")
    again = store(file)
    assert "新的" in again.texts()
    assert kept - again.texts() <= ({"第一"} if store is Options else set())
    assert told(again) == ""


@every_store
def test_what_was_put_aside_is_never_written_over(store: Open, file: Path) -> None:
    filled(store, file)
    for ruin in (b"one", b"two", b"three"):
        file.write_bytes(ruin)
        assert store(file).texts() == set()
    for ruin in (b"one", b"two", b"three"):
        assert len(places_of(ruin, file)) == 1


@every_store
def test_a_folder_in_the_files_place_is_kept_aside(store: Open, file: Path) -> None:
    file.mkdir(parents=True)
    (file / "precious.txt").write_text("mine")
    opened = store(file)
    (inside,) = file.parent.rglob("precious.txt")
    assert inside.read_text() == "mine"
    assert f"“{inside.parent}”" in told(opened)
    opened.add("新的")
    again = store(file)
    assert "新的" in again.texts()
    assert told(again) == ""


@every_store
def test_a_file_that_cannot_be_read_is_told_of_and_left_alone(
    store: Open, file: Path, refuse: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = filled(store, file)
    refuse(file)
    opened = store(file)
    assert f"“{file}” cannot be read: access is not allowed" in told(opened)
    if store in TABLES:
        with pytest.raises(AssistError, match="cannot be read"):
            opened.add("新的")
    else:
        opened.add("新的")  # only ever added to, which needs no reading
    monkeypatch.undo()
    # THEN with the next start all is there again
    assert file.read_bytes().startswith(data)
    assert {"第一", "第二"} <= store(file).texts()


@every_table
def test_while_a_file_cannot_be_read_its_backup_is_shown(
    store: Open, file: Path, refuse: Callable[[Path], None]
) -> None:
    filled(store, file)
    texts = store(file).texts()  # which makes the day's backup
    refuse(file)
    opened = store(file)
    assert opened.texts() == texts
    assert "you see the backup of 2026-03-02, and changes are not saved" in told(opened)


@every_table
def test_a_file_of_a_newer_version_is_told_of_and_left_alone(store: Open, file: Path) -> None:
    data = line({"format": FILE_FORMAT + 1, "tables": {}}) + b"what we do not know"
    file.parent.mkdir()
    file.write_bytes(data)
    opened = store(file)
    assert "newer version of this program. Nothing in it was changed. Update" in told(opened)
    with pytest.raises(AssistError, match="newer version"):
        opened.add("新的")
    assert file.read_bytes() == data


@every_journal
def test_lines_of_a_newer_version_stay_beside_ours(store: Open, file: Path) -> None:
    foreign = line({"format": FORMAT + 1, "what": "we do not know"})
    file.parent.mkdir()
    file.write_bytes(foreign * 3)
    opened = store(file)
    assert "3 entries of" in told(opened)
    assert "another version of this program. They stay in it." in told(opened)
    opened.add("新的")
    # A line that is damaged makes it be written anew: they are still there.
    file.write_bytes(file.read_bytes() + b"damaged")
    assert store(file).texts() == {"新的"}
    assert file.read_bytes().count(foreign) == 3


@every_table
def test_a_damaged_file_on_a_full_disk_is_read_and_repaired_later(
    store: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruined = torn(filled(store, file))
    file.write_bytes(ruined)

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        opened = store(file)
        assert "the disk is full" in told(opened)
        kept = opened.texts()
        if store is not Uses:  # whose favourites go into a journal
            with pytest.raises(AssistError, match="the disk is full"):
                opened.add("新的")
        assert file.read_bytes() == ruined
    # WHEN there is room again
    opened.add("新的")
    # THEN the damaged file is kept aside, and nothing else is lost
    assert places_of(ruined, file)
    assert kept | {"新的"} >= store(file).texts() >= ({"新的"} | kept) - {"第一"}


def test_who_saves_elsewhere_meanwhile_can_ask_first(
    file: Path, refuse: Callable[[Path], None]
) -> None:
    Own(file).add("第一")
    assert not storage(file).is_shut
    refuse(file)
    assert storage(file).is_shut


@every_table
def test_a_file_in_the_place_of_the_backups_stops_nothing(store: Open, file: Path) -> None:
    file.parent.mkdir()
    (file.parent / "backups").write_text("mine")
    store(file).add("第一")
    file.write_bytes(b"ruined")
    store(file).add("第二")
    assert "第二" in store(file).texts()
    assert (file.parent / "backups").read_text() == "mine"


def test_a_file_of_50_mb_is_read_whole(file: Path) -> None:
    own = OwnSnippets(storage(file))
    own.save(Snippet(id="own-1", title="长", category=(), body="字" * (50 * MB // 3)))
    again = OwnSnippets(storage(file)).get("own-1")
    assert again is not None
    assert len(again.body) == 50 * MB // 3


def test_a_journal_of_50_mb_keeps_its_newest_events(file: Path) -> None:
    grams = ["字" * 49] * 40
    one = line({"format": FORMAT, "grams": grams, "key": "p/old", "day": 1})
    file.parent.mkdir()
    file.write_bytes(one * (50 * MB // len(one)))
    Picks(file).add("p/new")
    store = PickStore(file, file.with_name("next.jsonl"), fail)
    assert [pick.key for pick in store.picks][-2:] == ["p/old", "p/new"]
    assert file.stat().st_size < 50 * MB


# All of it together, as the tray opens it


WAYS: dict[str, Callable[[Path], object]] = {
    "folder": lambda file: file.mkdir(),
    "ruined": lambda file: file.write_bytes(b"ruined"),
    "newer": lambda file: file.write_bytes(line({"format": FILE_FORMAT + 1, "tables": {}})),
}


@pytest.mark.parametrize("way", WAYS)
def test_with_every_file_spoilt_the_program_opens_them_and_tells_of_each(
    tmp_path: Path, way: str
) -> None:
    home = Home(tmp_path)
    files = [home.settings, home.own_snippets, home.usage, home.exceptions, home.drafts,
             home.picks, home.follow_ups]  # fmt: skip
    for file in files:
        WAYS[way](file)
    settings = open_settings(home).load()
    stores = open_stores(home, fail)
    told = "\n".join(map(str, (*settings.faults, *stores.notices)))
    stores.writer.close()
    assert [file.name for file in files if f"“{file}" not in told] == []
