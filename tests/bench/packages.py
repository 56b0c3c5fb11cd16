"""The main job of installed packages, side by side: size, start, memory, hotkey → reply.

    python -m tests.bench.packages source=- deb=/usr/bin/desktop-assist frozen=DIR/desktop-assist

A package is `NAME=COMMAND`, and `-` is the source that lies here. `NAME=COMMAND=FOLDER` names the
folder whose size counts; without it, it is the one of the resolved command. Each runs on a desktop
of its own with an empty home and an environment that knows nothing of the checkout. The exit code
is 1 where a reply did not arrive or a clipboard did not come back.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.paste import REPLY
from tests.bench.report import Cell, Report, Table, spread
from tests.bench.start import tray_watch
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.listener import Listener
from tests.e2e.stage.owners import becomes, raw_owner
from tests.e2e.stage.programs import HOTKEY, prepare_home, product_status
from tests.e2e.stage.targets import gtk_target, qt_target, xterm_target
from tests.e2e.stage.waiting import NeverHappenedError, wait_until

SETTLING_S = 4.0
"""After the start: until what is loaded in the background has been loaded."""
_TARGETS = (qt_target, gtk_target, xterm_target)


@dataclass(frozen=True, slots=True)
class Package:
    """How an installed program is started, and the folder that it takes on the disk."""

    name: str
    command: tuple[str, ...]
    folder: Path | None

    @classmethod
    def named(cls, text: str) -> Package:
        """What `NAME=COMMAND[=FOLDER]` says."""
        name, command, *folder = text.split("=")
        if command == "-":
            return cls(name, (sys.executable, "-m", "desktop_assist"), None)
        place = Path(folder[0]) if folder else Path(command).resolve().parent
        return cls(name, (str(Path(command).absolute()),), place)

    def on(self, home: Path, *words: str) -> tuple[str, ...]:
        """The command line for the data folder `home`."""
        return (*self.command, "--home", str(home), *words)


@dataclass(slots=True)
class Found:
    """What was measured of one package: milliseconds, MiB, and replies that arrived."""

    trays: list[float] = field(default_factory=list)
    resident: float = 0
    own: float = 0
    arrived: list[str] = field(default_factory=list)


def measured(package: Package, starts: int) -> Found:
    """Start it again and again, then let it do its job in three kinds of window."""
    found = Found()
    with (
        tempfile.TemporaryDirectory(prefix="b") as folder,
        Desktop(Path(folder), tray=False) as desktop,
    ):
        line = tray_watch(desktop)
        home = desktop.folder / "assist"
        prepare_home(home, REPLY)
        for number in range(starts + 1):
            process, shown = _started(desktop, line, package, home)
            if number:  # the first one reads from the disk and fills the caches
                found.trays.append(shown)
            if number < starts:
                _quit(desktop, package, home, process)
        time.sleep(SETTLING_S)
        found.resident, found.own = _memory(process.pid)
        _work(desktop, found)
        _quit(desktop, package, home, process)
    return found


def _started(
    desktop: Desktop, line: Listener, package: Package, home: Path
) -> tuple[subprocess.Popen[bytes], float]:
    mark, started = len(line), time.monotonic_ns()
    process = desktop.start(*package.on(home), name="package")
    docked = line.wait_for(lambda event: event["event"] == "docked", "the icon", mark, 30)
    wait_until(lambda: product_status(home).get("complete"), "replies and rules", within=30)
    return process, (docked["ns"] - started) / 1e6


def _quit(desktop: Desktop, package: Package, home: Path, process: subprocess.Popen[bytes]) -> None:
    desktop.run(*package.on(home, "quit"))
    process.wait(timeout=10)


def _work(desktop: Desktop, found: Found) -> None:
    owner = raw_owner(desktop)
    for make in _TARGETS:
        target = make(desktop)
        copied = owner.own("everything")
        desktop.keyboard.chord(HOTKEY, hold=0.05)
        try:
            target.wait_for_text(REPLY)
            becomes(desktop, copied)
        except NeverHappenedError as failure:
            sys.stderr.write(f"{failure}\n")
        else:
            found.arrived.append(make.__name__.removesuffix("_target"))
        target.close()


def _memory(number: int) -> tuple[float, float]:
    """Resident and private MiB of a process."""
    sums: dict[str, float] = {}
    for text in Path(f"/proc/{number}/smaps").read_text("utf-8").splitlines():
        name, _, rest = text.partition(":")
        if rest.endswith(" kB"):
            sums[name] = sums.get(name, 0) + int(rest.split()[0]) / 1024
    return sums["Rss"], sums["Private_Clean"] + sums["Private_Dirty"]


def size_of(folder: Path) -> float:
    """MB of the files beneath `folder`, each counted once."""
    seen: dict[tuple[int, int], int] = {}
    for place, _folders, names in os.walk(folder):
        for name in names:
            told = (Path(place) / name).lstat()
            seen[told.st_dev, told.st_ino] = told.st_size
    return sum(seen.values()) / 1e6


def _row(package: Package, found: Found) -> tuple[Cell, ...]:
    median, high = spread(found.trays)
    return (
        package.name,
        None if package.folder is None else size_of(package.folder),
        median,
        high,
        found.resident,
        found.own,
        ", ".join(found.arrived) or "none",
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Measure what was named; tell the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.packages")
    parser.add_argument("packages", nargs="+", type=Package.named, metavar="NAME=COMMAND[=FOLDER]")
    parser.add_argument("--starts", type=int, default=10)
    options = parser.parse_args(argv)
    found = {package: measured(package, options.starts) for package in options.packages}
    Report(sys.stdout).add(
        Table(
            f"Packages: start to the tray icon (ms, {options.starts} starts), memory, main job",
            ("package", "MB on disk", "tray p50", "p95", "resident MiB", "own MiB", "pasted into"),
            tuple(_row(package, one) for package, one in found.items()),
            ("pasted into: the reply arrived and the clipboard came back byte for byte",),
        )
    )
    return 0 if all(len(one.arrived) == len(_TARGETS) for one in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
