"""How right the checker is on replies that its authors never saw, and how fast beside others."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.phrase_plan import Plan
from desktop_assist.packs.reader import read_packs
from desktop_assist.packs.rules import RuleSet, prove_rules
from tests.bench.checker_quality import quality
from tests.bench.report import Cell, Report, Table, ratio, spread

DATA = Path(__file__).parents[1] / "data" / "checker"
PEERS = ("textlint@15", "textlint-rule-prh@6", "alex@11")
INSTALL_SECONDS = 300
PEER_SECONDS = 300
FAULTY = "这个问题我不清楚，您自己看一下详情页，我们没办法处理，请稍等。"
CALM = "您好，您的订单今天发出，预计两天送达，快递单号稍后发给您，感谢您的耐心等待！"
LONG, SEVERAL = 1000, 300
PLAIN = "(plain|everyday)"
REPLIES = {
    "labelled, zh": "zh_.*",
    "labelled, en": "en_.*",
    "everyday, zh": f"zh_work_.*{PLAIN}.*",
    "everyday, en": f"en_work_.*{PLAIN}.*",
}
"""Of which corpora the time for a reply is told."""
OURS, ADVISED, ALTERNATION = "this checker", "with its second opinion", "plain re alternation"

_Made = TypeVar("_Made")
Times = dict[str, dict[str, list[float]]]
"""Milliseconds by program and text."""


def bench(report: Report, repeats: int) -> None:
    """Precision and recall by family, then speed beside others."""
    written = sorted((resources() / "rules").rglob("*.yaml"))
    proof_time, (reading, _) = _timed(partial(prove_rules, written))
    plan = reading.ruleset.plan()
    load_times = [_timed(_load)[0] for _ in range(9)]
    with tempfile.TemporaryDirectory() as cache:
        # Files one by one are not the shipped folder, so that they come out of the cache.
        load = partial(RuleSet.load, written, Path(cache))
        load()
        cache_times = [_timed(load)[0] for _ in range(9)]
    rules = _load()
    model_times = [_timed(one.ready)[0] for one in rules.opinions]
    checker = Checker(rules, second_opinion=False)
    advised = Checker(rules)
    parts = (("Chinese work", "zh_work*"), ("English work", "en_work*"))
    held = (("Chinese held", "zh_held*"), ("English held", "en_held*"))
    for title, files in (*parts, *held):
        report.add(quality(title, rules, sorted(DATA.glob(f"{files}.jsonl"))))
    texts = _texts()
    phrases = {one for found in _phrases(plan).values() for one in found}
    longest_first = sorted(phrases, key=len, reverse=True)
    alternation = re.compile("|".join(map(re.escape, longest_first)))
    times: Times = {
        OURS: _times(checker.check, texts, repeats),
        ADVISED: _times(advised.check, texts, repeats),
        ALTERNATION: _times(lambda text: list(alternation.finditer(text)), texts, repeats),
    }
    missing = _add_peers(times, texts, plan, repeats)
    report.add(_speed(times, texts, missing))
    report.add(
        _own_speed(checker, advised, (proof_time, load_times, cache_times, model_times), texts)
    )


def _load() -> RuleSet:
    return RuleSet.load([resources() / "rules"])


def _texts() -> dict[str, str]:
    bodies = [
        reply.body for reading in read_packs(snippets()) if reading.pack
        for reply in reading.pack.snippets
    ]  # fmt: skip
    # As they are sent: no braces of templates.
    packs = re.sub(r"\{[{%].*?[}%]\}", "一", "\n".join(bodies))
    return {
        "60 characters, faults": (FAULTY * 2)[:60],
        "60 characters, none": (CALM * 2)[:60],
        "starter packs": packs * max(1, 300_000 // len(packs.encode())),
    }


def _times(
    check: Callable[[str], object], texts: Mapping[str, str], repeats: int
) -> dict[str, list[float]]:
    return {
        name: [_timed(partial(check, text))[0] for _ in range(repeats if len(text) < LONG else 5)]
        for name, text in texts.items()
    }


def _timed(make: Callable[[], _Made]) -> tuple[float, _Made]:
    start = time.perf_counter()
    made = make()
    return (time.perf_counter() - start) * 1000, made


def _add_peers(times: Times, texts: Mapping[str, str], plan: Plan, repeats: int) -> str:
    """Install the peers into a folder of their own and time them; why not, where it cannot be."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        return "textlint and alex need npm and node, which are not here"
    with tempfile.TemporaryDirectory() as folder:
        try:
            _run([npm, "install", "--no-audit", "--no-fund", "--prefix", folder, *PEERS],
                 folder, INSTALL_SECONDS)  # fmt: skip
            work = Path(folder)
            (work / "prh.yml").write_text(_prh_rules(plan), encoding="utf-8")
            few = {"texts": texts, "repeats": min(repeats, 300)}
            (work / "texts.json").write_text(json.dumps(few), encoding="utf-8")
            script = Path(__file__).with_name("peers.mjs")
            printed = _run([node, str(script), "texts.json", str(work / "prh.yml")],
                           folder, PEER_SECONDS)  # fmt: skip
        except (OSError, subprocess.SubprocessError) as error:
            return f"textlint and alex could not be run: {error}"
    times.update(json.loads(printed))
    return ""


def _run(command: Sequence[str], folder: str, seconds: float) -> str:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True, timeout=seconds
    ).stdout


def _phrases(plan: Plan) -> dict[int, list[str]]:
    """The phrases of each rule that has some, by its number."""
    found: dict[int, list[str]] = {}
    for sought in (plan.anywhere, plan.lone):
        for phrase, number in zip(sought.phrases, sought.numbers, strict=True):
            meaning = sought.meanings[number]
            for rule in (*meaning.owners, *meaning.alone):
                found.setdefault(rule, []).append(phrase)
    return found


def _prh_rules(plan: Plan) -> str:
    """The same phrases for prh. JSON is YAML."""
    listed = [{"expected": "○", "patterns": found} for found in _phrases(plan).values()]
    return json.dumps({"version": 1, "rules": listed}, ensure_ascii=False)


def _speed(times: Times, texts: Mapping[str, str], missing: str) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for title in texts:
        base = spread(times[OURS][title])[0]
        for program, taken in times.items():
            middle, high = spread(taken[title])
            rows.append((f"{title}: {program}", middle, high, ratio(middle, base)))
    notes = (
        "the others look for the same phrases and have neither contexts, exceptions, patterns nor "
        "folding; alex has its own, English",
    )
    return Table(
        "Checker beside others (ms)", ("text", "p50", "p95", "times ours"), tuple(rows),
        (*notes, missing) if missing else notes,
    )  # fmt: skip


def _own_speed(
    checker: Checker,
    advised: Checker,
    load_times: tuple[float, Sequence[float], Sequence[float], Sequence[float]],
    texts: Mapping[str, str],
) -> Table:
    rows: list[tuple[Cell, ...]] = [
        ("reading and proving all rules", load_times[0], "ms"),
        ("loading the shipped rules, first start too", spread(load_times[1])[0], "ms"),
        ("loading other rules that have not changed", spread(load_times[2])[0], "ms"),
        ("reading a second opinion, at its first message", max(load_times[3]), "ms"),
    ]
    for name, one in ((OURS, checker), (ADVISED, advised)):
        for title, text in texts.items():
            if len(text) < LONG:
                rows.append((f"{title}, {name}", _best(one, text, SEVERAL) * 1000, "µs"))
        for kind, files in REPLIES.items():
            each = [_best(one, text) for text in _replies_of_length(files)]
            for share, taken in zip(("p50", "p95"), spread(each), strict=True):
                title = f"45 to 75 characters, {kind}, {share}, {name}"
                rows.append((title, (taken or 0.0) * 1000, "µs"))
    for title, text in texts.items():
        if len(text) >= LONG:
            rows.append((title, len(text.encode()) / 1e3 / _best(checker, text), "MB/s of UTF-8"))
    short, long = (_best(checker, (CALM + FAULTY) * size) for size in (150, 1500))
    rows.append(("ten times the text costs", ratio(long, short), "times"))
    notes = ("processor time, of each text the best of several: others use the machine too",)
    return Table("Checker on its own", ("what", "value", "unit"), tuple(rows), notes)


def _best(checker: Checker, text: str, times: int = 7) -> float:
    """Milliseconds of the processor's time."""
    return min(map(_used, itertools.repeat(partial(checker.check, text), times)))


def _used(make: Callable[[], object]) -> float:
    start = time.process_time_ns()
    make()
    return (time.process_time_ns() - start) / 1e6


def _replies_of_length(files: str, least: int = 45, most: int = 75) -> list[str]:
    """Replies of the corpora whose names match; of the plain ones those without a fault."""
    replies = (
        json.loads(line)
        for file in sorted(DATA.glob("*.jsonl"))
        if re.fullmatch(files, file.stem)
        for line in file.read_text(encoding="utf-8").splitlines()
    )
    fine = PLAIN in files
    return [
        reply["text"]
        for reply in replies
        if least <= len(reply["text"]) <= most and not (fine and reply["findings"])
    ]
