"""One suite for everything that presses keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from Xlib import X
from Xlib.display import Display

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.keys.base import Injector
from desktop_assist.oslayer.keys.keyboard_library import KeyboardInjector
from desktop_assist.oslayer.keys.xtest import XTestInjector
from desktop_assist.oslayer.x11.keymap import keycode_for
from tests.contract.library_keyboard import CODES, DOWN, EV_KEY, UP, LibraryKeyboard
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.selection import Events
from tests.e2e.stage.waiting import wait_until
from tests.fakes.keyboard import FakeInjector

KEYS = ("ctrl", "alt", "shift", "super", "v", "j", "k")
PASTE = Combination.parse("ctrl+v")


class Stage:
    """An injector, the user's hands, and what arrives in the window in front."""

    def __init__(
        self,
        injector: Injector,
        press: Callable[[str], object],
        release: Callable[[str], object],
        arrived: Callable[[int], list[str]],
    ) -> None:
        self.injector = injector
        self.arrived = arrived
        self._press = press
        self._release = release

    def press(self, key: str) -> None:
        """Push a key down and wait until the injector can know."""
        self._press(key)
        wait_until(lambda: self.injector.is_held(key), f"{key} down", 5)

    def release(self, key: str) -> None:
        self._release(key)
        wait_until(lambda: not self.injector.is_held(key), f"{key} up", 5)


@pytest.fixture
def xtest_stage(screen: Desktop) -> Iterator[Stage]:
    window = Display(screen.display_name)
    window.screen().root.grab_keyboard(False, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
    window.sync()
    names = {keycode_for(window, key): key for key in KEYS}
    events = Events(window)

    def arrived(count: int) -> list[str]:
        keys = (events.wait_for(lambda _event: True, "a key", 5) for _ in range(count))
        return [f"{'+' if key.type == X.KeyPress else '-'}{names[key.detail]}" for key in keys]

    injector = XTestInjector()
    yield Stage(injector, screen.keyboard.press, screen.keyboard.release, arrived)
    injector.close()
    window.close()


class Device:
    """Notes what the library would write to a device."""

    def __init__(self) -> None:
        self.moves: list[str] = []

    def write_event(self, kind: int, code: int, value: int) -> None:
        assert kind == EV_KEY
        names = {number: name for name, number in CODES.items()}
        self.moves.append(f"{'+' if value else '-'}{names[code]}")


@pytest.fixture
def library_stage(
    library_keyboard: LibraryKeyboard, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    injector = KeyboardInjector()
    device = Device()
    library: Any = injector._library._os_keyboard
    monkeypatch.setattr(library.device, "output", device)
    typed: list[str] = []

    def press(key: str) -> None:
        library_keyboard.send(key, DOWN)
        typed.append(f"+{key}")

    def release(key: str) -> None:
        library_keyboard.send(key, UP)
        typed.append(f"-{key}")

    yield Stage(injector, press, release, lambda count: [*typed, *device.moves][:count])
    injector.close()


@pytest.fixture
def fake_stage() -> Stage:
    injector = FakeInjector()
    keyboard = injector.keyboard
    return Stage(injector, keyboard.press, keyboard.release, lambda _count: [])


@pytest.fixture(params=["fake_stage", "xtest_stage", "library_stage"])
def stage(request: pytest.FixtureRequest) -> Stage:
    """Every backend, and the fake."""
    made: Stage = request.getfixturevalue(request.param)
    return made


@pytest.fixture(params=["xtest_stage", "library_stage"])
def real(request: pytest.FixtureRequest) -> Stage:
    """Every backend whose single moves can be seen."""
    made: Stage = request.getfixturevalue(request.param)
    return made


def test_held_modifiers_are_told_in_their_order(stage: Stage) -> None:
    assert stage.injector.held_modifiers() == ()
    for key in ("super", "shift", "ctrl"):
        stage.press(key)
    stage.press("j")
    assert stage.injector.held_modifiers() == ("ctrl", "shift", "super")
    for key in ("super", "shift", "ctrl", "j"):
        stage.release(key)
    assert stage.injector.held_modifiers() == ()


def test_a_released_modifier_counts_as_up_though_the_finger_rests_on_it(stage: Stage) -> None:
    stage.press("ctrl")
    stage.press("alt")
    stage.injector.release(("ctrl", "alt"))
    assert stage.injector.held_modifiers() == ()
    # WHEN the finger comes up later, nothing happens
    stage.release("ctrl")
    stage.release("alt")
    # THEN the next press counts
    stage.press("ctrl")
    assert stage.injector.held_modifiers() == ("ctrl",)
    stage.release("ctrl")


def test_a_pressed_chord_leaves_no_key_down(stage: Stage) -> None:
    stage.injector.press(Combination.parse("ctrl+shift+v"), 2)
    assert stage.injector.held_modifiers() == ()
    assert not stage.injector.is_held("v")


def test_a_chord_arrives_whole_and_in_order(real: Stage) -> None:
    real.injector.press(PASTE)
    assert real.arrived(4) == ["+ctrl", "+v", "-v", "-ctrl"]


def test_a_key_can_be_pressed_several_times_in_a_row(real: Stage) -> None:
    real.injector.press(Combination((), "j"), 3)
    assert real.arrived(6) == ["+j", "-j"] * 3


def test_several_presses_arrive_in_their_order(real: Stage) -> None:
    real.injector.press_in_turn((Combination((), "j"), 2), (PASTE, 1))
    assert real.arrived(8) == [*["+j", "-j"] * 2, "+ctrl", "+v", "-v", "-ctrl"]


def test_released_modifiers_arrive_as_released_and_are_not_pressed_again(real: Stage) -> None:
    real.press("ctrl")
    real.press("shift")
    real.injector.release(("ctrl", "shift"))
    real.injector.press(PASTE)
    chord = ["+ctrl", "+v", "-v", "-ctrl"]
    assert real.arrived(8) == ["+ctrl", "+shift", "-ctrl", "-shift", *chord]
    real.release("ctrl")
    real.release("shift")


@pytest.mark.parametrize("menu_key", ["alt", "super"])
def test_a_key_that_opens_a_menu_when_alone_is_not_alone(real: Stage, menu_key: str) -> None:
    real.press(menu_key)
    real.injector.release((menu_key,))
    assert real.arrived(4) == [f"+{menu_key}", "+ctrl", "-ctrl", f"-{menu_key}"]
    real.release(menu_key)


def test_the_hotkeys_own_key_is_let_go_before_it_is_pressed(real: Stage) -> None:
    real.press("v")
    real.injector.press(PASTE)
    assert real.arrived(6) == ["+v", "-v", "+ctrl", "+v", "-v", "-ctrl"]
    real.release("v")
