"""Backends that hear hotkeys, each with the keyboard that it hears."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend
from desktop_assist.oslayer.hotkeys.keyboard_library import KeyboardHotkeys
from desktop_assist.oslayer.hotkeys.x11 import X11Hotkeys
from tests.contract.library_keyboard import DOWN, REPEAT, UP, LibraryKeyboard
from tests.e2e.stage.desktop import Desktop
from tests.fakes.keyboard import FakeHotkeys

LAST = Combination.parse("ctrl+alt+l")
LONGER_THAN_REPEAT_BEGINS_S = 0.5


class Stage:
    """A backend, the keyboard that it hears, and what it reported."""

    def __init__(
        self,
        backend: HotkeyBackend,
        press: Callable[[str], object],
        release: Callable[[str], object],
        repeat: Callable[[str], object],
    ) -> None:
        self.backend = backend
        self.press = press
        self.release = release
        self.repeat = repeat
        self._reports: queue.Queue[Combination] = queue.Queue()
        backend.start(self._reports.put)
        backend.bind(LAST)

    def chord(self, combination: Combination) -> None:
        for key in (*combination.modifiers, combination.key):
            self.press(key)
        for key in (combination.key, *reversed(combination.modifiers)):
            self.release(key)

    @property
    def unread(self) -> list[Combination]:
        """What has been reported and not been asked for yet."""
        return list(self._reports.queue)

    def next_report(self) -> Combination:
        return self._reports.get(timeout=10)

    def reports(self) -> list[Combination]:
        """All that was reported up to now: a last combination is pressed, and comes last."""
        self.chord(LAST)
        heard: list[Combination] = []
        while LAST not in heard:
            heard.append(self.next_report())
        return heard[:-1]


def fake_stage(_request: pytest.FixtureRequest) -> Stage:
    backend = FakeHotkeys()
    keyboard = backend.keyboard
    return Stage(backend, keyboard.press, keyboard.release, keyboard.press)


def x11_stage(request: pytest.FixtureRequest) -> Stage:
    screen: Desktop = request.getfixturevalue("screen")
    screen.run("xset", "r", "rate", "100", "100")
    keyboard = screen.keyboard

    def hold(_key: str) -> None:
        time.sleep(LONGER_THAN_REPEAT_BEGINS_S)  # how long a finger rests is the input itself

    return Stage(X11Hotkeys(), keyboard.press, keyboard.release, hold)


def library_stage(request: pytest.FixtureRequest) -> Stage:
    keyboard: LibraryKeyboard = request.getfixturevalue("library_keyboard")
    return Stage(
        KeyboardHotkeys(),
        lambda key: keyboard.send(key, DOWN),
        lambda key: keyboard.send(key, UP),
        lambda key: keyboard.send(key, REPEAT),
    )
