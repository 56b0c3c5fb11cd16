"""Started at login, and no longer, by the registry of this user."""

from __future__ import annotations

import sys
import winreg
from collections.abc import Iterator

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.autostart.windows import WindowsAutostart

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
NAME = "Desktop Assist (test)"


@pytest.fixture
def autostart() -> Iterator[WindowsAutostart]:
    made = WindowsAutostart(
        (r"C:\Program Files\Desktop Assist\desktop-assist.exe", "--home", "D:\\a"), NAME
    )
    yield made
    made.turn(False)


def test_it_is_off_until_it_is_turned_on_and_after_it_is_turned_off(
    autostart: WindowsAutostart,
) -> None:
    autostart.turn(False)
    assert not autostart.is_on()
    autostart.turn(True)
    autostart.turn(True)
    assert autostart.is_on()
    autostart.turn(False)
    autostart.turn(False)
    assert not autostart.is_on()


def test_a_path_with_blanks_is_one_program(autostart: WindowsAutostart) -> None:
    autostart.turn(True)
    command = ""
    if sys.platform == "win32":  # as it always is here; type checkers elsewhere know no registry
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key:
            command = winreg.QueryValueEx(key, NAME)[0]
    assert command == r'"C:\Program Files\Desktop Assist\desktop-assist.exe" --home D:\a'


def test_a_start_of_another_place_is_not_ours(autostart: WindowsAutostart) -> None:
    WindowsAutostart((r"C:\old\desktop-assist.exe",), NAME).turn(True)
    assert not autostart.is_on()


def test_a_registry_that_refuses_is_a_sentence(
    autostart: WindowsAutostart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(winreg, "SetValueEx", refuse)
    with pytest.raises(AssistError, match=r"does not let the start at login be changed: access"):
        autostart.turn(True)
