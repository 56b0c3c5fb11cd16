"""Windows calls that only the tests make."""

from __future__ import annotations

import ctypes
from ctypes import wintypes as w
from typing import Any

from desktop_assist.oslayer.win32.api import WindowsApi

_PLACE = (ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int)


def extra_calls(api: WindowsApi) -> Any:
    """user32 with what the program itself does not need."""
    prototypes: dict[str, tuple[Any, ...]] = {
        "SetForegroundWindow": (w.BOOL, w.HWND),
        "NotifyWinEvent": (None, w.DWORD, w.HWND, w.LONG, w.LONG),
        "SetWindowTextW": (w.BOOL, w.HWND, w.LPCWSTR),
        "MoveWindow": (w.BOOL, w.HWND, *_PLACE, w.BOOL),
        "FindWindowExW": (w.HWND, w.HWND, w.HWND, w.LPCWSTR, w.LPCWSTR),
        "SendMessageW": (ctypes.c_ssize_t, w.HWND, w.UINT, w.WPARAM, ctypes.c_void_p),
        "GetWindowDpiAwarenessContext": (w.HANDLE, w.HWND),
        "AreDpiAwarenessContextsEqual": (w.BOOL, w.HANDLE, w.HANDLE),
    }
    for name, (result, *arguments) in prototypes.items():
        call = getattr(api.user32, name)
        call.restype, call.argtypes = result, arguments
    return api.user32
