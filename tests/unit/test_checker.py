"""The checker finds what harms, leaves what does not, and its spans fit the text."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.findings import Fix, apply_fixes
from desktop_assist.packs.rules import load_rules

RULES = Path(__file__).parents[2] / "resources" / "rules"
RULESET = load_rules([RULES]).ruleset
CHECKER = Checker(RULESET, second_opinion=False)

CHINESE = "我不能|我 不 能|我們不會|但是|呵呵|没有金色|抱歉|因为|我可以|，|。|“|”|嗯|不行|{姓名}"
OTHERS = "XX|XXL| |\n|😀|👨\u200d👩\u200d👧|\ud83d|\udc00|\u200b|ﬁ|I can't|’|[name]|_"
PIECES = st.sampled_from([*CHINESE.split("|"), *OTHERS.split("|")])
DRAFTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=60))


def rules_in(text: str) -> list[str]:
    return [one.rule for one in CHECKER.check(text)]


@given(DRAFTS)
def test_every_span_fits_the_text(text: str) -> None:
    findings = CHECKER.check(text)

    assert findings == sorted(findings, key=lambda one: one.start)
    for one in findings:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
    for family in RULESET.families:
        spans = [(one.start, one.end) for one in findings if one.family == family]
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@given(DRAFTS)
def test_all_first_suggestions_can_be_taken_at_once(text: str) -> None:
    fixes = [
        Fix(one.start, one.end, one.suggestions[0])
        for one in CHECKER.check(text)
        if one.suggestions
    ]

    assert isinstance(apply_fixes(text, fixes), str)


def test_a_refusal_with_a_way_out_and_courtesy_or_a_reason_is_no_fault() -> None:
    apology, reason = "实在抱歉，", "因为包裹已经出库，"
    refusal, alternative = "我不能直接改地址了，", "可以帮您联系快递改派"

    assert rules_in(apology + reason + refusal + alternative) == []
    for softened in (reason + refusal + alternative, apology + refusal + alternative):
        assert rules_in(softened) == []
    for bare in (apology + reason + refusal, reason + refusal, apology + refusal, refusal):
        assert rules_in(bare) == ["zh.refusal"]


def test_what_is_refused_is_no_alternative() -> None:
    assert rules_in("抱歉，因为过了七天，我不能帮您退了") == ["zh.refusal"]


def test_disguised_spellings_are_found_with_their_whole_span() -> None:
    (found,) = CHECKER.check("亲，我 不\u200b 能😀退款")

    assert found.text == "我 不\u200b 能"


def test_the_suggestion_reads_well_in_place() -> None:
    text = "我不能给您退"
    (found,) = CHECKER.check(text)
    fixed = apply_fixes(text, [Fix(found.start, found.end, found.suggestions[0])])

    assert fixed == "目前暂时还办不了，我帮您看看别的办法"
    assert rules_in(fixed) == []


def test_latin_words_are_not_cut_yet_stand_beside_chinese() -> None:
    assert rules_in("请calm down") == ["en.calm-down"]
    assert rules_in("becalm downward") == []


def test_a_lone_answer_may_have_address_particles_and_emoticons_beside_it() -> None:
    assert rules_in("亲，不行的哦😀[可怜]") == ["zh.bare-no"]
    assert rules_in("您看不行的话再告诉我") == []


@pytest.mark.parametrize("text", ["XXL", "要XX码吗", "[微笑]", "30×40", "Thanks xx"])
def test_sizes_and_emoticons_are_no_placeholders(text: str) -> None:
    assert rules_in(text) == []


@pytest.mark.parametrize(
    "text", ["{姓名}", "{{ x }}", "XX先生", "[name]", "【姓名】", "单号XXX", "xx女士"]
)
def test_an_unfilled_placeholder_blocks(text: str) -> None:
    assert [one.severity for one in CHECKER.check(f"您好，{text}，")] == ["block"]


def test_a_family_can_be_switched_off() -> None:
    quiet = Checker(RULESET, frozenset({"tone"}))

    assert [one.family for one in quiet.check("我不能，{姓名}")] == ["placeholder"]
    assert set(RULESET.families) >= {"tone", "placeholder"}


def test_of_two_finds_inside_each_other_the_longer_stays() -> None:
    assert [one.text for one in CHECKER.check("这个我不会做")] == ["这个我不会做"]


def test_threads_share_a_checker() -> None:
    texts = ["我不能改", "您好", "呵呵", "单号XXXX"] * 50
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(rules_in, texts)) == [rules_in(text) for text in texts]


@pytest.mark.parametrize(
    "piece", ["不行", "但是", "{", "我 ", "“", "好", "没有色", "抱歉我不能", "x月", "_"]
)
def test_a_large_hostile_text_is_checked(piece: str) -> None:
    text = piece * (60_000 // len(piece))

    assert all(one.end <= len(text) for one in CHECKER.check(text))
