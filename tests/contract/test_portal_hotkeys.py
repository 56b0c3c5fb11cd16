"""Hotkeys through the desktop's portal, held against one that answers as documented."""

from __future__ import annotations

import queue
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.hotkeys.portal import PortalHotkeys, trigger_of
from desktop_assist.oslayer.portal.line import BusLine, session_bus
from desktop_assist.text import Message
from tests.e2e.stage.waiting import wait_until
from tests.fakes.portal import SHORTCUTS, WITHIN_S, FakePortal, Manners, private_bus

PALETTE = Combination.parse("ctrl+alt+space")
FIRST = Combination.parse("ctrl+alt+1")
MINE = {PALETTE: "Find a reply", FIRST: "Reply 1"}

pytestmark = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")


class Stage:
    """The backend, the portal, and what the agent hears of them."""

    def __init__(self, address: str, manners: Manners) -> None:
        self.address = address
        self.portal = FakePortal(address, manners)
        self.pressed: queue.Queue[Combination] = queue.Queue()
        self.told: queue.Queue[Message] = queue.Queue()
        self.hotkeys = PortalHotkeys(
            BusLine(address, "portal-hotkeys"), lambda one: MINE.get(one, ""), self.told.put
        )
        self.hotkeys.start(self.pressed.put)

    def bind(self, *combinations: Combination) -> list[tuple[str, dict[str, tuple[str, str]]]]:
        """Bind, and tell what the portal was asked for."""
        for combination in combinations:
            self.hotkeys.bind(combination)
        shortcuts: list[tuple[str, dict[str, tuple[str, str]]]]
        _session, shortcuts, _parent, _options = self.portal.next_asked("BindShortcuts")
        return shortcuts

    def heard(self) -> Combination:
        return self.pressed.get(timeout=WITHIN_S)

    def sentence(self) -> str:
        return str(self.told.get(timeout=WITHIN_S))

    def end(self) -> None:
        self.hotkeys.stop()
        self.portal.stop()


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def manners() -> Manners:
    return Manners()


@pytest.fixture
def stage(bus: str, manners: Manners) -> Iterator[Stage]:
    made = Stage(bus, manners)
    yield made
    made.end()


def test_all_combinations_are_asked_for_at_once_with_what_they_do(stage: Stage) -> None:
    assert stage.bind(PALETTE, FIRST) == [
        (
            "ctrl+alt+1",
            {"description": ("s", "Reply 1"), "preferred_trigger": ("s", "CTRL+ALT+1")},
        ),
        (
            "ctrl+alt+space",
            {"description": ("s", "Find a reply"), "preferred_trigger": ("s", "CTRL+ALT+space")},
        ),
    ]


def test_a_pressed_shortcut_is_reported_as_its_combination(stage: Stage) -> None:
    stage.bind(PALETTE, FIRST)
    stage.portal.press("ctrl+alt+1")
    assert stage.heard() == FIRST


def test_a_held_shortcut_is_reported_once_and_again_after_its_release(stage: Stage) -> None:
    stage.bind(PALETTE, FIRST)
    for _ in range(5):
        stage.portal.press(str(PALETTE))
    stage.portal.release(str(PALETTE))
    stage.portal.press(str(FIRST))
    stage.portal.press(str(PALETTE))
    assert [stage.heard() for _ in range(3)] == [PALETTE, FIRST, PALETTE]


def test_the_modifiers_of_a_shortcut_are_held_until_its_release(stage: Stage) -> None:
    stage.bind(PALETTE)
    stage.portal.press(str(PALETTE))
    stage.heard()
    assert stage.hotkeys.held_modifiers() == ("ctrl", "alt")
    stage.portal.release(str(PALETTE))
    wait_until(lambda: not stage.hotkeys.held_modifiers(), "the release", WITHIN_S)


def test_another_combination_means_a_new_session_and_the_end_of_the_old(stage: Stage) -> None:
    stage.bind(PALETTE)
    shortcuts = stage.bind(FIRST)
    assert [name for name, _ in shortcuts] == ["ctrl+alt+1", "ctrl+alt+space"]
    old, new = stage.portal.sessions
    # THEN a press that the old session still tells of is nobody's
    stage.portal.press(str(PALETTE), session=old)
    stage.portal.press(str(FIRST), session=new)
    assert stage.heard() == FIRST


def test_a_combination_that_was_only_tried_costs_no_new_session(stage: Stage) -> None:
    stage.bind(PALETTE)
    stage.hotkeys.bind(FIRST)
    stage.hotkeys.unbind(FIRST)
    stage.hotkeys.bind(FIRST)
    stage.portal.next_asked("BindShortcuts")
    assert len(stage.portal.sessions) == 2


def test_where_none_is_wanted_the_desktop_gets_its_keys_back(stage: Stage) -> None:
    stage.bind(PALETTE)
    stage.hotkeys.unbind(PALETTE)
    stage.portal.next_asked("Close")
    # WHEN it is wanted again, it is there again
    stage.bind(PALETTE)
    stage.portal.press(str(PALETTE))
    assert stage.heard() == PALETTE


@pytest.mark.parametrize("method", ["CreateSession", "BindShortcuts"])
@pytest.mark.parametrize(
    ("code", "reason"), [(1, "the request was cancelled"), (2, "the desktop refused"), (9, "refus")]
)
def test_what_is_not_allowed_is_said_once_with_what_to_do(
    stage: Stage, manners: Manners, method: str, code: int, reason: str
) -> None:
    manners.responses[method] = code
    stage.hotkeys.bind(PALETTE)
    sentence = stage.sentence()
    assert reason in sentence
    assert "desktop-assist palette" in sentence
    # THEN nobody is asked again by itself
    assert stage.told.empty()


def test_a_desktop_without_the_portal_is_named_so(stage: Stage, manners: Manners) -> None:
    del manners.versions[SHORTCUTS]
    stage.hotkeys.bind(PALETTE)
    assert "this desktop does not offer it" in stage.sentence()


def test_a_bus_without_any_portal_is_named_so(stage: Stage) -> None:
    stage.portal.stop()
    stage.hotkeys.bind(PALETTE)
    assert "this desktop does not offer it" in stage.sentence()


def test_a_refusal_by_error_is_told(stage: Stage, manners: Manners) -> None:
    manners.errors["BindShortcuts"] = "org.freedesktop.portal.Error.NotAllowed"
    stage.hotkeys.bind(PALETTE)
    assert "the desktop refused" in stage.sentence()


def test_what_was_left_out_is_named(stage: Stage, manners: Manners) -> None:
    manners.withheld.add(str(FIRST))
    stage.bind(PALETTE, FIRST)
    assert stage.sentence() == "The desktop did not grant Ctrl+Alt+1."
    stage.portal.press(str(PALETTE))
    assert stage.heard() == PALETTE


def test_hotkeys_that_are_taken_back_are_told(stage: Stage) -> None:
    stage.bind(PALETTE)
    stage.portal.press(str(PALETTE))
    stage.heard()
    stage.portal.end_session()
    assert "took them back" in stage.sentence()


def test_after_a_restart_of_the_portal_they_are_bound_anew(stage: Stage, manners: Manners) -> None:
    stage.bind(PALETTE)
    stage.portal.press(str(PALETTE))
    stage.heard()
    stage.portal.stop()
    stage.portal = FakePortal(stage.address, manners)
    stage.portal.next_asked("BindShortcuts")
    stage.portal.press(str(PALETTE))
    assert stage.heard() == PALETTE


def test_a_portal_that_names_its_requests_itself_is_understood(
    stage: Stage, manners: Manners
) -> None:
    manners.old_handles = True
    stage.bind(PALETTE)
    stage.portal.press(str(PALETTE))
    assert stage.heard() == PALETTE


def test_the_end_of_the_bus_is_told_and_later_bindings_are_refused(tmp_path: Path) -> None:
    with private_bus(tmp_path) as address:
        stage = Stage(address, Manners())
        stage.bind(PALETTE)
    assert "session bus has ended" in stage.sentence()
    with pytest.raises(HotkeyRefused, match="session bus has ended"):
        stage.hotkeys.bind(FIRST)
    stage.end()


def test_without_a_bus_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AssistError, match="no session bus"):
        BusLine(session_bus({"XDG_RUNTIME_DIR": str(tmp_path)}), "line")


@pytest.mark.parametrize(
    ("combination", "trigger"),
    [
        ("ctrl+alt+j", "CTRL+ALT+j"),
        ("super+shift+f5", "SHIFT+LOGO+F5"),
        ("ctrl+enter", "CTRL+Return"),
        ("ctrl+quote", "CTRL+apostrophe"),
        ("ctrl+pagedown", "CTRL+Next"),
    ],
)
def test_a_trigger_is_written_as_the_specification_wants(combination: str, trigger: str) -> None:
    assert trigger_of(Combination.parse(combination)) == trigger
