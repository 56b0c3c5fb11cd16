"""Which backend hears the hotkeys here, and why."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend
from desktop_assist.oslayer.hotkeys.none import NoHotkeys
from desktop_assist.oslayer.session import Session
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class ChosenHotkeys:
    """A backend, and the sentence about it for the tray."""

    backend: HotkeyBackend
    why: Message


def choose_hotkeys(setting: str, session: Session) -> ChosenHotkeys:
    """The backend that `setting` names (`auto`, `keyboard`, `x11`), or that works in `session`."""
    if setting == "x11" or (setting == "auto" and session == "x11"):
        return _x11()
    if setting == "keyboard" or session in ("windows", "macos"):
        return _keyboard()
    return _none(
        say(
            "HotkeyBackend",
            "No hotkeys: this desktop lets no program hear them. Bind a shortcut of the desktop"
            " to “desktop-assist palette”.",
        )
    )


def _x11() -> ChosenHotkeys:
    from Xlib.error import DisplayError  # noqa: PLC0415  only where there is X11

    from desktop_assist.oslayer.hotkeys.x11 import X11Hotkeys  # noqa: PLC0415  only where X11 is

    try:
        backend = X11Hotkeys()
    except DisplayError:
        return _none(say("HotkeyBackend", "No hotkeys: the X server does not answer."))
    return ChosenHotkeys(
        backend, say("HotkeyBackend", "Hotkeys through X11: works without special rights.")
    )


def _keyboard() -> ChosenHotkeys:
    from desktop_assist.oslayer.hotkeys.keyboard_library import (  # noqa: PLC0415  may fail to load
        KeyboardHotkeys,
    )

    try:
        backend = KeyboardHotkeys()
    except AssistError as error:
        return _none(say("HotkeyBackend", "No hotkeys: {reason}", reason=error.message))
    return ChosenHotkeys(
        backend,
        say("HotkeyBackend", "Hotkeys through the keyboard library: it may read keys here."),
    )


def _none(why: Message) -> ChosenHotkeys:
    return ChosenHotkeys(NoHotkeys(why), why)
