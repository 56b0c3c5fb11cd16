"""Started at login, and no longer, by the registry of this user."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from desktop_assist.oslayer.autostart.base import AutostartRefused, AutostartState
from desktop_assist.oslayer.autostart.windows import WindowsAutostart

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME = "Desktop Assist (test)"
PROGRAM = r"C:\Program Files\Desktop Assist\desktop-assist.exe"


@pytest.fixture
def registry() -> Any:
    return import_module("winreg")  # type checkers elsewhere know no registry


@pytest.fixture
def autostart(registry: Any) -> Iterator[WindowsAutostart]:
    made = WindowsAutostart((PROGRAM, "--home", "D:\\a"), NAME)
    yield made
    made.turn(False)


def task_manager_says(registry: Any, first_byte: int) -> None:
    """What Windows' task manager notes when its user switches an entry off, or on again."""
    with registry.CreateKey(registry.HKEY_CURRENT_USER, APPROVED) as key:
        registry.SetValueEx(key, NAME, 0, registry.REG_BINARY, bytes([first_byte]) + bytes(11))


def test_it_is_off_until_it_is_turned_on_and_after_it_is_turned_off(
    autostart: WindowsAutostart,
) -> None:
    autostart.turn(False)
    assert autostart.state() is AutostartState.OFF
    autostart.turn(True)
    autostart.turn(True)
    assert autostart.state() is AutostartState.ON
    autostart.turn(False)
    autostart.turn(False)
    assert autostart.state() is AutostartState.OFF


def test_a_path_with_blanks_is_one_program(registry: Any, autostart: WindowsAutostart) -> None:
    autostart.turn(True)
    with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN) as key:
        command = registry.QueryValueEx(key, NAME)[0]
    assert command == rf'"{PROGRAM}" --home D:\a'


def test_what_the_installer_writes_is_ours(registry: Any) -> None:
    installed = WindowsAutostart((PROGRAM,), NAME)
    with registry.CreateKey(registry.HKEY_CURRENT_USER, RUN) as key:
        registry.SetValueEx(key, NAME, 0, registry.REG_SZ, f'"{PROGRAM.upper()}"')
    assert installed.state() is AutostartState.ON
    installed.turn(False)
    assert installed.state() is AutostartState.OFF


def test_a_start_of_another_place_is_told_apart(autostart: WindowsAutostart) -> None:
    WindowsAutostart((r"C:\old\desktop-assist.exe",), NAME).turn(True)
    assert autostart.state() is AutostartState.OTHER
    autostart.turn(True)
    assert autostart.state() is AutostartState.ON


def test_what_the_task_manager_switched_off_is_told_and_can_be_switched_on(
    registry: Any, autostart: WindowsAutostart
) -> None:
    autostart.turn(True)
    task_manager_says(registry, 2)
    assert autostart.state() is AutostartState.ON
    task_manager_says(registry, 3)
    assert autostart.state() is AutostartState.STOPPED
    autostart.turn(True)
    assert autostart.state() is AutostartState.ON


def test_a_registry_that_refuses_is_a_sentence(
    registry: Any, autostart: WindowsAutostart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(registry, "SetValueEx", refuse)
    with pytest.raises(AutostartRefused, match=r"cannot be changed: access is not allowed"):
        autostart.turn(True)
