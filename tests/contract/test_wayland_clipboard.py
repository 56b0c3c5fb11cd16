"""The clipboard of Wayland, in a real compositor, and where its programs fail."""

from __future__ import annotations

import queue
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, ClipboardPort, SavedClipboard
from desktop_assist.oslayer.clipboard.wayland import LIMIT_S, WaylandClipboard
from desktop_assist.oslayer.clipboard.wayland_control import DataControlClipboard
from tests.e2e.stage import sway
from tests.e2e.stage.sway import SwayDesktop
from tests.e2e.stage.waiting import wait_until

REPLY = "您好👋，\n在的。"
LONG_REPLY = "亲，您好😀！" * 50_000
COPIED = "先前复制的内容"
WITHIN_S = 10.0


@pytest.fixture(scope="module")
def desktop() -> Iterator[SwayDesktop]:
    missing = sway.missing()
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    opened = SwayDesktop()
    with opened:
        yield opened


class Board:
    """A backend; its answers are waited for."""

    def __init__(self, port: ClipboardPort) -> None:
        self.port = port
        self.told: list[ClipboardEvent] = []

    def save(self) -> SavedClipboard:
        answer: queue.Queue[SavedClipboard] = queue.Queue()
        self.port.save(answer.put)
        return answer.get(timeout=WITHIN_S)

    def offer(self, text: str = REPLY) -> SavedClipboard:
        saved = self.save()
        self.port.offer(text, saved, self.told.append)
        return saved

    def text(self) -> str | None:
        answer: queue.Queue[str | None] = queue.Queue()
        self.port.read_text(answer.put)
        return answer.get(timeout=WITHIN_S)


COPY, PASTE = shutil.which("wl-copy") or "", shutil.which("wl-paste") or ""


@pytest.fixture(params=["wl-clipboard", "data control"])
def board(
    request: pytest.FixtureRequest, desktop: SwayDesktop, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Board]:
    for name in ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, desktop.environment[name])
    by_programs = request.param == "wl-clipboard"
    made = Board(
        WaylandClipboard(COPY, PASTE)
        if by_programs
        else DataControlClipboard(desktop.environment, COPY)
    )
    yield made
    made.port.close()


@pytest.fixture
def control(desktop: SwayDesktop) -> Iterator[Board]:
    made = Board(DataControlClipboard(desktop.environment, COPY))
    yield made
    made.port.close()


def pasted(desktop: SwayDesktop) -> str:
    return desktop.pasted().decode()


def test_until_the_chord_everyone_reads_what_was_there(desktop: SwayDesktop, board: Board) -> None:
    desktop.copy(COPIED.encode())
    saved = board.offer()
    assert set(saved.formats.values()) == {COPIED.encode()}
    assert saved.lost == ()
    assert pasted(desktop) == COPIED


@pytest.mark.parametrize("reply", [REPLY, LONG_REPLY, "a"])
def test_the_reply_is_there_when_the_chord_is_pressed(
    desktop: SwayDesktop, board: Board, reply: str
) -> None:
    desktop.copy(COPIED.encode())
    board.offer(reply)
    assert board.port.arm(0)
    assert pasted(desktop) == reply


def test_afterwards_the_text_is_there_again(desktop: SwayDesktop, board: Board) -> None:
    desktop.copy(COPIED.encode())
    board.offer()
    board.port.arm(0)
    board.port.restore()
    wait_until(lambda: pasted(desktop) == COPIED, "the old text")
    board.port.restore()
    assert board.text() == COPIED


def test_a_picture_comes_back(desktop: SwayDesktop, board: Board) -> None:
    desktop.copy(b"\x89PNG and so on", "image/png")
    saved = board.offer()
    assert saved.formats == {"image/png": b"\x89PNG and so on"}
    board.port.arm(0)
    board.port.restore()
    wait_until(lambda: desktop.pasted("image/png") == b"\x89PNG and so on", "the picture")


def test_an_empty_clipboard_is_empty_afterwards(desktop: SwayDesktop, board: Board) -> None:
    desktop.clear()
    assert board.offer().empty
    board.port.arm(0)
    board.port.restore()
    wait_until(lambda: board.text() is None, "nothing there")


def test_a_second_reply_keeps_what_was_saved_first(desktop: SwayDesktop, board: Board) -> None:
    desktop.copy(COPIED.encode())
    first = board.offer("a")
    board.port.arm(0)
    assert board.offer("b") == first
    board.port.arm(0)
    board.port.restore()
    wait_until(lambda: pasted(desktop) == COPIED, "the old text")


def test_what_was_copied_meanwhile_is_not_overwritten(desktop: SwayDesktop, board: Board) -> None:
    board.offer()
    board.port.arm(0)
    desktop.copy(COPIED.encode())
    board.port.restore()
    assert board.text() == COPIED
    assert pasted(desktop) == COPIED


def test_behind_a_left_reply_the_old_text_is_told(desktop: SwayDesktop, board: Board) -> None:
    desktop.copy(COPIED.encode())
    board.offer()
    board.port.leave()
    assert pasted(desktop) == REPLY
    assert board.text() == COPIED
    # WHEN it is closed, what was there comes back
    board.port.close()
    wait_until(lambda: pasted(desktop) == COPIED, "the old text")


# What data control can do beside


def _is_alive() -> bool:
    return any(one.name == "wayland-clipboard" for one in threading.enumerate())


RICH = {"text/plain": b"old", "text/html": b"<b>old</b>", "application/x-own": b"\x00\x01"}


@pytest.fixture
def rich(desktop: SwayDesktop) -> Iterator[Board]:
    """Another program, that has copied several formats."""
    made = Board(DataControlClipboard(desktop.environment))
    made.port.put_back(SavedClipboard(RICH))
    wait_until(lambda: desktop.pasted("application/x-own"), "the copy")
    yield made
    made.port.close()


def formats_on(desktop: SwayDesktop) -> dict[str, bytes]:
    return {name: desktop.pasted(name) for name in RICH}


def test_every_format_comes_back(desktop: SwayDesktop, rich: Board, control: Board) -> None:
    saved = control.offer()
    assert RICH.items() <= saved.formats.items()
    assert control.port.arm(0)
    assert pasted(desktop) == REPLY
    assert not desktop.pasted("text/html")
    control.port.restore()
    wait_until(lambda: formats_on(desktop) == RICH, "every format")


def test_a_manager_sees_the_mark(desktop: SwayDesktop, control: Board) -> None:
    control.offer()
    control.port.arm(0)
    assert desktop.pasted("x-kde-passwordManagerHint") == b"secret"


def test_what_is_copied_meanwhile_is_told(desktop: SwayDesktop, control: Board) -> None:
    control.offer()
    control.port.arm(0)
    desktop.copy(COPIED.encode())
    wait_until(lambda: control.told == [ClipboardEvent.LOST], "the loss")
    assert not control.port.arm(0)
    assert pasted(desktop) == COPIED


def test_a_copy_is_awaited_and_given_up(desktop: SwayDesktop, control: Board) -> None:
    copied: queue.Queue[str | None] = queue.Queue()
    control.port.copied(0, 10, copied.put)
    assert copied.get(timeout=WITHIN_S) is None
    desktop.clear()
    control.port.copied(0, WITHIN_S * 1000, copied.put)
    desktop.copy("草稿".encode())
    assert copied.get(timeout=WITHIN_S) == "草稿"


def test_at_the_end_the_best_format_outlives_the_program(
    desktop: SwayDesktop, control: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, desktop.environment[name])
    desktop.copy(COPIED.encode())
    control.offer()
    control.port.arm(0)
    control.port.close()
    wait_until(lambda: pasted(desktop) == COPIED, "the old text")


def test_after_the_compositors_end_it_is_said(desktop: SwayDesktop) -> None:
    another = SwayDesktop()
    with another:
        board = Board(DataControlClipboard(another.environment))
        board.offer()
    wait_until(lambda: not _is_alive(), "the end of its thread")
    with pytest.raises(AssistError, match="cannot be reached"):
        board.port.arm(0)
    board.port.close()


REGISTRY_AND_SYNC = 24
"""Bytes of the two requests that are made before anything is waited for."""
GLOBAL = b"\x02\0\0\0" + b"\0\0\x1c\0" + b"\1\0\0\0" + b"\x08\0\0\0wl_seat\0" + b"\1\0\0\0"
DONE = b"\x03\0\0\0" + b"\0\0\x0c\0" + b"\0\0\0\0"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "hung up"),
        (b"no Wayland at all, just so many words", ""),
        (b"\1\0\0\0" + b"\0\0\x14\0" + b"\1\0\0\0" + b"\3\0\0\0" + b"\0\0\0\0", "error 3"),
        (GLOBAL + DONE, "no data control"),
    ],
    ids=["hangs up", "no Wayland", "an error", "as on GNOME"],
)
def test_a_compositor_without_data_control_is_left_alone(
    tmp_path: Path, answer: bytes, reason: str
) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        server.listen(1)

        def serve() -> None:
            line, _ = server.accept()
            with line:
                line.recv(REGISTRY_AND_SYNC, socket.MSG_WAITALL)
                line.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(OSError, match=reason or None):
            DataControlClipboard({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "w"})
        thread.join(WITHIN_S)


def test_where_there_is_no_compositor_it_cannot_be_had(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        DataControlClipboard({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"})


# Where the programs fail


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str, str], str]:
    def make(name: str, lines: str) -> str:
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        program.chmod(0o755)
        return str(program)

    return make


@pytest.mark.parametrize("lines", ["exit 1", "kill -9 $$"])
def test_a_clipboard_that_cannot_be_set_is_said(
    script: Callable[[str, str], str], lines: str
) -> None:
    board = Board(WaylandClipboard(script("copy", lines), script("paste", "exit 1")))
    assert board.offer().empty
    with pytest.raises(AssistError, match="cannot be reached"):
        board.port.arm(0)
    board.port.close()


def test_an_owner_that_does_not_answer_holds_nobody_up_for_long(
    script: Callable[[str, str], str],
) -> None:
    board = Board(
        WaylandClipboard(script("copy", "cat > /dev/null"), script("paste", "exec sleep 60"))
    )
    assert board.save().empty, f"and that within {LIMIT_S} s for a program"
    board.port.close()


def test_formats_that_cannot_be_kept_are_named(script: Callable[[str, str], str]) -> None:
    paste = (
        'case "$*" in *list*) printf "text/html\\ntext/plain\\nUTF8_STRING\\n";; *) echo x;; esac'
    )
    board = Board(WaylandClipboard(script("copy", "cat > /dev/null"), script("paste", paste)))
    saved = board.save()
    assert saved.formats == {"text/plain": b"x\n"}
    assert saved.lost == ("text/html",)
    board.port.close()


def test_what_a_new_wl_copy_can_mark_is_marked(
    script: Callable[[str, str], str], tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    copy = f'echo "$@" >> {notes}; echo "  --sensitive  Hint managers"; cat > /dev/null'
    board = Board(WaylandClipboard(script("copy", copy), script("paste", "exit 1")))
    board.offer()
    board.port.arm(0)
    assert "--sensitive --type text/plain;charset=utf-8" in notes.read_text()
    board.port.close()
