"""One suite for everything that knows the windows of other programs."""

from __future__ import annotations

import threading

from desktop_assist.oslayer.windows.base import Target
from tests.contract.window_stages import WindowStage, X11Stage
from tests.e2e.stage.waiting import wait_until


def front(windows: WindowStage, title: str) -> Target:
    """The window in front, once it is the one of that title."""

    def look() -> Target | None:
        target = windows.system.foreground()
        return target if target is not None and target.title == title else None

    return wait_until(look, f"“{title}” in front")


def test_the_window_in_front_is_told_with_title_and_class(windows: WindowStage) -> None:
    windows.open("千牛 - 张三 🎁", "qianniu")
    target = front(windows, "千牛 - 张三 🎁")
    assert target.application == "qianniu"
    assert target.handle
    assert target.reader
    assert windows.system.is_foreground(target)


def test_two_windows_differ(windows: WindowStage) -> None:
    windows.open("张三")
    first = front(windows, "张三")
    windows.open("李四")
    second = front(windows, "李四")
    assert first.handle != second.handle
    assert windows.system.is_foreground(second)
    assert not windows.system.is_foreground(first)


def test_another_conversation_in_the_same_window_is_another_target(windows: WindowStage) -> None:
    program = windows.open("张三")
    target = front(windows, "张三")
    program.rename("李四")
    assert not windows.system.is_foreground(target)


def test_a_counter_in_the_title_is_no_other_conversation(windows: WindowStage) -> None:
    program = windows.open("张三")
    target = front(windows, "张三")
    program.rename("(2) 张三")
    assert windows.system.is_foreground(target)


def test_where_no_window_has_the_keyboard_none_is_told(windows: WindowStage) -> None:
    windows.open("张三")
    target = front(windows, "张三")

    def nothing_in_front() -> bool:
        windows.leave_all()  # again and again: a window manager may still give it to someone
        return windows.system.foreground() is None and not windows.system.is_foreground(target)

    assert wait_until(nothing_in_front, "no window in front")


def test_where_the_only_window_has_closed_none_is_told(windows: WindowStage) -> None:
    program = windows.open("张三")
    front(windows, "张三")
    program.close()  # a window manager takes the keyboard with a window of its own
    assert wait_until(lambda: windows.system.foreground() is None, "no window in front")


def test_a_window_that_has_closed_is_nowhere(windows: WindowStage) -> None:
    program = windows.open("张三")
    target = front(windows, "张三")
    program.close()
    wait_until(lambda: windows.system.area(target) is None, "its end")
    assert not windows.system.is_foreground(target)
    windows.system.activate(target)


def test_a_windows_place_is_told(windows: WindowStage) -> None:
    windows.open("张三")
    area = windows.system.area(front(windows, "张三"))
    assert area is not None
    assert (area.width, area.height) == (300, 200)


def test_a_window_comes_to_the_front_when_asked_and_that_is_told(windows: WindowStage) -> None:
    windows.open("张三")
    first = front(windows, "张三")
    windows.open("李四")
    front(windows, "李四")
    # GIVEN someone who looks whenever something may have changed
    arrived = threading.Event()
    looks = threading.Event()
    windows.system.watch(looks.set)
    windows.system.activate(first)
    # THEN one of the looks finds it
    for _ in range(20):
        assert looks.wait(10), "nothing more was told, and it is not in front"
        looks.clear()
        if windows.system.is_foreground(first):
            arrived.set()
            break
    assert arrived.is_set()


def test_the_users_own_change_of_window_is_told(windows: WindowStage) -> None:
    first = windows.open("张三")
    windows.open("李四")
    front(windows, "李四")
    looks = threading.Event()
    windows.system.watch(looks.set)
    first.bring()
    assert looks.wait(10)


def test_a_window_inside_has_the_outer_ones_name(x11_windows: X11Stage) -> None:
    program = x11_windows.open("张三")
    target = front(x11_windows, "张三")
    program.focus_child()
    assert x11_windows.system.is_foreground(target)
    assert target.handle == program.window.id


def test_the_reader_is_the_windows_client(x11_windows: X11Stage) -> None:
    program = x11_windows.open("张三")
    assert front(x11_windows, "张三").reader == program.client


def test_a_title_without_utf_8_is_read_too(x11_windows: X11Stage) -> None:
    program = x11_windows.open("new")
    front(x11_windows, "new")
    program.rename_as_before_utf_8("café")
    assert front(x11_windows, "café").handle == program.window.id
