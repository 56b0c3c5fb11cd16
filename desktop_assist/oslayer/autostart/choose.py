"""What has the program started at login here, and by which command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath

from desktop_assist.oslayer.autostart.base import Autostart

_CONSOLE_TWIN = "desktop-assist-cli.exe"


def choose_autostart(
    environment: Mapping[str, str],
    command: Sequence[str],
    template: Callable[[], bytes],
    platform: str = sys.platform,
) -> Autostart:
    """The one of this system, which starts `command`; `template` gives a desktop entry of it."""
    if platform == "win32":
        from desktop_assist.oslayer.autostart.windows import (  # noqa: PLC0415  only on Windows
            WindowsAutostart,
        )

        return WindowsAutostart(command)
    if platform == "darwin":
        from desktop_assist.oslayer.autostart.macos import (  # noqa: PLC0415  only on macOS
            launch_agent,
        )

        return launch_agent(command)
    from desktop_assist.oslayer.autostart.xdg import XdgAutostart  # noqa: PLC0415  elsewhere

    return XdgAutostart(environment, command, template())


def start_command(
    home: Path | None,
    executable: str = sys.executable,
    frozen: bool = bool(getattr(sys, "frozen", False)),
) -> tuple[str, ...]:
    """The command that starts this copy of the program without a window of a console.

    `home` is the data folder where it is not the usual one. `executable` is the Python, or the
    frozen program itself.
    """
    words = () if home is None else ("--home", str(home))
    place = Path(executable)
    if frozen:
        program = place.with_name("desktop-assist.exe") if place.name == _CONSOLE_TWIN else place
        return (str(program), *words)
    script = place.with_name("desktop-assist")
    if script.exists():
        return (str(script), *words)
    return (str(_without_console(place)), "-m", "desktop_assist", *words)


def _without_console(python: Path) -> PurePath:
    silent = python.with_name("pythonw.exe")
    return silent if silent.exists() else python
