"""Readings of characters, and letters that spell a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.pinyin import MOST_SPELLINGS, PinyinTable, spelling_pattern

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


def test_a_text_is_spelled_by_syllables_in_every_reading(table: PinyinTable) -> None:
    assert table.spellings("退款，VIP") == ("'tui退'kuan款'v'i'p",)
    assert table.spellings("行") == ("'xing行", "'hang行")
    assert table.spelled_positions("退，款 a") == (0, 2, 4)
    assert len(table.spellings("行了还长重得" * 3)) == MOST_SPELLINGS


@pytest.mark.parametrize(
    "word", ["tk", "tuikuan", "tuik", "tkuan", "tkjd", "kjd", "jindu", "退k", "t款", "tuikuanjindu"]
)
def test_initials_syllables_and_mixtures_spell(table: PinyinTable, word: str) -> None:
    spelling = table.spellings("退款进度")[0]
    pattern = spelling_pattern(word)
    assert pattern is not None
    assert pattern.search(spelling)


@pytest.mark.parametrize("word", ["ui", "uan", "td", "tuikuanx", "款t", "kt", "dd"])
def test_letters_from_the_middle_of_a_syllable_do_not_spell(table: PinyinTable, word: str) -> None:
    spelling = table.spellings("退款进度")[0]
    pattern = spelling_pattern(word)
    assert pattern is not None
    assert not pattern.search(spelling)


@pytest.mark.parametrize("word", ["", "退款", "88", "a.b", "t'k", "x" * 33, "\n", "é"])
def test_what_is_no_pinyin_has_no_pattern(word: str) -> None:
    assert spelling_pattern(word) is None


@given(st.text(max_size=40))
def test_any_word_makes_a_pattern_or_none(word: str) -> None:
    pattern = spelling_pattern(word)
    assert pattern is None or not pattern.search("")
