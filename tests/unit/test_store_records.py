"""The lines on the disk: any record comes back, and damage costs single lines."""

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.store.records import FILE_FORMAT, decoded, encoded, line, payload

# Text of every kind, half emojis included, as programs leave them on the clipboard.
WORDS = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
ROWS = st.dictionaries(WORDS, st.dictionaries(WORDS, WORDS | st.integers() | st.none()), max_size=4)
TABLES = st.dictionaries(WORDS, ROWS, max_size=3)

TWO = {"own": {"1": {"body": "您好\n再见"}, "2": {"body": "😀"}}}


@settings(deadline=None)
@given(TABLES)
def test_any_tables_come_back_whole(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    recovered = decoded(encoded(tables))
    assert recovered.is_whole
    assert recovered.tables == tables


def test_the_file_is_lines_of_json_in_utf8() -> None:
    lines = encoded(TWO).decode("utf-8").splitlines()
    assert json.loads(lines[1])[1]["record"] == {"body": "您好\n再见"}
    assert "您好" in lines[1]


@settings(deadline=None)
@given(st.data())
def test_one_changed_byte_never_passes_for_whole_and_costs_one_record(data: st.DataObject) -> None:
    whole = bytearray(encoded(TWO))
    position = data.draw(st.integers(0, len(whole) - 1))
    ends_line = whole[position] == ord("\n")
    whole[position] ^= data.draw(st.integers(1, 255))
    recovered = decoded(bytes(whole))
    assert not recovered.is_whole or recovered.tables == TWO
    rows = recovered.tables.get("own", {})
    assert rows.items() <= TWO["own"].items()
    assert ends_line or rows


@settings(deadline=None)
@given(st.integers(0, len(encoded(TWO)) - 2))
def test_a_cut_file_keeps_what_stands_before_the_cut(length: int) -> None:
    recovered = decoded(encoded(TWO)[:length])
    assert not recovered.is_whole
    assert recovered.tables.get("own", {}).items() <= TWO["own"].items()


@settings(deadline=None)
@given(st.binary())
def test_garbage_gives_nothing_and_never_fails(garbage: bytes) -> None:
    assert decoded(garbage).names == frozenset()


NAMES = st.sampled_from(["format", "tables", "table", "id", "record", "own"])
JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=4),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(NAMES, inside, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.lists(st.dictionaries(NAMES, JSON), max_size=4))
def test_lines_with_a_sum_that_fits_and_another_sense_never_fail(
    lines: list[dict[str, object]],
) -> None:
    recovered = decoded(b"".join(map(line, lines)))
    rows = [row for rows in recovered.tables.values() for row in rows.values()]
    assert all(isinstance(row, dict) for row in rows)
    assert len(rows) <= len(lines)


def test_a_sum_that_fits_over_what_is_no_json_is_damage() -> None:
    body = b"not json"
    digest = hashlib.blake2b(body, digest_size=8).hexdigest().encode()
    assert payload(b'["%s",%s]' % (digest, body)) is None


@pytest.mark.parametrize("tables", ["other", ["a"], {}])
def test_a_newer_format_is_told_and_not_taken_apart(tables: object) -> None:
    data = line({"format": FILE_FORMAT + 1, "tables": tables}) + b"anything"
    assert decoded(data).format == FILE_FORMAT + 1
