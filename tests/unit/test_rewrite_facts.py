"""What counts as a fact, and that a changed one is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.language.facts import same_facts

PLAIN = ["您好", "，", "请看一下", "。", "的", "可以", "😊", " ", "换一样", "因为"]
FACTS = [
    *"20元 3-5 三天 两件 十二 第二 明天 周五 11月11日 《保养说明》 【顺丰】 “不行”".split(),
    *"XL iPhone https://a.cn/x?y=1 me@a.cn 保证 一定 不一定 承诺 包邮 下午一点半".split(),
]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("不行", "抱歉，因为{{ reason }}，不行"),
        ("呵呵", "😊 谢谢您"),
        ("亲，20元哦~", "您好，20元。"),
        ("等下", "请稍等一下"),
        ("不包邮", "这边没办法包邮"),
        ("好(^_^)", "好"),
        ("You have to pay 20 dollars", "Could you please pay 20 dollars?"),
        ("I can't go to Paris", "I'm sorry, I can't go to Paris"),
    ],
)
def test_the_same(before: str, after: str) -> None:
    assert same_facts(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("20元", "200元"),
        ("三天", "两天"),
        ("明天发", "今天发"),
        ("看《说明》", "看说明"),
        ("XL", "XXL"),
        ("好😊", "好"),
        ("可以", "一定可以"),
        ("不一定", "一定"),
        ("没办法包邮", "包邮"),
        ("{{ order }}已发", "已发"),
        ("Go to Paris", "Go to Rome"),
        ("I pay", "I promise to pay"),
        ("2件2件", "2件"),
        ("发货", "马上发货"),
        ("https://a.cn/x", "https://a.cn/y"),
        ("“行”", "“不行”"),
    ],
)
def test_not_the_same(before: str, after: str) -> None:
    assert not same_facts(before, after)


@given(st.lists(st.sampled_from(PLAIN), max_size=6), st.lists(st.sampled_from(FACTS), max_size=4))
def test_rewording_around_facts_keeps_them(plain: list[str], stated: list[str]) -> None:
    before = "，".join(["您好", *stated, *plain])
    after = "，".join([*plain, *stated[::-1], "谢谢"])
    assert same_facts(before, after)


@given(st.lists(st.sampled_from(FACTS), min_size=1, max_size=5), st.data())
def test_a_fact_that_is_gone_or_new_is_noticed(stated: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(stated) - 1))
    before = "，".join(["您好", *stated])
    after = "，".join(["您好", *stated[:at], *stated[at + 1 :]])
    assert not same_facts(before, after)
    assert not same_facts(after, before)


@given(st.text(st.characters(), max_size=80))
def test_a_text_states_what_it_states(text: str) -> None:
    assert same_facts(text, text)


@pytest.mark.parametrize("piece", ["亲", "{", "a.", "x@", "《", "(^", "1", " ", "\ud800"])
def test_a_hundred_thousand_of_one_kind(piece: str) -> None:
    assert same_facts(piece * 100_000, piece * 100_000)
