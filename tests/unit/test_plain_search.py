"""Search as you type: what is found, in which order, and what is highlighted."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import Matched, SearchContext, SearchEngine, Standing

TABLE_FILE = Path(__file__).resolve().parents[2] / "resources" / "pinyin.tsv"
TABLE = PinyinTable.from_text(TABLE_FILE.read_text(encoding="utf-8"))


def entry(name: str, title: str, body: str = "", **more: object) -> Entry:
    written = {"category": ("其他",), "body": body or "无", **more}
    return Entry(Snippet(id=name, title=title, **written), "p")  # type: ignore[arg-type]


ENTRIES = [
    entry("progress", "退款进度查询", "您好，退款在路上", code="tkjd", category=("售后", "退款")),
    entry("agreed", "退款已同意", "已经为您办理", code="tk"),
    entry("why", "为什么要先退款", "因为流程", tags=("常用",)),
    entry("goods", "退货流程", "寄回后退款", search_terms=("七天无理由",), code="th"),
    entry("bank", "银行转账", "请核对账号", category=("售中", "付款")),
    entry("vip", "VIP专享价", "尊敬的会员", alternatives=("老朋友您好",)),
    entry("en", "Refund issued", "Your money is on its way", messages=("First", "Second")),
]


@pytest.fixture
def search() -> PlainSearch:
    return PlainSearch(ENTRIES, TABLE)


def found(engine: SearchEngine, query: str, limit: int = 50) -> list[str]:
    return [hit.key.removeprefix("p/") for hit in engine.search(query, limit)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("tk", ["agreed", "progress", "why", "goods"]),
        ("/tk", ["agreed", "progress"]),
        ("、tk", ["agreed", "progress"]),
        ("／ＴＫ", ["agreed", "progress"]),
        ("退款", ["progress", "agreed", "why", "goods"]),
        ("退款 查询", ["progress"]),
        ("查询　退款", ["progress"]),
        ("退款 办理", ["agreed"]),
        ("常用", ["why"]),
        ("七天", ["goods"]),
        ("qtwly", ["goods"]),
        ("付款", ["bank"]),
        ("核对", ["bank"]),
        ("老朋友", ["vip"]),
        ("vip", ["vip"]),
        ("vipzx", ["vip"]),
        ("second", ["en"]),
        ("REFUND money", ["en"]),
        ("yinhang", ["bank"]),
        ("yh", ["bank"]),
        ("hangzz", ["bank"]),
        ("tuikuanjindu", ["progress"]),
        ("退kuan", ["progress", "agreed", "why", "goods"]),
        ("退，款", ["progress", "agreed", "why", "goods"]),
        ("lutu", []),
        ("lushang", ["progress"]),
        ("退貨", ["goods"]),
        ("没有的词", []),
        ("退款 zzz", []),
    ],
)
def test_finds(search: PlainSearch, query: str, names: list[str]) -> None:
    assert found(search, query) == names


def test_without_a_table_pinyin_finds_nothing() -> None:
    assert found(PlainSearch(ENTRIES), "yinhang") == []


def test_better_places_come_first() -> None:
    entries = [
        entry("body", "甲", "快递"),
        entry("category", "乙", category=("快递",)),
        entry("tag", "丙", tags=("快递",)),
        entry("title", "查快递"),
        entry("start", "快递查件"),
        entry("code", "丁", code="快递单"),
        entry("exact", "戊", code="快递"),
    ]
    order = ["exact", "code", "start", "title", "tag", "category", "body"]
    assert found(PlainSearch(entries), "快递") == order
    assert found(PlainSearch(entries), "快递", 3) == order[:3]
    scores = [hit.score for hit in PlainSearch(entries).search("快递")]
    assert scores == sorted(scores, reverse=True)


def test_equals_rank_by_use_then_recency_then_favourites() -> None:
    engine = PlainSearch([entry(name, f"退款{name}") for name in "abcde"])
    engine.rank(
        {
            "p/b": Standing(favourite=True),
            "p/c": Standing(uses=2, last_day=5),
            "p/d": Standing(uses=2, last_day=9),
            "p/e": Standing(uses=7, last_day=1),
            "p/gone": Standing(uses=99),
        }
    )
    assert found(engine, "退款") == ["e", "d", "c", "b", "a"]


def test_an_empty_query_shows_favourites_then_the_most_used(search: PlainSearch) -> None:
    search.rank({"p/en": Standing(favourite=True), "p/bank": Standing(uses=3)})
    assert found(search, "")[:3] == ["en", "bank", "progress"]
    assert found(search, " \n")[:2] == ["en", "bank"]
    assert found(search, "", 1) == ["en"]


def test_matches_are_code_points_of_title_and_body() -> None:
    engine = PlainSearch([entry("x", "😀退款进度", "您好😀，退款到了")], TABLE)
    (hit,) = engine.search("退款")
    assert hit.matched == (Matched("title", 1, 3), Matched("body", 4, 6))
    (hit,) = engine.search("kuanj")
    assert hit.matched == (Matched("title", 2, 4),)
    (hit,) = engine.search("度 tk")
    assert hit.matched == (Matched("title", 4, 5), Matched("title", 1, 3))


@pytest.mark.parametrize("query", ["an" * 16, "ng" * 16, "yi" * 16, "xian" * 8, "a" * 32])
def test_words_that_can_be_cut_in_very_many_ways_are_answered_at_once(
    search: PlainSearch, query: str
) -> None:
    assert search.search(query) == []
    assert search.search_slips(query) == []


@pytest.mark.parametrize(
    "query",
    ["退" * 10_000, "a " * 5_000, "\ud800", "\x00\x07", "😀", "[", "(?:", "\\", "'", "''", "a'b"],
)
def test_strange_queries_find_nothing(search: PlainSearch, query: str) -> None:
    assert search.search(query) == []


def test_an_empty_library_and_no_limit() -> None:
    assert PlainSearch([], TABLE).search("tk") == []
    assert PlainSearch([], TABLE).search("") == []
    assert PlainSearch(ENTRIES).search("退款", 0) == []


def test_a_filter_alone_browses_within(search: PlainSearch) -> None:
    search.rank({"p/goods": Standing(favourite=True)})
    assert set(found(search, "@其他")) == {"agreed", "why", "goods", "vip", "en"}
    assert found(search, "@其他")[0] == "goods"
    assert found(search, "@售") == ["progress", "bank"]
    assert found(search, "＠shouh") == ["progress"]
    assert found(search, "@售中 @付款 账") == ["bank"]
    assert found(search, "#常") == ["why"]
    assert found(search, "@") == found(search, "")


def test_among_equals_what_suits_the_context_comes_first() -> None:
    engine = PlainSearch(
        [
            entry("plain", "退款甲"),
            entry("english", "退款乙", language="en"),
            entry("shop", "退款丙", tags=("旗舰店",)),
            entry("stage", "退款丁", stage="售后"),
            entry("used", "退款戊"),
        ]
    )
    engine.rank({"p/used": Standing(uses=1)})
    context = SearchContext(stage="售后", shop="旗舰店", language="en")
    hits = engine.search("退款", 50, context)
    assert [hit.key for hit in hits] == ["p/used", "p/stage", "p/shop", "p/english", "p/plain"]
    assert found(engine, "退款") == ["used", "plain", "english", "shop", "stage"]


def test_a_category_stands_for_the_stage_too() -> None:
    engine = PlainSearch(
        [
            entry("order", "催付甲", category=("售中", "催付")),
            entry("care", "催付乙", category=("关怀",), stage="售后"),
            entry("after", "催付丙", category=("售后", "退款")),
        ]
    )
    hits = engine.search("催付", 50, SearchContext(stage="售后"))
    assert [hit.key[2:] for hit in hits] == ["care", "after", "order"]


def test_the_window_that_is_served_names_the_shop_or_the_trade() -> None:
    engine = PlainSearch(
        [
            entry("plain", "退款甲"),
            entry("language", "退款乙", language="en"),
            entry("window", "退款丙", tags=("千牛",)),
            entry("shop", "退款丁", tags=("旗舰店",)),
            entry("stage", "退款戊", stage="售后"),
        ]
    )
    context = SearchContext("售后", "旗舰店", "en", window="张三 - 千牛工作台 AliWorkbench.exe")
    hits = engine.search("退款", 50, context)
    assert [hit.key[2:] for hit in hits] == ["stage", "shop", "window", "language", "plain"]
    hits = engine.search("退款", 50, SearchContext(window="丙丁 - 微信"))
    assert [hit.key[2:] for hit in hits] == ["plain", "language", "window", "shop", "stage"]


class Listening(PinyinTable):
    """Counts how often a text was looked through for what is spelled in it."""

    asked = 0

    def spelled(self, word: str, text: str) -> tuple[int, int] | None:
        self.asked += 1
        return super().spelled(word, text)


def test_what_matched_is_looked_for_when_it_is_shown_and_only_once() -> None:
    table = Listening({"退": ("tui",), "款": ("kuan",)})
    hits = PlainSearch(ENTRIES, table).search("tuik")
    assert len(hits) == 4
    assert table.asked == 0
    assert list(hits[0].matched) == [Matched("title", 0, 2)]
    assert hits[0].matched[0] == Matched("title", 0, 2)
    assert table.asked == 1
    assert len({*hits, *PlainSearch(ENTRIES, table).search("tuik")}) == 4


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("tuikaunjindu", "progress"),
        ("tuikuanjndu", "progress"),
        ("tuikuanjinndu", "progress"),
        ("tuikuanjimdu", "progress"),
        ("退歀进度", "progress"),
        ("refnud", "en"),
        ("reund", "en"),
        ("mooney", "en"),
        ("银航转", "bank"),
        ("音行转账", "bank"),
        ("rfd", ""),
    ],
)
def test_what_finds_nothing_is_looked_for_with_one_slip(
    search: PlainSearch, query: str, name: str
) -> None:
    assert search.search(query) == []
    assert name in ([hit.key.partition("/")[2] for hit in search.search_slips(query)] or [""])


def test_a_slip_is_only_looked_for_in_the_word_that_finds_nothing(search: PlainSearch) -> None:
    assert [hit.key for hit in search.search_slips("银行 zhuanzhagn")] == ["p/bank"]
    assert search.search_slips("退款 zhuanzhagn") == []
    assert search.search_slips("退款") == []


def test_codes_and_bodies_are_highlighted() -> None:
    engine = PlainSearch([entry("x", "问候", "您好，退 款到了", code="/hy")], TABLE)
    assert engine.search("/hy")[0].matched == (Matched("code", 1, 3),)
    assert engine.search("退款")[0].matched == (Matched("body", 3, 6),)
    assert engine.search("dl")[0].matched == (Matched("body", 6, 8),)
