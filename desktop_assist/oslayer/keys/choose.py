"""Which backend presses keys here."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.keys.base import Injector
from desktop_assist.oslayer.keys.none import NoInjector
from desktop_assist.oslayer.session import Session
from desktop_assist.oslayer.surroundings import Surroundings


def choose_injector(
    session: Session,
    around: Surroundings | None = None,
    held: Callable[[], tuple[str, ...]] = tuple,
) -> Injector:
    """The backend for `session`; one that presses nothing where no program may.

    `held`: see `hotkeys.choose.ChosenHotkeys`.
    """
    if session == "wayland" and around is not None:
        from desktop_assist.oslayer.wayland import wayland_injector  # noqa: PLC0415  only there

        return wayland_injector(around, held)
    if session == "x11":
        from desktop_assist.oslayer.keys.xtest import XTestInjector  # noqa: PLC0415  only on X11

        return XTestInjector()
    if session == "windows":
        from desktop_assist.oslayer.keys.windows import (  # noqa: PLC0415  only on Windows
            WindowsInjector,
        )
        from desktop_assist.oslayer.win32.api import WindowsApi  # noqa: PLC0415  as above

        return WindowsInjector(WindowsApi())
    return _on_a_mac(around) if session == "macos" else NoInjector()


def _on_a_mac(around: Surroundings | None) -> Injector:
    if around is not None:
        from desktop_assist.oslayer.macos.seams import mac_seams  # noqa: PLC0415  only on macOS

        return mac_seams(around).injector()
    from desktop_assist.oslayer.keys.keyboard_library import (  # noqa: PLC0415  loads hooks
        KeyboardInjector,
    )

    try:
        return KeyboardInjector()
    except AssistError:
        return NoInjector()  # the sentence about the hotkeys tells the same reason
