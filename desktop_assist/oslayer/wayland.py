"""What serves a Wayland desktop, chosen by what is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardPort
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend
from desktop_assist.oslayer.keys.base import Injector
from desktop_assist.oslayer.keys.none import NoInjector
from desktop_assist.oslayer.keys.permission import DesktopPermission
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.oslayer.windows.base import WindowSystem
from desktop_assist.oslayer.windows.wayland import UnseenWindows
from desktop_assist.text import Message

if TYPE_CHECKING:
    from desktop_assist.oslayer.keys.portal import PortalInjector

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
    """The compositor's virtual keyboard; the portal while its permission is wanted."""
    plain = _plain_injector(around)
    permission = around.permission
    if permission is None:
        return plain
    from desktop_assist.oslayer.keys.asked import AskedInjector  # noqa: PLC0415  only here

    return AskedInjector(plain, lambda: _portal_injector(around, permission, held), permission)


def _plain_injector(around: Surroundings) -> Injector:
    program = _program("wtype", around)
    if not program:
        return NoInjector()
    from desktop_assist.oslayer.keys.wayland import WtypeInjector  # noqa: PLC0415  only here

    return WtypeInjector(program, around.told)


def _portal_injector(
    around: Surroundings, permission: DesktopPermission, held: Held
) -> PortalInjector:
    from desktop_assist.oslayer.keys.portal import (  # noqa: PLC0415  jeepney is on Linux alone
        PortalInjector,
    )
    from desktop_assist.oslayer.portal.line import BusLine, session_bus  # noqa: PLC0415  as above

    def refused(reason: Message) -> None:
        permission.refused(reason)
        around.told(reason)

    line = BusLine(session_bus(around.environment), "portal-keys")
    return PortalInjector(line, permission.token, held, refused, permission.given)


def wayland_windows(around: Surroundings) -> WindowSystem:
    """Sway's own account of its windows, or what we know of ours."""
    address = around.environment.get("SWAYSOCK")
    if address:
        from desktop_assist.oslayer.windows.wayland_sway import (  # noqa: PLC0415  only in sway
            SwayWindows,
        )

        try:
            return SwayWindows(address, around.own_windows)
        except AssistError as error:
            around.told(error.message)
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
