"""Which backend serves the clipboard here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_assist.oslayer.clipboard.base import ClipboardPort
from desktop_assist.oslayer.clipboard.both import BothSelections
from desktop_assist.oslayer.session import Session
from desktop_assist.oslayer.surroundings import Surroundings


def choose_clipboards(
    session: Session,
    reencode: Callable[[bytes, str], bytes | None],
    other: Callable[[], ClipboardPort],
    around: Surroundings | None = None,
) -> Mapping[str, ClipboardPort]:
    """The clipboards of `session`, named as in `core.application.Selection`.

    `other` makes the one for systems without a backend of their own; `reencode` another encoding
    of a PNG, for pictures that were on offer in several.
    """
    if session == "x11":
        from desktop_assist.oslayer.clipboard.x11 import X11Clipboard  # noqa: PLC0415  only on X11

        clipboard = X11Clipboard(reencode)
        primary = X11Clipboard(reencode, "PRIMARY", beside=clipboard)
        return {"clipboard": clipboard, "both": BothSelections(clipboard, primary)}
    if session == "windows":
        from desktop_assist.oslayer.clipboard.windows import (  # noqa: PLC0415  only on Windows
            WindowsClipboard,
        )
        from desktop_assist.oslayer.win32.api import WindowsApi  # noqa: PLC0415  as above

        return {"clipboard": WindowsClipboard(WindowsApi())}
    if session == "wayland" and around is not None:
        from desktop_assist.oslayer.wayland import wayland_clipboard  # noqa: PLC0415  only there

        return {"clipboard": wayland_clipboard(around) or other()}
    if session == "macos" and around is not None:
        from desktop_assist.oslayer.macos.seams import mac_seams  # noqa: PLC0415  only on macOS

        return {"clipboard": mac_seams(around).clipboard()}
    return {"clipboard": other()}
