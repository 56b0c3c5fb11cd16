"""How often the right reply is suggested for what customers wrote, and how fast."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.suggesting.suggest import Suggester
from desktop_assist.core.suggesting.synonyms import Synonyms
from desktop_assist.packs.reader import read_packs
from tests.bench.report import Report, Table, quantile

MEASURED = ("zh-cn-starter", "en-cross-border")
"""The packs whose replies the messages were labelled with."""
MESSAGES = Path(__file__).resolve().parents[1] / "data" / "suggest"
PARTS = ("work", "held")
SIZES = (200, 2_000, 9_999, 100_000)
SEED = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """A customer's message and the keys of the replies that suit it; none for idle talk."""

    text: str
    keys: frozenset[str]


def bench(report: Report) -> None:
    """Both halves of the messages as counts, then the time a message takes as the library grows."""
    entries = list(_shipped())
    suggester = _suggester(entries)
    messages = {part: list(_messages(part)) for part in PARTS}
    rows = tuple((part, *_quality(suggester, messages[part])) for part in PARTS)
    columns = ("half", "messages", "first suits", "one of three suits", "idle talk", "left alone")
    notes = (
        "Their writer had not seen the triggers. The synonyms were written with the working half",
        "at hand; the held half's texts were not read for it, but its counts were seen meanwhile.",
    )
    report.add(Table("Suggestions for customers' messages", columns, rows, notes))
    asked = [one.text for one in messages["work"]]
    times = tuple(_growth(entries, asked))
    report.add(
        Table("Suggest, each message (ms)", ("snippets", "built, s", "p50", "p99", "max"), times)
    )


def _quality(suggester: Suggester, asked: Sequence[Asked]) -> tuple[int, float, float, int, int]:
    meant = [one for one in asked if one.keys]
    idle = [one for one in asked if not one.keys]
    firsts = threes = 0
    for one in meant:
        keys = [suggestion.key for suggestion in suggester.suggest(one.text, 3)]
        firsts += bool(one.keys.intersection(keys[:1]))
        threes += bool(one.keys.intersection(keys))
    quiet = sum(not suggester.suggest(one.text) for one in idle)
    count = max(1, len(meant))
    return len(meant), firsts / count, threes / count, len(idle), quiet


def _growth(entries: Sequence[Entry], asked: Sequence[str]) -> Iterator[tuple[str | float, ...]]:
    for size in SIZES:
        built = time.perf_counter()
        suggester = _suggester(_grown(entries, size))
        built = time.perf_counter() - built
        suggester.suggest(asked[0])
        taken = [_milliseconds(partial(suggester.suggest, text)) for text in asked]
        p50, p99 = quantile(taken, 0.5), quantile(taken, 0.99)
        yield f"{len(suggester):,}", built, p50 or 0.0, p99 or 0.0, max(taken)


def _milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def _grown(entries: Sequence[Entry], size: int) -> list[Entry]:
    """The entries, then mixtures of them up to `size`: titles, questions and sentences anew."""
    draw = random.Random(SEED)
    titles = [entry.snippet.title for entry in entries]
    questions = [text for entry in entries for text in entry.snippet.triggers]
    sentences = [
        text
        for entry in entries
        for part in entry.snippet.parts
        for text in part.split("。")
        if text
    ]
    grown = list(entries[:size])
    for number in range(len(grown), size):
        mixed = msgspec.structs.replace(
            draw.choice(entries).snippet,
            id=f"grown-{number}",
            title=draw.choice(titles) + draw.choice(titles),
            triggers=tuple(draw.sample(questions, 2)),
            body="。".join(draw.sample(sentences, 3)),
            messages=(),
        )
        grown.append(Entry(mixed, "grown"))
    return grown


def _suggester(entries: Iterable[Entry]) -> Suggester:
    synonyms = (resources() / "search" / "synonyms.tsv").read_text("utf-8")
    pinyin = (resources() / "pinyin.tsv").read_text("utf-8")
    return Suggester(entries, Synonyms.from_text(synonyms), PinyinTable.from_text(pinyin))


def _messages(part: str) -> Iterator[Asked]:
    for file in sorted(MESSAGES.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["part"] == part:
                yield Asked(row["text"], frozenset(row["ids"]))


def _shipped() -> Iterator[Entry]:
    for reading in read_packs(snippets()):
        if reading.pack is not None and reading.pack.manifest.id in MEASURED:
            for snippet in reading.pack.snippets:
                yield Entry(snippet, reading.pack.manifest.id)
