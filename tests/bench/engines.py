"""The checker and the search on their own, without windows."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.checker import Checker
from desktop_assist.core.library import Entry
from desktop_assist.core.pinyin import PinyinTable
from desktop_assist.core.plain_search import PlainSearch
from desktop_assist.core.search import SearchEngine
from desktop_assist.core.snippet import Snippet
from desktop_assist.packs.reader import read_packs
from desktop_assist.packs.rules import load_rules
from tests.bench.report import Cell, Report, Table, spread

SHORT = "这个问题我不清楚，您自己看一下详情页，我们没办法处理，请稍等。"
CALM = "您好，您的订单今天发出，预计两天送达，快递单号稍后发给您，感谢您的耐心等待！"
Made = TypeVar("Made")
QUERIES = (
    "退",
    "退款",
    "tuikuan",
    "tk",
    "发货 时间",
    "hy",
    "order",
    "您好，很高兴",
    "zzzz",
    "物流查询",
)


def bench_checker(report: Report, repeats: int) -> None:
    """One message as it is typed, and a long text; with the shipped rules."""
    load_ms, checker = _timed(lambda: Checker(load_rules([resources() / "rules"]).ruleset))
    texts = {"60 characters, faults": SHORT * 2, "60 characters, none": CALM * 2}
    texts = {name: text[:60] for name, text in texts.items()} | {"100,000 characters": CALM * 2500}
    rows: list[tuple[Cell, ...]] = [("loading the rules", load_ms, None, None)]
    for name, text in texts.items():
        count = repeats if len(text) < 1000 else 5
        times = [_timed(partial(checker.check, text))[0] for _ in range(count)]
        speed = len(text.encode()) / 1e6 / (spread(times)[0] or 1) * 1000
        rows.append((name, *spread(times), speed))
    report.add(Table("Checker (ms)", ("what", "p50", "p95", "MB/s"), tuple(rows)))


def bench_search(report: Report, repeats: int) -> None:
    """Every keystroke of some queries, over the shipped packs grown to 1,000 and 10,000."""
    seed = [entry.snippet for entry in _shipped()]
    pinyin = PinyinTable.from_text((resources() / "pinyin.tsv").read_text(encoding="utf-8"))
    rows = []
    for size in (len(seed), 1_000, 10_000):
        entries = list(_grown(seed, size))
        build, engine = _timed(partial(PlainSearch, entries, pinyin))
        times = _keystrokes(engine, repeats)
        rows.append((f"{size:,} snippets", build, *spread(times), max(times)))
    report.add(
        Table("Search, each keystroke (ms)", ("what", "build", "p50", "p95", "max"), tuple(rows))
    )


def _keystrokes(engine: SearchEngine, repeats: int) -> list[float]:
    """Milliseconds for every beginning of every query, about `repeats` in all."""
    typed = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    searches = typed * max(1, repeats // len(typed))
    return [_timed(partial(engine.search, query))[0] for query in searches]


def _shipped() -> Iterable[Entry]:
    for reading in read_packs(snippets()):
        if reading.pack is not None:
            for snippet in reading.pack.snippets:
                yield Entry(snippet, reading.pack.manifest.id)


def _grown(seed: Sequence[Snippet], size: int) -> Iterable[Entry]:
    for number, snippet in enumerate(itertools.islice(itertools.cycle(seed), size)):
        yield Entry(snippet, f"pack-{number // max(len(seed), 1)}")


def _timed(make: Callable[[], Made]) -> tuple[float, Made]:
    started = time.perf_counter_ns()
    made = make()
    return (time.perf_counter_ns() - started) / 1e6, made
