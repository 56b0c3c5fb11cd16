"""Follows one window on Microsoft's system: its place, whether it is seen, what is in front."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes as w

from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread
from desktop_assist.oslayer.win32.processes import process_of
from desktop_assist.oslayer.win32.window_events import WindowEvent, WindowEvents
from desktop_assist.oslayer.windows.base import Area, Frame

_OWNER = 4
_OWNERS_OF_OWNERS = 8
"""Dialogs of dialogs are not nested deeper."""
_VISIBLE_BOUNDS = 9
_OF_ITS_PROGRAM = (
    WindowEvent.MINIMISED,
    WindowEvent.BACK,
    WindowEvent.DESTROYED,
    WindowEvent.SHOWN,
    WindowEvent.HIDDEN,
    WindowEvent.MOVED,
)


def area_of(api: WindowsApi, window: int) -> Area | None:
    """Where the window stands, as it is seen; None when it is gone.

    Windows counts a border of some pixels that nobody sees to a window; the compositor knows.
    """
    place = w.RECT()
    seen = api.dwmapi.DwmGetWindowAttribute(
        window, _VISIBLE_BOUNDS, ctypes.byref(place), ctypes.sizeof(place)
    )
    if seen != 0 and not api.user32.GetWindowRect(window, ctypes.byref(place)):
        return None
    return Area(place.left, place.top, place.right - place.left, place.bottom - place.top)


def _owner_of(api: WindowsApi, window: int) -> int:
    """The window that a dialog belongs to, or `window` where it is no dialog.

    GetAncestor knows the owners of pop-up windows alone.
    """
    for _ in range(_OWNERS_OF_OWNERS):
        owner = api.user32.GetWindow(window, _OWNER)
        if not owner or not api.user32.IsWindowVisible(owner):
            break
        window = owner
    return window


class WindowsFollowing:
    """Listens on a thread of its own, and rests while nothing changes."""

    def __init__(self, api: WindowsApi, window: int, told: Callable[[Frame | None], None]) -> None:
        """`told` is called on that thread."""
        self._api = api
        self._told = told
        self._last: Frame | None = None
        self._ended = False
        self._is_due = False
        self._window = _owner_of(api, window)
        self._thread = MessageThread("following", api)
        self._events = WindowEvents(api, self._heard)
        self._thread.call(self._begin)

    def stop(self) -> None:
        """Follow it no longer; a call of `told` that is under way is waited for."""
        self._ended = True
        self._thread.do(self._events.stop)
        self._thread.stop()

    def _begin(self) -> None:
        process = process_of(self._api, self._window)
        if process:
            self._events.listen(*_OF_ITS_PROGRAM, process=process)
            self._events.listen(WindowEvent.FOREGROUND)
        self._look()

    def _heard(self, event: int, window: int) -> None:
        if window == self._window or event == WindowEvent.FOREGROUND:
            self._look_soon()

    def _look_soon(self) -> None:
        """Look once for all the events that have come; a drag sends hundreds."""
        if not self._is_due:
            self._is_due = True
            self._thread.call(self._look)

    def _look(self) -> None:
        self._is_due = False
        if self._ended:
            return
        frame = self._frame()
        if frame is None or frame != self._last:
            self._tell(frame)

    def _tell(self, frame: Frame | None) -> None:
        self._last = frame
        self._ended = frame is None
        self._told(frame)
        if frame is None:
            self._events.stop()
            self._thread.stop()

    def _frame(self) -> Frame | None:
        user32 = self._api.user32
        if not user32.IsWindow(self._window):
            return None
        is_shown = user32.IsWindowVisible(self._window) and not user32.IsIconic(self._window)
        area = area_of(self._api, self._window)
        if area is None or (not is_shown and self._last is not None):
            # A minimised window stands nowhere: what counts is the place that it comes back to.
            area = self._last.area if self._last else Area(0, 0, 0, 0)
        front = user32.GetForegroundWindow() or 0
        return Frame(area, bool(is_shown), front, process_of(self._api, front) if front else 0)
