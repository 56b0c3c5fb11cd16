"""Keys that are still held when a paste begins: none of them reaches the chat."""

from __future__ import annotations

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import (
    Finish,
    PasteText,
    Reason,
    Result,
)
from desktop_assist.services.paster import HELD_KEY_MS
from tests.fakes.clipboard import TEXT
from tests.unit.paste_stage import OTHER, Room


@pytest.fixture
def room() -> Room:
    return Room()


def test_held_modifiers_are_released_before_the_chord_and_not_pressed_again(room: Room) -> None:
    for key in ("ctrl", "alt"):
        room.keyboard.press(key)
    room.paste()
    assert room.injector.released == ["ctrl", "alt"]
    assert room.hotkeys.let_go_count == 1
    assert room.injector.pressed == [(Combination(("ctrl",), "v"), 1)]
    assert room.keyboard.modifiers() == ()


def test_a_modifier_that_cannot_be_released_is_waited_for(room: Room) -> None:
    room.injector.stuck = {"alt"}
    room.keyboard.press("alt")
    room.paste()
    room.loop.advance(500)
    assert room.box == []
    room.keyboard.release("alt")
    room.loop.advance(100)
    assert room.box == ["ctrl+v", "您好"]


def test_a_window_that_goes_while_keys_are_held_gets_nothing(room: Room) -> None:
    room.injector.stuck = {"alt"}
    room.keyboard.press("alt")
    room.paste()
    room.windows.bring(OTHER)
    room.keyboard.release("alt")
    room.loop.advance(100)
    assert room.outcomes == [Finish(Result.LEFT, Reason.WINDOW_CHANGED)]
    assert room.box == []


def test_a_trigger_that_is_held_on_is_swallowed(room: Room) -> None:
    room.keyboard.press("h")
    room.paste(trigger="h")
    assert room.hotkeys.swallowed == []
    room.loop.advance(HELD_KEY_MS)
    assert room.hotkeys.swallowed == ["h"]


def test_a_trigger_that_came_up_is_not_swallowed(room: Room) -> None:
    room.paste(trigger="h")
    room.loop.advance(HELD_KEY_MS)
    assert room.hotkeys.swallowed == []


def test_a_trigger_that_is_held_while_the_clipboard_is_slow_is_swallowed(room: Room) -> None:
    # GIVEN an owner that takes long to answer, so that the chat has no chord yet
    room.clipboard.silent = True
    room.keyboard.press("enter")
    room.paste(trigger="enter")
    # WHEN Enter is held on
    room.loop.advance(HELD_KEY_MS)
    # THEN it is kept from the chat
    assert room.hotkeys.swallowed == ["enter"]


def test_a_trigger_that_is_held_after_a_refusal_is_swallowed(room: Room) -> None:
    room.injector.pressed_hook = lambda _keys: None
    room.keyboard.press("enter")
    room.paste(trigger="enter")
    room.clipboard.copy({TEXT: b"new"})
    room.loop.advance(HELD_KEY_MS)
    assert room.outcomes == [Finish(Result.REFUSED, Reason.COPIED_MEANWHILE)]
    assert room.hotkeys.swallowed == ["enter"]


def test_what_follows_waits_until_a_swallowed_trigger_is_up(room: Room) -> None:
    """Injected keys end the grab that swallows: a repeat of Enter would send what is there."""
    room.keyboard.press("enter")
    room.paste(steps=(PasteText("a"), PasteText("b")), trigger="enter")
    room.loop.advance(1_000)
    assert room.box == ["ctrl+v", "a"]
    assert room.hotkeys.let_go_count == 1
    room.keyboard.release("enter")
    room.loop.advance(1_000)
    assert room.box == ["ctrl+v", "a", "ctrl+v", "b"]
    assert room.outcomes == [Finish(Result.PASTED, done=2)]
