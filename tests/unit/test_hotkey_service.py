"""Which combination asks for what."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop_assist.core.action import DEFAULT_HOTKEYS, Action
from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.none import NoHotkeys
from desktop_assist.services.hotkeys import HotkeyService, bindings
from desktop_assist.text import say
from tests.fakes.keyboard import FakeHotkeys
from tests.fakes.loop import FakeLoop


@dataclass
class Desk:
    """The service on a fake keyboard, and what was asked for."""

    backend: FakeHotkeys = field(default_factory=FakeHotkeys)
    loop: FakeLoop = field(default_factory=FakeLoop)
    wanted: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.service = HotkeyService(
            self.backend, self.loop, lambda name, _combination: self.wanted.append(name)
        )

    def press(self, combination: str) -> None:
        keys = combination.split("+")
        for key in keys:
            self.backend.keyboard.press(key)
        for key in reversed(keys):
            self.backend.keyboard.release(key)
        self.loop.run_posted()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def combination(text: str) -> Combination:
    return Combination.parse(text)


def test_a_combination_asks_for_its_name_on_the_loop(desk: Desk) -> None:
    desk.service.apply({"palette": "ctrl+alt+space", "welcome": ""})
    desk.press("ctrl+alt+space")
    assert desk.wanted == ["palette"]


def test_the_backends_thread_only_posts(desk: Desk) -> None:
    desk.service.apply({"palette": "ctrl+alt+space"})
    for key in ("ctrl", "alt", "space"):
        desk.backend.keyboard.press(key)
    assert desk.wanted == []


def test_every_default_can_be_bound(desk: Desk) -> None:
    assert desk.service.apply(DEFAULT_HOTKEYS) == {}
    assert len(desk.backend.bound) == len(DEFAULT_HOTKEYS)


def test_what_is_no_longer_wanted_is_given_back(desk: Desk) -> None:
    desk.service.apply({"palette": "ctrl+alt+space", "welcome": "ctrl+alt+h"})
    desk.service.apply({"palette": "ctrl+alt+j"})
    assert desk.backend.bound == {combination("ctrl+alt+j")}


def test_a_combination_may_change_its_meaning(desk: Desk) -> None:
    desk.service.apply({"palette": "ctrl+alt+j"})
    desk.service.apply({"welcome": "ctrl+alt+j"})
    desk.press("ctrl+alt+j")
    assert desk.wanted == ["welcome"]


@pytest.mark.parametrize("pressed", ["ctrl+v", "ctrl+shift+v", "shift+insert", "ctrl+a", "ctrl+c"])
def test_what_a_paste_itself_presses_is_no_hotkey(desk: Desk, pressed: str) -> None:
    assert desk.service.problem_with("palette", combination(pressed)) is not None
    assert list(desk.service.apply({"palette": pressed})) == ["palette"]
    assert desk.backend.bound == set()


def test_the_first_of_two_names_gets_a_combination_and_the_other_a_reason(desk: Desk) -> None:
    problems = desk.service.apply({"palette": "ctrl+alt+j", "welcome": "Alt+Ctrl+J"})
    assert list(problems) == ["welcome"]
    assert "Ctrl+Alt+J" in str(problems["welcome"])
    desk.press("ctrl+alt+j")
    assert desk.wanted == ["palette"]


def test_one_that_is_taken_and_one_that_is_none_cost_only_themselves(desk: Desk) -> None:
    desk.backend.taken = {combination("ctrl+alt+h")}
    wanted = {"welcome": "ctrl+alt+h", "polish": "ctrl+alt", "palette": "ctrl+alt+space"}
    assert set(desk.service.apply(wanted)) == {"welcome", "polish"}
    assert desk.service.problems.keys() == {"welcome", "polish"}
    assert desk.backend.bound == {combination("ctrl+alt+space")}


@pytest.mark.parametrize("text", ["f", "h", "shift+h", "enter", "shift+7"])
def test_a_key_that_is_typed_with_is_no_hotkey(desk: Desk, text: str) -> None:
    assert desk.service.problem_with("palette", combination(text)) is not None


@pytest.mark.parametrize("text", ["f8", "shift+f12", "ctrl+h", "super+f"])
def test_a_free_combination_has_no_problem_and_stays_free(desk: Desk, text: str) -> None:
    assert desk.service.problem_with("palette", combination(text)) is None
    assert desk.backend.bound == set()


def test_ones_own_combination_is_no_conflict(desk: Desk) -> None:
    desk.service.apply({"palette": "ctrl+alt+j"})
    assert desk.service.problem_with("palette", combination("ctrl+alt+j")) is None
    assert desk.service.problem_with("welcome", combination("ctrl+alt+j")) is not None
    assert desk.service.problem_with("welcome", None) is None
    assert desk.backend.bound == {combination("ctrl+alt+j")}


def test_alternatives_are_near_the_default_and_can_be_had(desk: Desk) -> None:
    desk.service.apply({"palette": "ctrl+alt+h"})
    desk.backend.taken = {combination("ctrl+shift+h")}
    offered = desk.service.alternatives("welcome")
    assert offered[0] == combination("alt+shift+h")
    assert len(offered) == 3
    assert not {combination("ctrl+alt+h"), combination("ctrl+shift+h")} & set(offered)
    assert desk.backend.bound == {combination("ctrl+alt+h")}


def test_a_pause_keeps_only_the_hotkey_that_ends_it(desk: Desk) -> None:
    desk.service.apply(DEFAULT_HOTKEYS)
    desk.service.pause()
    assert desk.service.paused
    assert desk.backend.bound == {combination(DEFAULT_HOTKEYS[Action.PAUSE.value])}
    desk.press(DEFAULT_HOTKEYS[Action.PALETTE.value])
    desk.press(DEFAULT_HOTKEYS[Action.PAUSE.value])
    assert desk.wanted == ["pause"]


def test_settings_that_change_during_a_pause_do_not_end_it(desk: Desk) -> None:
    desk.service.apply(DEFAULT_HOTKEYS)
    desk.service.pause()
    desk.service.apply({"palette": "ctrl+alt+j", "pause": "ctrl+alt+k"})
    assert desk.backend.bound == {combination("ctrl+alt+k")}


def test_after_a_pause_what_another_program_took_is_told(desk: Desk) -> None:
    desk.service.apply({"palette": "ctrl+alt+j", "welcome": "ctrl+alt+h"})
    desk.service.pause()
    desk.backend.taken = {combination("ctrl+alt+h")}
    assert list(desk.service.resume()) == ["welcome"]
    desk.press("ctrl+alt+j")
    assert desk.wanted == ["palette"]


def test_stopping_gives_everything_back(desk: Desk) -> None:
    desk.service.apply(DEFAULT_HOTKEYS)
    desk.service.stop()
    assert desk.backend.bound == set()
    assert desk.backend.stopped


def test_a_snippets_own_hotkey_has_the_snippets_key_for_name() -> None:
    made = bindings({"palette": "ctrl+alt+j"}, [("own/a", "ctrl+1"), ("own/b", "")])
    assert made == {"palette": "ctrl+alt+j", "snippet:own/a": "ctrl+1"}


def test_where_no_hotkey_is_heard_no_other_program_is_blamed() -> None:
    backend = NoHotkeys(say("HotkeyBackend", "No hotkeys: the X server does not answer."))
    service = HotkeyService(backend, FakeLoop(), lambda _name, _keys: None)
    problems = service.apply({"palette": "ctrl+alt+space"})
    assert str(problems["palette"]) == "No hotkeys: the X server does not answer."
