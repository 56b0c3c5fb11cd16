"""Keys pressed on Windows: they arrive whole, in order, and leave nothing down."""

from __future__ import annotations

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.keys import windows as keys_windows
from desktop_assist.oslayer.keys.base import KeysRefused
from desktop_assist.oslayer.keys.windows import WindowsInjector
from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.win32.processes import outranks_us, process_of
from tests.e2e.stage.waiting import wait_until
from tests.wine.inside.stage import Hands, Other

PASTE = Combination.parse("ctrl+v")
CTRL, SHIFT, ALT, V, J = "0x11", "0x10", "0x12", "0x56", "0x4a"
CHORD = [f"+{CTRL}", f"+{V}", f"-{V}", f"-{CTRL}"]


class Stage:
    """The injector, the hands, and a window that notes its keys."""

    def __init__(self, injector: WindowsInjector, hands: Hands, other: Other) -> None:
        self.injector = injector
        self.hands = hands
        self._other = other

    def press(self, key: str) -> None:
        """Push a key down and wait until the injector can know."""
        self.hands.press(key)
        wait_until(lambda: self.injector.is_held(key), f"{key} down", 5)

    def release(self, key: str) -> None:
        self.hands.release(key)
        wait_until(lambda: not self.injector.is_held(key), f"{key} up", 5)

    def arrived(self, count: int) -> list[str]:
        """The first `count` moves in the window."""
        wait_until(lambda: len(self._other.ask("keys")) >= count, f"{count} keys")
        keys: list[str] = self._other.ask("keys")
        return keys[:count]


@pytest.fixture
def stage(api: WindowsApi, hands: Hands, other: Other) -> Stage:
    other.open_for(hands, "张三")
    return Stage(WindowsInjector(api), hands, other)


def test_a_chord_arrives_whole_and_in_order(stage: Stage) -> None:
    stage.injector.press(PASTE)
    assert stage.arrived(4) == CHORD
    assert stage.injector.held_modifiers() == ()


def test_several_presses_arrive_in_their_order(stage: Stage) -> None:
    stage.injector.press_in_turn((Combination((), "j"), 2), (PASTE, 1))
    assert stage.arrived(8) == [*[f"+{J}", f"-{J}"] * 2, *CHORD]


def test_held_modifiers_are_told_in_their_order(stage: Stage) -> None:
    for key in ("shift", "ctrl"):
        stage.press(key)
    assert stage.injector.held_modifiers() == ("ctrl", "shift")
    for key in ("shift", "ctrl"):
        stage.release(key)
    assert stage.injector.held_modifiers() == ()


def test_released_modifiers_count_as_up_and_are_not_pressed_again(stage: Stage) -> None:
    stage.press("ctrl")
    stage.press("shift")
    stage.injector.release(("ctrl", "shift"))
    assert stage.injector.held_modifiers() == ()
    stage.injector.press(PASTE)
    released = [f"+{CTRL}", f"+{SHIFT}", f"-{CTRL}", f"-{SHIFT}"]
    assert stage.arrived(8) == [*released, *CHORD]
    # WHEN the fingers come up later, the next press counts
    stage.hands.release("ctrl")
    stage.hands.release("shift")
    stage.press("ctrl")
    assert stage.injector.held_modifiers() == ("ctrl",)
    stage.release("ctrl")


def test_a_key_that_opens_a_menu_when_alone_is_not_alone(stage: Stage) -> None:
    stage.press("alt")
    stage.injector.release(("alt",))
    assert stage.arrived(4) == [f"+{ALT}", f"+{CTRL}", f"-{CTRL}", f"-{ALT}"]
    stage.release("alt")


def test_the_hotkeys_own_key_is_let_go_before_it_is_pressed(stage: Stage) -> None:
    stage.press("v")
    stage.injector.press(PASTE)
    assert stage.arrived(6) == [f"+{V}", f"-{V}", *CHORD]
    stage.release("v")


def test_keys_off_the_letters_arrive_as_themselves(stage: Stage) -> None:
    stage.injector.press(Combination.parse("shift+insert"))
    assert stage.arrived(4) == [f"+{SHIFT}", "+0x2d", "-0x2d", f"-{SHIFT}"]


# Windows of programs with more rights


def test_a_program_of_the_same_user_does_not_outrank_us(api: WindowsApi, other: Other) -> None:
    window = other.open("张三")
    assert process_of(api, window) == other.process
    assert not outranks_us(api, other.process)


def test_a_window_that_runs_as_administrator_gets_no_key_and_that_is_a_sentence(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Wine knows no such window; Windows' own levels are compared in the tests of that.
    monkeypatch.setattr(keys_windows, "outranks_us", lambda _api, _process: True)
    with pytest.raises(KeysRefused, match=r"python runs as administrator.*Press the paste key"):
        stage.injector.press(PASTE)
    monkeypatch.undo()
    stage.injector.press(Combination((), "j"))
    assert stage.arrived(1) == [f"+{J}"]
