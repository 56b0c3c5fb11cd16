"""The permission to press keys: asked for when it is wanted, and given back when it is not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.keys.base import Permission
from desktop_assist.oslayer.keys.choose import choose_injector
from desktop_assist.oslayer.keys.permission import DesktopPermission
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.text import Message
from tests.e2e.stage.waiting import wait_until
from tests.fakes.own_windows import FakeOwnWindows
from tests.fakes.portal import REMOTE, WITHIN_S, FakePortal, Manners, private_bus

PASTE = Combination.parse("ctrl+v")

pytestmark = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")


class Stage:
    """A Wayland desktop with a portal, and the program's injector on it."""

    def __init__(self, address: str, manners: Manners, folder: Path) -> None:
        self.portal = FakePortal(address, manners)
        self.file = folder / "permission"
        self.changes = 0
        self.told: list[Message] = []
        self.permission = DesktopPermission(self.file, self._changed)
        around = Surroundings(
            environment={"DBUS_SESSION_BUS_ADDRESS": address, "PATH": str(folder)},
            own_windows=FakeOwnWindows(),
            told=self.told.append,
            describe=lambda _combination: "",
            later=lambda _milliseconds, _call: None,
            permission=self.permission,
        )
        self.injector = choose_injector("wayland", around)

    def becomes(self, state: Permission) -> None:
        wait_until(lambda: self.permission.state is state, state.value, WITHIN_S)

    def end(self) -> None:
        self.injector.close()
        self.portal.stop()

    def _changed(self) -> None:
        self.changes += 1


@pytest.fixture
def stage(tmp_path: Path, manners: Manners) -> Iterator[Stage]:
    with private_bus(tmp_path) as address:
        made = Stage(address, manners, tmp_path)
        yield made
        made.end()


def test_nobody_is_asked_until_it_is_wanted(stage: Stage) -> None:
    assert stage.permission.applies
    assert stage.permission.state is Permission.OFF
    assert stage.injector.name == "none"
    assert stage.portal.asked.empty()


def test_wanted_and_allowed_the_desktop_presses_the_keys(stage: Stage) -> None:
    stage.permission.want(True)
    stage.becomes(Permission.GIVEN)
    assert stage.injector.name == "portal"
    stage.injector.press(PASTE)
    stage.portal.next_asked("NotifyKeyboardKeysym")
    assert stage.changes == 2
    # WHEN other settings change, and this one is as it was
    stage.permission.want(True)
    assert stage.permission.state is Permission.GIVEN


def test_taken_back_the_session_ends_and_the_note_is_gone(stage: Stage) -> None:
    stage.permission.want(True)
    stage.becomes(Permission.GIVEN)
    assert stage.file.exists()
    stage.permission.want(False)
    assert stage.permission.state is Permission.OFF
    assert not stage.file.exists()
    assert stage.injector.name == "none"
    stage.portal.next_asked("Close")
    # WHEN it is wanted again THEN the desktop asks its user again
    stage.permission.want(True)
    stage.becomes(Permission.GIVEN)
    _session, again = stage.portal.next_asked("SelectDevices")
    assert "restore_token" not in again


def test_a_refusal_is_kept_with_its_reason_until_it_is_asked_anew(
    stage: Stage, manners: Manners
) -> None:
    manners.responses["Start"] = 1
    stage.permission.want(True)
    stage.becomes(Permission.REFUSED)
    assert "cancelled" in str(stage.permission.reason)
    assert stage.told == [stage.permission.reason]
    manners.responses.clear()
    stage.permission.want(False)
    stage.permission.want(True)
    stage.becomes(Permission.GIVEN)
    assert stage.permission.reason is None


def test_a_permission_that_the_desktop_takes_back_is_told(stage: Stage) -> None:
    stage.permission.want(True)
    stage.becomes(Permission.GIVEN)
    stage.portal.end_session()
    stage.becomes(Permission.REFUSED)
    assert "took the permission back" in str(stage.permission.reason)


def test_a_desktop_without_the_portal_refuses(stage: Stage, manners: Manners) -> None:
    del manners.versions[REMOTE]
    stage.permission.want(True)
    stage.becomes(Permission.REFUSED)
    assert "does not offer it" in str(stage.permission.reason)


def test_a_note_that_cannot_be_removed_is_told(stage: Stage) -> None:
    stage.permission.want(True)
    stage.becomes(Permission.GIVEN)
    stage.file.unlink()
    stage.file.mkdir()
    stage.permission.want(False)
    assert "could not be removed" in str(stage.permission.reason)


def test_without_a_bus_the_plain_way_serves_and_the_reason_is_told(tmp_path: Path) -> None:
    wtype = tmp_path / "wtype"
    wtype.write_text("#!/bin/sh\n", "utf-8")
    wtype.chmod(0o755)
    permission = DesktopPermission(tmp_path / "permission", lambda: None)
    around = Surroundings(
        environment={"PATH": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
        own_windows=FakeOwnWindows(),
        told=lambda _message: None,
        describe=lambda _combination: "",
        later=lambda _milliseconds, _call: None,
        permission=permission,
    )
    injector = choose_injector("wayland", around)
    permission.want(True)
    assert permission.state is Permission.REFUSED
    assert "no session bus" in str(permission.reason)
    assert injector.name == "wtype"


def test_where_no_such_permission_exists_it_does_not_apply(tmp_path: Path) -> None:
    permission = DesktopPermission(tmp_path / "permission", lambda: None)
    permission.want(True)
    assert not permission.applies
    assert permission.state is Permission.OFF
