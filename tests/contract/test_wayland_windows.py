"""The windows of Wayland: sway's own account, held against its documentation, and the unseen."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.windows.base import Area, Target
from desktop_assist.oslayer.windows.wayland import UNSEEN, UnseenWindows
from desktop_assist.oslayer.windows.wayland_sway import SwayWindows
from tests.e2e.stage.waiting import wait_until
from tests.fakes.own_windows import FakeOwnWindows

_HEADER = struct.Struct("<6sII")
_COMMAND, _SUBSCRIBE, _TREE, _WINDOW_EVENT = 0, 2, 4, 0x80000003


class FakeSway:
    """sway-ipc(7) for one tree of windows."""

    def __init__(self, path: Path) -> None:
        self.windows: list[dict[str, Any]] = []
        self.commands: list[str] = []
        self.garbled = False
        self.delay_s = 0.0
        self._lines: list[socket.socket] = []
        self._listeners: list[socket.socket] = []
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(path))
        self._server.listen(4)
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def open(self, number: int, title: str | None, pid: int = 1, **more: object) -> dict[str, Any]:
        """Open a window in front."""
        for one in self.windows:
            one["focused"] = False
        place = {"x": 10, "y": 20, "width": 300, "height": 200}
        window = {"id": number, "name": title, "pid": pid, "focused": True, "rect": place, **more}
        self.windows.append(window)
        self.tell()
        return window

    def tell(self) -> None:
        """Emit a window event."""
        for line in self._listeners:
            self._send(line, _WINDOW_EVENT, {"change": "focus"})

    def end(self) -> None:
        """Hang up, and take nobody up again."""
        with contextlib.suppress(OSError):  # it has ended before
            # Closing alone lets an accept() that waits take up one more.
            self._server.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        self._server.close()
        for line in self._lines:
            with contextlib.suppress(OSError):  # who asked has hung up
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        self._lines.clear()

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            self._lines.append(line)
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), line.makefile("rb") as orders:
            while header := orders.read(_HEADER.size):
                _magic, length, kind = _HEADER.unpack(header)
                self._answer(line, kind, orders.read(length).decode())

    def _answer(self, line: socket.socket, kind: int, text: str) -> None:
        if self.garbled:
            line.sendall(b"not sway at all")
        elif kind == _TREE:
            inner = {"id": 2, "name": "1", "nodes": self.windows[:1]}
            tree = {"id": 1, "nodes": [inner], "floating_nodes": list(self.windows[1:])}
            time.sleep(self.delay_s)  # the compositor that is busy is what is played here
            self._send(line, kind, tree)
        else:
            if kind == _SUBSCRIBE:
                self._listeners.append(line)
            else:
                self.commands.append(text)
            self._send(line, kind, {"success": True})

    def _send(self, line: socket.socket, kind: int, value: object) -> None:
        payload = json.dumps(value).encode()
        with contextlib.suppress(OSError):  # who asked has hung up
            line.sendall(_HEADER.pack(b"i3-ipc", len(payload), kind) + payload)


@pytest.fixture
def own() -> FakeOwnWindows:
    return FakeOwnWindows()


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "s"


@pytest.fixture
def sway(address: Path) -> Iterator[FakeSway]:
    fake = FakeSway(address)
    yield fake
    fake.end()


@pytest.fixture
def windows(sway: FakeSway, address: Path, own: FakeOwnWindows) -> Iterator[SwayWindows]:
    made = SwayWindows(str(address), own)
    yield made
    made.close()


def front(windows: SwayWindows) -> Target:
    target = windows.foreground()
    assert target is not None
    return target


def test_the_window_in_front_has_title_and_program(sway: FakeSway, windows: SwayWindows) -> None:
    sway.open(5, "张三", app_id="QQ")
    target = front(windows)
    assert (target.title, target.application) == ("张三", "qq")
    assert windows.is_foreground(target)


def test_a_program_of_x11_has_its_class(sway: FakeSway, windows: SwayWindows) -> None:
    sway.open(5, None, app_id=None, window_properties={"class": "WeChat"})
    assert front(windows).application == "wechat"
    assert front(windows).title == ""


def test_another_window_and_another_chat_are_other_targets(
    sway: FakeSway, windows: SwayWindows
) -> None:
    chat = sway.open(5, "张三")
    target = front(windows)
    chat["name"] = "(3) 张三"
    assert windows.is_foreground(target)
    chat["name"] = "李四"
    assert not windows.is_foreground(target)
    chat["name"] = "张三"
    sway.open(6, "张三")
    assert not windows.is_foreground(target)


def test_nothing_in_front_as_on_a_locked_screen(sway: FakeSway, windows: SwayWindows) -> None:
    chat = sway.open(5, "张三")
    target = front(windows)
    chat["focused"] = False
    assert windows.foreground() is None
    assert not windows.is_foreground(target)


def test_a_window_of_ours_is_looked_through(
    sway: FakeSway, windows: SwayWindows, own: FakeOwnWindows
) -> None:
    sway.open(5, "张三")
    target = front(windows)
    own.in_front = True
    sway.open(6, "查找话术", os.getpid())
    assert windows.foreground() == target
    assert not windows.is_foreground(target)
    # WHEN it is one to be pasted into
    own.in_front = False
    assert front(windows).title == "查找话术"


def test_a_windows_place_is_told(sway: FakeSway, windows: SwayWindows) -> None:
    sway.open(5, "张三")
    target = front(windows)
    assert windows.area(target) == Area(10, 20, 300, 200)
    sway.windows.clear()
    assert windows.area(target) is None


def test_a_window_is_asked_for_by_its_own_number(sway: FakeSway, windows: SwayWindows) -> None:
    sway.open(5, "张三")
    windows.activate(front(windows))
    assert sway.commands == ["[con_id=5] focus"]


def test_changes_are_told_until_closed(sway: FakeSway, windows: SwayWindows) -> None:
    looks: list[int] = []
    windows.watch(lambda: looks.append(1))
    sway.open(5, "张三")
    wait_until(lambda: looks, "the change")


def test_after_the_end_of_sway_there_is_no_window(sway: FakeSway, windows: SwayWindows) -> None:
    sway.open(5, "张三")
    target = front(windows)
    windows.watch(lambda: None)
    sway.end()
    wait_until(lambda: windows.foreground() is None, "the news of its end")
    assert windows.area(target) is None
    windows.activate(target)
    assert not windows.is_foreground(target)


def test_a_socket_that_nobody_serves_is_said(address: Path, own: FakeOwnWindows) -> None:
    with pytest.raises(AssistError, match="sway does not tell"):
        SwayWindows(str(address), own)


def test_a_socket_of_something_else_is_said(
    sway: FakeSway, address: Path, own: FakeOwnWindows
) -> None:
    sway.garbled = True
    with pytest.raises(AssistError, match="sway does not tell"):
        SwayWindows(str(address), own)


def test_a_late_answer_is_never_taken_for_the_next(sway: FakeSway, windows: SwayWindows) -> None:
    sway.open(5, "张三")
    sway.delay_s = 0.7
    assert windows.foreground() is None
    # WHEN the late answer lies on the old line and another window has come to the front
    sway.delay_s = 0.0
    sway.open(6, "李四")
    assert front(windows).title == "李四"


def test_no_window_is_followed(sway: FakeSway, windows: SwayWindows) -> None:
    sway.open(5, "张三")
    told: list[object] = []
    windows.follow(front(windows), told.append).stop()
    assert told == [None]


def test_an_unseen_window_is_in_front_while_none_of_ours_is(own: FakeOwnWindows) -> None:
    windows = UnseenWindows(own)
    target = windows.foreground()
    assert target == UNSEEN
    assert windows.is_foreground(UNSEEN)
    own.in_front = True
    assert windows.foreground() == UNSEEN
    assert not windows.is_foreground(UNSEEN)
    assert windows.area(UNSEEN) is None


def test_an_unseen_window_comes_to_the_front_when_ours_goes(own: FakeOwnWindows) -> None:
    windows = UnseenWindows(own)
    looks: list[int] = []
    windows.watch(lambda: looks.append(1))
    for changed in own.changed:
        changed()
    assert looks == [1]
