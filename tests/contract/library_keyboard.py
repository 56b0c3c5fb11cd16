"""A FIFO in the place of a keyboard: it drives the real `keyboard` library."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from pathlib import Path

DEVICES = Path("/dev/input")
DEVICE = DEVICES / "by-path" / "x-event-kbd"
KNOWN_DEVICES = Path("/proc/bus/input/devices")
EVENT = struct.Struct("llHHI")
"""linux/input.h: seconds, microseconds, type, code, value (0 up, 1 down, 2 repeat)."""
EV_KEY = 1
CODES = {"ctrl": 29, "alt": 56, "shift": 42, "super": 125, "j": 36, "k": 37, "v": 47, "l": 38}
UP, DOWN, REPEAT = 0, 1, 2


class LibraryKeyboard:
    """Sends what a keyboard's driver would."""

    def __init__(self) -> None:
        if _left_by_a_killed_test():
            _remove()
        DEVICE.parent.mkdir(parents=True)
        os.mkfifo(DEVICE, 0o600)
        self._end = os.open(DEVICE, os.O_RDWR)

    @staticmethod
    def impossible() -> str:
        """Why there can be none here; empty when there can."""
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            return "the keyboard library reads devices as root only"
        if not shutil.which("dumpkeys"):
            return "the keyboard library needs dumpkeys (package kbd)"
        if (DEVICES.exists() and not _left_by_a_killed_test()) or "kbd" in _text_of(KNOWN_DEVICES):
            return "this machine has keyboards of its own"
        if subprocess.run(["dumpkeys", "--keys-only"], capture_output=True, check=False).returncode:
            return "dumpkeys finds no console here to read the key map from"
        return "" if os.access(DEVICES.parent, os.W_OK) else "no device can be made here"

    def send(self, key: str, value: int, at: float | None = None) -> None:
        """One event, as of the moment `at` (seconds of the epoch; now)."""
        seconds, fraction = divmod(time.time() if at is None else at, 1)
        data = EVENT.pack(int(seconds), int(fraction * 1e6), EV_KEY, CODES[key], value)
        os.write(self._end, data)

    def remove(self) -> None:
        _remove()


def _left_by_a_killed_test() -> bool:
    return DEVICE.is_fifo() and list(DEVICES.rglob("*")) == [DEVICE.parent, DEVICE]


def _remove() -> None:
    DEVICE.unlink()
    DEVICE.parent.rmdir()
    DEVICES.rmdir()


def _text_of(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""
