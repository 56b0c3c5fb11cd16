"""A run under Wine ends in its time, whatever hangs."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tests.wine.bounded import OverrunError, bounded

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Wine is started from systems that have process groups"
)


def is_alive(number: int) -> bool:
    """Whether a process still runs; one that waits to be buried does not."""
    try:
        told = Path(f"/proc/{number}/stat").read_text("utf-8")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def test_every_line_is_heard_and_the_exit_code_told() -> None:
    lines: list[str] = []
    code = bounded(("sh", "-c", "echo 一; echo two >&2; exit 3"), os.environ, 20, lines.append)
    assert (code, lines) == (3, ["一\n", "two\n"])


def test_what_hangs_is_ended_with_all_that_it_started() -> None:
    # GIVEN a command that started another, and both hang
    told: list[str] = []
    with pytest.raises(OverrunError, match=r"sh was ended after 0\.5 s"):
        bounded(("sh", "-c", "sleep 600 & echo $!; wait"), os.environ, 0.5, told.append)
    # THEN the other one is gone too
    assert not is_alive(int(told[0]))


def test_a_service_that_keeps_the_pipe_does_not_keep_the_run(tmp_path: Path) -> None:
    # GIVEN a command that ends, and leaves behind what holds its output open, as Wine does
    service = f"setsid sh -c 'echo $$ > {tmp_path}/number; exec sleep 600' & echo started"
    lines: list[str] = []
    began = time.monotonic()
    code = bounded(("sh", "-c", service), os.environ, 500, lines.append)
    took = time.monotonic() - began
    os.kill(int((tmp_path / "number").read_text("utf-8")), 9)
    # THEN nobody waited for that
    assert (code, lines) == (0, ["started\n"])
    assert took < 60
