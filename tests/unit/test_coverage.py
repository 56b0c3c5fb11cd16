"""The shipped replies cover the desk, and each says when and how it is used."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from desktop_assist.core.replies.festival import FESTIVALS
from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.likeness import Likeness
from tests.coverage_table import Topic, read_topics, shipped, table

TOPICS = read_topics()
ENOUGH = 3
SIMILAR = {"zh-CN": 0.5, "en": 0.6}
"""The share of character pairs that two replies may have in common: far less than is called the
same. Latin letters make so few pairs that any two e-mails with one greeting share half of them."""

STAGES = {
    "zh-CN": {"售前", "售中", "物流", "售后", "投诉", "关怀", "状态"},
    "en": {
        *("welcome", "enquiry", "order", "shipping", "delay", "return", "refund"),
        *("review", "complaint", "care", "status"),
    },
}
ROLES = {
    "zh-CN": {"售前", "售中", "售后", "投诉", "VIP", "老客户", "批发", "管理"},
    "en": {"pre-sale", "in-sale", "after-sale", "complaint", "VIP"},
}
TECHNIQUES = {
    "zh-CN": {
        # Five ways to refuse.
        *("肯定", "恭维", "商量", "同情", "委婉"),
        # Expectations: lowered, and exceeded.
        *("降低期望值", "排序", "找最重要的", "放下次要的"),
        *("超越期望值", "熟悉客户", "直接询问", "讲清能得到什么", "兑现", "保持一致"),
        # Signs that somebody wants to buy, and an honest close.
        *("购买信号", "承诺在规则内", "从客户利益出发", "以客户兴趣为中心", "二选一", "帮助选择"),
        *("稀缺属实", "马上能发", "用现有的补", "换个角度看价值", "用事实说话"),
        # Attitudes, and the marks of good service.
        *("专业", "敬业", "尊重", "包容", "理解", "热情", "响应迅速", "个性化服务"),
    },
    "en": {
        *("affirmation", "compliment", "consultation", "sympathy", "gentle lead"),
        *("lower expectations", "exceed expectations", "say what comes next", "keep promises"),
        *("buying signal", "customer's interest first", "two choices", "facts first"),
        *("know-how", "respect", "warm welcome", "quick answer", "personal service"),
    },
}
LANGUAGES = sorted(STAGES)
RELATED = {
    # One table for each sex: the words around the numbers are the same on purpose.
    frozenset({"clothing-size-table-women-tops", "clothing-size-table-men-tops"}),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped()


def in_language(library: Library, language: str) -> list[Entry]:
    return [entry for entry in library if entry.snippet.language == language]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.title)
def test_a_topic_has_replies(topic: Topic, library: Library) -> None:
    assert len(set(topic.ids)) >= ENOUGH
    assert set(topic.ids) <= {entry.snippet.id for entry in library}


def test_no_topic_stands_there_twice() -> None:
    counted = Counter(topic.title for topic in TOPICS)
    assert [title for title, times in counted.items() if times > 1] == []


def test_every_festival_is_a_topic() -> None:
    named = {topic.name for topic in TOPICS if topic.group == "欢迎与状态"}
    assert {title.removesuffix(" 购物节") for title, _ in FESTIVALS.values()} <= named


def test_the_table_names_every_reply_by_its_title(library: Library) -> None:
    lines = "\n".join(table(TOPICS, library))
    assert "| 老客户与VIP专享 | 3 | 老客户专享；VIP 提前选；" in lines


@pytest.mark.parametrize(("language", "least"), [("zh-CN", 620), ("en", 200)])
def test_there_are_enough_replies(language: str, least: int, library: Library) -> None:
    assert len(in_language(library, language)) >= least


@pytest.mark.parametrize(
    ("pack", "least"), [("zh-cn-clothing", 100), ("zh-cn-home", 60), ("zh-cn-presale", 80)]
)
def test_a_trade_or_role_has_its_own_pack(pack: str, least: int, library: Library) -> None:
    assert sum(entry.pack == pack for entry in library) >= least


def test_every_role_has_replies(library: Library) -> None:
    counted = Counter(entry.snippet.role for entry in in_language(library, "zh-CN"))
    assert all(counted[role] >= ENOUGH for role in ROLES["zh-CN"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_says_when_and_how_it_is_used(language: str, library: Library) -> None:
    for entry in in_language(library, language):
        snippet = entry.snippet
        assert snippet.stage in STAGES[language], entry.key
        assert snippet.role in ROLES[language], entry.key
        assert snippet.technique in TECHNIQUES[language], entry.key
        assert snippet.when_to_use, entry.key
        assert snippet.when_to_avoid, entry.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_found_by_several_words_and_questions(language: str, library: Library) -> None:
    for entry in in_language(library, language):
        assert len(set(entry.snippet.search_terms)) >= ENOUGH, entry.key
        assert len(set(entry.snippet.triggers)) >= ENOUGH, entry.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_a_warm_form_of_its_own(language: str, library: Library) -> None:
    for entry in in_language(library, language):
        warm = entry.snippet.tones.get("warm", "")
        assert warm, entry.key
        assert warm not in entry.snippet.parts, entry.key


def test_a_chinese_code_is_short_and_needs_no_input_method(library: Library) -> None:
    for entry in in_language(library, "zh-CN"):
        assert re.fullmatch(r"[a-z]{2,6}", entry.snippet.code), entry.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_twice(language: str, library: Library) -> None:
    likeness = Likeness(in_language(library, language), threshold=SIMILAR[language])
    assert list(likeness.steps())
    alike = [frozenset(key.partition("/")[2] for key in group.keys) for group in likeness.groups]
    assert [group for group in alike if group not in RELATED] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_have_one_title(language: str, library: Library) -> None:
    counted = Counter(entry.snippet.title for entry in in_language(library, language))
    assert [title for title, times in counted.items() if times > 1] == []
