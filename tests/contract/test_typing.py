"""One suite for everything that hears what is typed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from desktop_assist.core.pasting.typed_code import Heard, Key, Typed
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.typing.base import Listening, TypingBackend
from desktop_assist.oslayer.typing.choose import choose_typing
from desktop_assist.oslayer.typing.keyboard import LibraryTyping
from desktop_assist.oslayer.typing.x11 import X11Typing
from tests.contract.library_keyboard import DOWN, UP, LibraryKeyboard
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.targets import qt_target
from tests.e2e.stage.waiting import wait_until
from tests.fakes.typing import FakeTyping

J, K = Typed("j"), Typed("k")


class Stage:
    """A backend that is listened to, and the user's hands."""

    def __init__(
        self,
        backend: TypingBackend,
        press: Callable[[str], object],
        release: Callable[[str], object],
    ) -> None:
        self.backend = backend
        self.told: list[Heard] = []
        self.listening: Listening = backend.listen(self.told.append)
        self._press = press
        self._release = release

    def chord(self, *keys: str) -> None:
        """Press the keys one after the other, and let them go in the other order."""
        for key in keys:
            self._press(key)
        for key in reversed(keys):
            self._release(key)

    def heard_until(self, last: Heard) -> list[Heard]:
        """All that has been told, once `last` is among it."""
        wait_until(lambda: last in self.told, f"{last}", 5)
        return self.told


@pytest.fixture
def x11_stage(screen: Desktop) -> Iterator[Stage]:
    stage = Stage(X11Typing(os.environ), screen.keyboard.press, screen.keyboard.release)
    yield stage
    stage.listening.stop()


@pytest.fixture
def library_stage(library_keyboard: LibraryKeyboard) -> Iterator[Stage]:
    stage = Stage(
        LibraryTyping(),
        lambda key: library_keyboard.send(key, DOWN),
        lambda key: library_keyboard.send(key, UP),
    )
    yield stage
    stage.listening.stop()


@pytest.fixture
def fake_stage() -> Stage:
    backend = FakeTyping()
    return Stage(backend, backend.keyboard.press, backend.keyboard.release)


@pytest.fixture(params=["fake_stage", "x11_stage", "library_stage"])
def stage(request: pytest.FixtureRequest) -> Stage:
    """Every backend, and the fake."""
    made: Stage = request.getfixturevalue(request.param)
    return made


def test_each_character_is_told_once_and_in_order(stage: Stage) -> None:
    for key in "jjk":
        stage.chord(key)
    assert stage.heard_until(K) == [J, J, K]


def test_shift_makes_another_character(stage: Stage) -> None:
    stage.chord("shift", "j")
    stage.chord("k")
    assert stage.heard_until(K) == [Typed("J"), K]


@pytest.mark.parametrize("modifier", ["ctrl", "alt", "super"])
def test_a_chord_types_nothing(stage: Stage, modifier: str) -> None:
    stage.chord(modifier, "j")
    stage.chord("k")
    assert stage.heard_until(K) == [Key.OTHER, K]


def test_shift_alone_is_a_key_of_its_own(stage: Stage) -> None:
    stage.chord("shift")
    stage.chord("ctrl")
    stage.chord("k")
    assert stage.heard_until(K) == [Key.OTHER, K]


def test_nothing_is_told_after_the_end_and_a_second_end_is_harmless(stage: Stage) -> None:
    stage.listening.stop()
    stage.chord("j")
    other: list[Heard] = []
    again = stage.backend.listen(other.append)
    stage.chord("k")
    # The library reads its pipe later, and may come to what was typed in between.
    wait_until(lambda: K in other, "the second listening", 5)
    assert stage.told == []
    again.stop()
    stage.listening.stop()


def _has(told: list[Heard], count: int) -> bool:
    return len(told) == count


def test_who_catches_up_has_been_told_everything(stage: Stage) -> None:
    for count in range(1, 21):
        stage.chord("j")
        if stage.backend.name == "keyboard":  # in its pipe nothing tells how far it has come
            wait_until(partial(_has, stage.told, count), "the key", 5)
        stage.listening.catch_up()
        assert len(stage.told) == count


def test_keys_are_direct_where_nothing_composes(stage: Stage) -> None:
    assert stage.backend.is_direct()


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        (("slash",), Typed("/")),
        (("KP_Divide",), Typed("/")),
        (("space",), Typed(" ")),
        (("backspace",), Key.BACKSPACE),
        (("ctrl", "backspace"), Key.OTHER),
        (("enter",), Key.OTHER),
        (("left",), Key.OTHER),
        (("tab",), Key.OTHER),
        (("f5",), Key.OTHER),
        (("delete",), Key.OTHER),
    ],
)
def test_x11_tells_what_a_key_means(x11_stage: Stage, keys: tuple[str, ...], heard: Heard) -> None:
    x11_stage.chord(*(key.upper() if key == "f5" else key for key in keys))
    x11_stage.chord("k")
    assert x11_stage.heard_until(K) == [heard, K]


def test_x11_follows_caps_lock(x11_stage: Stage) -> None:
    x11_stage.chord("capslock")
    x11_stage.chord("j")
    x11_stage.chord("shift", "j")
    x11_stage.chord("capslock")
    x11_stage.chord("j")
    x11_stage.chord("k")
    assert x11_stage.heard_until(K) == [Typed("J"), J, J, K]


def test_x11_tells_clicks_and_changes_of_focus(x11_stage: Stage, screen: Desktop) -> None:
    screen.keyboard.click(1, 1)
    assert x11_stage.heard_until(Key.CLICK) == [Key.CLICK]
    target = qt_target(screen)
    heard = x11_stage.heard_until(Key.FOCUS)
    target.close()
    # THEN what a window does is told as what it is, never as something typed
    assert set(heard) == {Key.CLICK, Key.FOCUS}


def test_x11_follows_a_change_of_layout(x11_stage: Stage, screen: Desktop) -> None:
    try:
        assert screen.run("setxkbmap", "de").returncode == 0
        screen.run("xdotool", "key", "--clearmodifiers", "shift+7")
        wait_until(lambda: Typed("/") in x11_stage.told, "a German slash", 5)
    finally:
        screen.run("setxkbmap", "us")


def test_an_x_server_that_tells_no_keys_is_named_as_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop_assist.oslayer.typing.x11._offers_record", lambda _name: False)
    with pytest.raises(AssistError):
        X11Typing({})
    chosen = choose_typing("x11", {})
    assert chosen.problem is not None
    assert chosen.backend.name == "none"


@pytest.mark.parametrize("session", ["wayland", "none", "macos"])
def test_where_no_program_may_hear_keys_the_reason_is_told(session: str) -> None:
    chosen = choose_typing(session, {})  # type: ignore[arg-type]
    assert chosen.problem is not None
    chosen.backend.listen(lambda _heard: None).stop()
    assert not chosen.backend.is_direct()
