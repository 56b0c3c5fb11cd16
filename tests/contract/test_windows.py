"""One suite for everything that knows the windows of other programs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Protocol

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.xobject.drawable import Window

from desktop_assist.oslayer.windows.base import Area, Target, WindowSystem
from desktop_assist.oslayer.windows.x11 import X11Windows
from desktop_assist.oslayer.x11.connection import client_of
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.waiting import wait_until
from tests.fakes.windows import FakeWindows


class Program(Protocol):
    """Another program's window."""

    def bring(self) -> None: ...
    def rename(self, title: str) -> None: ...
    def close(self) -> None: ...


class Stage(Protocol):
    """A backend, and programs that open windows."""

    @property
    def system(self) -> WindowSystem: ...
    def open(self, title: str, application: str = "chat") -> Program: ...
    def leave_all(self) -> None: ...


class FakeProgram:
    def __init__(self, system: FakeWindows, target: Target) -> None:
        self._system = system
        self._target = target

    def bring(self) -> None:
        self._system.bring(self._target)

    def rename(self, title: str) -> None:
        was_front = self._system.front == self._target
        old = self._target
        self._target = Target(old.handle, title, old.application, old.reader)
        if was_front:
            self.bring()

    def close(self) -> None:
        self._system.areas.pop(self._target.handle)
        self._system.bring(None)


class FakeStage:
    def __init__(self) -> None:
        self.system = FakeWindows()
        self._count = 0

    def open(self, title: str, application: str = "chat") -> FakeProgram:
        self._count += 1
        target = Target(self._count, title, application, reader=self._count * 1_000)
        self.system.areas[target.handle] = Area(self._count, 2, 300, 200)
        program = FakeProgram(self.system, target)
        program.bring()
        return program

    def leave_all(self) -> None:
        self.system.bring(None)


class X11Program:
    """A client of its own, as each program is."""

    def __init__(self, desktop: Desktop, title: str, application: str) -> None:
        self._desktop = desktop
        self._display = Display(desktop.display_name)
        root = self._display.screen().root
        self.window: Window = root.create_window(0, 0, 300, 200, 0, X.CopyFromParent)
        self.window.set_wm_class("instance", application.capitalize())
        self.rename(title)
        self.window.map()
        self._display.sync()
        desktop.windows.named(title)
        self.bring()

    @property
    def client(self) -> int:
        return client_of(self._display, self.window.id)

    def bring(self) -> None:
        self._desktop.windows.activate(self.window.id)

    def rename(self, title: str) -> None:
        name, kind = (self._display.intern_atom(one) for one in ("_NET_WM_NAME", "UTF8_STRING"))
        self.window.change_property(name, kind, 8, title.encode())
        self._display.sync()

    def rename_as_before_utf_8(self, title: str) -> None:
        self.window.delete_property(self._display.intern_atom("_NET_WM_NAME"))
        self.window.set_wm_name(title)
        self._display.sync()

    def focus_child(self) -> None:
        """Give the keyboard to a window inside, as many toolkits do."""
        child = self.window.create_window(5, 5, 50, 20, 0, X.CopyFromParent)
        child.map()
        child.set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()

    def close(self) -> None:
        self.window.destroy()
        self._display.sync()

    def end(self) -> None:
        self._display.close()


class X11Stage:
    def __init__(self, desktop: Desktop) -> None:
        self.system = X11Windows()
        self._desktop = desktop
        self._programs: list[X11Program] = []

    def open(self, title: str, application: str = "chat") -> X11Program:
        self._programs.append(X11Program(self._desktop, title, application))
        return self._programs[-1]

    def leave_all(self) -> None:
        display = Display(self._desktop.display_name)
        display.set_input_focus(X.PointerRoot, X.RevertToNone, X.CurrentTime)
        display.sync()
        display.close()

    def end(self) -> None:
        self.system.close()
        for program in self._programs:
            program.end()


@pytest.fixture
def fake() -> FakeStage:
    return FakeStage()


@pytest.fixture
def x11(screen: Desktop) -> Iterator[X11Stage]:
    made = X11Stage(screen)
    yield made
    made.end()


@pytest.fixture(params=["fake", "x11"])
def stage(request: pytest.FixtureRequest) -> Stage:
    """Every backend, and the fake."""
    made: Stage = request.getfixturevalue(request.param)
    return made


def front(stage: Stage, title: str) -> Target:
    """The window in front, once it is the one of that title."""

    def look() -> Target | None:
        target = stage.system.foreground()
        return target if target is not None and target.title == title else None

    return wait_until(look, f"“{title}” in front")


def test_the_window_in_front_is_told_with_title_and_class(stage: Stage) -> None:
    stage.open("千牛 - 张三 🎁", "qianniu")
    target = front(stage, "千牛 - 张三 🎁")
    assert target.application == "qianniu"
    assert target.handle
    assert target.reader
    assert stage.system.is_foreground(target)


def test_two_windows_differ(stage: Stage) -> None:
    stage.open("张三")
    first = front(stage, "张三")
    stage.open("李四")
    second = front(stage, "李四")
    assert first.handle != second.handle
    assert stage.system.is_foreground(second)
    assert not stage.system.is_foreground(first)


def test_another_conversation_in_the_same_window_is_another_target(stage: Stage) -> None:
    program = stage.open("张三")
    target = front(stage, "张三")
    program.rename("李四")
    assert not stage.system.is_foreground(target)


def test_a_counter_in_the_title_is_no_other_conversation(stage: Stage) -> None:
    program = stage.open("张三")
    target = front(stage, "张三")
    program.rename("(2) 张三")
    assert stage.system.is_foreground(target)


def test_where_no_window_has_the_keyboard_none_is_told(stage: Stage) -> None:
    stage.open("张三")
    target = front(stage, "张三")

    def nothing_in_front() -> bool:
        stage.leave_all()  # again and again: a window manager may still give it to someone
        return stage.system.foreground() is None and not stage.system.is_foreground(target)

    wait_until(nothing_in_front, "no window in front")


def test_a_window_that_has_closed_is_nowhere(stage: Stage) -> None:
    program = stage.open("张三")
    target = front(stage, "张三")
    program.close()
    wait_until(lambda: stage.system.area(target) is None, "its end")
    assert not stage.system.is_foreground(target)
    stage.system.activate(target)


def test_a_windows_place_is_told(stage: Stage) -> None:
    stage.open("张三")
    area = stage.system.area(front(stage, "张三"))
    assert area is not None
    assert (area.width, area.height) == (300, 200)


def test_a_window_comes_to_the_front_when_asked_and_that_is_told(stage: Stage) -> None:
    stage.open("张三")
    first = front(stage, "张三")
    stage.open("李四")
    front(stage, "李四")
    # GIVEN someone who looks whenever something may have changed
    arrived = threading.Event()
    looks = threading.Event()
    stage.system.watch(looks.set)
    stage.system.activate(first)
    # THEN one of the looks finds it
    for _ in range(20):
        assert looks.wait(10), "nothing more was told, and it is not in front"
        looks.clear()
        if stage.system.is_foreground(first):
            arrived.set()
            break
    assert arrived.is_set()


def test_the_users_own_change_of_window_is_told(stage: Stage) -> None:
    first = stage.open("张三")
    stage.open("李四")
    front(stage, "李四")
    looks = threading.Event()
    stage.system.watch(looks.set)
    first.bring()
    assert looks.wait(10)


def test_a_window_inside_has_the_outer_ones_name(x11: X11Stage) -> None:
    program = x11.open("张三")
    target = front(x11, "张三")
    program.focus_child()
    assert x11.system.is_foreground(target)
    assert target.handle == program.window.id


def test_the_reader_is_the_windows_client(x11: X11Stage) -> None:
    program = x11.open("张三")
    assert front(x11, "张三").reader == program.client


def test_a_title_without_utf_8_is_read_too(x11: X11Stage) -> None:
    program = x11.open("new")
    front(x11, "new")
    program.rename_as_before_utf_8("café")
    front(x11, "café")
