"""Hotkeys on macOS, against a Mac that behaves as Apple's documentation says.

No Mac was at hand: these tests prove the calls, their C types and every documented failure, and
not that a Mac does what its documentation says.
"""

from __future__ import annotations

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.hotkeys.macos import CarbonHotkeys
from tests.fakes.macos import FakeMac

HOTKEY = Combination.parse("ctrl+alt+j")
CONTROL_OPTION = 0x1000 | 0x0800
J = 0x26


class Hotkeys:
    """The backend and what it reported."""

    def __init__(self, mac: FakeMac) -> None:
        self.mac = mac
        self.heard: list[Combination] = []
        self.backend = CarbonHotkeys(mac.frameworks())
        self.backend.start(self.heard.append)


@pytest.fixture
def hotkeys(mac: FakeMac) -> Hotkeys:
    return Hotkeys(mac)


def test_a_bound_combination_is_heard_with_the_keys_of_a_mac(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    assert hotkeys.mac.press_hotkey(J, CONTROL_OPTION) == 0
    assert hotkeys.heard == [HOTKEY]


def test_each_combination_is_told_from_the_others(hotkeys: Hotkeys) -> None:
    other = Combination.parse("super+shift+j")
    hotkeys.backend.bind(HOTKEY)
    hotkeys.backend.bind(other)
    hotkeys.mac.press_hotkey(J, 0x0100 | 0x0200)
    hotkeys.mac.press_hotkey(J, CONTROL_OPTION)
    assert hotkeys.heard == [other, HOTKEY]


def test_binding_twice_is_harmless_and_unbinding_gives_it_back(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    hotkeys.backend.bind(HOTKEY)
    assert len(hotkeys.mac.hotkeys) == 1
    hotkeys.backend.unbind(HOTKEY)
    hotkeys.backend.unbind(HOTKEY)
    assert not hotkeys.mac.hotkeys


def test_another_programs_hotkey_event_is_left_to_it(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    hotkeys.mac.press_hotkey(J, CONTROL_OPTION, signature=1)
    assert hotkeys.heard == []


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (-9878, "taken by another program"),
        (-9879, "add Ctrl or Cmd"),
        (-9868, "add Ctrl or Cmd"),
        (-50, "error -50"),
        (-9870, "error -9870"),
    ],
    ids=["hotKeyExists", "hotKeyInvalid", "internal", "param", "other"],
)
def test_each_refusal_of_macos_has_its_sentence(
    hotkeys: Hotkeys, status: int, sentence: str
) -> None:
    hotkeys.mac.register_status = status
    with pytest.raises(HotkeyRefused, match=sentence):
        hotkeys.backend.bind(HOTKEY)
    # THEN it can be had once macOS agrees
    hotkeys.mac.register_status = 0
    hotkeys.backend.bind(HOTKEY)
    hotkeys.mac.press_hotkey(J, CONTROL_OPTION)
    assert hotkeys.heard == [HOTKEY]


def test_a_key_that_no_apple_keyboard_has_is_refused(hotkeys: Hotkeys) -> None:
    with pytest.raises(HotkeyRefused, match="No key of an Apple keyboard"):
        hotkeys.backend.bind(Combination.parse("ctrl+f24"))


@pytest.mark.parametrize("status", [-9866, -9860, -50])
def test_without_a_handler_every_binding_says_so(mac: FakeMac, status: int) -> None:
    mac.install_status = status
    with pytest.raises(HotkeyRefused, match="does not let hotkeys be heard"):
        Hotkeys(mac).backend.bind(HOTKEY)


def test_stopping_gives_everything_back(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    hotkeys.backend.stop()
    hotkeys.backend.stop()
    assert not hotkeys.mac.hotkeys
    assert hotkeys.mac.press_hotkey(J, CONTROL_OPTION) == -1
