"""Readings of characters, and letters that spell a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.language.pinyin import PinyinTable, may_spell

TABLE_FILE = Path(__file__).resolve().parents[2] / "resources" / "pinyin.tsv"


@pytest.fixture(scope="module")
def table() -> PinyinTable:
    return PinyinTable.from_text(TABLE_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("character", "readings"),
    [
        ("退", ("tui",)),
        ("行", ("xing", "hang")),
        ("了", ("le", "liao")),
        ("还", ("hai", "huan")),
        ("长", ("zhang", "chang")),
        ("重", ("zhong", "chong")),
        ("女", ("nv",)),
        ("單", ("dan",)),
        ("a", ()),
        ("。", ()),
    ],
)
def test_the_table_knows_the_common_readings(
    table: PinyinTable, character: str, readings: tuple[str, ...]
) -> None:
    assert table.readings(character) == readings


def test_the_table_covers_the_characters_of_gb_2312(table: PinyinTable) -> None:
    level_one = bytes(b for row in range(0xB0, 0xD8) for c in range(0xA1, 0xFF) for b in (row, c))
    missing = [
        one for one in level_one.decode("gb2312", errors="ignore") if not table.readings(one)
    ]
    assert missing == []
    assert len(table) > 8_000


def test_lines_that_do_not_fit_cost_only_themselves() -> None:
    table = PinyinTable.from_text("# note\n\nhao\nni\t你\nle\t了\nliao\t\t了\n")
    assert table.readings("你") == ("ni",)
    assert table.readings("了") == ("le", "liao")
    assert len(table) == 2


@pytest.mark.parametrize(
    ("word", "text", "span"),
    [
        ("tk", "退款进度", (0, 2)),
        ("tuikuan", "退款进度", (0, 2)),
        ("tuik", "退款进度", (0, 2)),
        ("tkuan", "退款进度", (0, 2)),
        ("kjd", "退款进度", (1, 4)),
        ("jindu", "退款进度", (2, 4)),
        ("退k", "退款进度", (0, 2)),
        ("t款", "退款进度", (0, 2)),
        ("xian", "先看西安", (0, 1)),
        ("xianz", "去西安站", (1, 4)),
        ("yinhang", "银行", (0, 2)),
        ("yinxing", "银行", (0, 2)),
        ("haole", "好了", (0, 2)),
        ("haoliao", "好了", (0, 2)),
        ("vipzx", "vip专享", (0, 5)),
    ],
)
def test_initials_syllables_and_mixtures_spell(
    table: PinyinTable, word: str, text: str, span: tuple[int, int]
) -> None:
    assert table.spelled(word, text) == span


@pytest.mark.parametrize("word", ["ui", "uan", "td", "tuikuanx", "款t", "kt", "dd", "ttuikuan"])
def test_letters_from_the_middle_of_a_syllable_do_not_spell(table: PinyinTable, word: str) -> None:
    assert table.spelled(word, "退款进度") is None


def test_a_word_that_begins_a_text_is_told_from_one_inside_it(table: PinyinTable) -> None:
    assert table.spelled_end("tk", "退款进度") == 2
    assert table.spelled_end("jd", "退款进度") is None


def test_a_piece_stands_for_characters_and_a_single_letter_for_itself(table: PinyinTable) -> None:
    assert {"退", "推"} <= table.characters("tui")
    assert "退" in table.characters("t")
    assert "t" in table.characters("t")
    assert table.characters("款") == {"款"}
    assert table.characters("tuiq") == frozenset()


@pytest.mark.parametrize("word", ["", "退款", "88", "a.b", "t'k", "x" * 33, "\n", "é"])
def test_what_is_no_pinyin_does_not_spell(word: str) -> None:
    assert not may_spell(word)


@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
def test_any_word_may_be_looked_for_in_any_text(word: str, text: str) -> None:
    span = SMALL.spelled(word, text)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


SMALL = PinyinTable({"退": ("tui",), "行": ("xing", "hang")})
