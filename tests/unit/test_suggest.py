"""Replies that suit a customer's message; nothing when nothing does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.library import Entry
from desktop_assist.core.snippet import Snippet
from desktop_assist.core.suggest import Suggester


def entry(name: str, title: str, body: str, *triggers: str) -> Entry:
    return Entry(
        Snippet(id=name, title=title, category=("售前",), body=body, triggers=triggers), "p"
    )


ENTRIES = [
    entry(
        "ship", "发货时间", "您好，付款后48小时内发出。", "什么时候发货", "今天能发吗", "咋还没发货"
    ),
    entry(
        "size", "尺码推荐", "请告诉我身高体重，我为您推荐尺码。", "我穿多大的", "165 100斤穿什么码"
    ),
    entry("bargain", "议价", "价格已经是活动价了。", "能便宜点吗", "再少点呗"),
    entry("invoice", "开具发票", "可以开电子发票。", "有发票吗", "发票怎么开"),
    entry("hello", "随时欢迎", "您好，欢迎光临。", "在吗", "hello"),
    entry("where", "Where the parcel is", "Let me look up your parcel.", "where is my order"),
    entry("repair", "维修", "我们提供一年保修。", "坏了能修吗"),
    entry("return", "退货流程", "支持七天无理由退货。", "我要退货", "不想要了咋退"),
]


@pytest.fixture
def suggester() -> Suggester:
    return Suggester(ENTRIES)


@pytest.mark.parametrize(
    ("message", "name", "why"),
    [
        ("什么时候发货啊？", "ship", "什么时候发货"),
        ("亲，我昨天下的单，咋还没给我发货呢", "ship", "咋还没发货"),
        ("能不能便宜点", "bargain", "能便宜点吗"),
        ("發票怎麼開", "invoice", "发票怎么开"),
        ("在吗", "hello", "在吗"),
        ("Hello!!", "hello", "hello"),
        ("Where's my order?", "where", "where is my order"),
        ("七天无理由", "return", "退货流程"),
    ],
)
def test_suggests(suggester: Suggester, message: str, name: str, why: str) -> None:
    first = suggester.suggest(message)[0]
    assert (first.key, first.why) == (f"p/{name}", why)


@pytest.mark.parametrize(
    "message",
    ["", "😀😀", "嗯", "床前明月光疑是地上霜", "老板说下周开会", "\ud800", "，。！", "12345"],
)
def test_weak_ones_stay_hidden(suggester: Suggester, message: str) -> None:
    assert suggester.suggest(message) == []


def test_best_first_and_never_more_than_asked_for(suggester: Suggester) -> None:
    message = "什么时候发货，有发票吗，能便宜点吗，我要退货"
    scores = [one.score for one in suggester.suggest(message)]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)
    assert len(suggester.suggest(message, limit=1)) == 1
    assert suggester.suggest(message, limit=0) == []


def test_an_empty_library_suggests_nothing() -> None:
    assert Suggester([]).suggest("在吗") == []


@given(st.text(max_size=2_000))
def test_no_message_breaks_it(message: str) -> None:
    keys = [one.key for one in Suggester(ENTRIES).suggest(message)]
    assert len(keys) == len(set(keys)) <= 3
