"""Started at login through the registry's Run key, which Windows' task manager shows."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Sequence

from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "Desktop Assist"


class WindowsAutostart:
    """One value under the user's own key; no other user's start changes."""

    def __init__(self, command: Sequence[str], name: str = _NAME) -> None:
        """`command`: the program and its arguments, as it shall be started."""
        self._command = subprocess.list2cmdline(command)
        self._name = name

    def is_on(self) -> bool:
        if sys.platform != "win32":
            return False
        import winreg  # noqa: PLC0415  only on Windows

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                return bool(winreg.QueryValueEx(key, self._name)[0] == self._command)
        except FileNotFoundError:
            return False

    def turn(self, on: bool) -> None:
        if sys.platform != "win32":
            return
        import winreg  # noqa: PLC0415  only on Windows

        try:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                if on:
                    winreg.SetValueEx(key, self._name, 0, winreg.REG_SZ, self._command)
                else:
                    with contextlib.suppress(FileNotFoundError):  # it was off already
                        winreg.DeleteValue(key, self._name)
        except OSError as error:
            raise AssistError(
                say(
                    "Autostart",
                    "Windows does not let the start at login be changed: {reason}.",
                    reason=reason_of(error),
                ),
                say("Autostart", "Ask whoever looks after this computer."),
            ) from error
