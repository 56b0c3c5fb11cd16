"""The checker and the search on their own, without windows."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.library import Entry
from desktop_assist.core.pinyin import PinyinTable
from desktop_assist.core.plain_search import PlainSearch
from desktop_assist.core.search import SearchEngine
from desktop_assist.core.snippet import Snippet
from desktop_assist.packs.reader import read_packs
from tests.bench.report import Report, Table, spread

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
