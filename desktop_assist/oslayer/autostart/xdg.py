"""Started with a Linux desktop through a file in its autostart folder.

By freedesktop.org's Desktop Application Autostart Specification 0.5 and Desktop Entry
Specification 1.5. The user's own file counts before one of the system of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop_assist.oslayer.autostart import entry_file
from desktop_assist.oslayer.autostart.base import AutostartState

_FILE = "autostart/desktop-assist.desktop"
_GROUP = "[Desktop Entry]"
_STOPPED = "X-GNOME-Autostart-enabled"
"""How GNOME's and MATE's own settings switch an entry off."""


class XdgAutostart:
    """One file in the user's own folder."""

    def __init__(
        self, environment: Mapping[str, str], command: Sequence[str], template: bytes
    ) -> None:
        """`command` is what shall be started, `template` an entry whose Exec is filled in."""
        home = environment.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        everyone = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._file = Path(home) / _FILE
        self._others = [Path(folder) / _FILE for folder in everyone.split(":") if folder]
        self._exec = exec_line(command)
        self._template = template

    def state(self) -> AutostartState:
        entry = next(self._entries(), {})
        if "Exec" not in entry or entry.get("Hidden") == "true":
            return AutostartState.OFF
        if entry.get(_STOPPED) == "false":
            return AutostartState.STOPPED
        return AutostartState.ON if entry["Exec"] == self._exec else AutostartState.OTHER

    def turn(self, on: bool) -> None:
        if on:
            entry_file.write(self._file, self._entry())
        elif any(file.exists() for file in self._others):
            # Without a file of the user's the one of the system would count.
            entry_file.write(self._file, f"{_GROUP}\nType=Application\nHidden=true\n".encode())
        else:
            entry_file.remove(self._file)

    def _entries(self) -> Iterator[Mapping[str, str]]:
        """Those that there are, the one that counts first."""
        for file in (self._file, *self._others):
            data = entry_file.read(file)
            if data is not None:
                yield dict(_pairs(data.decode("utf-8", "replace")))

    def _entry(self) -> bytes:
        """The template, which starts our command."""
        lines = self._template.decode("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("Exec=", "TryExec="))]
        place = kept.index(_GROUP) + 1
        return "\n".join([*kept[:place], f"Exec={self._exec}", *kept[place:], ""]).encode()


def exec_line(command: Sequence[str]) -> str:
    """The value of Exec that starts `command`, whatever characters are in it.

    Within quotes four characters are escaped, a per cent sign is written twice, and then every
    backslash is, as in any value of type string.
    """
    return " ".join(_quoted(word) for word in command).replace("\\", "\\\\")


def _quoted(word: str) -> str:
    doubled = word.replace("%", "%%")
    if re.fullmatch(r"[\w@%+=:,./-]+", doubled, re.ASCII):
        return doubled
    return '"' + re.sub(r'(["`$\\])', r"\\\1", doubled) + '"'


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Keys and values of the one group that counts."""
    inside = False
    for line in text.splitlines():
        if line.startswith("["):
            inside = line.strip() == _GROUP
        elif inside and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            yield key.strip(), value.strip()
