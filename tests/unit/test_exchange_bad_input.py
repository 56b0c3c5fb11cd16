"""Broken, hostile and oversized files: a sentence that says where, and nothing else happens."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.errors import AssistError
from desktop_assist.packs.exchange.csv_table import csv_table
from desktop_assist.packs.exchange.encodings import Decoded, decode
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.reading import read_source

DATA = Path(__file__).resolve().parents[1] / "data" / "exchange"
HEADER = "快捷短语编码,快捷短语,快捷短语分组\n"


def refused(file: Path, limits: Limits | None = None) -> str:
    with pytest.raises(AssistError) as caught:
        read_source(file, limits)
    assert caught.value.hint is not None
    return str(caught.value.message)


def written(folder: Path, name: str, data: bytes | str) -> Path:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def test_broken_json_is_told_with_its_place() -> None:
    assert "line 2, column 30" in refused(DATA / "broken.json")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b" \r\n \n", "is empty"),
        ("commas.csv", b",,,\n,,\n", "no row with anything in it"),
        ("deep.json", b"[" * 100_000, "nested too deep"),
        ("other.json", b'{"version": 1, "things": [{"a": 1}]}', "no format that is known"),
        ("torn.xlsx", b"PK\x03\x04" + b"x" * 100, "no workbook that can be read"),
        ("torn.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "no workbook that can be read"),
        ("alias.yml", b"a: &a [x]\nmatches: [*a, *a]\n", "line 1"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    assert told in refused(written(tmp_path, name, data))


def test_a_missing_file_and_a_folder_of_something_else(tmp_path: Path) -> None:
    assert "there is no such file" in refused(tmp_path / "no.csv")
    assert "neither a pack nor phrases" in refused(tmp_path)


def test_limits_are_kept_and_can_be_set(tmp_path: Path) -> None:
    rows = written(tmp_path, "rows.csv", HEADER + "a,您好,b\n" * 11)
    assert "more than 10 rows" in refused(rows, Limits(rows=10))
    assert len(read_source(rows, Limits(rows=12)).replies) == 11
    assert "larger than 1 MB" in refused(
        written(tmp_path, "big.csv", b"x" * 1_000_001), Limits(size=1_000_000)
    )


def test_a_cell_that_is_too_long_costs_its_row(tmp_path: Path) -> None:
    file = written(tmp_path, "long.csv", f"{HEADER}a,{'长' * 60},b\nc,短,d\n")
    reading = read_source(file, Limits(cell=50))
    assert [one.snippet.code for one in reading.replies] == ["c"]
    assert (reading.troubles[0].row, reading.troubles[0].column) == (2, 2)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 20_000_000)
    file = written(tmp_path, "bomb.xlsx", stream.getvalue())
    assert file.stat().st_size < 100_000
    assert "is larger than" in refused(file, Limits(unpacked=10_000_000))


@pytest.mark.parametrize(
    "name",
    ["../secret.png", "/etc/hostname", "..\\secret.png", "link.png", "x" * 300],
)
def test_pictures_come_from_beside_the_file_only(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    file = written(folder, "a.csv", f"标题,内容,图片名\na,b,{name}\n")
    reading = read_source(file)
    assert reading.replies[0].picture is None
    assert "is not beside the file" in str(reading.troubles[0].message)


def test_autokey_does_not_follow_links_out_of_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", "utf-8")
    folder = tmp_path / "phrases"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    (folder / ".a.json").write_text('{"type": "phrase"}', "utf-8")
    assert "neither a pack nor phrases" in refused(folder)


@given(st.lists(st.lists(st.text('ab,"\n\r;\t中', max_size=6), min_size=2, max_size=4), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_table_is_read_without_an_error(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    table = csv_table(Path("x.csv"), Decoded(text, "utf-8"), Limits())
    numbers = [line.number for line in table.lines]
    assert numbers == sorted(set(numbers))


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_some_text(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.lost == decoded.text.count("\ufffd") or decoded.encoding == "utf-8"


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest(tmp_path: Path) -> None:
    lines = "".join(f"c{number},话术{number},组\n" for number in range(1000))
    file = written(tmp_path, "open.csv", f'{HEADER}x,"没有关上,组\n{lines}')
    reading = read_source(file)
    assert len(reading.replies) == 1000
    assert [one.row for one in reading.troubles] == [2]
