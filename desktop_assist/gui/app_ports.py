"""The real seams of this system, chosen and put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_assist import bundled
from desktop_assist.gui.look.pictures import reencode
from desktop_assist.oslayer.autostart.base import Autostart
from desktop_assist.oslayer.autostart.choose import choose_autostart, start_command
from desktop_assist.oslayer.clipboard.base import ClipboardPort
from desktop_assist.oslayer.clipboard.choose import choose_clipboards
from desktop_assist.oslayer.hotkeys.choose import choose_hotkeys
from desktop_assist.oslayer.keys.choose import choose_injector
from desktop_assist.oslayer.session import session_of
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.oslayer.typing.base import TypingBackend
from desktop_assist.oslayer.typing.choose import choose_typing
from desktop_assist.oslayer.windows.choose import choose_windows
from desktop_assist.services.paster import Ports
from desktop_assist.store.home import Home
from desktop_assist.text import Message


def real_ports(
    around: Surroundings, hotkey_backend: str, front_changed: Callable[[], None]
) -> tuple[Ports, Message]:
    """The ports of this session, and why hotkeys are heard as they are.

    `hotkey_backend` is the setting; `front_changed` may be called from any thread.
    """
    session = session_of(around.environment)
    chosen = choose_hotkeys(hotkey_backend, session, around)
    windows = choose_windows(session, around)
    windows.watch(front_changed)
    clipboards = choose_clipboards(session, reencode, _qt_clipboard, around)
    injector = choose_injector(session, around, chosen.held)
    return Ports(windows, injector, chosen.backend, clipboards), chosen.why


def typing_here(environment: Mapping[str, str]) -> tuple[TypingBackend, Message | None]:
    """What hears typed codes in this session, and why nothing does."""
    chosen = choose_typing(session_of(environment), environment)
    return chosen.backend, chosen.problem


def autostart_of(home: Home, environment: Mapping[str, str]) -> Autostart:
    """What has the program started at login, on this data folder."""
    usual = home == Home.find(None, {})
    entry = bundled.resources() / "desktop" / "desktop-assist-autostart.desktop"
    command = start_command(None if usual else home.folder)
    return choose_autostart(environment, command, entry.read_bytes)


def close_ports(ports: Ports) -> None:
    """Give them back; the clipboard is handed on where someone takes it."""
    ports.windows.close()
    (ports.clipboards.get("both") or ports.clipboards["clipboard"]).close()
    ports.injector.close()


def _qt_clipboard() -> ClipboardPort:
    from desktop_assist.oslayer.clipboard.qt import QtClipboard  # noqa: PLC0415  not on X11

    return QtClipboard()
