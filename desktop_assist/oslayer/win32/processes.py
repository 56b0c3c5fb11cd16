"""Programs by number: their names, and whether they run with more rights than we do."""

from __future__ import annotations

import ctypes
from ctypes import wintypes as w
from pathlib import PureWindowsPath

from desktop_assist.oslayer.win32.api import WindowsApi, last_error

_QUERY_LIMITED = 0x1000
_TOKEN_QUERY = 0x0008
_INTEGRITY_LEVEL = 25
_ACCESS_DENIED = 5
_PATH_LENGTH = 32_768


def process_of(api: WindowsApi, window: int | None) -> int:
    """The number of the window's process; 0 where it is gone or there is none."""
    number = w.DWORD()
    api.user32.GetWindowThreadProcessId(window, ctypes.byref(number))
    return number.value


def program_name(api: WindowsApi, process: int) -> str:
    """The program's file name, lower-case and without `.exe`; empty where it cannot be told."""
    handle = api.kernel32.OpenProcess(_QUERY_LIMITED, False, process)
    if not handle:
        return ""
    path, length = ctypes.create_unicode_buffer(_PATH_LENGTH), w.DWORD(_PATH_LENGTH)
    found = api.kernel32.QueryFullProcessImageNameW(handle, 0, path, ctypes.byref(length))
    api.kernel32.CloseHandle(handle)
    return PureWindowsPath(path.value).name.lower().removesuffix(".exe") if found else ""


def outranks_us(api: WindowsApi, process: int) -> bool:
    """Whether `process` runs with more rights, so that Windows keeps our keys from it (UIPI).

    Windows itself does not tell: SendInput reports success, and no key arrives.
    """
    theirs = _integrity(api, process)
    ours = _integrity_of(api, api.kernel32.GetCurrentProcess())
    return theirs is not None and ours is not None and theirs > ours


def _integrity(api: WindowsApi, process: int) -> int | None:
    """The mandatory level (0x2000 medium, 0x3000 high); None where it cannot be told.

    A process that lets nobody look at its rights has more of them.
    """
    handle = api.kernel32.OpenProcess(_QUERY_LIMITED, False, process)
    if not handle:
        return _HIGHEST if last_error() == _ACCESS_DENIED else None
    level = _integrity_of(api, handle)
    denied = level is None and last_error() == _ACCESS_DENIED
    api.kernel32.CloseHandle(handle)
    return _HIGHEST if denied else level


_HIGHEST = 0x7FFFFFFF


def _integrity_of(api: WindowsApi, process: int) -> int | None:
    token = w.HANDLE()
    if not api.advapi32.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        return None
    length = w.DWORD()
    label = ctypes.create_string_buffer(256)
    known = api.advapi32.GetTokenInformation(
        token, _INTEGRITY_LEVEL, label, len(label), ctypes.byref(length)
    )
    level = _last_part(api, ctypes.c_void_p.from_buffer(label).value) if known else None
    api.kernel32.CloseHandle(token)
    return level


def _last_part(api: WindowsApi, sid: int | None) -> int | None:
    """The level is the last part of the label's security identifier."""
    if not sid:
        return None
    count = api.advapi32.GetSidSubAuthorityCount(sid).contents.value
    return int(api.advapi32.GetSidSubAuthority(sid, count - 1).contents.value)
