"""What a text is in, told from its bytes; and files as they really come, each with its own dirt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.packs.exchange.encodings import MIXED, decode
from desktop_assist.packs.exchange.reading import Reading, read_source

DIRTY = Path(__file__).resolve().parents[1] / "data" / "exchange" / "dirty"
REPLIES = (
    "您好，欢迎光临，请问想看哪一款呢？",
    "亲，一天之内发出，上午的单上午发。",
    "这款是纯棉的哦，洗后不会缩水。",
    "在的，稍等帮您查一下库存和物流。",
    "退货请附上写好订单号的纸条，谢谢。",
)
TRADITIONAL = (
    "您好，歡迎光臨，請問想看哪一款呢？",
    "親，一天之內發出，上午的單上午發。",
    "這款是純棉的，洗後不會縮水。",
    "在的，稍等幫您查一下庫存和物流。",
    "退貨請附上寫好訂單號的紙條，謝謝。",
)
rows = st.lists(st.sampled_from(range(5)), min_size=2, max_size=30)


def table(texts: tuple[str, ...], order: list[int]) -> str:
    lines = (f"c{at},{texts[one]},x\r\n" for at, one in enumerate(order))
    return f"code,content,group\r\n{''.join(lines)}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@given(order=rows)
@settings(max_examples=25, deadline=None)
def test_simplified_chinese_is_told_in_every_encoding(encoding: str, order: list[int]) -> None:
    text = table(REPLIES, order)
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@given(order=rows)
@settings(max_examples=25, deadline=None)
def test_utf_16_needs_no_mark(encoding: str, order: list[int]) -> None:
    # 一 and 上 are there on purpose: their bytes look like a zero and a line end.
    text = table(REPLIES, order)
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, encoding, 0)


@given(order=rows)
@settings(max_examples=25, deadline=None)
def test_traditional_chinese_in_big5(order: list[int]) -> None:
    text = table(TRADITIONAL, order)
    assert decode(text.encode("big5")).text == text


@given(order=rows, seed=st.integers(0, 2**16))
@settings(max_examples=25, deadline=None)
def test_files_that_were_joined_are_read_line_by_line(order: list[int], seed: int) -> None:
    lines = table(REPLIES, [0, 1, *order]).splitlines(keepends=True)
    encodings = ["utf-8" if seed >> at % 16 & 1 else "gb18030" for at in range(len(lines))]
    encodings[1:3] = ["utf-8", "gb18030"]
    data = b"".join(map(str.encode, lines, encodings))
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.lost) == ("".join(lines), MIXED, 0)


def test_a_few_broken_bytes_leave_it_utf_8() -> None:
    data = bytearray(table(REPLIES, [0, 1, 2, 3]).encode())
    data[30] = 0xFF
    decoded = decode(bytes(data))
    assert (decoded.encoding, decoded.text.count("一")) == ("utf-8", 3)
    assert 1 <= decoded.lost <= 3


def seen(reading: Reading) -> list[tuple[int, str, str]]:
    return [(one.row, one.snippet.code, one.snippet.body) for one in reading.replies]


def told(reading: Reading) -> list[tuple[int, int, str]]:
    return [(one.row, one.column, str(one.message)[:40]) for one in reading.troubles]


@pytest.mark.parametrize(
    ("name", "encoding", "wanted"),
    [
        # Tabs with an ending of Excel's; the commas are part of what is said.
        (
            "tabs-called-xls.xls",
            "gb18030",
            [(2, "hy", "您好, 欢迎光临, 请讲"), (3, "cf", "亲, 订单还在, 付一下就发")],
        ),
        # Excel's first line, which says what parts the cells.
        (
            "semicolons.csv",
            "utf-8",
            [(3, "hi", "Hello, and welcome"), (4, "bye", "Goodbye, come again")],
        ),
        # Emoji and rare characters, four bytes each.
        (
            "four-bytes.csv",
            "gb18030",
            [(2, "bq", "好的😊㐀𠮷"), (3, "", "生僻字𬭊㛃也在")],
        ),
        # Three exports in one file: their headers and marks are in the middle.
        (
            "joined.csv",
            MIXED,
            [(2, "a", "第一家店的话术"), (4, "b", "第二家店的话术"), (6, "c", "第三家店的话术")],
        ),
        # Zero bytes after each line, and a tail of them.
        (
            "zero-bytes.csv",
            "gb18030",
            [(2, "a", "您好，这里有空字节"), (3, "b", "第二条")],
        ),
        ("old-mac.csv", "gb18030", [(2, "a", "第一行"), (3, "b", "第二行")]),
        # A number that is to stay text, and a code in full width.
        ("kept-as-text.csv", "utf-8", [(2, "0012", "编码带零"), (3, "hy1", "全角编码")]),
    ],
)
def test_dirt_that_costs_nothing(
    name: str, encoding: str, wanted: list[tuple[int, str, str]]
) -> None:
    reading = read_source(DIRTY / name)
    assert (reading.encoding, seen(reading), told(reading)) == (encoding, wanted, [])


@pytest.mark.parametrize(
    ("name", "wanted", "troubles"),
    [
        # A title above, blank rows, a row that is too short and one without a reply.
        (
            "spread-out.csv",
            [(5, "a", "前后有空格"), (8, "c", "少一格")],
            [(7, 2, "There is no reply in this row.")],
        ),
        # Cut off in the middle of a character.
        (
            "cut-off.csv",
            [(2, "a", "这一条是完整的"), (3, "b", "这一条在半个字上断\ufffd")],
            [(3, 12, "1 characters do not fit the encoding utf")],
        ),
        # Line breaks in a cell, doubled quotation marks, and one that nobody doubled.
        (
            "comma-group.csv",
            [(2, "a", '他说"好"，\n第二行')],
            [(4, 3, "A quotation mark is not closed or stands")],
        ),
    ],
)
def test_dirt_that_costs_what_is_told(
    name: str, wanted: list[tuple[int, str, str]], troubles: list[tuple[int, int, str]]
) -> None:
    reading = read_source(DIRTY / name)
    assert (seen(reading), told(reading)) == (wanted, troubles)


def test_every_dirty_file_is_looked_at() -> None:
    source = Path(__file__).read_text("utf-8")
    assert [one.name for one in DIRTY.iterdir() if f'"{one.name}"' not in source] == []
