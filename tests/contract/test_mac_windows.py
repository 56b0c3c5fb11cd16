"""The window in front on macOS, against a Mac that behaves as Apple documents it.

No Mac was at hand: these tests prove the calls, their C types and every documented failure, and
not that a Mac does what its documentation says.
"""

from __future__ import annotations

import os

import pytest

from desktop_assist.oslayer.macos.frameworks import ObjectiveC
from desktop_assist.oslayer.windows.base import Area, Target
from desktop_assist.oslayer.windows.macos import MacWindows
from tests.fakes.macos import ACCESSIBILITY_ERRORS, FakeMac, Program
from tests.fakes.own_windows import FakeOwnWindows

CHAT = Program(11, "com.tencent.qq", "QQ", "张三")
NOTES = Program(12, "", "Notes", "清单")


@pytest.fixture
def own() -> FakeOwnWindows:
    return FakeOwnWindows()


@pytest.fixture
def windows(mac: FakeMac, own: FakeOwnWindows) -> MacWindows:
    frameworks = mac.frameworks()
    return MacWindows(frameworks, ObjectiveC(frameworks.objc), own)


def test_the_window_in_front_has_title_and_program(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target == Target(11, "张三", "com.tencent.qq")
    assert windows.is_foreground(target)
    assert mac.live == 0, "something was not released"
    assert max(mac.timeouts) <= 0.5


def test_a_program_without_a_bundle_goes_by_its_name(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(NOTES)
    target = windows.foreground()
    assert target is not None
    assert target.application == "notes"


def test_another_program_and_another_chat_are_other_targets(
    mac: FakeMac, windows: MacWindows
) -> None:
    chat = mac.open(Program(11, "com.tencent.qq", "QQ", "张三"))
    target = windows.foreground()
    assert target is not None
    chat.title = "(2) 张三"
    assert windows.is_foreground(target)
    chat.title = "李四"
    assert not windows.is_foreground(target)
    chat.title = "张三"
    mac.open(NOTES)
    assert not windows.is_foreground(target)


@pytest.mark.parametrize("error", ACCESSIBILITY_ERRORS.values(), ids=ACCESSIBILITY_ERRORS)
def test_where_accessibility_fails_the_program_is_still_known(
    mac: FakeMac, windows: MacWindows, error: int
) -> None:
    mac.accessibility_error = error
    mac.open(CHAT)
    target = windows.foreground()
    assert target == Target(11, "", "com.tencent.qq")
    assert windows.is_foreground(target)
    assert windows.area(target) is None
    windows.activate(target)
    assert mac.live == 0


def test_without_the_permission_titles_are_empty(mac: FakeMac, windows: MacWindows) -> None:
    mac.trusted = False
    mac.open(CHAT)
    assert windows.foreground() == Target(11, "", "com.tencent.qq")


def test_nothing_in_front_as_on_a_locked_screen(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target is not None
    mac.front = None
    assert windows.foreground() is None
    assert not windows.is_foreground(target)


def test_a_window_of_ours_is_looked_through(
    mac: FakeMac, windows: MacWindows, own: FakeOwnWindows
) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target is not None
    own.in_front = True
    mac.open(Program(os.getpid(), "com.ours", "Desktop Assist", "查找话术"))
    assert windows.foreground() == target
    assert not windows.is_foreground(target)


def test_a_windows_place_is_told(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target is not None
    assert windows.area(target) == Area(10, 20, 300, 200)
    assert windows.area(Target(404, "", "")) is None
    assert mac.live == 0


def test_a_window_is_raised_with_its_program(mac: FakeMac, windows: MacWindows) -> None:
    chat = mac.open(Program(11, "com.tencent.qq", "QQ", "张三"))
    target = windows.foreground()
    assert target is not None
    mac.open(NOTES)
    windows.activate(target)
    assert (chat.raised, chat.activated) == (1, 1)
    assert windows.is_foreground(target)


def test_another_program_in_front_is_told(
    mac: FakeMac, windows: MacWindows, own: FakeOwnWindows
) -> None:
    looks: list[str] = []
    windows.watch(lambda: looks.append("first"))
    windows.watch(lambda: looks.append("second"))
    mac.open(CHAT)
    assert looks == ["first", "second"]
    assert len(own.changed) == 2
    windows.close()
    mac.open(NOTES)
    assert looks == ["first", "second"]
