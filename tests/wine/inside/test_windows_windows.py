"""Other programs' windows on Windows: what is in front, where it stands, and its moves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread
from desktop_assist.oslayer.windows.base import Area, Frame, Target
from desktop_assist.oslayer.windows.windows import WindowsWindows
from tests.e2e.stage.waiting import wait_until
from tests.wine.inside.stage import Other


@pytest.fixture(autouse=True)
def empty_desktop(other: Other, third: Other) -> None:
    """No window is left of the test before."""
    other.ask("shut_all")
    third.ask("shut_all")


@pytest.fixture
def system(api: WindowsApi) -> Iterator[WindowsWindows]:
    made = WindowsWindows(api)
    yield made
    made.close()


def front(system: WindowsWindows, title: str) -> Target:
    def look() -> Target | None:
        target = system.foreground()
        return target if target is not None and target.title == title else None

    return wait_until(look, f"“{title}” in front")


def test_the_window_in_front_is_told_with_title_and_program(
    system: WindowsWindows, other: Other
) -> None:
    window = other.open("千牛 - 张三 🎁")
    target = front(system, "千牛 - 张三 🎁")
    assert target == Target(window, "千牛 - 张三 🎁", "python", other.process)
    assert system.is_foreground(target)


def test_another_window_or_another_conversation_is_another_target(
    system: WindowsWindows, other: Other, third: Other
) -> None:
    other.open("张三")
    first = front(system, "张三")
    third.open("张三")
    wait_until(lambda: not system.is_foreground(first), "the other window in front")
    other.ask("bring", first.handle)
    wait_until(lambda: system.is_foreground(first), "the first window in front")
    other.ask("rename", first.handle, "李四")
    assert not system.is_foreground(first)
    # A counter in the title is no other conversation.
    other.ask("rename", first.handle, "(2) 张三")
    assert system.is_foreground(first)


def test_a_windows_place_is_told_until_it_has_closed(system: WindowsWindows, other: Other) -> None:
    window = other.open("张三")
    target = front(system, "张三")
    other.put(window, 50, 60, 420, 330)
    assert system.area(target) == Area(50, 60, 420, 330)
    other.ask("shut", window)
    assert system.area(target) is None
    assert not system.is_foreground(target)
    system.activate(target)


def test_a_window_comes_to_the_front_when_asked(system: WindowsWindows, other: Other) -> None:
    other.open("张三")
    first = front(system, "张三")
    other.open("李四")
    front(system, "李四")
    system.activate(first)
    wait_until(lambda: system.is_foreground(first), "the first one in front")


def test_a_minimised_window_comes_back_when_asked(system: WindowsWindows, other: Other) -> None:
    window = other.open("张三")
    target = front(system, "张三")
    other.ask("minimise", window)
    system.activate(target)
    wait_until(lambda: system.is_foreground(target), "its return")


def test_the_users_own_change_of_window_is_told(system: WindowsWindows, other: Other) -> None:
    first = other.open("张三")
    other.open("李四")
    looks = threading.Event()
    system.watch(looks.set)
    other.ask("bring", first)
    assert looks.wait(10)


class Told:
    """What a follower has been told."""

    def __init__(self) -> None:
        self.frames: list[Frame | None] = []

    def wait_for(self, fits: Callable[[Frame | None], bool], what: str) -> Frame | None:
        found = wait_until(lambda: [one for one in list(self.frames) if fits(one)], what)
        return found[-1]


def test_moves_and_the_end_of_a_followed_window_are_told(
    system: WindowsWindows, other: Other
) -> None:
    window = other.open("张三")
    target = front(system, "张三")
    told = Told()
    following = system.follow(target, told.frames.append)
    told.wait_for(
        lambda frame: frame == Frame(Area(10, 20, 300, 200), True, window, other.process),
        "how it stands",
    )
    other.put(window, 140, 160, 420, 330)
    told.wait_for(
        lambda frame: frame is not None and frame.area == Area(140, 160, 420, 330), "the move"
    )
    other.ask("minimise", window)
    hidden = told.wait_for(lambda frame: frame is not None and not frame.shown, "its hiding")
    assert hidden is not None
    assert hidden.area == Area(140, 160, 420, 330)
    other.ask("shut", window)
    told.wait_for(lambda frame: frame is None, "its end")
    following.stop()
    following.stop()
    assert told.frames.count(None) == 1
    assert all(one != two for one, two in zip(told.frames, told.frames[1:], strict=False))


def test_a_dialog_stands_for_its_owner(system: WindowsWindows, other: Other) -> None:
    window = other.open("张三")
    other.put(window, 140, 160, 420, 330)
    dialog = other.open("选择文件", window)
    told = Told()
    following = system.follow(front(system, "选择文件"), told.frames.append)
    frame = told.wait_for(lambda frame: frame is not None, "how it stands")
    following.stop()
    assert frame is not None
    assert frame.area == Area(140, 160, 420, 330)
    assert frame.front == dialog


def test_a_window_that_is_gone_already_cannot_be_followed(
    system: WindowsWindows, other: Other
) -> None:
    window = other.open("张三")
    target = front(system, "张三")
    other.ask("shut", window)
    told = Told()
    system.follow(target, told.frames.append)
    told.wait_for(lambda frame: frame is None, "that it is gone")
    assert told.frames == [None]


def test_a_thread_is_there_for_a_watch_alone_and_ends_with_it(api: WindowsApi) -> None:
    before = threading.active_count()
    system = WindowsWindows(api)
    system.watch(lambda: None)
    assert threading.active_count() == before + 1
    system.close()
    wait_until(lambda: threading.active_count() == before, "the end of the thread")
    thread = MessageThread("one", api)
    thread.stop()
    thread.stop()
