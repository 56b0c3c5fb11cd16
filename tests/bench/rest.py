"""Memory and wake-ups of a program that has nothing to do."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tests.bench.paste import REPLY
from tests.bench.report import Cell, Report, Table
from tests.bench.start import BARE_TRAY
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.programs import AutoKey, CopyQ, PastingProgram, Product

SETTLING = 5.0
"""Seconds after the start in which work in the background is still allowed."""
KINDS: Mapping[str, re.Pattern[str]] = {
    "Qt and PySide6": re.compile(r"PySide6|shiboken|libQt6"),
    "Python": re.compile(r"python3|lib-dynload|libpython"),
    "fonts and their cache": re.compile(r"/fonts?/|fontconfig|\.ttf|\.otf|\.ttc"),
    "graphics and system libraries": re.compile(r"\.so(\.|$)"),
    "heap and other private memory": re.compile(r"^(\[heap\]|\[stack\]|\[anon.*|)$"),
}
_MAPPING = re.compile(r"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \S+ *(.*)$")


def bench(report: Report, seconds: float) -> None:
    """What a bare Qt tray, the product and its peers cost while nothing happens."""
    found = {name: _at_rest(start, seconds) for name, start in _starts().items()}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (name, *figures) for name, (figures, _kinds) in found.items()
    )
    columns = ("program", "resident MiB", "own MiB", "threads", "wake-ups/s", "CPU %")
    report.add(
        Table(
            f"At rest, over {seconds:.0f} s",
            columns,
            rows,
            ("own: private pages (USS); wake-ups: voluntary context switches of all threads",),
        )
    )
    names = [*KINDS, "other files"]
    kinds: tuple[tuple[Cell, ...], ...] = tuple(
        (kind, *(found[name][1][kind] for name in found)) for kind in names
    )
    report.add(Table("Resident memory, what it consists of (MiB)", ("what", *found), kinds))


def _starts() -> Mapping[str, Callable[[Desktop], int]]:
    bare = (sys.executable, "-c", BARE_TRAY)
    programs: tuple[PastingProgram, ...] = (Product(), AutoKey(), CopyQ())
    return {
        "bare PySide6 tray": lambda desktop: desktop.start(*bare).pid,
        **{program.name: partial(program.start, reply=REPLY) for program in programs},
    }


Figures = tuple[float, float, int, float, float]


def _at_rest(
    start: Callable[[Desktop], int], seconds: float
) -> tuple[Figures, Mapping[str, float]]:
    with tempfile.TemporaryDirectory(prefix="b") as folder, Desktop(Path(folder)) as desktop:
        process = Path("/proc") / str(start(desktop))
        time.sleep(SETTLING)
        woken, used = _switches(process), _processor_time(process)
        time.sleep(seconds)  # the span that is measured
        woken, used = _switches(process) - woken, _processor_time(process) - used
        totals = _sums((process / "smaps").read_text())
        own = totals["Private_Clean"] + totals["Private_Dirty"]
        threads = len(list((process / "task").iterdir()))
        figures = totals["Rss"], own, threads, woken / seconds, 100 * used / seconds
        return figures, _composition((process / "smaps").read_text())


def _switches(process: Path) -> int:
    """Voluntary context switches of all threads so far: each is one sleep that ended."""
    counts = (status.read_text() for status in process.glob("task/*/status"))
    found = (re.search(r"^voluntary_ctxt_switches:\s+(\d+)", text, re.MULTILINE) for text in counts)
    return sum(int(match[1]) for match in found if match)


def _processor_time(process: Path) -> float:
    """Seconds of processor time (utime and stime, proc(5) fields 14 and 15)."""
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _sums(smaps: str) -> Mapping[str, float]:
    """The figures of all mappings in MiB, summed by name (smaps_rollup is not everywhere)."""
    sums: defaultdict[str, float] = defaultdict(float)
    for name, kibibytes in re.findall(r"^(\w+):\s+(\d+) kB", smaps, re.MULTILINE):
        sums[name] += int(kibibytes) / 1024
    return sums


def _composition(smaps: str) -> Mapping[str, float]:
    """Resident MiB by kind of mapping."""
    sums = dict.fromkeys([*KINDS, "other files"], 0.0)
    kind = "other files"
    for line in smaps.splitlines():
        if mapping := _MAPPING.match(line):
            kind = _kind(mapping[1])
        elif line.startswith("Rss:"):
            sums[kind] += int(line.split()[1]) / 1024
    return sums


def _kind(path: str) -> str:
    return next((kind for kind, known in KINDS.items() if known.search(path)), "other files")
