"""Key press → reply in the target, beside AutoKey and CopyQ, on real windows with real keys."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.report import Cell, Report, Table, counted, ratio, spread
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner, raw_owner
from tests.e2e.stage.programs import HOTKEY, AutoKey, CopyQ, PastingProgram, Product
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import (
    Target,
    browser_target,
    gtk_target,
    qt_target,
    xterm_target,
)
from tests.e2e.stage.waiting import NeverHappenedError, wait_until

REPLY = "您好，很高兴为您服务！您的订单 20261122 今天发出 👋 ¥99"
TEXT_LIMIT = 4.0
"""Seconds after which a text counts as lost."""
PACE = 0.4
"""Seconds between a reply and the next hotkey; AutoKey takes half of them to restore."""
GRACE = 0.3
"""Seconds more for the clipboard to be as it was."""

PROGRAMS: Mapping[str, Callable[[], PastingProgram]] = {
    "assist": Product,
    "autokey": AutoKey,
    "copyq": CopyQ,
}
TARGETS: Mapping[str, Callable[[Desktop], Target]] = {
    "qt": qt_target,
    "gtk": gtk_target,
    "xterm": xterm_target,
    "chromium": browser_target,
}


@dataclass(slots=True)
class Tally:
    """What became of the pastes into one target."""

    latencies: list[float] = field(default_factory=list)
    exact: int = 0
    intact: int = 0
    pastes: int = 0
    faults: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Options:
    """How the bench is run: pastes a target (fewer by peers), how long keys are held, load."""

    pastes: int = 200
    peer_pastes: int = 40
    hold: float = 0.05
    stress: bool = False
    programs: Sequence[str] = tuple(PROGRAMS)
    targets: Sequence[str] = tuple(TARGETS)


def bench(report: Report, options: Options) -> None:
    """One table a target, a row a program."""
    tallies = {name: _of_program(name, options) for name in options.programs}
    for target in options.targets:
        report.add(_table(target, {name: tallies[name][target] for name in tallies}, options))


def _of_program(name: str, options: Options) -> dict[str, Tally]:
    program = PROGRAMS[name]()
    with tempfile.TemporaryDirectory(prefix="b") as folder, Desktop(Path(folder)) as desktop:
        owner = raw_owner(desktop)
        owner.take("everything")
        program.start(desktop, REPLY)
        pastes = options.pastes if name == "assist" else min(options.pastes, options.peer_pastes)
        return {
            target: _of_target(desktop, owner, target, options, pastes)
            for target in options.targets
        }


def _of_target(desktop: Desktop, owner: Owner, name: str, options: Options, pastes: int) -> Tally:
    sys.stderr.write(f"{name} …\n")
    target = TARGETS[name](desktop)
    _warm_up(target)
    tally = Tally()
    copied = owner.own("everything")
    with _load(options.stress):
        for _ in range(pastes):
            if not _paste_once(target, copied, options.hold, tally):
                owner.take("everything")
    target.close()
    return tally


def _warm_up(target: Target) -> None:
    """Let both programs do their first paste, which loads much; none of it counts."""
    for _ in range(5):
        target.clear()
        target.desktop.keyboard.chord(HOTKEY, hold=0.05)
        try:
            target.wait_for_text(REPLY, within=2)
        except NeverHappenedError:
            continue  # the figures will show it if it stays so
        break
    time.sleep(PACE)


def _paste_once(target: Target, copied: Mapping[str, bytes], hold: float, tally: Tally) -> bool:
    """One paste into the tally; tells whether the clipboard is as it was."""
    target.clear()
    tally.pastes += 1
    pressed = target.desktop.keyboard.chord(HOTKEY, hold=hold)
    try:
        arrived = target.wait_for_text(REPLY, within=TEXT_LIMIT)
        tally.latencies.append((arrived - pressed) / 1e6)
    except NeverHappenedError:
        pass  # counted below by what stands in the window
    time.sleep(PACE)  # the pace of the person who presses the keys
    _judge_text(target.text, tally)
    intact = _is_intact(target.desktop, copied)
    tally.intact += intact
    return intact


def _judge_text(text: str, tally: Tally) -> None:
    if text == REPLY:
        tally.exact += 1
    else:
        tally.faults["no text" if not text else "wrong text"] += 1


def _is_intact(desktop: Desktop, copied: Mapping[str, bytes]) -> bool:
    try:
        return wait_until(
            lambda: clipboard_contents(desktop.display_name) == copied, "the old clipboard", GRACE
        )
    except NeverHappenedError:
        return False


@contextmanager
def _load(wanted: bool) -> Iterator[None]:
    """Two processes that never rest, as on an agent's busy machine."""
    busy = [sys.executable, "-c", "while True: pass"]
    hogs = [subprocess.Popen(busy) for _ in range(2 if wanted else 0)]
    try:
        yield
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait()


def _table(target: str, tallies: Mapping[str, Tally], options: Options) -> Table:
    base = spread(next(iter(tallies.values())).latencies)[0]
    rows = tuple(_row(PROGRAMS[name]().name, tally, base) for name, tally in tallies.items())
    load = ", two busy processes beside it" if options.stress else ""
    return Table(
        f"Paste into {target}: key press → text in the window (ms){load}",
        ("program", "p50", "p95", "× first", "text exact", "clipboard intact", "faults"),
        rows,
        (f"keys held {options.hold * 1000:.0f} ms; intact: every format byte for byte",),
    )


def _row(name: str, tally: Tally, base: float | None) -> tuple[Cell, ...]:
    median, high = spread(tally.latencies)
    return (
        name,
        median,
        high,
        ratio(median, base),
        f"{tally.exact}/{tally.pastes}",
        f"{tally.intact}/{tally.pastes}",
        counted(tally.faults),
    )
