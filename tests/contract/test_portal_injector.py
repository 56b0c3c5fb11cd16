"""Keys through the RemoteDesktop portal, held against one that answers as documented."""

from __future__ import annotations

import queue
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.keys.portal import PortalInjector, symbol_of
from desktop_assist.oslayer.portal.line import BusLine
from desktop_assist.oslayer.portal.token import RestoreToken
from desktop_assist.text import Message
from tests.e2e.stage.waiting import wait_until
from tests.fakes.portal import REMOTE, WITHIN_S, FakePortal, Manners, private_bus

PASTE = Combination.parse("ctrl+v")
CTRL, V, INSERT = 0xFFE3, 0x76, 0xFF63

pytestmark = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")


class Stage:
    """The injector, the portal, and what the agent hears of them."""

    def __init__(self, address: str, manners: Manners, folder: Path) -> None:
        self.address = address
        self.portal = FakePortal(address, manners)
        self.told: queue.Queue[Message] = queue.Queue()
        self.file = folder / "token"
        self.held: tuple[str, ...] = ()
        self.injector = self.start()

    def start(self) -> PortalInjector:
        return PortalInjector(
            BusLine(self.address, "keys"),
            RestoreToken(self.file),
            lambda: self.held,
            self.told.put,
            lambda: None,
        )

    def wait_until_granted(self) -> None:
        wait_until(lambda: self.injector.granted, "the permission", WITHIN_S)

    def moves(self, count: int) -> list[tuple[int, int]]:
        """The next key symbols that the desktop was asked to move, and whether down or up."""
        asked = (self.portal.next_asked("NotifyKeyboardKeysym") for _ in range(count))
        return [(symbol, state) for _session, _options, symbol, state in asked]

    def sentence(self) -> str:
        return str(self.told.get(timeout=WITHIN_S))

    def end(self) -> None:
        self.injector.close()
        self.portal.stop()


@pytest.fixture
def stage(tmp_path: Path, manners: Manners) -> Iterator[Stage]:
    with private_bus(tmp_path) as address:
        made = Stage(address, manners, tmp_path)
        yield made
        made.end()


def test_a_granted_chord_goes_down_and_up_in_order(stage: Stage) -> None:
    stage.wait_until_granted()
    stage.injector.press(PASTE)
    assert stage.moves(4) == [(CTRL, 1), (V, 1), (V, 0), (CTRL, 0)]


def test_several_presses_keep_their_order(stage: Stage) -> None:
    stage.wait_until_granted()
    stage.injector.press_in_turn((Combination((), "v"), 2), (Combination((), "insert"), 1))
    assert stage.moves(6) == [(V, 1), (V, 0), (V, 1), (V, 0), (INSERT, 1), (INSERT, 0)]


def test_only_a_keyboard_is_asked_for_and_until_revoked(stage: Stage) -> None:
    _session, options = stage.portal.next_asked("SelectDevices")
    assert options["types"] == ("u", 1)
    assert options["persist_mode"] == ("u", 2)
    assert "restore_token" not in options


def test_the_permission_of_the_last_start_spares_the_question(stage: Stage) -> None:
    stage.wait_until_granted()
    wait_until(lambda: stage.file.exists() and stage.file.read_text(), "the token")
    assert stage.file.stat().st_mode & 0o077 == 0
    stage.injector.close()
    stage.portal.next_asked("SelectDevices")
    # WHEN it starts again
    stage.injector = stage.start()
    _session, options = stage.portal.next_asked("SelectDevices")
    assert options["restore_token"] == ("s", "token-1")
    # THEN the next start has the new one, for each is good only once
    wait_until(lambda: stage.file.read_text() == "token-2", "the next token")


def test_an_old_portal_is_not_asked_for_what_it_does_not_know(
    tmp_path: Path, manners: Manners
) -> None:
    manners.versions[REMOTE] = 1
    with private_bus(tmp_path) as address:
        stage = Stage(address, manners, tmp_path)
        _session, options = stage.portal.next_asked("SelectDevices")
        assert set(options) == {"types", "handle_token"}
        stage.end()


@pytest.mark.parametrize("method", ["CreateSession", "SelectDevices", "Start"])
@pytest.mark.parametrize(("code", "reason"), [(1, "cancelled"), (2, "refused")])
def test_what_is_not_allowed_is_said_and_no_key_is_pressed(
    tmp_path: Path, manners: Manners, method: str, code: int, reason: str
) -> None:
    manners.responses[method] = code
    with private_bus(tmp_path) as address:
        stage = Stage(address, manners, tmp_path)
        sentence = stage.sentence()
        assert reason in sentence
        assert "left on the clipboard" in sentence
        stage.injector.press(PASTE)
        stage.end()
        assert "NotifyKeyboardKeysym" not in [name for name, _ in stage.portal.asked.queue]


def test_a_session_without_a_keyboard_is_a_refusal(tmp_path: Path, manners: Manners) -> None:
    manners.devices = 2  # a pointer alone
    with private_bus(tmp_path) as address:
        stage = Stage(address, manners, tmp_path)
        assert "refused" in stage.sentence()
        assert not stage.injector.granted
        stage.end()


def test_a_desktop_without_the_portal_is_named_so(tmp_path: Path, manners: Manners) -> None:
    del manners.versions[REMOTE]
    with private_bus(tmp_path) as address:
        stage = Stage(address, manners, tmp_path)
        assert "this desktop does not offer it" in stage.sentence()
        stage.end()


def test_a_permission_that_is_taken_back_is_told_and_ends_the_keys(stage: Stage) -> None:
    stage.wait_until_granted()
    stage.portal.end_session()
    assert "took the permission back" in stage.sentence()
    assert not stage.injector.granted


def test_a_refused_key_ends_the_keys_and_is_told_once(stage: Stage, manners: Manners) -> None:
    stage.wait_until_granted()
    manners.errors["NotifyKeyboardKeysym"] = "org.freedesktop.DBus.Error.AccessDenied"
    stage.injector.press(PASTE)
    assert "refused" in stage.sentence()
    wait_until(lambda: not stage.injector.granted, "the end of it")
    assert stage.told.empty()


def test_what_is_held_is_what_the_shortcut_tells(stage: Stage) -> None:
    stage.held = ("ctrl", "alt")
    assert stage.injector.held_modifiers() == ("ctrl", "alt")
    assert stage.injector.is_held("alt")
    assert not stage.injector.is_held("v")


def test_a_token_that_cannot_be_kept_or_read_costs_nothing_else(tmp_path: Path) -> None:
    token = RestoreToken(tmp_path / "no folder" / "token")
    token.keep("x")
    assert token.load() == ""


@pytest.mark.parametrize(
    ("key", "symbol"), [("v", V), ("insert", INSERT), ("f12", 0xFFC9), ("space", 0x20)]
)
def test_a_key_has_its_x_symbol(key: str, symbol: int) -> None:
    assert symbol_of(key) == symbol
