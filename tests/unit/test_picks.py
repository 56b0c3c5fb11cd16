"""What the agent picked before speaks for it again, and never drowns the rest."""

from __future__ import annotations

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.picks import (
    HALF_LIFE,
    MOST_GRAMS,
    MOST_PICKS,
    LearntPicks,
    Pick,
)
from desktop_assist.core.suggesting.suggest import Suggester
from desktop_assist.core.suggesting.synonyms import Synonyms

TODAY = 740_000
MESSAGE = "镜子背面那层膜要撕掉吗"


def entry(name: str, title: str, body: str, *triggers: str) -> Entry:
    snippet = Snippet(id=name, title=title, category=("售前",), body=body, triggers=triggers)
    return Entry(snippet, "p")


ENTRIES = [
    entry("film", "保护膜说明", "保护膜可以放心揭下。"),
    entry("ship", "发货时间", "付款后48小时内发出。", "什么时候发货", "今天能发吗"),
    entry("size", "尺码推荐", "请告诉我身高体重。", "我穿多大的"),
    entry("return", "退货流程", "支持七天无理由退货。", "我要退货"),
]


def suggester(*picks: Pick, today: int = TODAY) -> Suggester:
    made = Suggester(ENTRIES, Synonyms([("发货", "寄出")]))
    made.learn(picks, today)
    return made


def picked(message: str, key: str, day: int = TODAY) -> Pick:
    return Pick(suggester().grams_to_keep(message), key, day)


def test_a_pick_is_suggested_for_the_next_message_like_it() -> None:
    assert [one.key for one in suggester().suggest("那层膜撕不掉")] != ["p/size"]
    first = suggester(picked(MESSAGE, "p/size")).suggest("背面那层膜撕掉吗")[0]
    assert (first.key, first.learnt, first.why) == ("p/size", True, "尺码推荐")


def test_a_pick_counts_at_once() -> None:
    made = suggester()
    made.learn_one(picked(MESSAGE, "p/size"))
    assert made.suggest(MESSAGE) == suggester(picked(MESSAGE, "p/size")).suggest(MESSAGE)


def test_a_pick_says_nothing_about_other_messages() -> None:
    first = suggester(picked(MESSAGE, "p/size")).suggest("什么时候发货")[0]
    assert (first.key, first.learnt) == ("p/ship", False)


def test_many_picks_of_one_entry_do_not_drown_what_fits_better() -> None:
    many = [picked("今天能发货到北京吗 急用", "p/size")] * 500
    one = picked("我要退货 怎么寄回", "p/return")
    assert suggester(*many, one).suggest("我要退货 怎么寄回 急用")[0].key == "p/return"


def test_old_picks_fade_and_unknown_entries_are_passed_over() -> None:
    old = picked(MESSAGE, "p/size", TODAY - 12 * HALF_LIFE)
    assert all(not one.learnt for one in suggester(old).suggest(MESSAGE))
    assert suggester(picked(MESSAGE, "p/gone")).suggest(MESSAGE) == suggester().suggest(MESSAGE)


def test_learning_anew_forgets_what_was_learnt() -> None:
    made = suggester(picked(MESSAGE, "p/size"))
    made.learn((), TODAY)
    assert made.suggest(MESSAGE) == suggester().suggest(MESSAGE)


def test_no_number_and_no_order_of_words_is_kept() -> None:
    kept = suggester().grams_to_keep("我叫王小明 电话13800138000 订单a1b2c3 寄出了吗")
    assert not any(one.isdigit() for gram in kept for one in gram)
    assert isinstance(kept, frozenset)
    assert "=发货" in kept
    assert len(suggester().grams_to_keep("天地玄黄宇宙洪荒" * 60)) <= MOST_GRAMS
    assert suggester().grams_to_keep("") == frozenset()


def test_at_most_so_many_count_the_latest_ones() -> None:
    picks = [Pick(frozenset({"旧"}), "p/old", TODAY)] * 10
    picks += [Pick(frozenset({"新"}), "p/new", TODAY)] * MOST_PICKS
    learnt = LearntPicks(picks, TODAY)
    assert (len(learnt), learnt.holders("旧")) == (MOST_PICKS, 0)
