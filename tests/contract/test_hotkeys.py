"""One suite for everything that hears hotkeys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.keyboard_library import KeyboardHotkeys
from desktop_assist.oslayer.keyboard_state import STALE_AFTER_S
from tests.contract.hotkey_stages import Stage, fake_stage, library_stage, x11_stage
from tests.contract.library_keyboard import DOWN, LibraryKeyboard

HOTKEY = Combination.parse("ctrl+alt+j")
QUICKER_THAN_ANY_FINGER_S = 0.003


@pytest.fixture(params=[fake_stage, x11_stage, library_stage], ids=["fake", "x11", "keyboard"])
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    made = request.param(request)
    yield made
    made.backend.stop()


@pytest.fixture
def another(request: pytest.FixtureRequest) -> Iterator[Callable[[], Stage]]:
    """Makes further ones of the kind that the test is about."""
    made: list[Stage] = []

    def make() -> Stage:
        made.append(request.node.callspec.params["stage"](request))
        return made[-1]

    yield make
    for one in made:
        one.backend.stop()


def test_a_bound_combination_is_reported(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    stage.chord(HOTKEY)
    assert stage.reports() == [HOTKEY]


@pytest.mark.parametrize("text", ["ctrl+alt+k", "ctrl+j", "ctrl+alt+shift+j", "super+alt+j"])
def test_no_other_combination_is(stage: Stage, text: str) -> None:
    stage.backend.bind(HOTKEY)
    stage.chord(Combination.parse(text))
    assert stage.reports() == []


def test_the_order_of_the_modifiers_does_not_matter(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    for key in ("alt", "ctrl", "j"):
        stage.press(key)
    for key in ("alt", "ctrl", "j"):
        stage.release(key)
    assert stage.reports() == [HOTKEY]


def test_binding_twice_reports_once(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    stage.backend.bind(HOTKEY)
    stage.chord(HOTKEY)
    assert stage.reports() == [HOTKEY]


def test_what_was_unbound_is_not_heard(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    stage.backend.unbind(HOTKEY)
    stage.backend.unbind(HOTKEY)
    stage.chord(HOTKEY)
    assert stage.reports() == []


def test_a_held_key_is_reported_once(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    for key in ("ctrl", "alt", "j"):
        stage.press(key)
    stage.repeat("j")
    stage.repeat("j")
    for key in ("j", "alt", "ctrl"):
        stage.release(key)
    assert stage.reports() == [HOTKEY]


def test_a_key_pressed_again_under_held_modifiers_is_reported_again(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    stage.press("ctrl")
    stage.press("alt")
    for _ in range(3):
        stage.press("j")
        stage.release("j")
        time.sleep(QUICKER_THAN_ANY_FINGER_S)
    stage.release("alt")
    stage.release("ctrl")
    assert stage.reports() == [HOTKEY] * 3


def test_every_one_of_many_quick_presses_is_reported(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    for _ in range(50):
        stage.chord(HOTKEY)
        time.sleep(QUICKER_THAN_ANY_FINGER_S)
    assert stage.reports() == [HOTKEY] * 50


def test_the_next_press_is_heard_after_letting_go_of_the_keyboard(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    for key in ("ctrl", "alt", "j"):
        stage.press(key)
    stage.backend.let_go()
    for key in ("j", "alt", "ctrl"):
        stage.release(key)
    stage.chord(HOTKEY)
    assert stage.reports() == [HOTKEY] * 2


def test_after_stopping_every_call_is_harmless_and_nothing_is_heard(
    stage: Stage, another: Callable[[], Stage]
) -> None:
    stage.backend.bind(HOTKEY)
    stage.backend.stop()
    stage.backend.unbind(HOTKEY)
    stage.backend.let_go()
    stage.backend.swallow("j")
    stage.backend.stop()
    # WHEN the keys are pressed while another one listens
    witness = another()
    witness.backend.bind(HOTKEY)
    for hands in (stage, witness):
        hands.chord(HOTKEY)
    # THEN that one alone hears them
    assert HOTKEY in witness.reports()
    assert stage.unread == []


# The keyboard library alone


@pytest.fixture
def library(request: pytest.FixtureRequest) -> Iterator[Stage]:
    made = library_stage(request)
    yield made
    made.backend.stop()


def test_a_key_up_that_was_missed_is_forgotten_on_request(library: Stage) -> None:
    backend = library.backend
    assert isinstance(backend, KeyboardHotkeys)
    unlocked = Combination(("super",), "k")
    backend.bind(HOTKEY)
    backend.bind(unlocked)
    # GIVEN a modifier whose key-up the lock screen kept to itself
    library.press("super")
    library.press("k")
    library.release("k")
    assert library.next_report() == unlocked
    # WHEN the screen is unlocked
    backend.resync()
    # THEN hotkeys without it work
    library.chord(HOTKEY)
    assert library.reports() == [HOTKEY]


def test_a_key_that_has_long_been_silent_counts_as_up(
    library: Stage, library_keyboard: LibraryKeyboard
) -> None:
    library.backend.bind(HOTKEY)
    library_keyboard.send("super", DOWN, at=time.time() - STALE_AFTER_S - 1)
    library.chord(HOTKEY)
    assert library.reports() == [HOTKEY]
