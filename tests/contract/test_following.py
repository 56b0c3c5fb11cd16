"""One suite for everything that follows the windows of other programs."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator

import pytest

from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target
from desktop_assist.oslayer.windows.none import NoWindows
from tests.contract.window_stages import Program, WindowStage, X11Stage
from tests.e2e.stage.waiting import wait_until


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


@pytest.fixture
def follow(windows: WindowStage) -> Iterator[Callable[[Program], tuple[Told, Following]]]:
    """Follows windows, until the test is over."""
    under_way: list[Following] = []

    def begin(program: Program) -> tuple[Told, Following]:
        told = Told()
        under_way.append(windows.system.follow(program.target, told.hear))
        return told, under_way[-1]

    yield begin
    for following in under_way:
        following.stop()


Follow = Callable[[Program], tuple[Told, Following]]


def is_in_front(program: Program) -> Callable[[Frame], bool]:
    target = program.target
    return lambda frame: (frame.front, frame.front_reader) == (target.handle, target.reader)


def test_how_it_stands_is_told_at_once(windows: WindowStage, follow: Follow) -> None:
    program = windows.open("张三")
    told, _ = follow(program)
    frame = told.frame(is_in_front(program), "a first word")
    assert frame.shown
    assert frame.area.width >= 300
    assert frame.area.height >= 200


def test_a_move_and_a_new_size_are_told(windows: WindowStage, follow: Follow) -> None:
    program = windows.open("张三")
    told, _ = follow(program)
    before = told.frame(is_in_front(program), "a first word").area
    program.put(140, 160, 420, 330)
    # THEN it is told with the same room for the frame around it
    wide, high = before.width - 300 + 420, before.height - 200 + 330
    moved = told.frame(lambda frame: frame.area == Area(140, 160, wide, high), "the new place")
    assert moved.shown
    assert is_in_front(program)(moved)


def test_a_window_that_is_minimised_is_not_seen_until_it_is_back(
    windows: WindowStage, follow: Follow
) -> None:
    program = windows.open("张三")
    told, _ = follow(program)
    told.frame(lambda frame: frame.shown, "a first word")
    program.minimise()
    told.frame(
        lambda frame: not frame.shown and not is_in_front(program)(frame), "its end on the screen"
    )
    program.bring()
    told.frame(lambda frame: frame.shown and is_in_front(program)(frame), "its return")
    # THEN it went and came once
    seen = (frame is not None and frame.shown for frame in told.frames)
    assert [shown for shown, _ in itertools.groupby(seen)] == [True, False, True]


def test_another_program_in_front_is_told_by_name(windows: WindowStage, follow: Follow) -> None:
    program = windows.open("张三")
    told, _ = follow(program)
    other = windows.open("李四")
    frame = told.frame(is_in_front(other), "the other one in front")
    assert frame.shown
    assert frame.front_reader != program.target.reader
    program.bring()
    told.frame(is_in_front(program), "its own return")


def test_a_dialog_stands_for_its_owner(windows: WindowStage, follow: Follow) -> None:
    program = windows.open("张三")
    program.put(140, 160, 420, 330)
    dialog = windows.open("选择文件", of=program)
    told, _ = follow(dialog)
    frame = told.frame(is_in_front(dialog), "the dialog in front")
    assert frame.area.width >= 420
    assert frame.front_reader == program.target.reader


def test_the_end_of_a_window_is_told_once(windows: WindowStage, follow: Follow) -> None:
    program = windows.open("张三")
    told, _ = follow(program)
    told.frame(lambda frame: frame.shown, "a first word")
    program.close()
    told.wait_for(lambda frame: frame is None, "its end")
    windows.open("李四")
    assert told.frames.count(None) == 1


def test_a_window_that_is_gone_already_cannot_be_followed(
    windows: WindowStage, follow: Follow
) -> None:
    program = windows.open("张三")
    program.close()
    told, _ = follow(program)
    told.wait_for(lambda frame: frame is None, "that it is gone")
    assert told.frames == [None]


def test_after_stopping_nothing_is_told(windows: WindowStage, follow: Follow) -> None:
    program = windows.open("张三")
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


def test_nothing_is_told_twice(windows: WindowStage, follow: Follow) -> None:
    program = windows.open("张三")
    told, _ = follow(program)
    for left in range(50, 90, 10):
        program.put(left, 60, 300, 200)
    program.put(200, 210, 300, 200)
    program.close()
    told.wait_for(lambda frame: frame is None, "its end")
    assert all(one != other for one, other in zip(told.frames, told.frames[1:], strict=False))


def test_two_windows_are_followed_side_by_side(windows: WindowStage, follow: Follow) -> None:
    first, second = windows.open("张三"), windows.open("李四")
    told = [follow(program)[0] for program in (first, second)]
    first.close()
    told[0].wait_for(lambda frame: frame is None, "its end")
    second.put(200, 210, 555, 200)
    told[1].frame(lambda frame: frame.area.width >= 555, "the size")
    # THEN each was told of its own window alone
    assert None not in told[1].frames
    assert all(frame is None or frame.area.width < 555 for frame in told[0].frames)


def test_a_windows_frame_belongs_to_it(x11_windows: X11Stage) -> None:
    program = x11_windows.open("张三")
    told = Told()
    following = x11_windows.system.follow(program.target, told.hear)
    shown = x11_windows.desktop.windows.area(program.target.handle)
    frame = told.frame(lambda frame: _corners(frame.area) == shown, f"the frame {shown}")
    following.stop()
    # THEN the title bar is in it, which the window itself is without
    assert frame.area.height > 200


def test_the_shadow_around_a_window_does_not_belong_to_it(x11_windows: X11Stage) -> None:
    program = x11_windows.open("张三")
    told = Told()
    following = x11_windows.system.follow(program.target, told.hear)
    before = told.frame(lambda frame: frame.shown, "a first word").area
    # WHEN the window says that it draws a shadow inside its bounds, as GTK's own frames do
    atom = program.display.intern_atom("_GTK_FRAME_EXTENTS")
    cardinal = program.display.intern_atom("CARDINAL")
    window = program.display.create_resource_object("window", program.target.handle)
    window.change_property(atom, cardinal, 32, [10, 11, 12, 13])
    program.display.sync()
    inner = Area(before.left + 10, before.top + 12, before.width - 21, before.height - 25)
    told.frame(lambda frame: frame.area == inner, "the part within the shadow")
    # AND the whole of it counts again without the shadow
    window.delete_property(atom)
    program.display.sync()
    whole = told.frame(lambda frame: frame.area != inner, "the end of the shadow")
    following.stop()
    assert whole.area == before


def test_while_a_window_is_dragged_every_place_is_told(x11_windows: X11Stage) -> None:
    program = x11_windows.open("张三")
    keyboard = x11_windows.desktop.keyboard
    told = Told()
    following = x11_windows.system.follow(program.target, told.hear)
    before = told.frame(lambda frame: frame.shown, "a first word").area
    # WHEN its title bar is dragged, and the button not yet let go
    middle = before.left + before.width // 2, before.top + 8
    with keyboard.dragging(*middle):
        steps = itertools.cycle(range(20, 60, 10))

        def drag() -> bool:
            keyboard.point(middle[0] + next(steps), middle[1] + 20)
            area = x11_windows.desktop.windows.area(program.target.handle)
            return area[0] > before.left

        wait_until(drag, "the drag")
        way = told.frame(lambda frame: frame.area.left > before.left, "a place on the way")
    following.stop()
    # THEN on the way it is as large as before, and to be seen
    assert way.shown
    assert (way.area.width, way.area.height) == (before.width, before.height)


def test_where_windows_cannot_be_followed_that_is_told() -> None:
    told = Told()
    NoWindows().follow(Target(1, "t", "a"), told.hear).stop()
    assert told.frames == [None]


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.left, area.top, area.width, area.height
