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
