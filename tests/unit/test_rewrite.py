"""Better sentences: what a lead would accept, what must stay, and that no fact changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.findings import Finding, Fix, apply_fixes
from desktop_assist.core.language.facts import same_facts
from desktop_assist.core.replies.template import MissingFields, Templates
from desktop_assist.core.rewriting.rewrite import LONGEST_DRAFT, Rewrite, hints, rewrites

DATA = Path(__file__).resolve().parents[1] / "data" / "rewrites"


def cases(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def tone(text: str, start: int, end: int, family: str = "tone") -> Finding:
    return Finding("a.rule", family, "warn", start, end, text[start:end], "", "", ("…",))


def whole(text: str) -> list[Finding]:
    return [tone(text, 0, len(text))]


def applied(text: str, chosen: list[Rewrite]) -> str:
    return apply_fixes(text, [Fix(one.start, one.end, one.text) for one in chosen])


@pytest.mark.parametrize("case", cases("zh.jsonl") + cases("en.jsonl"), ids=lambda one: one["text"])
def test_says_it_as_a_lead_would(case: dict[str, str]) -> None:
    text, start = case["text"], case["text"].index(case["finding"])
    proposed = rewrites(text, [tone(text, start, start + len(case["finding"]))])
    assert applied(text, proposed) == case["better"]


@pytest.mark.parametrize("case", cases("stay.jsonl"), ids=lambda one: one["text"])
def test_leaves_good_sentences_alone(case: dict[str, str]) -> None:
    assert rewrites(case["text"], whole(case["text"])) == []


@pytest.mark.parametrize("case", cases("hints.jsonl"), ids=lambda one: one["text"])
def test_hints(case: dict[str, str]) -> None:
    assert applied(case["text"], hints(case["text"])) == case["better"]
    assert hints(case["better"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "我们帮您查一下。",
        "您说的“我们家的”是哪家？",
        "价格1,,2 详见 https://a.cn/x,,y",
        "谢谢您😊",
        "好的",
        "亲，在的哦~",
        "{{ greeting }}，您的订单是{{ order }}",
        "我们家的宝宝很喜欢。",
        "请稍等……",
        "真的吗？！",
    ],
)
def test_no_hint_where_nothing_is_wrong(text: str) -> None:
    assert [one for one in hints(text) if one.text != "，"] == []


def test_nothing_without_a_tone_finding() -> None:
    assert rewrites("不行", []) == []
    assert rewrites("不行", [tone("不行", 0, 2, "privacy")]) == []


def test_only_the_sentence_of_the_finding() -> None:
    text = "没有。不行"
    assert [(one.start, one.end) for one in rewrites(text, [tone(text, 3, 5)])] == [(3, 5)]


def test_a_draft_of_a_novel_is_left_alone() -> None:
    text = "不行。" * LONGEST_DRAFT
    assert rewrites(text, whole(text)) == hints(text) == []


def test_slots_are_the_variables_of_the_text_and_are_never_left_unfilled() -> None:
    # GIVEN every proposal with slots
    templates = Templates()
    for case in cases("zh.jsonl") + cases("en.jsonl"):
        for one in rewrites(case["text"], whole(case["text"])):
            # THEN the text asks for exactly them, once each, and takes nothing less
            assert templates.variables(one.text) == tuple(field.name for field in one.slots)
            assert all(field.label and field.kind == "text" for field in one.slots)
            if one.slots:
                with pytest.raises(MissingFields):
                    templates.render(one.text, {})
                values = {field.name: "换成蓝色" for field in one.slots}
                assert "{" not in templates.render(one.text, values).text


def test_promises_are_neither_made_nor_dropped() -> None:
    assert rewrites("你一定要先付款", whole("你一定要先付款")) == []


FRAGMENTS = st.sampled_from(
    [
        *"不行 没有 不能 不清楚 呵呵 嗯 在 但是 您的眼光真好 可以 亲 您好 ， 。 ！ ？".split(),
        *"~ 😊 没货了".split(),
        *"我不能给你 改价 退 20元 3天 明天 《说明》 “不行” https://a.cn/1".split(),
        *"XL 保证 一定 沒有".split(),
        *"把订单号发来 你必须 付款 我们店 ，， 。。。 {{ }}".split(),
        *"(^_^) [微笑] 因为 抱歉 \n".split(" "),
        *"No you have to send it unfortunately,".split(),
    ]
)
DRAFTS = st.lists(FRAGMENTS | st.text(max_size=3), max_size=9).map("".join)


@given(DRAFTS | st.text(st.characters(), max_size=60))
def test_no_proposal_changes_a_fact(text: str) -> None:
    end = 0
    for one in rewrites(text, whole(text)):
        assert end <= one.start < one.end <= len(text)
        assert same_facts(text[one.start : one.end], one.text)
        assert one.text != text[one.start : one.end]
        end = one.end
    for one in hints(text):
        assert 0 <= one.start < one.end <= len(text)
        assert same_facts(text[one.start : one.end], one.text)


def helpless(text: str) -> list[Finding]:
    """A finding with no wording of its own over the whole text."""
    return [Finding("a.rule", "tone", "hint", 0, len(text), text, "")]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("冰箱不响那叫柜子。", "不好意思，让您费心了。{{ situation }}。"),
        ("Everyone else manages.", "I'm sorry for the trouble. {{ situation }}."),
    ],
)
def test_where_nothing_better_is_known_a_frame_is_offered(text: str, begins: str) -> None:
    (offered,) = rewrites(text, helpless(text))
    assert offered.text.startswith(begins)
    assert [field.name for field in offered.slots] == ["situation", "next_step"]
    assert offered.note


def test_a_frame_drops_no_fact() -> None:
    text = "订单123456您自己看。"
    assert rewrites(text, helpless(text)) == []
