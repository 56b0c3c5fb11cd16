"""The Windows calls that we make, each with its argument and result types.

The names and types are those of Microsoft's Win32 reference. Every module here can be imported on
any system; only `WindowsApi()` needs Windows.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from ctypes import wintypes as w
from typing import Any

RESULT = ctypes.c_ssize_t
"""LRESULT, and every handle that is passed on as a number."""
SIZE = ctypes.c_size_t
POINTER = ctypes.c_void_p

# PySide6 knows 64-bit Windows only, which has one calling convention: CFUNCTYPE is WINFUNCTYPE.
WINDOW_PROCEDURE = ctypes.CFUNCTYPE(RESULT, w.HWND, w.UINT, w.WPARAM, w.LPARAM)
HOOK_PROCEDURE = ctypes.CFUNCTYPE(RESULT, ctypes.c_int, w.WPARAM, w.LPARAM)
EVENT_PROCEDURE = ctypes.CFUNCTYPE(
    None, w.HANDLE, w.DWORD, w.HWND, w.LONG, w.LONG, w.DWORD, w.DWORD
)
WINDOWS_PROCEDURE = ctypes.CFUNCTYPE(w.BOOL, w.HWND, w.LPARAM)


class WindowClass(ctypes.Structure):
    """WNDCLASSW."""

    _fields_ = (
        ("style", w.UINT),
        ("procedure", WINDOW_PROCEDURE),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", w.HINSTANCE),
        ("icon", w.HICON),
        ("cursor", w.HANDLE),
        ("background", w.HBRUSH),
        ("menu", w.LPCWSTR),
        ("name", w.LPCWSTR),
    )


class KeyboardInput(ctypes.Structure):
    """KEYBDINPUT."""

    _fields_ = (
        ("virtual_key", w.WORD),
        ("scan_code", w.WORD),
        ("flags", w.DWORD),
        ("time", w.DWORD),
        ("extra", SIZE),
    )


class MouseInput(ctypes.Structure):
    """MOUSEINPUT: the largest of what an INPUT may hold, so it gives INPUT its size."""

    _fields_ = (
        ("x", w.LONG),
        ("y", w.LONG),
        ("data", w.DWORD),
        ("flags", w.DWORD),
        ("time", w.DWORD),
        ("extra", SIZE),
    )


class InputUnion(ctypes.Union):
    """What an INPUT holds."""

    _fields_ = (("key", KeyboardInput), ("mouse", MouseInput))


class Input(ctypes.Structure):
    """INPUT."""

    _fields_ = (("kind", w.DWORD), ("what", InputUnion))


class HookedKey(ctypes.Structure):
    """KBDLLHOOKSTRUCT."""

    _fields_ = (
        ("virtual_key", w.DWORD),
        ("scan_code", w.DWORD),
        ("flags", w.DWORD),
        ("time", w.DWORD),
        ("extra", SIZE),
    )


Prototype = tuple[Any, ...]
"""The type of the result, then those of the arguments."""

_USER32: Mapping[str, Prototype] = {
    "AddClipboardFormatListener": (w.BOOL, w.HWND),
    "BringWindowToTop": (w.BOOL, w.HWND),
    "CallNextHookEx": (RESULT, w.HANDLE, ctypes.c_int, w.WPARAM, w.LPARAM),
    "CloseClipboard": (w.BOOL,),
    "CreateWindowExW": (
        w.HWND, w.DWORD, w.LPCWSTR, w.LPCWSTR, w.DWORD, ctypes.c_int, ctypes.c_int,
        ctypes.c_int, ctypes.c_int, w.HWND, w.HMENU, w.HINSTANCE, POINTER,
    ),
    "DefWindowProcW": (RESULT, w.HWND, w.UINT, w.WPARAM, w.LPARAM),
    "DestroyWindow": (w.BOOL, w.HWND),
    "DispatchMessageW": (RESULT, ctypes.POINTER(w.MSG)),
    "EmptyClipboard": (w.BOOL,),
    "EnumChildWindows": (w.BOOL, w.HWND, WINDOWS_PROCEDURE, w.LPARAM),
    "EnumClipboardFormats": (w.UINT, w.UINT),
    "GetAsyncKeyState": (w.SHORT, ctypes.c_int),
    "GetClassNameW": (ctypes.c_int, w.HWND, w.LPWSTR, ctypes.c_int),
    "GetClipboardData": (w.HANDLE, w.UINT),
    "GetClipboardFormatNameW": (ctypes.c_int, w.UINT, w.LPWSTR, ctypes.c_int),
    "GetClipboardOwner": (w.HWND,),
    "GetClipboardSequenceNumber": (w.DWORD,),
    "GetForegroundWindow": (w.HWND,),
    "GetKeyboardLayout": (w.HANDLE, w.DWORD),
    "GetMessageW": (ctypes.c_int, ctypes.POINTER(w.MSG), w.HWND, w.UINT, w.UINT),
    "GetOpenClipboardWindow": (w.HWND,),
    "GetWindow": (w.HWND, w.HWND, w.UINT),
    "GetWindowRect": (w.BOOL, w.HWND, ctypes.POINTER(w.RECT)),
    "GetWindowTextW": (ctypes.c_int, w.HWND, w.LPWSTR, ctypes.c_int),
    "GetWindowThreadProcessId": (w.DWORD, w.HWND, ctypes.POINTER(w.DWORD)),
    "IsIconic": (w.BOOL, w.HWND),
    "IsWindow": (w.BOOL, w.HWND),
    "IsWindowVisible": (w.BOOL, w.HWND),
    "KillTimer": (w.BOOL, w.HWND, SIZE),
    "MapVirtualKeyW": (w.UINT, w.UINT, w.UINT),
    "MsgWaitForMultipleObjectsEx": (w.DWORD, w.DWORD, POINTER, w.DWORD, w.DWORD, w.DWORD),
    "OpenClipboard": (w.BOOL, w.HWND),
    "PeekMessageW": (w.BOOL, ctypes.POINTER(w.MSG), w.HWND, w.UINT, w.UINT, w.UINT),
    "PostMessageW": (w.BOOL, w.HWND, w.UINT, w.WPARAM, w.LPARAM),
    "PostQuitMessage": (None, ctypes.c_int),
    "RegisterClassW": (w.ATOM, ctypes.POINTER(WindowClass)),
    "RegisterClipboardFormatW": (w.UINT, w.LPCWSTR),
    "RegisterHotKey": (w.BOOL, w.HWND, ctypes.c_int, w.UINT, w.UINT),
    "RemoveClipboardFormatListener": (w.BOOL, w.HWND),
    "SendInput": (w.UINT, w.UINT, ctypes.POINTER(Input), ctypes.c_int),
    "SetClipboardData": (w.HANDLE, w.UINT, w.HANDLE),
    "SetForegroundWindow": (w.BOOL, w.HWND),
    "SetTimer": (SIZE, w.HWND, SIZE, w.UINT, POINTER),
    "SetWinEventHook": (
        w.HANDLE, w.DWORD, w.DWORD, w.HMODULE, EVENT_PROCEDURE, w.DWORD, w.DWORD, w.DWORD,
    ),
    "SetWindowsHookExW": (w.HANDLE, ctypes.c_int, HOOK_PROCEDURE, w.HINSTANCE, w.DWORD),
    "ShowWindow": (w.BOOL, w.HWND, ctypes.c_int),
    "TranslateMessage": (w.BOOL, ctypes.POINTER(w.MSG)),
    "UnhookWinEvent": (w.BOOL, w.HANDLE),
    "UnhookWindowsHookEx": (w.BOOL, w.HANDLE),
    "UnregisterClassW": (w.BOOL, w.LPCWSTR, w.HINSTANCE),
    "UnregisterHotKey": (w.BOOL, w.HWND, ctypes.c_int),
    "VkKeyScanW": (w.SHORT, w.WCHAR),
}  # fmt: skip

_KERNEL32: Mapping[str, Prototype] = {
    "CloseHandle": (w.BOOL, w.HANDLE),
    "GetCurrentProcess": (w.HANDLE,),
    "GetModuleHandleW": (w.HMODULE, w.LPCWSTR),
    "GlobalAlloc": (w.HGLOBAL, w.UINT, SIZE),
    "GlobalFree": (w.HGLOBAL, w.HGLOBAL),
    "GlobalLock": (POINTER, w.HGLOBAL),
    "GlobalSize": (SIZE, w.HGLOBAL),
    "GlobalUnlock": (w.BOOL, w.HGLOBAL),
    "OpenProcess": (w.HANDLE, w.DWORD, w.BOOL, w.DWORD),
    "QueryFullProcessImageNameW": (
        w.BOOL, w.HANDLE, w.DWORD, w.LPWSTR, ctypes.POINTER(w.DWORD),
    ),
}  # fmt: skip

_ADVAPI32: Mapping[str, Prototype] = {
    "GetSidSubAuthority": (ctypes.POINTER(w.DWORD), POINTER, w.DWORD),
    "GetSidSubAuthorityCount": (ctypes.POINTER(ctypes.c_ubyte), POINTER),
    "GetTokenInformation": (
        w.BOOL, w.HANDLE, ctypes.c_int, POINTER, w.DWORD, ctypes.POINTER(w.DWORD),
    ),
    "OpenProcessToken": (w.BOOL, w.HANDLE, w.DWORD, ctypes.POINTER(w.HANDLE)),
}  # fmt: skip

_GDI32: Mapping[str, Prototype] = {
    "GetEnhMetaFileBits": (w.UINT, w.HANDLE, w.UINT, POINTER),
    "SetEnhMetaFileBits": (w.HANDLE, w.UINT, ctypes.c_char_p),
}

_WTSAPI32: Mapping[str, Prototype] = {
    "WTSRegisterSessionNotification": (w.BOOL, w.HWND, w.DWORD),
    "WTSUnRegisterSessionNotification": (w.BOOL, w.HWND),
}

_DWMAPI: Mapping[str, Prototype] = {
    "DwmGetWindowAttribute": (w.LONG, w.HWND, w.DWORD, POINTER, w.DWORD),
}


class WindowsApi:
    """The libraries, opened for ourselves: other packages' types for the same calls stay theirs."""

    def __init__(self) -> None:
        """Raises: OSError: this is not Windows, or a call is missing from it."""
        self.user32 = _opened("user32", _USER32)
        self.kernel32 = _opened("kernel32", _KERNEL32)
        self.advapi32 = _opened("advapi32", _ADVAPI32)
        self.gdi32 = _opened("gdi32", _GDI32)
        self.wtsapi32 = _opened("wtsapi32", _WTSAPI32)
        self.dwmapi = _opened("dwmapi", _DWMAPI)


def last_error() -> int:
    """GetLastError of the last call that this thread made through `WindowsApi`."""
    if sys.platform != "win32":
        return 0
    return ctypes.get_last_error()


def _opened(name: str, prototypes: Mapping[str, Prototype]) -> Any:
    if sys.platform != "win32":
        raise OSError(f"{name} is a library of Windows")
    library = ctypes.WinDLL(name, use_last_error=True)
    for function, (result, *arguments) in prototypes.items():
        found = getattr(library, function)
        found.restype, found.argtypes = result, arguments
    return library
