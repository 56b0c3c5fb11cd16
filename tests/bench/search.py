"""The search as it grows: every keystroke, memory, building, cold start, slips, and other ways."""

from __future__ import annotations

import gc
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from desktop_assist.bundled import resources
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.big_search import BigSearch
from desktop_assist.core.searching.engines import MOST_PLAIN
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.levels import SLIP
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import SearchEngine
from tests.bench.libraries import library, typed
from tests.bench.report import Report, Table, quantile
from tests.bench.search_peers import PEERS

SIZES = (1_000, 2_000, 10_000, 100_000, 300_000)
PEERS_AT = 100_000
ASKED = 40
"""Entries that are looked for in each way."""
SLIPS = 200
SEED = 7
PROCESSOR = "Processor time: other programs' turns are not the search's."
Queries = Mapping[str, Sequence[tuple[str, str]]]
"""For each kind of query what is typed, and the key of the entry that it is about."""


def bench(report: Report) -> None:
    """All of it, in the one process but for memory and cold starts."""
    pinyin = pinyin_table()
    report.add(_growth(pinyin))
    entries = library(PEERS_AT)
    engine, _ = built(entries, pinyin)
    asked = queries(entries, pinyin)
    report.add(_kinds(engine, asked))
    report.add(_slips("100,000", engine, entries, pinyin))
    small = library(2_000)
    report.add(_slips("2,000", PlainSearch(small, pinyin), small, pinyin))
    report.add(_peers(engine, entries, asked))
    del engine, entries
    report.add(_fresh_processes())


def pinyin_table() -> PinyinTable:
    """The shipped table of readings."""
    return PinyinTable.from_text((resources() / "pinyin.tsv").read_text(encoding="utf-8"))


def built(entries: Sequence[Entry], pinyin: PinyinTable) -> tuple[SearchEngine, float]:
    """The big engine over `entries`, and the longest step of building it in ms."""
    builder, longest = IndexBuilder(entries, pinyin), 0.0
    before = time.perf_counter()
    for _ in builder.steps():
        longest = max(longest, time.perf_counter() - before)
        before = time.perf_counter()
    return BigSearch(builder.index, entries, pinyin), longest * 1e3


def queries(entries: Sequence[Entry], pinyin: PinyinTable) -> Queries:
    """What an agent may type to find some of `entries`."""
    chance = random.Random(SEED)
    made: dict[str, list[tuple[str, str]]] = {}
    chosen = chance.sample([one for one in entries if _chinese(one.snippet.title)], ASKED)
    for entry in chosen:
        title, body = _chinese(entry.snippet.title)[:5], _chinese(entry.snippet.body)
        sounds = [(pinyin.readings(one) or ("",))[0] for one in title]
        at = chance.randrange(max(1, len(body) - 4))
        for kind, query in (
            ("Chinese, title", title),
            ("Chinese, body", body[at : at + 5]),
            ("pinyin", "".join(sounds)),
            ("initials", "".join(sound[:1] for sound in sounds)),
            ("mixed", title[:1] + "".join(sounds[1:3])),
            ("two words", f"{title[:2]} {body[at : at + 2]}"),
        ):
            made.setdefault(kind, []).append((query, entry.key))
    coded = chance.sample([one for one in entries if one.snippet.code], ASKED)
    made["code"] = [(f"/{one.snippet.code}", one.key) for one in coded]
    english = [one for one in entries if one.snippet.language == "en"]
    made["English"] = [(one.snippet.title[:12], one.key) for one in english[:ASKED]]
    return made


def keystrokes(
    engine: SearchEngine,
    typed_keys: Sequence[str],
    clock: Callable[[], int] = time.perf_counter_ns,
) -> list[float]:
    """Milliseconds for each of them."""
    gc.collect()
    gc.freeze()  # as the program does with a library once it is loaded
    return [timed(partial(engine.search, query), clock) for query in typed_keys]


def timed(run: Callable[[], object], clock: Callable[[], int] = time.perf_counter_ns) -> float:
    """Milliseconds that `run` takes by `clock`."""
    started = clock()
    run()
    return (clock() - started) / 1e6


def _growth(pinyin: PinyinTable) -> Table:
    rows = []
    for size in SIZES:
        entries = library(size)
        typed_keys = typed_out(queries(entries, pinyin))
        for name in ("plain", "big") if size >= 2_000 else ("plain",):
            if name == "plain" and size > MOST_PLAIN:
                continue
            started, longest = time.perf_counter(), None
            if name == "plain":
                engine: SearchEngine = PlainSearch(entries, pinyin)
            else:
                engine, longest = built(entries, pinyin)
            build = time.perf_counter() - started
            times = keystrokes(engine, typed_keys, time.thread_time_ns)
            figures = (quantile(times, share) for share in (0.5, 0.95, 0.99, 1))
            rows.append((f"{size:,} {name}", build, longest, *figures))
    columns = ("snippets", "build s", "longest step ms", "p50", "p95", "p99", "max")
    return Table("Search: every keystroke (ms)", columns, tuple(rows), (PROCESSOR,))


def _kinds(engine: SearchEngine, asked: Queries) -> Table:
    rows = []
    for kind, pairs in asked.items():
        typed_keys = typed([query for query, _ in pairs])
        times = keystrokes(engine, typed_keys, time.thread_time_ns)
        found = _found_share(lambda query: [hit.key for hit in engine.search(query)], pairs)
        rows.append((kind, *(quantile(times, share) for share in (0.5, 0.95, 0.99)), found))
    columns = ("query", "p50", "p95", "p99", "among 50 %")
    return Table(f"Search at {PEERS_AT:,}: by kind (ms)", columns, tuple(rows), (PROCESSOR,))


def _slips(name: str, engine: SearchEngine, entries: Sequence[Entry], pinyin: PinyinTable) -> Table:
    """Whether a title with one slip in it finds an entry that it finds without the slip."""
    rows = []
    for kind, pairs in _mistyped(entries, pinyin).items():
        first = hit = blocked = 0
        times = []
        for wrong, right in pairs:
            meant = {one.key for one in engine.search(right, len(entries))}
            found = engine.search(wrong)
            if found and found[0].score > SLIP * 100:
                blocked += 1
            else:
                times.append(timed(partial(engine.search_slips, wrong), time.thread_time_ns))
                found = engine.search_slips(wrong)
            hit += bool(meant & {one.key for one in found})
            first += bool(found) and found[0].key in meant
        shares = (100 * count / len(pairs) for count in (first, hit))
        figures = (quantile(times, share) for share in (0.5, 0.95, 0.99, 1))
        rows.append((kind, len(pairs), *shares, blocked, *figures))
    counted = ("tried", "first %", "among 50 %", "hits without slip")
    columns = ("slip", *counted, "p50", "p95", "p99", "max")
    return Table(f"Slips at {name} (ms)", columns, tuple(rows), (PROCESSOR,))


def _mistyped(entries: Sequence[Entry], pinyin: PinyinTable) -> Queries:
    """For each kind what was typed wrongly, and what it should have been."""
    chance = random.Random(SEED)
    made: dict[str, list[tuple[str, str]]] = {"pinyin": [], "Latin": [], "Chinese": []}
    while min(map(len, made.values())) < SLIPS:
        title = chance.choice(entries).snippet.title
        chinese = _chinese(title)[:5]
        if len(chinese) >= 3 and all(map(pinyin.readings, chinese)):
            spelled = "".join(pinyin.readings(one)[0] for one in chinese)
            made["pinyin"].append((mistype(spelled, chance), spelled))
            at, wrong = chance.randrange(len(chinese)), chance.choice("的款货歀查尺码快")
            made["Chinese"].append((f"{chinese[:at]}{wrong}{chinese[at + 1 :]}", chinese))
        words = re.findall(r"\b[a-z]{5,}\b", title.lower())
        if words:
            word = chance.choice(words)
            made["Latin"].append((mistype(word, chance), word))
    return {kind: pairs[:SLIPS] for kind, pairs in made.items()}


def mistype(word: str, chance: random.Random) -> str:
    """`word` with one slip: two letters swapped, one left out, doubled, or a key beside it hit."""
    at = chance.randrange(1, len(word) - 1)
    way = chance.randrange(4)
    if way == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if way == 1:
        return word[:at] + word[at + 1 :]
    if way == 2:
        return word[:at] + word[at] + word[at:]
    beside = {"q": "w", "w": "e", "e": "r", "r": "t", "t": "y", "y": "u", "u": "i", "i": "o"}
    beside |= {"o": "p", "p": "o", "a": "s", "s": "d", "d": "f", "f": "g", "g": "h", "h": "j"}
    beside |= {"j": "k", "k": "l", "l": "k", "z": "x", "x": "c", "c": "v", "v": "b", "b": "n"}
    beside |= {"n": "m", "m": "n"}
    return word[:at] + beside[word[at]] + word[at + 1 :]


def _peers(engine: SearchEngine, entries: Sequence[Entry], asked: Queries) -> Table:
    pairs = [pair for kind in asked.values() for pair in kind[:5]]
    typed_keys = typed([query for query, _ in pairs])
    rows: list[tuple[str | float | None, ...]] = []
    ours = keystrokes(engine, typed_keys)
    found = _found_share(lambda query: [hit.key for hit in engine.search(query)], pairs)
    rows.append(("Desktop Assist", *(quantile(ours, share) for share in (0.5, 0.95, 0.99)), found))
    notes = []
    for name, make in PEERS.items():
        with tempfile.TemporaryDirectory() as folder:
            peer = make(entries, Path(folder))
            if peer is None:
                notes.append(f"{name} is not here")
                continue
            times = [timed(partial(peer, query)) for query in typed_keys]
            share = _found_share(peer, pairs)
        rows.append((name, *(quantile(times, one) for one in (0.5, 0.95, 0.99)), share))
    columns = ("what", "p50", "p95", "p99", "among 50 %")
    return Table(
        f"Others at {PEERS_AT:,}: every keystroke (ms)", columns, tuple(rows), tuple(notes)
    )


def _found_share(find: Callable[[str], Sequence[str]], pairs: Sequence[tuple[str, str]]) -> float:
    return 100 * sum(key in find(query) for query, key in pairs) / len(pairs)


def _fresh_processes() -> Table:
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            (what, json.dumps(run_fresh(what, Path(folder))).strip("{}").replace('"', ""))
            for what in ("build", "start", "start", "start")
        ]
    return Table(f"A process of its own at {PEERS_AT:,}", ("what", "figures"), tuple(rows))


def run_fresh(what: str, folder: Path) -> dict[str, float]:
    """The figures of a new interpreter that builds and saves, or loads and searches."""
    command = [sys.executable, "-m", "tests.bench.search_process", what, str(folder), str(PEERS_AT)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def typed_out(asked: Queries) -> list[str]:
    return [query for kind in asked.values() for query in typed([one for one, _ in kind])]


def _chinese(text: str) -> str:
    return "".join(one for one in text if "一" <= one <= "龥")
