"""Keys pressed on macOS, the permission for it and the Dock, against a documented Mac.

No Mac was at hand: these tests prove the calls, their C types and every documented failure, and
not that a Mac does what its documentation says.
"""

from __future__ import annotations

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.keys.base import KeysRefused
from desktop_assist.oslayer.keys.macos import QuartzInjector
from desktop_assist.oslayer.macos.dock import hide_from_dock
from desktop_assist.oslayer.macos.frameworks import ObjectiveC
from desktop_assist.oslayer.macos.permission import PANE, Accessibility, needed
from tests.fakes.macos import LEFT, FakeMac

J = 0x26
PASTE = Combination.parse("ctrl+v")
COMMAND_FLAG, SHIFT_FLAG = 1 << 20, 1 << 17


@pytest.fixture
def injector(mac: FakeMac) -> QuartzInjector:
    frameworks = mac.frameworks()
    return QuartzInjector(frameworks, Accessibility(frameworks, ObjectiveC(frameworks.objc)))


def test_ctrl_v_is_pressed_as_command_v(mac: FakeMac, injector: QuartzInjector) -> None:
    injector.press(PASTE)
    assert mac.moves == ["+cmd", "+v", "-v", "-cmd"]
    assert mac.flags == [COMMAND_FLAG, COMMAND_FLAG, COMMAND_FLAG, 0]
    assert mac.live == 0


def test_presses_come_in_their_order_with_their_own_modifiers(
    mac: FakeMac, injector: QuartzInjector
) -> None:
    mac.down = {LEFT["alt"]}
    injector.press_in_turn((Combination((), "j"), 2), (Combination.parse("ctrl+shift+v"), 1))
    assert mac.moves == [
        *["+j", "-j"] * 2, "+cmd", "+shift", "+v", "-v", "-shift", "-cmd",
    ]  # fmt: skip
    assert mac.flags[:4] == [0, 0, 0, 0]
    assert mac.flags[6:8] == [COMMAND_FLAG | SHIFT_FLAG] * 2


def test_without_the_permission_no_key_is_pressed_and_it_is_said(
    mac: FakeMac, injector: QuartzInjector
) -> None:
    mac.trusted = False
    with pytest.raises(KeysRefused, match="Accessibility"):
        injector.press(PASTE)
    injector.release(("ctrl",))
    assert mac.moves == []
    # WHEN it is given, nothing need be started anew
    mac.trusted = True
    injector.press(PASTE)
    assert "+v" in mac.moves


def test_where_macos_makes_no_event_it_is_said(mac: FakeMac, injector: QuartzInjector) -> None:
    mac.no_events = True
    with pytest.raises(KeysRefused):
        injector.press(PASTE)
    assert mac.moves == []


def test_held_modifiers_are_told_in_their_order_until_released(
    mac: FakeMac, injector: QuartzInjector
) -> None:
    mac.down = {LEFT["super"], 0x3C, LEFT["ctrl"], LEFT["j"]}
    assert injector.held_modifiers() == ("ctrl", "shift", "super")
    injector.release(("ctrl", "shift", "super"))
    assert injector.held_modifiers() == ()
    # WHEN the finger comes up and presses anew
    mac.down = set()
    assert injector.held_modifiers() == ()
    mac.down = {LEFT["ctrl"]}
    assert injector.held_modifiers() == ("ctrl",)


def test_whether_a_key_is_held_is_told(mac: FakeMac, injector: QuartzInjector) -> None:
    mac.down = {J}
    assert injector.is_held("j")
    assert not injector.is_held("v")
    assert not injector.is_held("f24")


# The permission and the Dock


@pytest.fixture
def permission(mac: FakeMac) -> Accessibility:
    frameworks = mac.frameworks()
    return Accessibility(frameworks, ObjectiveC(frameworks.objc))


@pytest.mark.parametrize("trusted", [True, False])
def test_the_permission_is_told_and_asked_for(
    mac: FakeMac, permission: Accessibility, trusted: bool
) -> None:
    mac.trusted = trusted
    assert permission.granted() is trusted
    assert mac.asked_options == []
    assert permission.ask() is trusted
    assert mac.asked_options == [{"AXTrustedCheckOptionPrompt": True}]


def test_the_page_of_the_settings_is_opened(mac: FakeMac, permission: Accessibility) -> None:
    assert permission.open_pane()
    assert mac.opened == [PANE]
    assert "Accessibility" in str(needed())


def test_the_program_leaves_the_dock(mac: FakeMac) -> None:
    assert hide_from_dock(ObjectiveC(mac.frameworks().objc))
    assert mac.policy == 1
