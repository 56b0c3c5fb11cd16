"""Which backend knows the windows here."""

from __future__ import annotations

from desktop_assist.oslayer.session import Session
from desktop_assist.oslayer.windows.base import WindowSystem
from desktop_assist.oslayer.windows.none import NoWindows


def choose_windows(session: Session) -> WindowSystem:
    """The backend for `session`; one that knows no window where there is none yet."""
    if session == "x11":
        from desktop_assist.oslayer.windows.x11 import X11Windows  # noqa: PLC0415  only on X11

        return X11Windows()
    return NoWindows()
