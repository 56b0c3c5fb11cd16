"""What a mistyped word may have been meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.searching.slips import MOST_MEANT, Slips, one_slip

TABLE_FILE = Path(__file__).resolve().parents[2] / "resources" / "pinyin.tsv"
TABLE = PinyinTable.from_text(TABLE_FILE.read_text(encoding="utf-8"))
SLIPS = Slips(["refund", "shipping", "change"], TABLE)


def is_spelled_out(letters: str) -> bool:
    """By the book: every way to cut `letters` into syllables, the last perhaps cut short."""
    if not letters:
        return False
    beginnings = (letters[:end] for end in range(1, len(letters) + 1))
    if any(one.startswith(letters) for one in (*TABLE.syllables, letters[:1])):
        return len(letters) > 1 or len(TABLE.characters(letters)) > 1
    return any(one in TABLE.syllables and is_spelled_out(letters[len(one) :]) for one in beginnings)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("aeinghuotxkzd"), min_size=4, max_size=9))
@example("tuikaun")
@example("xainan")
@example("ngng")
def test_pinyin_is_meant_where_one_slip_makes_it_full_syllables(word: str) -> None:
    near = {word[:start] + typed + word[end:] for start, typed, end in one_slip(word)} - {word}
    meant = {one.text for one in SLIPS.meant(word) if one.sounds}
    expected = {one for one in near if is_spelled_out(one)}
    assert meant == expected or (meant < expected and len(SLIPS.meant(word)) == MOST_MEANT)


@pytest.mark.parametrize(
    ("typed", "meant"), [("refnud", "refund"), ("shiping", "shipping"), ("cahnge", "change")]
)
def test_latin_words_of_the_library_are_meant(typed: str, meant: str) -> None:
    assert meant in [one.text for one in SLIPS.meant(typed) if one.stands]


def test_characters_that_sound_alike_are_meant_by_their_sound() -> None:
    (meant,) = SLIPS.meant("音行")
    assert (meant.text, meant.sounds, meant.stands) == ("yinxing", True, False)


@pytest.mark.parametrize("word", ["", "abc", "退", "an" * 20, "😀😀😀😀"])
def test_nothing_is_meant_by_short_or_very_long_words(word: str) -> None:
    assert SLIPS.meant(word) == []
