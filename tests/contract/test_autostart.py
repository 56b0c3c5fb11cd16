"""The start at login on Linux and macOS; Windows' is run under Wine."""

from __future__ import annotations

import json
import plistlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pytest

from desktop_assist.oslayer.autostart.base import Autostart, AutostartRefused, AutostartState
from desktop_assist.oslayer.autostart.choose import choose_autostart, start_command
from desktop_assist.oslayer.autostart.macos import LaunchAgent
from desktop_assist.oslayer.autostart.xdg import XdgAutostart
from desktop_assist.oslayer.survey.desktop import desktop_facts
from tests.e2e.stage.waiting import wait_until

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATE = (RESOURCES / "desktop" / "desktop-assist-autostart.desktop").read_bytes()
COMMAND = ("/opt/客服 助手/desktop-assist", "--home", '/数据 100%/$HOME `a` "b" \\c')
LABEL = "local.test.DesktopAssist"
OFF, ON, OTHER, STOPPED = AutostartState


class Login(Protocol):
    """A system with one user: makes the program's autostart, and is changed behind its back."""

    file: Path

    def autostart(self, command: Sequence[str] = COMMAND) -> Autostart: ...

    def switch_off(self) -> None: ...


class LinuxLogin:
    def __init__(self, folder: Path) -> None:
        self.everyone = folder / "etc"
        self.file = folder / "config" / "autostart" / "desktop-assist.desktop"
        self.environment = {
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CONFIG_DIRS": str(self.everyone),
        }

    def autostart(self, command: Sequence[str] = COMMAND) -> Autostart:
        return XdgAutostart(self.environment, command, TEMPLATE)

    def switch_off(self) -> None:
        """As GNOME's own settings do."""
        text = self.file.read_text("utf-8")
        self.file.write_text(text + "X-GNOME-Autostart-enabled=false\n", "utf-8")


class MacLogin:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "LaunchAgents" / f"{LABEL}.plist"
        self.disabled = {"com.apple.other": True}

    def autostart(self, command: Sequence[str] = COMMAND) -> Autostart:
        return LaunchAgent(LABEL, command, self.launchctl, self.file.parent, 501)

    def switch_off(self) -> None:
        self.disabled[LABEL] = True

    def launchctl(self, words: Sequence[str]) -> str:
        """As launchctl(1) of macOS 13 answers."""
        if words[0] == "enable":
            self.disabled[words[1].removeprefix("gui/501/")] = False
            return ""
        assert words == ("print-disabled", "gui/501")
        rows = (
            f'\t"{name}" => {"disabled" if off else "enabled"}\n'
            for name, off in self.disabled.items()
        )
        return f"\tdisabled services = {{\n{''.join(rows)}\t}}\n"


@pytest.fixture(params=[LinuxLogin, MacLogin])
def login(request: pytest.FixtureRequest, tmp_path: Path) -> Login:
    made: Login = request.param(tmp_path)
    return made


def test_it_is_off_until_it_is_turned_on_and_after_it_is_turned_off(login: Login) -> None:
    autostart = login.autostart()
    autostart.turn(False)
    assert autostart.state() is OFF
    autostart.turn(True)
    autostart.turn(True)
    assert autostart.state() is ON
    autostart.turn(False)
    autostart.turn(False)
    assert autostart.state() is OFF
    assert not login.file.exists()


def test_a_start_of_another_copy_is_told_apart_and_can_be_replaced(login: Login) -> None:
    login.autostart(("/old/desktop-assist",)).turn(True)
    autostart = login.autostart()
    assert autostart.state() is OTHER
    autostart.turn(True)
    assert autostart.state() is ON


def test_what_the_system_switched_off_is_told_and_can_be_switched_on(login: Login) -> None:
    autostart = login.autostart()
    autostart.turn(True)
    login.switch_off()
    assert autostart.state() is STOPPED
    autostart.turn(True)
    assert autostart.state() is ON


def test_a_file_that_somebody_spoilt_is_no_start_of_ours(login: Login) -> None:
    autostart = login.autostart()
    autostart.turn(True)
    login.file.write_bytes(b"\xff\x00 nothing that starts")
    assert autostart.state() in (OFF, OTHER)
    autostart.turn(True)
    assert autostart.state() is ON


def test_a_folder_that_refuses_is_a_sentence_and_leaves_nothing(login: Login) -> None:
    login.file.parent.parent.mkdir(parents=True, exist_ok=True)
    login.file.parent.write_text("a file in the way of the folder", "utf-8")
    with pytest.raises(AutostartRefused, match="The start at login cannot be changed"):
        login.autostart().turn(True)
    assert login.autostart().state() is OFF


def test_an_entry_for_everyone_is_overruled_for_this_user_alone(tmp_path: Path) -> None:
    login = LinuxLogin(tmp_path)
    entry = login.everyone / "autostart" / "desktop-assist.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nType=Application\nExec=desktop-assist\n", "utf-8")
    autostart = login.autostart()
    assert autostart.state() is OTHER
    autostart.turn(False)
    assert autostart.state() is OFF
    assert "Hidden=true" in login.file.read_text("utf-8")
    autostart.turn(True)
    assert autostart.state() is ON


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_the_entry_is_valid_and_speaks_both_languages(tmp_path: Path) -> None:
    login = LinuxLogin(tmp_path)
    login.autostart().turn(True)
    subprocess.run(["desktop-file-validate", login.file], check=True)
    assert "Name[zh_CN]=" in login.file.read_text("utf-8")


@pytest.mark.skipif(not shutil.which("gio"), reason="needs GLib's launcher")
def test_a_desktop_starts_the_command_with_every_character_in_its_place(tmp_path: Path) -> None:
    # GIVEN a program in a folder with blanks and quotes, that notes how it was called; GLib looks
    # for a program of the escaped name, so that only its words can have a per cent sign
    program = tmp_path / 'a "b" $c `d` 客服' / "program"
    program.parent.mkdir()
    noted = tmp_path / "noted"
    program.write_text(
        f"#!{sys.executable}\nimport json, os, sys\n"
        f"open({str(noted) + '.new'!r}, 'w').write(json.dumps(sys.argv))\n"
        f"os.rename({str(noted) + '.new'!r}, {str(noted)!r})\n",
        "utf-8",
    )
    program.chmod(0o755)
    command = (str(program), *COMMAND[1:])
    login = LinuxLogin(tmp_path)
    login.autostart(command).turn(True)
    # WHEN GLib starts the entry, as GNOME, Xfce and MATE do
    subprocess.run(["gio", "launch", login.file], check=True, timeout=20)
    # THEN it got the very words
    wait_until(noted.exists, "the program's note")
    assert json.loads(noted.read_text("utf-8")) == list(command)


def test_a_launch_agent_starts_at_login_and_not_at_once(tmp_path: Path) -> None:
    login = MacLogin(tmp_path)
    login.autostart().turn(True)
    agent = plistlib.loads(login.file.read_bytes())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert (agent["Label"], agent["RunAtLoad"]) == (LABEL, True)


def test_launchctl_of_older_systems_is_understood(tmp_path: Path) -> None:
    login = MacLogin(tmp_path)
    agent = LaunchAgent(
        LABEL, COMMAND, lambda _words: f'"{LABEL}" => true\n', login.file.parent, 501
    )
    agent.turn(True)
    assert agent.state() is STOPPED


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", "XdgAutostart"), ("darwin", "LaunchAgent"), ("win32", "WindowsAutostart")],
)
def test_each_system_has_its_own(platform: str, expected: str) -> None:
    if platform == "darwin" and sys.platform == "win32":
        pytest.skip("no user numbers here")
    made = choose_autostart({}, COMMAND, lambda: TEMPLATE, platform)
    assert type(made).__name__ == expected


def test_the_command_is_that_of_this_copy(tmp_path: Path) -> None:
    python = tmp_path / "python"
    as_module = (str(python), "-m", "desktop_assist")
    assert start_command(None, str(python), frozen=False) == as_module
    # WHEN Windows' Python without a console, or the installed command, is beside it
    (tmp_path / "pythonw.exe").touch()
    assert start_command(None, str(python), frozen=False)[0] == str(tmp_path / "pythonw.exe")
    (tmp_path / "desktop-assist").touch()
    home = Path("/数据")
    expected = (str(tmp_path / "desktop-assist"), "--home", str(home))
    assert start_command(home, str(python), frozen=False) == expected


def test_a_frozen_copy_starts_itself_and_never_its_console_twin(tmp_path: Path) -> None:
    window, console = tmp_path / "desktop-assist.exe", tmp_path / "desktop-assist-cli.exe"
    assert start_command(None, str(window), frozen=True) == (str(window),)
    assert start_command(None, str(console), frozen=True) == (str(window),)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at this system's own place")
def test_the_doctor_tells_whether_any_copy_starts(tmp_path: Path) -> None:
    login = LinuxLogin(tmp_path)
    assert desktop_facts(login.environment).starts_with_desktop is False
    login.autostart(("/another/desktop-assist",)).turn(True)
    assert desktop_facts(login.environment).starts_with_desktop is True
    login.switch_off()
    assert desktop_facts(login.environment).starts_with_desktop is False
