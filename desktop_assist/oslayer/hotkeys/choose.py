"""Which backend hears the hotkeys here, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend
from desktop_assist.oslayer.hotkeys.none import NoHotkeys
from desktop_assist.oslayer.session import Session
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class ChosenHotkeys:
    """A backend, and the sentence about it for the tray."""

    backend: HotkeyBackend
    why: Message
    held: Callable[[], tuple[str, ...]] = tuple
    """The modifiers of the hotkey that is still down, where only this backend can know."""


def choose_hotkeys(
    setting: str, session: Session, around: Surroundings | None = None
) -> ChosenHotkeys:
    """The backend that `setting` names (`auto`, `keyboard`, `x11`), or that works in `session`."""
    if session == "windows":
        return _keyboard_on_windows() if setting == "keyboard" else _windows()
    if setting == "x11" or (setting == "auto" and session == "x11"):
        return _x11()
    if setting == "keyboard" or (session == "macos" and around is None):
        return _keyboard()
    if session == "macos" and around is not None:
        return _macos(around)
    if session == "wayland" and around is not None:
        return _portal(around)
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


def _macos(around: Surroundings) -> ChosenHotkeys:
    from desktop_assist.oslayer.macos.seams import mac_seams  # noqa: PLC0415  only on macOS

    why = say("HotkeyBackend", "Hotkeys through macOS: it tells only ours, and reads no other key.")
    return ChosenHotkeys(mac_seams(around).hotkeys(), why)


def _portal(around: Surroundings) -> ChosenHotkeys:
    from desktop_assist.oslayer.wayland import portal_hotkeys  # noqa: PLC0415  only on Wayland

    try:
        backend, held = portal_hotkeys(around)
    except AssistError as error:
        return _none(say("HotkeyBackend", "No hotkeys: {reason}", reason=error.message))
    why = say(
        "HotkeyBackend",
        "Hotkeys through the desktop, which may ask you to allow them. A shortcut of the desktop"
        " bound to “desktop-assist palette” works in any case.",
    )
    return ChosenHotkeys(backend, why, held)


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


def _windows() -> ChosenHotkeys:
    from desktop_assist.oslayer.hotkeys.windows import (  # noqa: PLC0415  only on Windows
        WindowsHotkeys,
    )
    from desktop_assist.oslayer.win32.api import WindowsApi  # noqa: PLC0415  as above

    return ChosenHotkeys(
        WindowsHotkeys(WindowsApi()),
        say(
            "HotkeyBackend", "Hotkeys through Windows: it tells only ours, and reads no other key."
        ),
    )


def _keyboard_on_windows() -> ChosenHotkeys:
    from desktop_assist.oslayer.hotkeys.keyboard_library import (  # noqa: PLC0415  loads hooks
        KeyboardHotkeys,
    )
    from desktop_assist.oslayer.hotkeys.unlocked import (  # noqa: PLC0415  only on Windows
        ResyncAtUnlock,
    )
    from desktop_assist.oslayer.win32.api import WindowsApi  # noqa: PLC0415  as above
    from desktop_assist.oslayer.win32.unlocking import UnlockWatch  # noqa: PLC0415  as above

    chosen = _keyboard()
    if not isinstance(chosen.backend, KeyboardHotkeys):
        return chosen
    return ChosenHotkeys(
        ResyncAtUnlock(chosen.backend, partial(UnlockWatch, WindowsApi())), chosen.why
    )


def _none(why: Message) -> ChosenHotkeys:
    return ChosenHotkeys(NoHotkeys(why), why)
