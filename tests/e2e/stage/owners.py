"""Programs that have copied something, and what they have copied."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from tests.e2e.stage.desktop import Desktop, command
from tests.e2e.stage.listener import Event, Listener
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.waiting import wait_until


@dataclass
class Owner:
    """A running clipboard owner."""

    desktop: Desktop
    process: subprocess.Popen[bytes]
    line: Listener

    def own(self, which: str = "everything") -> Mapping[str, bytes]:
        """Copy one sort of `formats.contents`; gives what others can read now, raw."""
        self.line.ask("own", "owned", which=which)
        return clipboard_contents(self.desktop.display_name)

    def take(self, which: str = "everything", delay_ms: int = 0) -> None:
        """Copy without looking at what others read; the raw owner answers `delay_ms` late."""
        self.line.ask("own", "owned", which=which, delay_ms=delay_ms)

    def served(self, after: int = 0) -> list[Event]:
        """Every answer given, from event number `after` on (only the raw owner tells)."""
        return [event for event in self.line.since(after) if event["event"] == "served"]

    def close(self) -> None:
        """End the program; the clipboard is empty then, unless a manager keeps it."""
        self.line.close()
        self.desktop.stop(self.process)


def raw_owner(desktop: Desktop) -> Owner:
    """An owner without a toolkit: every format byte for byte, long ones in pieces."""
    return _start(desktop, "owner")


def qt_owner(desktop: Desktop) -> Owner:
    """An owner as Qt programs are, whose pictures are on offer in twenty encodings."""
    return _start(desktop, "qt_owner")


def becomes(desktop: Desktop, copied: Mapping[str, bytes]) -> None:
    """Wait until the clipboard holds `copied`, every format byte for byte."""
    wait_until(lambda: clipboard_contents(desktop.display_name) == copied, "the old clipboard", 5)


def _start(desktop: Desktop, module: str) -> Owner:
    line = desktop.listener(module)
    process = desktop.start(
        *command(module, "--socket", str(line.path), python=sys.executable), name=module
    )
    line.wait_for(lambda event: bool(event["event"] == "ready"), f"{module}'s start", within=30)
    return Owner(desktop, process, line)
