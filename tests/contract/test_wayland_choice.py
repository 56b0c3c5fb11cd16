"""What serves a Wayland desktop or a Mac, by what is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.clipboard.base import ClipboardPort
from desktop_assist.oslayer.clipboard.choose import choose_clipboards
from desktop_assist.oslayer.hotkeys.choose import choose_hotkeys
from desktop_assist.oslayer.keys.choose import choose_injector
from desktop_assist.oslayer.keys.wayland import WtypeInjector
from desktop_assist.oslayer.macos.seams import MacSeams
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.oslayer.windows.choose import choose_windows
from desktop_assist.text import Message
from tests.fakes.clipboard import FakeClipboard
from tests.fakes.macos import FakeMac
from tests.fakes.own_windows import FakeOwnWindows
from tests.fakes.portal import private_bus

PASTE = Combination.parse("ctrl+v")


class Desk:
    """A desktop of which everything can be set."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "bin"
        self.programs.mkdir()
        self.told: list[Message] = []
        self.environment = {"PATH": str(self.programs), "XDG_RUNTIME_DIR": str(folder)}

    def install(self, name: str, script: str = "exit 0") -> Path:
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    @property
    def around(self) -> Surroundings:
        return Surroundings(
            environment=self.environment,
            own_windows=FakeOwnWindows(),
            told=self.told.append,
            describe=lambda _combination: "",
            later=lambda _milliseconds, _call: None,
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def clipboard(desk: Desk, other: ClipboardPort) -> ClipboardPort:
    return choose_clipboards("wayland", lambda _png, _name: None, lambda: other, desk.around)[
        "clipboard"
    ]


def test_without_a_bus_there_are_no_hotkeys_and_a_reason(desk: Desk) -> None:
    chosen = choose_hotkeys("auto", "wayland", desk.around)
    assert chosen.backend.name == "none"
    assert "no session bus" in str(chosen.why)


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")
def test_with_a_bus_the_desktop_is_asked_and_the_other_way_named(
    desk: Desk, tmp_path: Path
) -> None:
    with private_bus(tmp_path) as address:
        desk.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        chosen = choose_hotkeys("auto", "wayland", desk.around)
        assert chosen.backend.name == "portal"
        assert "desktop-assist palette" in str(chosen.why)
        assert chosen.held() == ()
        chosen.backend.stop()


def test_wtype_presses_keys_where_it_is_installed(desk: Desk) -> None:
    assert choose_injector("wayland", desk.around).name == "none"
    desk.install("wtype")
    assert choose_injector("wayland", desk.around).name == "wtype"


def test_the_clipboard_is_wl_clipboards_where_that_is_installed(desk: Desk) -> None:
    other = FakeClipboard()
    assert clipboard(desk, other) is other
    desk.install("wl-copy")
    assert clipboard(desk, other) is other
    desk.install("wl-paste")
    chosen = clipboard(desk, other)
    assert chosen.name == "wl-clipboard"
    chosen.close()


def test_a_left_over_address_of_sway_leaves_the_windows_unseen_and_is_told(desk: Desk) -> None:
    assert choose_windows("wayland", desk.around).name == "unseen"
    desk.environment["SWAYSOCK"] = "/nowhere/sway.sock"
    assert choose_windows("wayland", desk.around).name == "unseen"
    assert "sway does not tell of its windows" in str(desk.told)


@pytest.fixture
def wtype(desk: Desk) -> tuple[WtypeInjector, Path]:
    notes = desk.programs / "notes"
    program = desk.install("wtype", f'echo "$@" >> {notes}')
    return WtypeInjector(str(program), desk.told.append), notes


def test_wtype_is_told_the_whole_chord_at_once(wtype: tuple[WtypeInjector, Path]) -> None:
    injector, notes = wtype
    injector.press_in_turn((Combination((), "left"), 2), (Combination.parse("super+shift+v"), 1))
    words = notes.read_text().splitlines()
    assert words == ["-k Left -k Left -M shift -M logo -k v -m logo -m shift"]
    assert injector.held_modifiers() == ()


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$"])
def test_where_wtype_is_refused_it_is_said_once(desk: Desk, script: str) -> None:
    injector = WtypeInjector(str(desk.install("wtype", script)), desk.told.append)
    injector.press(PASTE)
    injector.press(PASTE)
    assert len(desk.told) == 1
    assert "left on the clipboard" in str(desk.told[0])


def test_a_mac_gets_its_own_seams_and_no_dock_icon(desk: Desk) -> None:
    mac = FakeMac()
    seams = MacSeams(desk.around, mac.frameworks())
    ports = (seams.hotkeys(), seams.injector(), seams.windows(), seams.clipboard())
    assert [port.name for port in ports] == ["carbon", "quartz", "macos", "nspasteboard"]
    assert mac.policy == 1
    assert desk.told == []


def test_a_mac_without_the_permission_is_asked_and_says_so(desk: Desk) -> None:
    mac = FakeMac()
    mac.trusted = False
    MacSeams(desk.around, mac.frameworks()).injector()
    assert len(mac.asked_options) == 1
    assert "Accessibility" in str(desk.told[0])
