"""The docked panel beside real chat windows: it follows, pastes, and never keeps the keyboard."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import pytest

from tests.e2e.stage.desktop import Desktop, command
from tests.e2e.stage.flows import Keep, typing_goes_on
from tests.e2e.stage.listener import Listener
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.replies import PLAIN, WORDINGS
from tests.e2e.stage.targets import Target, browser_target, gtk_target, qt_target, xterm_target
from tests.e2e.stage.waiting import wait_until

Box = tuple[int, int, int, int]
Point = tuple[int, int]
TITLE = "Replies beside the chat"
CATEGORY = PLAIN.category[0]
TARGETS: Mapping[str, Callable[[Desktop], Target]] = {
    "qt": qt_target,
    "gtk": gtk_target,
    "chromium": browser_target,
}


class Panel:
    """The panel's program, as its user sees it."""

    def __init__(self, desktop: Desktop, line: Listener) -> None:
        self.desktop = desktop
        self._line = line
        self._aside = itertools.cycle(range(-40, 41, 20))

    def dock(self, target: Target) -> None:
        """Dock beside `target` and wait for the panel."""
        target.focus()
        assert self._line.ask("dock", "docked")["done"]
        self.wait_until_beside(target)

    def is_shown(self) -> bool:
        return TITLE in self.desktop.windows.titles().values()

    def wait_until_shown(self, *, shown: bool = True) -> None:
        wait_until(lambda: self.is_shown() is shown, f"shown: {shown}")

    def wait_until_beside(self, target: Target) -> None:
        """Wait until it touches the chat's frame, at the same height."""
        self.wait_until_shown()

        def look() -> bool:
            chat, panel = self._areas(target)
            touches = panel[0] in (chat[0] + chat[2], chat[0] - panel[2])
            return touches and panel[1] == chat[1]

        wait_until(look, "the panel beside the chat")

    def click(self, name: str) -> None:
        """Click a row, or the search box, each time elsewhere: no two clicks are a double one."""
        left, top = wait_until(self._settled, "a panel that knows where it stands")[name]
        self.desktop.keyboard.click(left + next(self._aside), top)

    def points(self) -> dict[str, Point]:
        """Where the search box and the rows are."""
        told = self._line.ask("where", "where")["points"]
        return {name: (at[0], at[1]) for name, at in told.items()}

    def _settled(self) -> dict[str, Point] | None:
        """The points, once its own program has heard where the window manager has put it."""
        points = self.points()
        left, top, width, _ = self.desktop.windows.area(self.desktop.windows.named(TITLE))
        at = points["box"]
        is_right = abs(at[0] - left - width // 2) < 9 and 0 < at[1] - top < 99
        return points if is_right else None

    def open_category(self) -> None:
        """Click its only category, unless it is open."""
        if PLAIN.title not in self.points():
            self.click(CATEGORY)
            wait_until(lambda: PLAIN.title in self.points(), "the open category")

    def wait_for_keyboard(self) -> None:
        """Wait until the panel has the keyboard."""
        windows = self.desktop.windows
        wait_until(lambda: windows.titles().get(windows.active()) == TITLE, "the panel's keyboard")
        windows.activate(windows.active())

    def _areas(self, target: Target) -> tuple[Box, Box]:
        windows = self.desktop.windows
        return windows.area(target.window), windows.area(windows.named(TITLE))


@pytest.fixture(scope="module")
def panel(desktop: Desktop, owner: Owner) -> Iterator[Panel]:
    owner.take()
    line = desktop.listener("docked")
    desktop.start(*command("docked", "--socket", str(line.path), python=sys.executable))
    line.wait_for(lambda event: bool(event["event"] == "ready"), "the panel's start", within=40)
    yield Panel(desktop, line)
    line.close()


def keyboard_is_with(target: Target) -> bool:
    """Whether a typed letter arrives there."""
    target.clear()
    target.desktop.keyboard.type("x")
    target.wait_for_text("x")
    target.clear()
    return True


def has_left(target: Target, area: Box) -> bool:
    """Whether the chat stands elsewhere now, or has another size."""
    return target.desktop.windows.area(target.window) != area


@pytest.mark.parametrize("name", TARGETS)
def test_a_click_pastes_and_the_keyboard_stays_with_the_chat(
    desktop: Desktop, owner: Owner, panel: Panel, keep: Keep, name: str
) -> None:
    copied = owner.own("everything")
    target = keep(TARGETS[name](desktop))
    panel.dock(target)
    panel.open_category()
    assert keyboard_is_with(target)
    panel.click(PLAIN.title)
    target.wait_for_text(PLAIN.body)
    assert desktop.windows.active() == target.window
    assert keyboard_is_with(target)
    becomes(desktop, copied)


def test_it_follows_a_chat_that_is_moved_and_resized(
    desktop: Desktop, panel: Panel, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    windows = desktop.windows
    for place in ((60, 90, 500, 400), (700, 40, 500, 600), (300, 300, 420, 330)):
        before = windows.area(target.window)
        windows.put(target.window, *place)
        wait_until(partial(has_left, target, before), "the move")
        panel.wait_until_beside(target)


def test_it_hides_with_a_minimised_chat_and_comes_back(
    desktop: Desktop, panel: Panel, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    desktop.windows.minimise(target.window)
    panel.wait_until_shown(shown=False)
    wait_until(lambda: desktop.windows.active() != target.window, "another in front")
    target.focus()
    panel.wait_until_beside(target)


def test_it_hides_behind_another_program(desktop: Desktop, panel: Panel, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    other = keep(xterm_target(desktop))
    panel.wait_until_shown(shown=False)
    assert desktop.windows.active() == other.window
    target.focus()
    panel.wait_until_beside(target)
    assert keyboard_is_with(target)


def test_it_goes_with_the_chat_that_closes(desktop: Desktop, panel: Panel, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    desktop.windows.close_window(target.window)
    panel.wait_until_shown(shown=False)


def test_the_search_box_takes_the_keyboard_until_enter(
    desktop: Desktop, panel: Panel, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    panel.click("box")
    panel.wait_for_keyboard()
    desktop.keyboard.type("zqw")
    wait_until(lambda: CATEGORY not in panel.points(), "the found replies")
    desktop.keyboard.chord("enter", hold=0.8)
    target.wait_for_text(WORDINGS.body)
    typing_goes_on(desktop, target, WORDINGS.body)
    assert len(target.told("text")) == 2


def test_escape_gives_the_keyboard_back(desktop: Desktop, panel: Panel, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    panel.click("box")
    panel.wait_for_keyboard()
    desktop.keyboard.type("zq")
    desktop.keyboard.chord("escape")
    wait_until(lambda: desktop.windows.active() == target.window, "the chat in front")
    target.focus()
    assert keyboard_is_with(target)
    # THEN the next click takes it no more than the first
    panel.open_category()
    assert desktop.windows.active() == target.window
    assert keyboard_is_with(target)


def test_a_found_reply_is_pasted_by_a_click(desktop: Desktop, panel: Panel, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    panel.click("box")
    panel.wait_for_keyboard()
    desktop.keyboard.type("zqa")
    wait_until(lambda: list(panel.points()) == ["box", PLAIN.title], "the found reply")
    panel.click(PLAIN.title)
    target.wait_for_text(PLAIN.body)
    assert keyboard_is_with(target)


def test_the_chat_is_typed_in_again_after_a_click_there(
    desktop: Desktop, panel: Panel, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    panel.click("box")
    panel.wait_for_keyboard()
    left, top, width, height = desktop.windows.area(target.window)
    desktop.keyboard.click(left + width // 2, top + height // 2)
    wait_until(lambda: desktop.windows.active() == target.window, "the chat in front")
    target.focus()
    assert keyboard_is_with(target)
    assert panel.is_shown()


def test_it_follows_another_chat_of_the_same_program(
    desktop: Desktop, panel: Panel, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    panel.dock(target)
    second = keep(qt_target(desktop, title="Qt 另一位"))
    desktop.windows.put(second.window, 120, 380, 480, 360)
    panel.wait_until_beside(second)
    panel.open_category()
    panel.click(PLAIN.title)
    second.wait_for_text(PLAIN.body)
    assert target.text == ""
