"""Settings on the disk: a bad value costs only itself, and what is unknown stays."""

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop_assist.core.application import ApplicationProfile
from desktop_assist.errors import AssistError
from desktop_assist.settings import SETTINGS_FORMAT, Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.settings_store import TABLE, SettingsStore


def storage(folder: Path) -> AtomicStorage:
    return AtomicStorage(folder / "settings.jsonl", lambda: datetime.date(2026, 1, 1))


def write(folder: Path, **values: Any) -> None:
    rows = enumerate(values.items(), start=1)
    storage(folder).write(
        {TABLE: {str(n): {"name": name, "value": value} for n, (name, value) in rows}}
    )


def written(folder: Path) -> dict[str, Any]:
    tables = storage(folder).read()
    assert tables is not None
    return {row["name"]: row["value"] for row in tables[TABLE].values()}


def test_a_first_start_has_the_defaults(tmp_path: Path) -> None:
    reading = SettingsStore(storage(tmp_path)).load()
    assert reading.settings == Settings()
    assert reading.faults == ()
    assert reading.is_new


def test_what_was_saved_once_is_no_first_start(tmp_path: Path) -> None:
    SettingsStore(storage(tmp_path)).save(Settings())
    assert not SettingsStore(storage(tmp_path)).load().is_new


def test_settings_are_found_again(tmp_path: Path) -> None:
    settings = Settings(
        language="en",
        slots={"1": "zh/tk"},
        read_limit_ms=900,
        applications=(ApplicationProfile(window_class="qq"),),
        families_off=("tone",),
        checker_on=False,
    )
    SettingsStore(storage(tmp_path)).save(settings)
    assert SettingsStore(storage(tmp_path)).load().settings == settings


def test_a_bad_value_costs_only_itself(tmp_path: Path) -> None:
    write(tmp_path, format=SETTINGS_FORMAT, read_limit_ms=7, shop="小店", theme="pink")
    reading = SettingsStore(storage(tmp_path)).load()
    assert reading.settings == Settings(shop="小店")
    assert [str(fault) for fault in reading.faults] == [
        "The setting “theme” cannot be “pink”; its default is used.",
        "The setting “read_limit_ms” cannot be “7”; its default is used.",
    ]


def test_unknown_and_bad_values_survive_saving(tmp_path: Path) -> None:
    write(tmp_path, format=SETTINGS_FORMAT, hologram={"on": True}, theme="pink", shop="a")
    store = SettingsStore(storage(tmp_path))
    store.save(msgspec.structs.replace(store.load().settings, shop="", agent="小王"))
    assert written(tmp_path) == {
        "format": SETTINGS_FORMAT, "hologram": {"on": True}, "theme": "pink", "shop": "",
        "agent": "小王",
    }  # fmt: skip
    store.save(msgspec.structs.replace(store.load().settings, theme="dark"))
    assert written(tmp_path)["theme"] == "dark"


def test_only_what_was_set_is_written(tmp_path: Path) -> None:
    SettingsStore(storage(tmp_path)).save(Settings(shop="a"))
    assert written(tmp_path) == {"format": SETTINGS_FORMAT, "shop": "a"}


def test_a_newer_format_is_refused_and_never_overwritten(tmp_path: Path) -> None:
    write(tmp_path, format=SETTINGS_FORMAT + 1, shop="a")
    store = SettingsStore(storage(tmp_path))
    with pytest.raises(AssistError, match="newer version"):
        store.load()
    with pytest.raises(AssistError, match="newer version"):
        store.save(Settings())
    assert written(tmp_path)["shop"] == "a"


def test_an_older_format_is_brought_forward(tmp_path: Path) -> None:
    write(tmp_path, format=SETTINGS_FORMAT - 1, store_name="小店")

    def renamed(values: dict[str, Any]) -> dict[str, Any]:
        return {"shop": values.pop("store_name"), **values}

    store = SettingsStore(storage(tmp_path), {SETTINGS_FORMAT - 1: renamed})
    assert store.load().settings.shop == "小店"
    store.save(store.load().settings)
    assert written(tmp_path) == {"format": SETTINGS_FORMAT, "shop": "小店"}


def test_repairs_of_the_file_are_told(tmp_path: Path) -> None:
    SettingsStore(storage(tmp_path)).save(Settings(shop="a"))
    SettingsStore(storage(tmp_path)).load()
    (tmp_path / "settings.jsonl").write_bytes(b"")
    reading = SettingsStore(storage(tmp_path)).load()
    assert reading.settings.shop == "a"
    assert "was damaged" in str(reading.faults[0])
