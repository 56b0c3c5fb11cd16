"""Replies that suit a customer's message; nothing when nothing does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting import suggest
from desktop_assist.core.suggesting.suggest import Suggester
from desktop_assist.core.suggesting.synonyms import Synonyms


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


GROUPS = Synonyms([("发货", "寄出", "dispatch"), ("便宜", "优惠")])


def test_synonyms_are_as_good_as_the_word(suggester: Suggester) -> None:
    assert suggester.suggest("寄出没") == []
    assert Suggester(ENTRIES, GROUPS).suggest("寄出没")[0].key == "p/ship"


def test_of_two_languages_that_of_the_message_comes_first() -> None:
    english = Snippet(
        id="ship-en", title="dispatch 发货", category=("Shipping",), body="", language="en"
    )
    entries = [*ENTRIES, Entry(english, "p")]
    assert Suggester(entries, GROUPS).suggest("dispatch")[0].key == "p/ship-en"
    assert Suggester(entries, GROUPS).suggest("啥时候寄出")[0].key == "p/ship"


def test_what_it_is_for_counts_too() -> None:
    described = Snippet(
        id="late", title="说明", category=("x",), body="抱歉。", when_to_use="客户嫌物流停滞"
    )
    assert Suggester([*ENTRIES, Entry(described, "p")]).suggest("物流停滞了")[0].key == "p/late"


def test_the_index_in_arrays_suggests_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    plain = Suggester(ENTRIES, GROUPS)
    monkeypatch.setattr(suggest, "PLAIN_LIMIT", 0)
    arrays = Suggester(ENTRIES, GROUPS)
    for message in ("什么时候发货啊", "能不能便宜点", "在吗", "where is my order", "床前明月光"):
        firsts = [[one.key for one in some.suggest(message, 1)] for some in (plain, arrays)]
        assert firsts[0] == firsts[1]
