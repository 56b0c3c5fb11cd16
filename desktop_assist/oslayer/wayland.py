"""What serves a Wayland desktop, chosen by what is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardPort
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend
from desktop_assist.oslayer.keys.base import Injector
from desktop_assist.oslayer.keys.none import NoInjector
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.oslayer.windows.base import WindowSystem
from desktop_assist.oslayer.windows.wayland import UnseenWindows

Held = Callable[[], tuple[str, ...]]
"""The modifiers that the desktop tells to be down."""


def portal_hotkeys(around: Surroundings) -> tuple[HotkeyBackend, Held]:
    """Hotkeys through the desktop's portal, and what is held of them.

    Raises:
        AssistError: there is no session bus. That the desktop has no such portal is told later.
    """
    from desktop_assist.oslayer.hotkeys.portal import (  # noqa: PLC0415  jeepney is on Linux alone
        PortalHotkeys,
    )
    from desktop_assist.oslayer.portal.line import BusLine, session_bus  # noqa: PLC0415  as above

    line = BusLine(session_bus(around.environment), "portal-hotkeys")
    backend = PortalHotkeys(line, around.describe, around.told)
    return backend, backend.held_modifiers


def wayland_injector(around: Surroundings, held: Held) -> Injector:
    """The portal where its permission is wanted, else the compositor's virtual keyboard."""
    if around.token is not None:
        try:
            return _portal_injector(around, around.token, held)
        except AssistError as error:
            around.told(error.message)
    program = _program("wtype", around)
    if program:
        from desktop_assist.oslayer.keys.wayland import (  # noqa: PLC0415  only here
            WtypeInjector,
        )

        return WtypeInjector(program, around.told)
    return NoInjector()


def _portal_injector(around: Surroundings, token: Path, held: Held) -> Injector:
    from desktop_assist.oslayer.keys.portal import (  # noqa: PLC0415  jeepney is on Linux alone
        PortalInjector,
    )
    from desktop_assist.oslayer.portal.line import BusLine, session_bus  # noqa: PLC0415  as above
    from desktop_assist.oslayer.portal.token import RestoreToken  # noqa: PLC0415  as above

    line = BusLine(session_bus(around.environment), "portal-keys")
    return PortalInjector(line, RestoreToken(token), held, around.told)


def wayland_windows(around: Surroundings) -> WindowSystem:
    """Sway's own account of its windows, or what we know of ours."""
    address = around.environment.get("SWAYSOCK")
    if address:
        from desktop_assist.oslayer.windows.wayland_sway import (  # noqa: PLC0415  only in sway
            SwayWindows,
        )

        try:
            return SwayWindows(address, around.own_windows)
        except AssistError:
            pass  # left over from a session that has ended; the windows are unseen then
    return UnseenWindows(around.own_windows)


def wayland_clipboard(around: Surroundings) -> ClipboardPort | None:
    """Data control where the compositor has it, else wl-clipboard; None where that is missing."""
    from desktop_assist.oslayer.clipboard.wayland import (  # noqa: PLC0415  only here
        WaylandClipboard,
    )
    from desktop_assist.oslayer.clipboard.wayland_control import (  # noqa: PLC0415  only here
        DataControlClipboard,
    )

    copy, paste = _program("wl-copy", around), _program("wl-paste", around)
    try:
        return DataControlClipboard(around.environment, copy)
    except OSError:
        return WaylandClipboard(copy, paste) if copy and paste else None


def _program(name: str, around: Surroundings) -> str:
    return shutil.which(name, path=around.environment.get("PATH")) or ""
