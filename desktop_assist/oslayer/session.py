"""What kind of desktop this process runs in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Literal

Session = Literal["windows", "macos", "x11", "wayland", "none"]


def session_of(environment: Mapping[str, str], platform: str = sys.platform) -> Session:
    """The display system; under Wayland that one, although X11 programs may run in it too."""
    if platform == "win32":
        return "windows"
    if platform == "darwin":
        return "macos"
    if environment.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if environment.get("DISPLAY") else "none"


def screen_answers(environment: Mapping[str, str]) -> bool:
    """Whether the X server that the environment names can be reached; True on other systems.

    Qt ends the whole process where it cannot, so this is asked before Qt is.
    """
    platform = environment.get("QT_QPA_PLATFORM", "xcb")
    if session_of(environment) not in ("x11", "none") or not platform.startswith("xcb"):
        return True
    from Xlib.display import Display  # noqa: PLC0415  elsewhere it is not installed
    from Xlib.error import DisplayError  # noqa: PLC0415  as above

    try:
        Display(environment.get("DISPLAY")).close()
    except (DisplayError, OSError):
        return False
    return True
