"""What holds of every text: spans, fixes, folding, and windows that change no result."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checker import Checker
from desktop_assist.core.findings import Fix, apply_fixes
from desktop_assist.core.folding import fold
from desktop_assist.core.lexicon import PatternSearch
from desktop_assist.core.pattern_shape import shape_of
from desktop_assist.core.patterns import compile_pattern
from desktop_assist.packs.rules import RuleSet

CHECKER = Checker(RuleSet.load([Path(__file__).parents[2] / "resources" / "rules"]))

WORDS = "我不能|我 不 能|我們不會|呵呵|没有金色|抱歉|因为|，|。|“|”|行|{姓名}|加V|最好"
PIECES = st.sampled_from([
    *WORDS.split("|"), "XX", "\n", " ", "\ud83d", "\udc00", "\u200b", "ﬁ", "👨\u200d👩\u200d👧",
    "🏳️\u200d🌈", "👍🏽", "🇨🇳", "e\u0301", "İ", "㈱", "ﷺ", "I can't", "’", "_", "薇❤",
    "138 0013 8000",
])  # fmt: skip
DRAFTS = st.one_of(st.lists(PIECES, max_size=16).map("".join), st.text(st.characters()))


@given(DRAFTS)
def test_a_span_lies_in_the_text_and_holds_what_the_finding_says(text: str) -> None:
    for one in CHECKER.check(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]


@given(DRAFTS, st.data())
def test_fixes_in_any_subset_keep_the_rest_byte_for_byte(text: str, data: st.DataObject) -> None:
    apart: list[Fix] = []
    for one in CHECKER.check(text):
        if one.suggestions and (not apart or one.start >= apart[-1].end):
            apart.append(Fix(one.start, one.end, one.suggestions[0]))
    chosen = [fix for fix in apart if data.draw(st.booleans())]
    fixed = apply_fixes(text, data.draw(st.permutations(chosen)))

    at = done = 0
    for fix in chosen:
        kept = text[done : fix.start]
        assert fixed[at : at + len(kept)] == kept
        at += len(kept)
        assert fixed[at : at + len(fix.replacement)] == fix.replacement
        at, done = at + len(fix.replacement), fix.end
    assert fixed[at:] == text[done:]


@given(DRAFTS)
def test_a_text_before_it_moves_the_folding_and_no_more(text: str) -> None:
    folded, moved = fold(text), fold(f"\n\n😀\n{text}")
    before = len(moved.text) - len(folded.text)

    assert moved.text[before:] == folded.text
    for place in range(len(folded.text)):
        start, end = folded.original(place, place + 1)
        there = moved.original(before + place, before + place + 1)
        assert there == (start + 4, end + 4)


PATTERNS = (
    "[哈嘿]{2,12}", "没有?(?:货|色)(?!了)", r"(?<!不)行(?=$|。)", "(?:我|我们)不?(?:能|会)",
    "甲乙?丙$", r"爱(.)不\1", "(?:好|不好|很好)的?吧?", "^行", r"行\b",
    r"(?<!\d)\d{3}(?!\d)", "[.-]{2}货",
)  # fmt: skip
TEXTS = st.text(st.sampled_from("哈嘿没有货色了不行。我们能会甲乙丙爱好很的吧a\n"), max_size=60)


@pytest.mark.parametrize("written", PATTERNS)
@given(text=TEXTS)
def test_a_pattern_finds_about_its_words_what_it_finds_in_the_whole_text(
    written: str, text: str
) -> None:
    pattern = re.compile(written)
    search = PatternSearch(0, "", compile_pattern(written))
    found: dict[int, list[tuple[int, int]]] = {}
    places = sorted(
        (one.start(), one.start() + len(word))
        for word in search.triggers
        for one in re.finditer(f"(?={word})", text)
    )
    windows = search.windows(places, len(text)) if search.triggers else search.everywhere(text, {})
    search.look(text, windows, found)

    whole = {one.span() for one in pattern.finditer(text)}
    seen = set(found.get(0, []))
    if written.startswith("[哈"):
        # A run longer than the pattern may be cut elsewhere; no letter of it is missed.
        assert {at for span in whole for at in range(*span)} <= {
            at for span in seen for at in range(*span)
        }
    else:
        assert seen == whole
    assert shape_of(written).width <= 12


@pytest.mark.parametrize(
    "character",
    ["好", "不", "我", "1", "一", "a", " ", "哈", "{", "“", "。", "\ud800", "😀", "\u200b"],
)
def test_a_hundred_thousand_of_one_character_are_checked(character: str) -> None:
    text = character * 100_000

    assert all(0 <= one.start < one.end <= len(text) for one in CHECKER.check(text))
