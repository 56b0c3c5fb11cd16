"""Looks at the desktop without Qt, so that it can also tell why Qt does not start."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Iterator, Mapping

from desktop_assist.core.diagnosis.facts import DesktopFacts, Missing
from desktop_assist.oslayer.autostart.base import AutostartState
from desktop_assist.oslayer.autostart.choose import choose_autostart, start_command
from desktop_assist.oslayer.session import Session, screen_answers, session_of
from desktop_assist.oslayer.survey.packages import PACKAGES, install_line
from desktop_assist.text import Message, say

_ANSWER_S = 2.0
_NAMES: Mapping[Session, Message] = {
    "x11": say("Doctor", "X11"),
    "wayland": say("Doctor", "Wayland"),
    "windows": say("Doctor", "Microsoft Windows"),
    "macos": say("Doctor", "macOS"),
    "none": say("Doctor", "none"),
}


def desktop_facts(environment: Mapping[str, str]) -> DesktopFacts:
    """The desktop that `environment` names. Other programs are asked for 2 s each at most."""
    session = session_of(environment)
    on_linux = session not in ("windows", "macos")
    desktop = environment.get("XDG_CURRENT_DESKTOP", "")
    return DesktopFacts(
        session=_NAMES[session],
        desktop=desktop,
        screen=session != "none" and screen_answers(environment),
        tray=_has_tray(session, environment),
        tray_mend=_tray_mend(desktop),
        tray_command=install_line("tray") if "GNOME" in desktop else "",
        libraries=tuple(_libraries(session)) if on_linux else (),
        tools=tuple(_tools(session)),
        font=_has_font() if on_linux else None,
        font_command=install_line("font"),
        shortcut=session == "wayland",
        starts_with_desktop=_starts(environment),
    )


def _libraries(session: Session) -> Iterator[Missing]:
    """The libraries that Qt's wheels load from the system and that are not here."""
    purpose = say("Doctor", "without it no window opens")
    for name in PACKAGES:
        if ".so." not in name or ("wayland" in name and session != "wayland"):
            continue
        try:
            ctypes.CDLL(name)
        except OSError:
            yield Missing(name, purpose, install_line(name))


def _tools(session: Session) -> Iterator[Missing]:
    wanted = {
        "x11": (("xclip", say("Doctor", "the command “copy” needs it")),),
        "wayland": (
            ("wl-copy", say("Doctor", "the command “copy” needs it")),
            ("wtype", say("Doctor", "some desktops let it press the paste key")),
        ),
    }
    for name, purpose in wanted.get(session, ()):
        if not shutil.which(name):
            yield Missing(name, purpose, install_line(name))


def _has_tray(session: Session, environment: Mapping[str, str]) -> bool | None:
    if session in ("windows", "macos"):
        return True
    if session == "x11" and screen_answers(environment) and _has_x11_tray(environment):
        return True
    return _has_bus_name("org.kde.StatusNotifierWatcher")


def _has_x11_tray(environment: Mapping[str, str]) -> bool:
    """By the freedesktop.org System Tray Protocol: a tray owns a selection of that name."""
    from Xlib.display import Display  # noqa: PLC0415  elsewhere it is not installed

    display = Display(environment.get("DISPLAY"))
    try:
        name = f"_NET_SYSTEM_TRAY_S{display.get_default_screen()}"
        return bool(display.get_selection_owner(display.intern_atom(name)))
    finally:
        display.close()


def _has_bus_name(name: str) -> bool | None:
    told = _output(
        "dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/",
        "org.freedesktop.DBus.NameHasOwner", f"string:{name}",
    )  # fmt: skip
    return None if told is None else "true" in told


def _tray_mend(desktop: str) -> Message | None:
    if "GNOME" in desktop:
        return say("Doctor", "On GNOME the extension AppIndicator brings the tray back.")
    return say("Doctor", "Switch on the tray, or notification area, in the desktop's panel.")


def _has_font() -> bool | None:
    told = _output("fc-list", ":lang=zh", "family")
    return None if told is None else bool(told.strip())


def _starts(environment: Mapping[str, str]) -> bool:
    """Whether a copy of the program, this one or another, starts at login."""
    autostart = choose_autostart(environment, start_command(None), bytes)
    return autostart.state() in (AutostartState.ON, AutostartState.OTHER)


def _output(*command: str) -> str | None:
    """What a program says; None where it is not there, fails or takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_ANSWER_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
