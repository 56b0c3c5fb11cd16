"""A library after edits: what has changed is laid over an engine that was made earlier."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.engines import base_for
from desktop_assist.core.searching.index_arrays import SearchIndex
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.layered_search import STALE, LayeredSearch
from desktop_assist.core.searching.search import Matched, SearchContext, SearchEngine, Standing

Over = Callable[[Sequence[Entry], Sequence[Entry]], LayeredSearch]
TABLE = PinyinTable({"退": ("tui",), "款": ("kuan",), "行": ("xing", "hang"), "银": ("yin",)})


def entry(name: str, title: str, body: str = "无", stage: str = "") -> Entry:
    return Entry(Snippet(id=name, title=title, category=("其他",), body=body, stage=stage), "p")


ENTRIES = [
    entry("refund", "退款进度", "您好，退款在路上"),
    entry("bank", "银行转账"),
    entry("goods", "退货流程", "寄回后退款"),
]


def index_of(entries: Sequence[Entry]) -> SearchIndex:
    builder = IndexBuilder(entries, TABLE)
    for _ in builder.steps():
        pass
    return builder.index


@pytest.fixture(params=["plain", "big"])
def over(request: pytest.FixtureRequest) -> Over:
    """What lays the second entries over an engine made of the first, for either engine."""

    def lay(known: Sequence[Entry], shown: Sequence[Entry]) -> LayeredSearch:
        index = index_of(known) if request.param == "big" else None
        return LayeredSearch(base_for(known, TABLE, index), shown)

    return lay


def keys(engine: LayeredSearch, query: str) -> list[str]:
    return [hit.key.removeprefix("p/") for hit in engine.search(query)]


def edited(one: Entry, **changes: str) -> Entry:
    return Entry(msgspec.structs.replace(one.snippet, **changes), one.pack)


def test_edits_are_found_at_once_and_what_they_replace_is_not(over: Over) -> None:
    changed = [edited(ENTRIES[0], title="退钱进度"), ENTRIES[1], entry("new", "银行卡")]
    engine = over(ENTRIES, changed)
    assert keys(engine, "退款") == ["refund"]  # in its body, which has not changed
    assert keys(engine, "退钱") == ["refund"]
    assert keys(engine, "寄回") == []
    assert keys(engine, "yinhang") == ["new", "bank"]
    assert engine.changed_count == 2


def test_use_counts_across_both_layers(over: Over) -> None:
    engine = over(ENTRIES, [*ENTRIES, entry("new", "银行卡")])
    engine.rank({"p/bank": Standing(uses=1), "p/goods": Standing(favourite=True)})
    assert keys(engine, "yh") == ["bank", "new"]
    assert keys(engine, "")[0] == "goods"


def test_context_counts_across_both_layers(over: Over) -> None:
    care = entry("care", "退款关怀", stage="售后")
    engine = over([*ENTRIES, care], [entry("new", "退款说明"), *ENTRIES, care])
    assert keys(engine, "退款")[0] == "new"
    hits = engine.search("退款", 50, SearchContext(stage="售后"))
    assert [hit.key for hit in hits][:2] == ["p/care", "p/new"]


def test_slips_are_found_in_both_layers_and_only_without_hits(over: Over) -> None:
    engine = over(ENTRIES, [*ENTRIES, entry("new", "退款说明")])
    assert engine.search("tuikaun") == []
    assert {hit.key for hit in engine.search_slips("tuikaun")} == {"p/new", "p/refund"}
    assert engine.search_slips("退款") == []


def test_one_state_is_searched_while_the_next_is_laid_over_the_same_engine() -> None:
    base = base_for(ENTRIES, TABLE, index_of(ENTRIES))
    before, after = LayeredSearch(base, ENTRIES), LayeredSearch(base, ENTRIES[:1])
    assert keys(before, "yinhang @其他") == ["bank"]
    assert keys(after, "yinhang @其他") == []
    assert keys(before, "yinhang @其他") == ["bank"]


def test_what_moved_or_was_removed_is_not_taken_for_changes(over: Over) -> None:
    for shown in (ENTRIES[::-1], ENTRIES[1:], ENTRIES[:1], [ENTRIES[0], ENTRIES[2]], []):
        engine = over(ENTRIES, shown)
        assert engine.changed_count == 0
        assert {hit.key for hit in engine.search("")} == {one.key for one in shown}


def test_the_same_texts_read_anew_are_not_taken_for_changes(over: Over) -> None:
    many = [entry(f"e{at}", f"退款{at}") for at in range(STALE + 2)]
    again = [entry(f"e{at}", f"退款{at}") for at in range(STALE + 2)]
    assert over(many, again).changed_count == 0
    assert not over(many, again).is_stale
    assert over(many, [entry(f"e{at}", f"银行{at}") for at in range(STALE + 2)]).is_stale


def test_an_engine_of_which_most_is_gone_is_stale(over: Over) -> None:
    assert not over(ENTRIES, ENTRIES[1:]).is_stale
    assert over(ENTRIES, ENTRIES[2:]).is_stale


def test_an_empty_library_has_an_index_too(over: Over) -> None:
    engine = over([], [])
    assert engine.search("退") == engine.search("") == engine.search_slips("tuikaun") == []


def test_numpy_is_not_loaded_for_a_small_library() -> None:
    program = (
        "import sys\n"
        "from desktop_assist.core.searching.engines import base_for\n"
        "from desktop_assist.core.searching.layered_search import LayeredSearch\n"
        "import desktop_assist.store.search_index\n"
        "LayeredSearch(base_for([]), []).search('x')\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


QUERIES = ["退", "tk", "退款 银", "@其他 款", "yinhang", "", "无"]


@st.composite
def libraries(draw: st.DrawFn) -> list[Entry]:
    """Some of six entries, each in one of two wordings; the very objects, as in the program."""
    chosen = draw(st.lists(st.integers(0, 5), unique=True))
    return [WORDED[number][draw(st.booleans())] for number in chosen]


WORDED = [(entry(f"e{at}", f"退款{at}"), entry(f"e{at}", f"银行{at}", "退款")) for at in range(6)]


@settings(max_examples=200, deadline=None)
@given(libraries(), libraries(), st.booleans(), st.sampled_from(QUERIES))
def test_layers_find_what_an_engine_made_anew_finds(
    known: list[Entry], shown: list[Entry], is_big: bool, query: str
) -> None:
    index = index_of(known) if is_big else None
    layers, anew = LayeredSearch(base_for(known, TABLE, index), shown), base_for(shown, TABLE)
    assert well_found(layers, query) == well_found(anew, query)


def well_found(engine: SearchEngine, query: str) -> set[tuple[str, int]]:
    """What is found, and on which level of how well."""
    return {(hit.key, -int(-hit.score // 100)) for hit in engine.search(query)}


@pytest.mark.parametrize(
    "query",
    ["退" * 10_000, "a " * 5_000, "\ud800", "\udc00 \ud800", "\x00\x07\x1b", "🏳️‍🌈😀", "[(?:\\"],
)
def test_what_no_agent_means_finds_nothing_in_either_layer(over: Over, query: str) -> None:
    strange = entry("strange", "银行卡\ud800", "\x00😀\udfff")
    engine = over([strange, *ENTRIES], [*ENTRIES, strange, entry("stranger", "\ud800")])
    assert engine.search(query) == []
    assert engine.search_slips(query) == []


def test_half_an_emoji_in_a_reply_does_no_harm(over: Over) -> None:
    strange = entry("strange", "银行卡\ud800", "\x00😀\udfff")
    (first, *_) = over([strange], [strange]).search("卡 😀")
    assert first.key == "p/strange"
    assert first.matched == (Matched("title", 2, 3), Matched("body", 1, 2))
