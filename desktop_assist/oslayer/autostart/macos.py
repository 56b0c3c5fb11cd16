"""Started at login on macOS through a launch agent of the user's (launchd.plist(5))."""

from __future__ import annotations

import os
import plistlib
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_assist.oslayer.autostart import entry_file
from desktop_assist.oslayer.autostart.base import AutostartState

APPLICATION_ID = "invalid.desktopassist.DesktopAssist"
"""The name of the bundle, which the agent bears too.

RFC 2606 keeps `.invalid` free, so nobody is taken for the owner of a name that is not theirs.
Whoever publishes packages puts a domain of their own here and where the tests of packages look.
"""
_ANSWER_S = 5.0
_DISABLED = ("true", "disabled")
"""What `launchctl print-disabled` says of one: before macOS 13, and since."""

Launchctl = Callable[[Sequence[str]], str]
"""Runs launchctl with some words; what it printed, nothing where it failed."""


class LaunchAgent:
    """A file in ~/Library/LaunchAgents, which the next login reads; nothing starts right now."""

    def __init__(
        self,
        label: str,
        command: Sequence[str],
        launchctl: Launchctl,
        folder: Path,
        user: int,
    ) -> None:
        """`label` names the agent in reverse DNS, `folder` is that of the agents."""
        self._label = label
        self._command = list(command)
        self._launchctl = launchctl
        self._domain = f"gui/{user}"
        self._file = folder / f"{label}.plist"

    def state(self) -> AutostartState:
        noted = self._noted()
        if noted is None:
            return AutostartState.OFF
        if self._is_stopped():
            return AutostartState.STOPPED
        ours = noted.get("ProgramArguments") == self._command
        return AutostartState.ON if ours else AutostartState.OTHER

    def turn(self, on: bool) -> None:
        if not on:
            entry_file.remove(self._file)
            return
        agent = {
            "Label": self._label,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
        entry_file.write(self._file, plistlib.dumps(agent))
        # launchd remembers a switched-off label even when its file has gone.
        self._launchctl(("enable", f"{self._domain}/{self._label}"))

    def _noted(self) -> dict[str, Any] | None:
        data = entry_file.read(self._file)
        if data is None:
            return None
        try:
            noted = plistlib.loads(data)
        except (plistlib.InvalidFileException, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def _is_stopped(self) -> bool:
        told = self._launchctl(("print-disabled", self._domain))
        found = re.search(rf'"{re.escape(self._label)}"\s*=>\s*(\w+)', told)
        return found is not None and found[1] in _DISABLED


def launch_agent(command: Sequence[str]) -> LaunchAgent:
    """The agent of whoever is logged in."""
    folder = Path.home() / "Library" / "LaunchAgents"
    return LaunchAgent(APPLICATION_ID, command, _run_launchctl, folder, os.getuid())


def _run_launchctl(words: Sequence[str]) -> str:
    try:
        done = subprocess.run(
            ["/bin/launchctl", *words],
            capture_output=True,
            timeout=_ANSWER_S,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
