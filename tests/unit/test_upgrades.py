"""A data folder between versions: old ones come forward, newer ones are refused and left alone.

`tests/data/homes/0.1.0` was written by version 0.1.0 and is never written again.
"""

from __future__ import annotations

import datetime
import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.app_stores import Stores, open_settings, open_stores
from desktop_assist.settings import SETTINGS_FORMAT, Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.forgiving import ForgivingStorage
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.records import FILE_FORMAT, decoded, encoded, line
from desktop_assist.store.settings_store import TABLE, SettingsStore

OLD = Path(__file__).parents[1] / "data" / "homes" / "0.1.0"
DAY = datetime.date(2026, 12, 1)
TABLES = ("settings", "own-snippets", "usage", "drafts", "exceptions", "progress")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A copy of what version 0.1.0 left."""
    return Home(Path(shutil.copytree(OLD, tmp_path / "data")))


def raised(error: AssistError) -> None:
    raise error


def opened(home: Home) -> Stores:
    return open_stores(home, raised)


def fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def newer_file(file: Path) -> None:
    """As a later version might write it: a header that tells its format, the rest unknown here."""
    body = b'{"rows": "in another shape"}\n'
    file.write_bytes(line({"format": FILE_FORMAT + 1, "tables": {}}) + body)


def test_settings_of_the_first_version_are_all_there(home: Home) -> None:
    reading = open_settings(home).load()
    assert reading.faults == ()
    settings = reading.settings
    assert (settings.shop, settings.agent, settings.language) == ("小店 ☕", "小王", "zh_CN")
    assert settings.slots == {"slot_1": "own/note"}
    assert (settings.read_limit_ms, settings.families_off) == (900, ("tone",))
    assert [one.chord for one in settings.applications] == ["shift+insert"]


def test_replies_drafts_and_uses_of_the_first_version_are_all_there(home: Home) -> None:
    stores = opened(home)
    note = stores.own.get("note")
    assert note is not None
    assert note.body == "您好，{{ agent }}早上回复🌙\n谢谢"
    assert note.category == ("常用", "夜间")
    assert len(stores.own.all()) == 2
    assert stores.drafts.load() == {"note": {"body": "还没写完"}}
    assert stores.usage.standing()["own/note"].uses == 2
    assert stores.notices == []
    stores.writer.close()


def test_an_old_folder_is_backed_up_as_it_was_before_it_is_changed(home: Home) -> None:
    before = home.own_snippets.read_bytes()
    stores = opened(home)
    stores.own.save(Snippet(id="new", title="New", category=("a",), body="new"))
    stores.writer.close()
    backups = [one.read_bytes() for one in (home.folder / "backups").glob("own-snippets.jsonl.*")]
    assert before in backups


def test_a_migration_keeps_the_old_settings_as_a_backup(home: Home) -> None:
    # GIVEN settings of the format before, in which the shop had another name
    rows: dict[str, dict[str, object]] = {
        "1": {"name": "format", "value": SETTINGS_FORMAT - 1},
        "2": {"name": "store_name", "value": "小店"},
    }
    old = encoded({TABLE: rows})
    home.settings.write_bytes(old)

    def renamed(values: dict[str, Any]) -> dict[str, Any]:
        return {"shop": values.pop("store_name"), **values}

    # WHEN this version reads and saves them
    storage = AtomicStorage(home.settings, lambda: DAY)
    store = SettingsStore(storage, {SETTINGS_FORMAT - 1: renamed})
    store.save(store.load().settings)
    # THEN they came forward, and the old file is there byte for byte
    tables = decoded(home.settings.read_bytes()).tables
    assert {"name": "shop", "value": "小店"} in tables[TABLE].values()
    backup = home.folder / "backups" / f"settings.jsonl.{DAY.isoformat()}"
    assert backup.read_bytes() == old


@pytest.mark.parametrize("name", TABLES)
def test_a_file_of_a_newer_version_is_refused_and_stays_as_it_is(home: Home, name: str) -> None:
    # GIVEN one file that a later version wrote
    file = home.folder / f"{name}.jsonl"
    newer_file(file)
    before = fingerprint(file)
    # WHEN this version starts on it and wants to write
    storage = ForgivingStorage(file, lambda: DAY)
    storage.read()
    with pytest.raises(AssistError, match="newer version") as refusal:
        storage.write({"any": {"1": {"a": 1}}})
    # THEN it says what to do, and not a byte is another
    assert "Update the program" in str(refusal.value)
    assert any("newer version" in str(notice) for notice in storage.notices)
    assert fingerprint(file) == before


def test_one_newer_file_costs_only_itself(home: Home) -> None:
    newer_file(home.drafts)
    stores = opened(home)
    assert stores.own.get("note") is not None
    assert any("newer version" in str(notice) for notice in stores.notices)
    stores.writer.close()


def test_the_command_line_refuses_newer_settings_with_a_sentence(home: Home) -> None:
    rows = {"1": {"name": "format", "value": SETTINGS_FORMAT + 1}}
    home.settings.write_bytes(encoded({TABLE: rows}))
    before = fingerprint(home.settings)
    store = SettingsStore(AtomicStorage(home.settings, lambda: DAY, may_write=False))
    with pytest.raises(AssistError, match="written by a newer version"):
        store.load()
    assert fingerprint(home.settings) == before


def test_options_that_only_a_newer_version_knows_outlive_this_one(home: Home) -> None:
    storage = AtomicStorage(home.settings, lambda: DAY)
    tables = storage.read() or {}
    tables[TABLE]["99"] = {"name": "hologram", "value": {"depth": 3}}
    storage.write(tables)
    store = SettingsStore(AtomicStorage(home.settings, lambda: DAY))
    store.save(Settings(shop="new"))
    rows = decoded(home.settings.read_bytes()).tables[TABLE].values()
    assert {"name": "hologram", "value": {"depth": 3}} in rows


def test_a_reply_that_only_a_newer_version_understands_outlives_this_one(home: Home) -> None:
    # GIVEN a reply whose body a later version writes in another shape
    storage = AtomicStorage(home.own_snippets, lambda: DAY)
    tables = storage.read() or {}
    name, row = next(
        (name, row) for name, rows in tables.items() for row in rows.values() if "two" in str(row)
    )
    strange = _with_body(row, {"paragraphs": ["second"]})
    tables[name]["99"] = strange
    storage.write(tables)
    # WHEN this version saves another reply
    own = OwnSnippets(AtomicStorage(home.own_snippets, lambda: DAY))
    own.save(Snippet(id="third", title="Third", category=("a",), body="third"))
    # THEN the strange one is still there as it was
    rows = [
        row
        for table in decoded(home.own_snippets.read_bytes()).tables.values()
        for row in table.values()
    ]
    assert strange in rows


def _with_body(row: Any, body: object) -> Any:
    """The record `row` with `body` in place of its text, wherever that stands in it."""
    if not isinstance(row, dict):
        return row
    return {key: body if key == "body" else _with_body(one, body) for key, one in row.items()}
