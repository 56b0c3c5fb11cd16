"""`copy` on a real clipboard: X11 through xclip."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xclip")), reason="needs Xvfb and xclip"
)


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    """A private screen; its end takes the clipboard's owner along."""
    readable, writable = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writable), "-screen", "0", "320x240x24", "-nolisten", "tcp"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
    )
    os.close(writable)
    with os.fdopen(readable) as told:
        display = told.readline().strip()
    yield {**os.environ, "DISPLAY": f":{display}", "WAYLAND_DISPLAY": "", "PYTHONPATH": str(ROOT)}
    server.terminate()
    server.wait(10)


def test_copied_text_arrives_and_the_caller_is_not_kept_waiting(
    environment: dict[str, str], tmp_path: Path
) -> None:
    # GIVEN a reply and a caller that reads our output to its end, which xclip would hold open
    text = "您好👋，\n在的。"
    own = OwnSnippets(AtomicStorage(Home(tmp_path).own_snippets, datetime.date.today))
    own.save(Snippet(id="own-1", title="招呼", category=("欢迎",), body=text))
    # WHEN it is copied
    command = [sys.executable, "-m", "desktop_assist", "--home", str(tmp_path), "copy", "own-1"]
    copied = subprocess.run(command, capture_output=True, env=environment, check=False, timeout=30)
    # THEN the command has ended, and the text stands on the clipboard
    assert (copied.returncode, copied.stdout, copied.stderr) == (0, b"", b"")
    paste = ["xclip", "-selection", "clipboard", "-o"]
    pasted = subprocess.run(paste, capture_output=True, env=environment, check=True, timeout=30)
    assert pasted.stdout.decode("utf-8") == text


def test_a_clipboard_out_of_reach_is_a_sentence(tmp_path: Path) -> None:
    nowhere = {**os.environ, "DISPLAY": "", "WAYLAND_DISPLAY": "", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "desktop_assist", "--home", str(tmp_path), "--language", "en"]
    own = OwnSnippets(AtomicStorage(Home(tmp_path).own_snippets, datetime.date.today))
    own.save(Snippet(id="own-1", title="招呼", category=("欢迎",), body="在的"))
    told = subprocess.run(
        [*command, "copy", "own-1"], capture_output=True, env=nowhere, check=False, timeout=30
    )
    assert told.returncode == 2
    assert b"nothing was copied" in told.stderr
    assert b"Traceback" not in told.stderr
