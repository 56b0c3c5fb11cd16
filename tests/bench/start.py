"""Process start → icon in the tray, and → ready for hotkeys."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.paste import REPLY
from tests.bench.report import Report, Table, spread
from tests.e2e.stage.desktop import Desktop, command
from tests.e2e.stage.listener import Listener
from tests.e2e.stage.programs import prepare_home, product_command, product_status
from tests.e2e.stage.waiting import wait_until

BARE_TRAY = """
import sys
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
application = QApplication([])
picture = QPixmap(22, 22)
picture.fill("teal")
menu = QMenu()
icon = QSystemTrayIcon(QIcon(picture))
icon.setContextMenu(menu)
icon.show()
sys.exit(application.exec())
"""
"""The least that any Qt tray program in Python does: what ours is measured against."""


def tray_watch(desktop: Desktop) -> Listener:
    """A tray that tells when an icon comes."""
    line = desktop.listener("tray")
    desktop.start(*command("tray", "--socket", str(line.path), python=sys.executable), name="tray")
    line.wait_for(lambda event: bool(event["event"] == "ready"), "the tray's start")
    return line


def bench(report: Report, starts: int) -> None:
    """Starts one after another, the first apart: it reads from the disk."""
    with (
        tempfile.TemporaryDirectory(prefix="b") as folder,
        Desktop(Path(folder), tray=False) as desktop,
    ):
        line = tray_watch(desktop)
        home = desktop.folder / "assist"
        prepare_home(home, REPLY)
        bare = [_docked(desktop, line, sys.executable, "-c", BARE_TRAY) for _ in range(starts)]
        ours = [_started(desktop, line, home) for _ in range(starts)]
    trays, readies = [tray for tray, _ in ours], [ready for _, ready in ours]
    report.add(
        Table(
            f"Start: process start → … (ms, {starts} starts)",
            ("what", "first", "p50", "p95"),
            (
                ("tray icon, bare PySide6", bare[0], *spread(bare[1:])),
                ("tray icon, Desktop Assist", trays[0], *spread(trays[1:])),
                ("ready, Desktop Assist", readies[0], *spread(readies[1:])),
            ),
            ("tray icon: its request to be docked, seen by the tray itself",),
        )
    )


def _docked(desktop: Desktop, line: Listener, *program: str) -> float:
    process, moment = _until_docked(desktop, line, *program)
    desktop.stop(process)
    return moment


def _started(desktop: Desktop, line: Listener, home: Path) -> tuple[float, float]:
    started = time.monotonic_ns()
    process, docked = _until_docked(desktop, line, *product_command(home))
    wait_until(lambda: product_status(home), "“ready”", within=30)
    ready = (time.monotonic_ns() - started) / 1e6
    desktop.run(*product_command(home, "quit"))
    process.wait(timeout=10)
    return docked, ready


def _until_docked(
    desktop: Desktop, line: Listener, *program: str
) -> tuple[subprocess.Popen[bytes], float]:
    mark, started = len(line), time.monotonic_ns()
    process = desktop.start(*program)
    docked = line.wait_for(lambda event: event["event"] == "docked", "the icon", mark, 30)
    return process, (docked["ns"] - started) / 1e6
