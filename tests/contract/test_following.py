"""One suite for everything that follows the windows of other programs."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.xobject.drawable import Window

from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target, WindowSystem
from desktop_assist.oslayer.windows.none import NoWindows
from desktop_assist.oslayer.windows.x11 import X11Windows
from desktop_assist.oslayer.x11.connection import client_of
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.waiting import wait_until
from tests.fakes.windows import FakeWindows


class Program(Protocol):
    """Another program's window."""

    @property
    def target(self) -> Target: ...
    def bring(self) -> None: ...
    def put(self, left: int, top: int, width: int, height: int) -> None: ...
    def minimise(self) -> None: ...
    def close(self) -> None: ...


class Stage(Protocol):
    """A backend, and programs that open windows."""

    @property
    def system(self) -> WindowSystem: ...
    def open(self, title: str, of: Program | None = None) -> Program:
        """`of` makes it a dialog of another window."""


class Told:
    """What a follower has heard, in order."""

    def __init__(self) -> None:
        self.frames: list[Frame | None] = []
        self._more = threading.Condition()

    def hear(self, frame: Frame | None) -> None:
        with self._more:
            self.frames.append(frame)
            self._more.notify_all()

    def wait_for(self, wanted: Callable[[Frame | None], bool], what: str) -> Frame | None:
        """The newest frame, once it is a wanted one."""
        with self._more:
            heard = self._more.wait_for(lambda: self.frames and wanted(self.frames[-1]), 10)
        assert heard, f"{what}, after {self.frames[-3:]}"
        return self.frames[-1]

    def frame(self, wanted: Callable[[Frame], bool], what: str) -> Frame:
        found = self.wait_for(lambda frame: frame is not None and wanted(frame), what)
        assert found is not None
        return found


class FakeProgram:
    def __init__(self, system: FakeWindows, target: Target) -> None:
        self._system = system
        self.target = target

    def bring(self) -> None:
        self._system.minimise(self.target, down=False)
        self._system.bring(self.target)

    def put(self, left: int, top: int, width: int, height: int) -> None:
        self._system.put(self.target, Area(left, top, width, height))

    def minimise(self) -> None:
        self._system.minimise(self.target)

    def close(self) -> None:
        self._system.shut(self.target)


class FakeStage:
    def __init__(self) -> None:
        self.system = FakeWindows()
        self._count = 0

    def open(self, title: str, of: Program | None = None) -> FakeProgram:
        self._count += 1
        reader = of.target.reader if of else self._count * 1_000
        target = Target(self._count, title, "chat", reader)
        self.system.areas[target.handle] = Area(10, 20, 300, 200)
        if of is not None:
            self.system.owners[target.handle] = of.target
        program = FakeProgram(self.system, target)
        program.bring()
        return program


class X11Program:
    """A client of its own, or another window of one."""

    def __init__(self, desktop: Desktop, title: str, of: X11Program | None) -> None:
        self._desktop = desktop
        self.display: Display = of.display if of else Display(desktop.display_name)
        root = self.display.screen().root
        self._window: Window = root.create_window(10, 20, 300, 200, 0, X.CopyFromParent)
        self._window.set_wm_class("instance", "Chat")
        name, kind = (self.display.intern_atom(one) for one in ("_NET_WM_NAME", "UTF8_STRING"))
        self._window.change_property(name, kind, 8, title.encode())
        if of is not None:
            self._window.set_wm_transient_for(of._window)
        self._window.map()
        self.display.sync()
        desktop.windows.named(title)
        reader = client_of(self.display, self._window.id)
        self.target = Target(self._window.id, title, "chat", reader)
        self.bring()

    def bring(self) -> None:
        self._desktop.windows.activate(self._window.id)

    def put(self, left: int, top: int, width: int, height: int) -> None:
        self._window.configure(x=left, y=top, width=width, height=height)
        self.display.sync()

    def minimise(self) -> None:
        self._desktop.windows.minimise(self._window.id)

    def close(self) -> None:
        self._window.destroy()
        self.display.sync()


class X11Stage:
    def __init__(self, desktop: Desktop) -> None:
        self.system = X11Windows()
        self.desktop = desktop
        self._programs: list[X11Program] = []

    def open(self, title: str, of: Program | None = None) -> X11Program:
        assert of is None or isinstance(of, X11Program)
        self._programs.append(X11Program(self.desktop, title, of))
        return self._programs[-1]

    def end(self) -> None:
        self.system.close()
        for display in {program.display for program in self._programs}:
            display.close()


@pytest.fixture
def x11(screen: Desktop) -> Iterator[X11Stage]:
    made = X11Stage(screen)
    yield made
    made.end()


@pytest.fixture(params=["fake", "x11"])
def stage(request: pytest.FixtureRequest) -> Stage:
    """Every backend, and the fake."""
    if request.param == "fake":
        return FakeStage()
    made: Stage = request.getfixturevalue("x11")
    return made


@pytest.fixture
def follow(stage: Stage) -> Iterator[Callable[[Program], tuple[Told, Following]]]:
    """Follows windows, until the test is over."""
    under_way: list[Following] = []

    def begin(program: Program) -> tuple[Told, Following]:
        told = Told()
        under_way.append(stage.system.follow(program.target, told.hear))
        return told, under_way[-1]

    yield begin
    for following in under_way:
        following.stop()


Follow = Callable[[Program], tuple[Told, Following]]


def is_in_front(program: Program) -> Callable[[Frame], bool]:
    target = program.target
    return lambda frame: (frame.front, frame.front_reader) == (target.handle, target.reader)


def test_how_it_stands_is_told_at_once(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    told, _ = follow(program)
    frame = told.frame(is_in_front(program), "a first word")
    assert frame.shown
    assert frame.area.width >= 300
    assert frame.area.height >= 200


def test_a_move_and_a_new_size_are_told(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    told, _ = follow(program)
    before = told.frame(is_in_front(program), "a first word").area
    program.put(140, 160, 420, 330)
    # THEN it is told with the same room for the frame around it
    wide, high = before.width - 300 + 420, before.height - 200 + 330
    told.frame(lambda frame: frame.area == Area(140, 160, wide, high), "the new place")


def test_a_window_that_is_minimised_is_not_seen_until_it_is_back(
    stage: Stage, follow: Follow
) -> None:
    program = stage.open("张三")
    told, _ = follow(program)
    told.frame(lambda frame: frame.shown, "a first word")
    program.minimise()
    told.frame(
        lambda frame: not frame.shown and not is_in_front(program)(frame), "its end on the screen"
    )
    program.bring()
    told.frame(lambda frame: frame.shown and is_in_front(program)(frame), "its return")


def test_another_program_in_front_is_told_by_name(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    told, _ = follow(program)
    other = stage.open("李四")
    frame = told.frame(is_in_front(other), "the other one in front")
    assert frame.shown
    assert frame.front_reader != program.target.reader
    program.bring()
    told.frame(is_in_front(program), "its own return")


def test_a_dialog_stands_for_its_owner(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    program.put(140, 160, 420, 330)
    dialog = stage.open("选择文件", of=program)
    told, _ = follow(dialog)
    frame = told.frame(is_in_front(dialog), "the dialog in front")
    assert frame.area.width >= 420
    assert frame.front_reader == program.target.reader


def test_the_end_of_a_window_is_told_once(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    told, _ = follow(program)
    told.frame(lambda frame: frame.shown, "a first word")
    program.close()
    told.wait_for(lambda frame: frame is None, "its end")
    stage.open("李四")
    assert told.frames.count(None) == 1


def test_a_window_that_is_gone_already_cannot_be_followed(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    program.close()
    told, _ = follow(program)
    told.wait_for(lambda frame: frame is None, "that it is gone")
    assert told.frames == [None]


def test_after_stopping_nothing_is_told(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    told, following = follow(program)
    told.frame(lambda frame: frame.shown, "a first word")
    following.stop()
    following.stop()
    heard = list(told.frames)
    # WHEN another follower hears of a move
    witness, _ = follow(program)
    before = witness.frame(lambda frame: frame.shown, "a first word").area
    program.put(200, 210, 300, 200)
    witness.frame(lambda frame: frame.area != before, "the move")
    # THEN the first one does not
    assert told.frames == heard


def test_nothing_is_told_twice(stage: Stage, follow: Follow) -> None:
    program = stage.open("张三")
    told, _ = follow(program)
    for left in range(50, 90, 10):
        program.put(left, 60, 300, 200)
    program.put(200, 210, 300, 200)
    program.close()
    told.wait_for(lambda frame: frame is None, "its end")
    assert all(one != other for one, other in zip(told.frames, told.frames[1:], strict=False))


def test_two_windows_are_followed_side_by_side(stage: Stage, follow: Follow) -> None:
    first, second = stage.open("张三"), stage.open("李四")
    told = [follow(program)[0] for program in (first, second)]
    first.close()
    told[0].wait_for(lambda frame: frame is None, "its end")
    second.put(200, 210, 555, 200)
    told[1].frame(lambda frame: frame.area.width >= 555, "the size")


def test_a_windows_frame_belongs_to_it(x11: X11Stage) -> None:
    program = x11.open("张三")
    told = Told()
    following = x11.system.follow(program.target, told.hear)
    shown = x11.desktop.windows.area(program.target.handle)
    told.frame(lambda frame: _corners(frame.area) == shown, f"the frame {shown}")
    following.stop()


def test_the_shadow_around_a_window_does_not_belong_to_it(x11: X11Stage) -> None:
    program = x11.open("张三")
    told = Told()
    following = x11.system.follow(program.target, told.hear)
    before = told.frame(lambda frame: frame.shown, "a first word").area
    # WHEN the window says that it draws a shadow inside its bounds, as GTK's own frames do
    atom = program.display.intern_atom("_GTK_FRAME_EXTENTS")
    cardinal = program.display.intern_atom("CARDINAL")
    window = program.display.create_resource_object("window", program.target.handle)
    window.change_property(atom, cardinal, 32, [10, 11, 12, 13])
    program.display.sync()
    inner = Area(before.left + 10, before.top + 12, before.width - 21, before.height - 25)
    told.frame(lambda frame: frame.area == inner, "the part within the shadow")
    following.stop()


def test_while_a_window_is_dragged_every_place_is_told(x11: X11Stage) -> None:
    program = x11.open("张三")
    windows, keyboard = x11.desktop.windows, x11.desktop.keyboard
    told = Told()
    following = x11.system.follow(program.target, told.hear)
    before = told.frame(lambda frame: frame.shown, "a first word").area
    # WHEN its title bar is dragged, and the button not yet let go
    middle = before.left + before.width // 2, before.top + 8
    with keyboard.dragging(*middle):
        steps = itertools.cycle(range(20, 60, 10))

        def drag() -> bool:
            keyboard.point(middle[0] + next(steps), middle[1] + 20)
            return windows.area(program.target.handle)[0] > before.left

        wait_until(drag, "the drag")
        told.frame(lambda frame: frame.area.left > before.left, "a place on the way")
    following.stop()


def test_where_windows_cannot_be_followed_that_is_told() -> None:
    told = Told()
    NoWindows().follow(Target(1, "t", "a"), told.hear).stop()
    assert told.frames == [None]


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.left, area.top, area.width, area.height
