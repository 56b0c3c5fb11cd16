"""Another program on Windows: a window that notes its keys, and a clipboard that it uses.

Started as `python -m tests.wine.inside.other_program`; it obeys lines of JSON, `[do, *values]`,
and answers each with one.
"""

from __future__ import annotations

import base64
import contextlib
import ctypes
import json
import os
import sys
from collections.abc import Iterator
from ctypes import wintypes as w
from typing import Any

from desktop_assist.oslayer.clipboard.base import SavedClipboard
from desktop_assist.oslayer.win32 import clipboard_formats as formats
from desktop_assist.oslayer.win32.api import WINDOW_PROCEDURE, WindowClass, WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread
from desktop_assist.oslayer.win32.window_events import WindowEvent
from desktop_assist.oslayer.windows.windows_following import area_of
from tests.wine.inside.calls import extra_calls

_OVERLAPPED_AND_VISIBLE = 0x10CF0000
_KEY_DOWN, _KEY_UP, _SYSTEM_KEY_DOWN, _SYSTEM_KEY_UP = 0x100, 0x101, 0x104, 0x105
_REPEATED = 1 << 30
_F6 = 0x75
_MINIMISE, _RESTORE = 6, 9
_CLASS = "desktop-assist-other-program"


class OtherProgram:
    """Its windows live on a thread of their own; `obey` is called on another."""

    def __init__(self) -> None:
        self._api = WindowsApi()
        self._more = extra_calls(self._api)
        self._keys: list[str] = []
        self._settled = False
        self._thread = MessageThread("other", self._api)
        self._procedure = WINDOW_PROCEDURE(self._receive)
        self._windows: list[int] = []
        self._thread.ask(self._register)

    def obey(self, do: str, *values: Any) -> Any:
        """Carry out one order, on the thread of the windows."""
        return self._thread.ask(lambda: getattr(self, f"do_{do}")(*values))

    def do_hello(self) -> int:
        return os.getpid()

    def do_open(self, title: str, owner: int) -> int:
        place = (10, 20, 300, 200)
        window = self._api.user32.CreateWindowExW(
            0, _CLASS, title, _OVERLAPPED_AND_VISIBLE, *place, owner or None, None, None, None
        )
        self._windows.append(window)
        self._more.SetForegroundWindow(window)
        return int(window)

    def do_bring(self, window: int) -> None:
        self._api.user32.ShowWindow(window, _RESTORE)
        self._tell(WindowEvent.BACK, window)
        self._more.SetForegroundWindow(window)
        self._tell(WindowEvent.FOREGROUND, window)

    def do_rename(self, window: int, title: str) -> None:
        self._more.SetWindowTextW(window, title)

    def do_put(self, window: int, left: int, top: int, width: int, height: int) -> None:
        self._more.MoveWindow(window, left, top, width, height, True)
        self._tell(WindowEvent.MOVED, window)

    def do_area(self, window: int) -> list[int]:
        area = area_of(self._api, window)
        return [] if area is None else [area.left, area.top, area.width, area.height]

    def do_minimise(self, window: int) -> None:
        self._api.user32.ShowWindow(window, _MINIMISE)
        self._tell(WindowEvent.MINIMISED, window)

    def do_shut(self, window: int) -> None:
        self._windows.remove(window)
        self._api.user32.DestroyWindow(window)
        self._tell(WindowEvent.DESTROYED, window)

    def do_shut_all(self) -> None:
        while self._windows:
            self._api.user32.DestroyWindow(self._windows.pop())

    def do_keys(self) -> list[str]:
        """The keys that went down or up in its windows so far."""
        return list(self._keys)

    def do_settled(self) -> bool:
        """Whether F6 has come in since the keys were forgotten; it is not among them."""
        return self._settled

    def do_forget_keys(self) -> None:
        self._settled = False
        self._keys.clear()

    # The clipboard

    def do_copy(self, contents: dict[str, str]) -> None:
        saved = SavedClipboard({name: base64.b64decode(data) for name, data in contents.items()})
        with self._open():
            self._api.user32.EmptyClipboard()
            formats.put_all(self._api, saved)

    def do_contents(self) -> dict[str, str]:
        with self._open():
            saved = formats.save_all(self._api)
        return {name: base64.b64encode(data).decode() for name, data in saved.formats.items()}

    def do_offered(self) -> list[str]:
        """The names of all formats, none of which is read."""
        with self._open():
            found, number = [], self._api.user32.EnumClipboardFormats(0)
            while number:
                found.append(formats.name_of(self._api, number))
                number = self._api.user32.EnumClipboardFormats(number)
        return found

    def do_read_text(self) -> str | None:
        with self._open():
            return formats.text_on(self._api)

    def do_hold_clipboard(self) -> None:
        self._api.user32.OpenClipboard(self._windows[-1] if self._windows else None)

    def do_let_clipboard_go(self) -> None:
        self._api.user32.CloseClipboard()

    def do_register_hotkey(self, modifiers: int, key: int) -> bool:
        return bool(self._api.user32.RegisterHotKey(self._thread.window, 99, modifiers, key))

    def _tell(self, event: WindowEvent, window: int) -> None:
        """Tell what Windows would: Wine 8 tells only of new windows and of the focus inside one."""
        self._more.NotifyWinEvent(event, window, 0, 0)

    @contextlib.contextmanager
    def _open(self) -> Iterator[None]:
        window = self._windows[-1] if self._windows else self._thread.window
        while not self._api.user32.OpenClipboard(window):
            self._api.user32.MsgWaitForMultipleObjectsEx(0, None, 5, 0, 0)
        try:
            yield
        finally:
            self._api.user32.CloseClipboard()

    def _register(self) -> None:
        described = WindowClass(procedure=self._procedure, name=_CLASS)
        self._api.user32.RegisterClassW(ctypes.byref(described))

    def _receive(self, window: int, message: int, first: int, second: int) -> int:
        if first == _F6 and message in (_KEY_DOWN, _KEY_UP):
            self._settled = True
        elif message in (_KEY_DOWN, _SYSTEM_KEY_DOWN):
            self._keys.append(f"{'*' if second & _REPEATED else '+'}{first:#x}")
        elif message in (_KEY_UP, _SYSTEM_KEY_UP):
            self._keys.append(f"-{first:#x}")
        return int(self._api.user32.DefWindowProcW(window, message, w.WPARAM(first), second))


def main() -> None:
    program = OtherProgram()
    for line in sys.stdin:
        print(json.dumps(program.obey(*json.loads(line))), flush=True)  # noqa: T201  its answer


if __name__ == "__main__":
    main()
