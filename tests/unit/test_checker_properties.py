"""What holds of every text: spans, fixes, folding, and windows that change no result."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.compiled_rules import compile_rule
from desktop_assist.core.checking.findings import Fix, apply_fixes
from desktop_assist.core.checking.layout import Layout, Unit
from desktop_assist.core.checking.pattern_search import PatternSearch
from desktop_assist.core.checking.pattern_shape import shape_of
from desktop_assist.core.checking.patterns import compile_pattern
from desktop_assist.core.checking.phrase_plan import comes_in_runs
from desktop_assist.core.checking.rules import Examples, Rule
from desktop_assist.core.checking.run_searches import RunSearches
from desktop_assist.core.checking.vocabulary import Vocabulary
from desktop_assist.core.language.folding import fold
from desktop_assist.packs.rules import RuleSet

RULESET = RuleSet.load([Path(__file__).parents[2] / "resources" / "rules"])
CHECKER = Checker(RULESET)

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
    r"(?<!\d)\d{3}(?!\d)", "[.-]{2}货", "会.{0,8}不(?=能|会)", "[哈嘿]{1,4}(?:货|色)", "a{1,3}",
    r"没?\d?[有货](?:了|。)", "(?:不|会不)能", r"(?:没|有)?(?:-{3,4}|\?{2,5})", "[?-]{2,3}货?",
    "[一二]色?[一二]好?[一二三]{2}", "会.{0,3}一?[二三]{2}[一二三]",
)  # fmt: skip
TEXTS = st.text(
    st.sampled_from("哈嘿没有货色了不行。我们能会甲乙丙爱好很的吧a-?一二三\n"), max_size=60
)


@pytest.mark.parametrize("written", PATTERNS)
@given(text=TEXTS)
def test_a_pattern_finds_about_its_words_what_it_finds_in_the_whole_text(
    written: str, text: str
) -> None:
    examples = Examples(bad=(), good=())
    rule = Rule(
        id="r", family="tone", severity="hint", patterns=(written,), message="", examples=examples
    )
    pattern = compile_pattern(written)
    search = PatternSearch(0, compile_rule(rule, Vocabulary({})), pattern)
    found: dict[int, list[tuple[int, int]]] = {}
    if comes_in_runs(pattern.shape):
        RunSearches([search]).look(text, set(text), found)
    elif not search.letters or not search.letters.isdisjoint(text):
        starts = [
            (one.start() - most, one.start() - least)
            for word, (least, most) in pattern.shape.needed.items()
            for one in re.finditer(f"(?={re.escape(word)})", text)
            if one.start() >= least
        ]
        search.look(text, starts, found)

    assert found.get(0, []) == [one.span() for one in re.finditer(written, text)]
    assert shape_of(written).width <= 12


@given(DRAFTS, st.integers(0, 40), st.integers(1, 40))
def test_words_of_conditions_are_the_same_looked_for_in_parts(
    text: str, first: int, length: int
) -> None:
    folded = fold(text).text
    lexicon = RULESET.lexicon
    last = first + length
    whole = lexicon.words(folded)
    part = lexicon.words(folded, first, last)

    for name in {name for rule in RULESET.rules for one in rule.unless for name in one.lists}:
        assert list(part.of(name)) == [one for one in whole.of(name) if first <= one[0] < last]


@pytest.mark.parametrize("kind", ["sentence", "clause"])
@given(text=st.text(st.sampled_from("甲乙a.,。!? \n"), min_size=1, max_size=40), data=st.data())
def test_a_sentence_of_a_long_text_is_the_one_of_a_short_text(
    kind: Unit, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before = "甲。乙\n" * 150 + "甲。"
    short = Layout(f"甲。{text}\n丙").unit(kind, start + 2, end + 2)
    long = Layout(f"{before}{text}\n丙").unit(kind, start + len(before), end + len(before))

    moved = len(before) - 2
    if short[0]:
        assert long == (short[0] + moved, short[1] + moved)


def test_what_is_found_does_not_depend_on_where_it_stands_in_a_long_text() -> None:
    (short,) = CHECKER.check("我不能给您改价格。")
    for before in (*range(3970, 4030), *range(985, 1015)):
        text = "好" * (before - 1) + "。我不能给您改价格。" + "好" * 5000

        assert [(one.rule, one.start) for one in CHECKER.check(text)] == [(short.rule, before)]


@pytest.mark.parametrize(
    "character",
    ["好", "不", "我", "1", "一", "a", " ", "哈", "{", "“", "。", "\ud800", "😀", "\u200b"],
)
def test_a_hundred_thousand_of_one_character_are_checked(character: str) -> None:
    text = character * 100_000

    assert all(0 <= one.start < one.end <= len(text) for one in CHECKER.check(text))
