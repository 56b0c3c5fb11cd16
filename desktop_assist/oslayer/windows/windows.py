"""Windows of other programs on Microsoft's system, by window number and process."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes as w

from desktop_assist.core.pasting.title import same_title
from desktop_assist.oslayer.win32.api import WINDOWS_PROCEDURE, WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread
from desktop_assist.oslayer.win32.processes import process_of, program_name
from desktop_assist.oslayer.win32.window_events import WindowEvent, WindowEvents
from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target
from desktop_assist.oslayer.windows.windows_following import WindowsFollowing, area_of

_TITLE_LENGTH = 1_024
_RESTORE = 9
_STORE_FRAME = "applicationframehost"
"""Programs of the Store show their windows inside those of this one."""


class WindowsWindows:
    """The foreground window; `application` is its program's file name without `.exe`.

    Window classes tell little on this system: every Chromium's is the same, and WeChat's changes
    with its version. `reader` is the process, as the clipboard names whoever opens it.
    """

    name = "windows"

    def __init__(self, api: WindowsApi) -> None:
        self._api = api
        self._watcher: MessageThread | None = None
        self._events: WindowEvents | None = None

    def foreground(self) -> Target | None:
        window = self._api.user32.GetForegroundWindow()
        return self._describe(window) if window else None

    def is_foreground(self, target: Target) -> bool:
        now = self.foreground()
        return (
            now is not None
            and now.handle == target.handle
            and now.reader == target.reader
            and same_title(now.title, target.title)
        )

    def area(self, target: Target) -> Area | None:
        return area_of(self._api, target.handle)

    def activate(self, target: Target) -> None:
        if self._api.user32.IsIconic(target.handle):
            self._api.user32.ShowWindow(target.handle, _RESTORE)
        self._api.user32.SetForegroundWindow(target.handle)

    def watch(self, changed: Callable[[], None]) -> None:
        watcher = MessageThread("windows", self._api)
        events = WindowEvents(self._api, lambda _event, _window: changed())
        watcher.ask(lambda: events.listen(WindowEvent.FOREGROUND, WindowEvent.BACK))
        self._watcher, self._events = watcher, events

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        return WindowsFollowing(self._api, target.handle, told)

    def close(self) -> None:
        if self._watcher is not None and self._events is not None:
            self._watcher.do(self._events.stop)
            self._watcher.stop()

    def _describe(self, window: int) -> Target:
        process = process_of(self._api, window)
        program = program_name(self._api, process)
        if program == _STORE_FRAME:
            process = self._inner_process(window, process)
            program = program_name(self._api, process)
        return Target(window, self._title_of(window), program, process)

    def _title_of(self, window: int) -> str:
        """Windows keeps the titles of other programs' windows; none of those is asked."""
        title = ctypes.create_unicode_buffer(_TITLE_LENGTH)
        self._api.user32.GetWindowTextW(window, title, _TITLE_LENGTH)
        return title.value

    def _inner_process(self, window: int, frame: int) -> int:
        found: list[int] = []

        def look(child: int, _unused: int) -> bool:
            process = process_of(self._api, child)
            if process not in (0, frame):
                found.append(process)
            return not found

        self._api.user32.EnumChildWindows(window, WINDOWS_PROCEDURE(look), w.LPARAM(0))
        return found[0] if found else frame
