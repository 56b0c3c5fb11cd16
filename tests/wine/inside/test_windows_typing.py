"""What is typed on Windows: heard key by key, as the characters that the keys make."""

from __future__ import annotations

import queue
from collections.abc import Iterator

import pytest

from desktop_assist.core.pasting.typed_code import Heard, Key, Typed
from desktop_assist.oslayer.typing.keyboard import LibraryTyping
from desktop_assist.oslayer.win32.api import WindowsApi
from tests.e2e.stage.waiting import wait_until
from tests.wine.inside.calls import extra_calls
from tests.wine.inside.stage import Hands, Other


class Ear:
    """What is heard while another program has the keyboard."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._heard: queue.Queue[Heard] = queue.Queue()
        self.typing = LibraryTyping()
        self.listening = self.typing.listen(self._heard.put)

    def heard(self, count: int) -> list[Heard]:
        """The next `count` things that are told."""
        return [self._heard.get(timeout=10) for _ in range(count)]

    def is_silent(self) -> bool:
        return self._heard.empty()


@pytest.fixture
def ear(hands: Hands, other: Other) -> Iterator[Ear]:
    other.open_for(hands, "张三")
    made = Ear(hands)
    yield made
    made.listening.stop()


def test_a_code_is_heard_character_by_character(ear: Ear) -> None:
    for key in ("slash", "h", "y", "space"):
        ear.hands.chord(key)
    assert ear.heard(4) == [Typed("/"), Typed("h"), Typed("y"), Typed(" ")]


def test_shift_makes_capitals_and_shortcuts_type_nothing(ear: Ear) -> None:
    for key in ("shift+h", "ctrl+c", "backspace", "left"):
        ear.hands.chord(key)
    assert ear.heard(4) == [Typed("H"), Key.OTHER, Key.BACKSPACE, Key.OTHER]


def test_a_key_is_heard_by_its_window_too(ear: Ear, other: Other) -> None:
    ear.hands.chord("h")
    wait_until(lambda: "+0x48" in other.ask("keys"), "the key in its window")
    assert ear.heard(1) == [Typed("h")]


def test_after_the_end_nothing_is_told(ear: Ear, other: Other) -> None:
    ear.listening.stop()
    ear.hands.chord("h")
    wait_until(lambda: "-0x48" in other.ask("keys"), "the key in its window")
    assert ear.is_silent()


def test_an_input_method_of_which_windows_tells_nothing_composes_nothing(
    ear: Ear, api: WindowsApi
) -> None:
    # Wine has no input method that a program could ask; that is seen on real Windows alone.
    front = api.user32.GetForegroundWindow()
    assert not extra_calls(api).FindWindowExW(front, None, "IME", None)
    assert ear.typing.is_direct()
