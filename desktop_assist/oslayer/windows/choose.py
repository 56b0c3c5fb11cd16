"""Which backend knows the windows here."""

from __future__ import annotations

from desktop_assist.oslayer.session import Session
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.oslayer.windows.base import WindowSystem
from desktop_assist.oslayer.windows.none import NoWindows


def choose_windows(session: Session, around: Surroundings | None = None) -> WindowSystem:
    """The backend for `session`; one that knows no window where there is none yet."""
    if session == "wayland" and around is not None:
        from desktop_assist.oslayer.wayland import wayland_windows  # noqa: PLC0415  only there

        return wayland_windows(around)
    if session == "macos" and around is not None:
        from desktop_assist.oslayer.macos.seams import mac_seams  # noqa: PLC0415  only on macOS

        return mac_seams(around).windows()
    if session == "x11":
        from desktop_assist.oslayer.windows.x11 import X11Windows  # noqa: PLC0415  only on X11

        return X11Windows()
    if session == "windows":
        from desktop_assist.oslayer.win32.api import WindowsApi  # noqa: PLC0415  only on Windows
        from desktop_assist.oslayer.windows.windows import (  # noqa: PLC0415  as above
            WindowsWindows,
        )

        return WindowsWindows(WindowsApi())
    return NoWindows()
