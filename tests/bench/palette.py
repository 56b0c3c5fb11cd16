"""Key press → palette painted, told by the program itself through its trace file."""

from __future__ import annotations

import json
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


def bench(report: Report, openings: int) -> None:
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
