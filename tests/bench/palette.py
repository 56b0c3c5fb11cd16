"""Key press → palette painted, told by the program itself through its trace file."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.paste import REPLY
from tests.bench.report import Report, Table, spread
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.programs import prepare_home, start_product
from tests.e2e.stage.targets import Target, qt_target
from tests.e2e.stage.waiting import wait_until

HOTKEY = "ctrl+alt+space"
TYPED_SIZES = (2_000, 100_000)
TYPED = ("tuihuo", "fh", "kuaidi", "sh", "yunfei", "refund", "hy", "chima")
READY = "ready"
"""What the palette's window writes once it can be typed into."""
_PACE_S = 0.15


def bench(report: Report, openings: int) -> None:
    """How soon it opens, and how soon each key that is typed has its answer on the screen."""
    _bench_opening(report, openings)
    _bench_typing(report)


def _bench_opening(report: Report, openings: int) -> None:
    """Opens and dismisses the palette; the first opening is shown apart."""
    with tempfile.TemporaryDirectory(prefix="b") as folder, Desktop(Path(folder)) as desktop:
        trace = desktop.folder / "trace.jsonl"
        trace.touch()
        target = qt_target(desktop)
        home = desktop.folder / "assist"
        prepare_home(home, REPLY)
        start_product(desktop, home, DESKTOP_ASSIST_TRACE=str(trace))
        latencies = [_open_once(target, trace) for _ in range(openings + 1)]
    report.add(
        Table(
            f"Palette: key press → painted (ms, {openings} openings)",
            ("what", "first", "p50", "p95"),
            (("palette", latencies[0], *spread(latencies[1:])),),
        )
    )


def _open_once(target: Target, trace: Path) -> float:
    target.focus()
    before = len(_paintings(trace))
    pressed = target.desktop.keyboard.chord(HOTKEY, hold=0.05)
    wait_until(lambda: len(_paintings(trace)) > before, "the palette's painting", every=0.002)
    painted = _paintings(trace)[before]
    target.desktop.keyboard.chord("escape")
    target.focus()
    time.sleep(0.2)  # the pace of the person who presses the keys
    return (painted - pressed) / 1e6


def _paintings(trace: Path) -> list[int]:
    lines = [line for line in trace.read_text().splitlines(keepends=True) if line.endswith("\n")]
    events = map(json.loads, lines)
    return [event["ns"] for event in events if event["event"] == "palette_painted"]


def _bench_typing(report: Report) -> None:
    """Types real keys into the palette over large libraries; list and preview are both painted."""
    rows = []
    for size in TYPED_SIZES:
        latencies = _typed_over(size)
        rows.append((f"{size:,} replies", *spread(latencies), max(latencies)))
    report.add(
        Table(
            f"Palette: key typed → list and preview painted (ms, {len(latencies)} keys)",
            ("what", "p50", "p95", "most"),
            tuple(rows),
        )
    )


def _typed_over(size: int) -> list[float]:
    with tempfile.TemporaryDirectory(prefix="b") as folder, Desktop(Path(folder)) as desktop:
        file = desktop.folder / "painted"
        file.touch()
        desktop.start(sys.executable, "-m", "tests.bench.palette_window", str(size), str(file))
        wait_until(lambda: READY in file.read_text(), "the palette", within=120, every=0.1)
        pressed = []
        for word in TYPED:
            for key in (*word, *["backspace"] * len(word)):
                pressed.append(desktop.keyboard.chord(key))
                time.sleep(_PACE_S)  # the pace of a quick typist: none waits for another
        painted = [int(line) for line in file.read_text().split() if line != READY]
    ends = [*pressed[1:], pressed[-1] + int(_PACE_S * 1e9)]
    return [
        (max(one for one in painted if start < one < end) - start) / 1e6
        for start, end in zip(pressed, ends, strict=True)
    ]
