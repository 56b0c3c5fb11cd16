"""The tone switch: formal with 您好, warm with 亲, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.language.facts import same_facts
from desktop_assist.core.rewriting.tone_switch import to_formal, to_warm

DATA = Path(__file__).resolve().parents[1] / "data" / "rewrites"


def cases(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("case", cases("tones.jsonl"), ids=lambda one: one["formal"])
def test_formal_and_warm_undo_each_other(case: dict[str, str]) -> None:
    assert to_warm(case["formal"]) == case["warm"]
    assert to_formal(case["warm"]) == case["formal"]


@pytest.mark.parametrize("case", cases("formal.jsonl"), ids=lambda one: one["text"])
def test_formal(case: dict[str, str]) -> None:
    assert to_formal(case["text"]) == case["better"]


@pytest.mark.parametrize("case", cases("warm.jsonl"), ids=lambda one: one["text"])
def test_warm(case: dict[str, str]) -> None:
    assert to_warm(case["text"]) == case["better"]


FRAGMENTS = st.sampled_from(
    [
        *"亲 亲亲 亲爱的 親 您好 你好 你 您 ， , 。 ！ ~ ～ 谢谢亲 的亲".split(),
        *"下午好 尊敬的顾客 母亲 哦 呢 啦 哈 哒 的 了 好 在 可以 稍等 这款 是 保证 抱歉 吗".split(),
        *"？ 3~5天 周一~周五".split(),
        *"(^_^) ^_^ 😊 T_T [微笑] o(╥﹏╥)o “亲，你好~” 《你》 XL https://a.cn/~b".split(),
        *"\n {{customer}}".split(" "),
    ]
)
MESSAGES = st.lists(FRAGMENTS | st.text(max_size=2), max_size=10).map("".join)


@given(MESSAGES)
def test_switching_twice_is_switching_once_and_keeps_every_fact(text: str) -> None:
    for switch in (to_formal, to_warm):
        once = switch(text)
        assert switch(once) == once
        assert same_facts(text, once)


@given(st.text(st.characters(), max_size=80))
def test_takes_any_text(text: str) -> None:
    assert same_facts(text, to_formal(text))
    assert same_facts(text, to_warm(text))
