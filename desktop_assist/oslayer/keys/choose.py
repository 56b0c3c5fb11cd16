"""Which backend presses keys here."""

from __future__ import annotations

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.keys.base import Injector
from desktop_assist.oslayer.keys.none import NoInjector
from desktop_assist.oslayer.session import Session


def choose_injector(session: Session) -> Injector:
    """The backend for `session`; one that presses nothing where no program may."""
    if session == "x11":
        from desktop_assist.oslayer.keys.xtest import XTestInjector  # noqa: PLC0415  only on X11

        return XTestInjector()
    if session in ("windows", "macos"):
        from desktop_assist.oslayer.keys.keyboard_library import (  # noqa: PLC0415  loads hooks
            KeyboardInjector,
        )

        try:
            return KeyboardInjector()
        except AssistError:
            return NoInjector()  # the sentence about the hotkeys tells the same reason
    return NoInjector()
