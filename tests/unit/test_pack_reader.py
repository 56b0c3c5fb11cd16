"""Packs from folders: what is broken costs only itself, and says so by file, line and column."""

from pathlib import Path

import pytest

from desktop_assist.packs.folders import PackReading
from desktop_assist.packs.reader import read_pack, read_packs

MANIFEST = 'id: {id}\nversion: "1"\ntitle: 售后\n'
GOOD = "  - id: {id}\n    title: 退款\n    category: [售后, 退款]\n    body: 您好\n"


def write_pack(folder: Path, snippets: str = "", manifest: str = "", pack_id: str = "zh") -> Path:
    (folder / "snippets").mkdir(parents=True)
    (folder / "pack.yaml").write_text(manifest or MANIFEST.format(id=pack_id), "utf-8")
    if snippets:
        text = f"format: 1\nsnippets:\n{snippets}"
        (folder / "snippets" / "a.yaml").write_text(text, "utf-8")
    return folder


def ids(reading: PackReading) -> list[str]:
    assert reading.pack is not None
    return [snippet.id for snippet in reading.pack.snippets]


def test_a_pack_is_read_with_its_types(tmp_path: Path) -> None:
    extra = (
        "    locked: true\n    valid_from: 2026-01-31\n    tags: [x, 'no']\n"
        "    fields:\n      - {name: days, kind: number, default: 3}\n"
        "    welcome: {hours: 06:00-11:30, standing: [vip]}\n"
    )
    reading = read_pack(write_pack(tmp_path / "p", GOOD.format(id="tk") + extra))
    assert reading.faults == ()
    assert reading.pack is not None
    (snippet,) = reading.pack.snippets
    assert snippet.locked is True
    assert str(snippet.valid_from) == "2026-01-31"
    assert snippet.tags == ("x", "no")
    assert snippet.fields[0].default == "3"
    assert snippet.welcome is not None
    assert snippet.welcome.standing == ("vip",)


@pytest.mark.parametrize(
    ("broken", "place", "words"),
    [
        (GOOD.format(id="x").replace("title", "titel"), "8:12", "Did you mean “title”"),
        (GOOD.format(id="x") + "    locked: yes\n", "11:13", "Write true or false"),
        (GOOD.format(id="x") + "    valid_until: 31.1.2026\n", "11:18", "2026-01-31"),
        (GOOD.format(id="x") + "    messages: [a, b]\n", "10:11", "either “body” or “messages”"),
        (GOOD.format(id="x") + "    tags: [a, [b]]\n", "11:15", "tags[1]"),
        (GOOD.format(id="x") + "    tags: a\n", "11:11", "Write a list"),
        (GOOD.format(id="x") + "    image: ../secret.png\n", "11:12", "outside the pack"),
        (GOOD.format(id="x") + "    body: *x\n", "11:5", "stands here twice"),
        (GOOD.format(id="x") + "    notes: !!python/name:os.system x\n", "11:12", "special kind"),
        (GOOD.format(id="退款"), "7:9", "is not an id"),
        (GOOD.format(id="ok"), "7:9", "is taken by a.yaml:3"),
        ("  - id: x\n    category: [a]\n    body: b\n", "7:5", "“title” is missing"),
        ("  - id: x\n    title: a\n    category: [a]\n", "7:5", "either “body” or “messages”"),
        ("  - just text\n", "7:5", "name: text"),
    ],
)
def test_a_broken_snippet_costs_only_itself(
    tmp_path: Path, broken: str, place: str, words: str
) -> None:
    # GIVEN a broken snippet between two good ones
    snippets = GOOD.format(id="ok") + broken + GOOD.format(id="also-ok")
    # WHEN the pack is read
    reading = read_pack(write_pack(tmp_path / "p", snippets))
    # THEN the good ones are there, and the fault names its place
    assert ids(reading) == ["ok", "also-ok"]
    assert any(
        str(fault).startswith(f"{tmp_path / 'p' / 'snippets' / 'a.yaml'}:{place}: ")
        for fault in reading.faults
    ), [str(fault) for fault in reading.faults]
    assert words in " ".join(map(str, reading.faults))


def test_all_faults_show_at_once(tmp_path: Path) -> None:
    snippets = "".join(GOOD.format(id=f"X{n}") for n in range(7))
    reading = read_pack(write_pack(tmp_path / "p", snippets))
    assert len(reading.faults) == 7


def test_what_stands_before_a_broken_line_is_kept(tmp_path: Path) -> None:
    snippets = GOOD.format(id="ok") + "  - id: x\n    title: 'open\n" + GOOD.format(id="lost")
    reading = read_pack(write_pack(tmp_path / "p", snippets))
    assert ids(reading) == ["ok"]
    assert ":8:12: " in str(reading.faults[0])


def test_a_broken_file_costs_only_itself(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", GOOD.format(id="ok"))
    (folder / "snippets" / "b.yaml").write_bytes("snippets: 您".encode("gbk"))
    (folder / "snippets" / "c.yaml").write_bytes(b"")
    (folder / "snippets" / "d.yaml").write_text("format: 9\nsnippets: []\n")
    reading = read_pack(folder)
    assert ids(reading) == ["ok"]
    assert [fault.file.name for fault in reading.faults] == ["b.yaml", "c.yaml", "d.yaml"]


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        (MANIFEST.format(id="zh") + "format: 2\n", "format 2; this program reads up to 1"),
        (MANIFEST.format(id="zh") + "format: two\n", "whole number"),
        (MANIFEST.format(id="../zh"), "is not an id"),
        ("id: zh\n", "is missing"),
        ("- id: zh\n", "name: text"),
        ("just text\n", "name: text"),
    ],
)
def test_a_broken_manifest_refuses_the_pack_and_still_shows_the_rest(
    tmp_path: Path, manifest: str, words: str
) -> None:
    reading = read_pack(write_pack(tmp_path / "p", GOOD.format(id="X"), manifest))
    assert reading.pack is None
    assert words in str(reading.faults[0])
    assert any("is not an id" in str(fault) for fault in reading.faults)


def test_a_broken_pack_costs_only_itself(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", GOOD.format(id="x"), "broken: [")
    write_pack(tmp_path / "b", GOOD.format(id="x"))
    write_pack(tmp_path / "c", GOOD.format(id="x"))
    (tmp_path / "no-pack").mkdir()
    first, second, third = read_packs(tmp_path)
    assert first.pack is None
    assert ids(second) == ["x"]
    # A second pack with the id of the first would hide its replies.
    assert third.pack is None
    assert "same id" in str(third.faults[0])


def test_no_folder_means_no_packs(tmp_path: Path) -> None:
    assert read_packs(tmp_path / "none") == ()
    assert read_pack(tmp_path / "none").pack is None
