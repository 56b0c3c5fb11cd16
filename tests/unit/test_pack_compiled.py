"""The kept copy of a pack is fast, and never anything but the pack."""

import os
from pathlib import Path

import pytest

from desktop_assist.packs import reader
from desktop_assist.packs.compiled import CompiledPacks
from desktop_assist.packs.folders import PackReading
from desktop_assist.packs.reader import read_pack

SNIPPET = "  - id: {id}\n    title: 退款\n    category: [售后]\n    body: 您好\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "packs" / "zh"
    (folder / "snippets").mkdir(parents=True)
    (folder / "pack.yaml").write_text('id: zh\nversion: "1"\ntitle: t\n', "utf-8")
    write(folder, "a", "    valid_until: 2026-01-31\n")
    return folder


@pytest.fixture
def packs(tmp_path: Path) -> CompiledPacks:
    return CompiledPacks(tmp_path / "cache")


def write(folder: Path, name: str, extra: str = "") -> None:
    text = f"snippets:\n{SNIPPET.format(id=name)}{extra}"
    (folder / "snippets" / f"{name}.yaml").write_text(text, "utf-8")


def forbid_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> PackReading:
        raise AssertionError(folder)

    monkeypatch.setattr(reader, "read_pack", fail)


def test_the_second_reading_needs_no_yaml(
    folder: Path, packs: CompiledPacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = packs.read_packs(folder.parent)
    forbid_yaml(monkeypatch)
    assert packs.read_packs(folder.parent) == first


def test_every_change_of_the_files_is_seen(folder: Path, packs: CompiledPacks) -> None:
    packs.read_pack(folder)
    write(folder, "b")
    assert packs.read_pack(folder) == read_pack(folder)
    (folder / "snippets" / "a.yaml").unlink()
    assert packs.read_pack(folder) == read_pack(folder)
    # A change that keeps the size is seen by its time.
    file = folder / "snippets" / "b.yaml"
    file.write_text(file.read_text("utf-8").replace("您好", "再见"), "utf-8")
    os.utime(file, ns=(1, 1))
    reading = packs.read_pack(folder)
    assert reading.pack is not None
    assert reading.pack.snippets[0].body == "再见"


@pytest.mark.parametrize("position", [0, 40, 200, -2])
def test_a_damaged_copy_is_made_anew(
    folder: Path, packs: CompiledPacks, tmp_path: Path, position: int
) -> None:
    first = packs.read_pack(folder)
    (file,) = (tmp_path / "cache").iterdir()
    whole = bytearray(file.read_bytes())
    damaged = whole.copy()
    damaged[position] ^= 1
    for data in (bytes(damaged), b"", bytes(whole[: len(whole) // 2]), b"[" * 100_000):
        file.write_bytes(data)
        assert packs.read_pack(folder) == first
    assert file.read_bytes() == whole


def test_faults_show_each_time(folder: Path, packs: CompiledPacks) -> None:
    write(folder, "b", "    locked: maybe\n")
    assert packs.read_pack(folder).faults
    assert packs.read_pack(folder).faults


def test_a_cache_that_cannot_be_written_costs_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    packs = CompiledPacks(tmp_path / "file")
    assert packs.read_pack(folder) == read_pack(folder)
