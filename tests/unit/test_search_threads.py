"""One thread looks for slips while another searches and ranks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.engines import base_for
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.layered_search import LayeredSearch
from desktop_assist.core.searching.search import (
    NO_CONTEXT,
    Hit,
    SearchContext,
    SearchEngine,
    Standing,
)

TABLE_FILE = Path(__file__).resolve().parents[2] / "resources" / "pinyin.tsv"
TITLES = ("退款进度", "退款说明", "退货流程", "银行转账", "发货通知", "优惠活动", "尺码建议")
CATEGORIES = ("售前咨询", "售中催付", "售后处理")
ENTRIES = [
    Entry(
        Snippet(
            id=f"{at}",
            title=f"{TITLES[at % 7]}{at}",
            category=(CATEGORIES[at % 3],),
            body=f"您好，{TITLES[at // 7 % 7]}",
            stage=("售前", "售中", "售后")[at % 3],
        ),
        "p",
    )
    for at in range(300)
]
STANDINGS = ({"p/21": Standing(uses=3)}, {"p/42": Standing(uses=9), "p/21": Standing(uses=1)})
CONTEXTS = (NO_CONTEXT, SearchContext(stage="售后"))
RIGHT = ("退款", "tuikuan", "tkjd", "yinhang", "shouh", "退 liuc", "发货 @售中", "")
WRONG = [
    f"{one}{more}" for one in ("tuikaun", "yinhnag", "fahou", "退歀进") for more in "bdfghjklmn"
]
ROUNDS = 40
Ask = Callable[[str, int, SearchContext], list[Hit]]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The threads take turns as often as they can, and what is remembered is soon forgotten."""
    monkeypatch.setattr("desktop_assist.core.language.pinyin._REMEMBERED", 2)
    monkeypatch.setattr("desktop_assist.core.searching.letter_pairs.MOST_KEPT", 2)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def plain(table: PinyinTable) -> SearchEngine:
    return base_for(ENTRIES, table)


def layered(table: PinyinTable) -> SearchEngine:
    builder = IndexBuilder(ENTRIES[:250], table)
    for _ in builder.steps():
        pass
    return LayeredSearch(base_for(ENTRIES[:250], table, builder.index), ENTRIES[10:])


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("make", [plain, layered])
def test_every_answer_is_as_if_it_were_asked_for_alone(
    make: Callable[[PinyinTable], SearchEngine],
) -> None:
    # GIVEN what a thread alone is answered, under either ranking
    table = PinyinTable.from_text(TABLE_FILE.read_text(encoding="utf-8"))
    alone = make(table)
    ranked: list[dict[tuple[str, SearchContext], list[str]]] = []
    slipped = []
    for standing in STANDINGS:
        alone.rank(standing)
        asked = [(query, context) for query in RIGHT for context in CONTEXTS]
        ranked.append({one: answered(alone.search, *one) for one in asked})
        slipped.append({one: answered(alone.search_slips, one) for one in WRONG})
    # WHEN another thread looks for slips all the while, in an engine that has nothing remembered
    fresh = PinyinTable.from_text(TABLE_FILE.read_text(encoding="utf-8"))
    engine, done = make(fresh), Event()

    def look_for_slips() -> list[tuple[str, list[str]]]:
        found = []
        while not done.is_set():
            found += [(one, answered(engine.search_slips, one)) for one in WRONG]
        return found

    with ThreadPoolExecutor(1) as worker:
        looking = worker.submit(look_for_slips)
        try:
            for turn in range(ROUNDS):
                engine.rank(STANDINGS[turn % 2])
                for (query, context), expected in ranked[turn % 2].items():
                    # THEN a search is answered as it would be alone
                    assert answered(engine.search, query, context) == expected
        finally:
            done.set()
    # AND so are the slips, under one ranking or the other
    found = looking.result()
    assert found
    for query, keys in found:
        assert keys in (slipped[0][query], slipped[1][query])


def answered(ask: Ask, query: str, context: SearchContext = NO_CONTEXT) -> list[str]:
    """The keys of the hits and what matched in them."""
    return [f"{hit.key} {list(hit.matched)}" for hit in ask(query, 50, context)]
