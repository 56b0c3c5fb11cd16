"""Started at login through the registry's Run key, which Windows' task manager shows."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from desktop_assist.oslayer.autostart.base import AutostartRefused, AutostartState

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the task manager notes what its user switched off: the first byte is odd then."""
_NAME = "Desktop Assist"
"""The installer writes the same one."""


class WindowsAutostart:
    """One value under the user's own key; no other user's start changes."""

    def __init__(self, command: Sequence[str], name: str = _NAME) -> None:
        """`command`: the program and its arguments, as it shall be started."""
        program, *words = command
        # Always in quotes: without them Windows would try `C:\Program.exe` first.
        self._command = f'"{program}" {subprocess.list2cmdline(words)}'.rstrip()
        self._name = name

    def state(self) -> AutostartState:
        noted = self._value(_RUN)
        if noted is None:
            return AutostartState.OFF
        approved = self._value(_APPROVED)
        if isinstance(approved, bytes) and approved[:1] and approved[0] % 2:
            return AutostartState.STOPPED
        ours = str(noted).casefold() == self._command.casefold()
        return AutostartState.ON if ours else AutostartState.OTHER

    def turn(self, on: bool) -> None:
        try:
            # A word of the task manager's from before does not count against a new wish.
            self._forget(_APPROVED)
            if on:
                self._note()
            else:
                self._forget(_RUN)
        except OSError as error:
            raise AutostartRefused(error) from error

    def _value(self, place: str) -> object:
        registry = _registry()
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, place) as key:
                return registry.QueryValueEx(key, self._name)[0]
        except FileNotFoundError:
            return None

    def _note(self) -> None:
        registry = _registry()
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
            registry.SetValueEx(key, self._name, 0, registry.REG_SZ, self._command)

    def _forget(self, place: str) -> None:
        registry = _registry()
        with (
            contextlib.suppress(FileNotFoundError),  # it was not there
            registry.OpenKey(registry.HKEY_CURRENT_USER, place, 0, registry.KEY_SET_VALUE) as key,
        ):
            registry.DeleteValue(key, self._name)


def _registry() -> Any:
    """Python's own `winreg`, of which type checkers on other systems know nothing."""
    return import_module("winreg")
