"""The clipboard's formats as bytes, and back. Whoever calls holds the clipboard open."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop_assist.oslayer.clipboard.base import SavedClipboard
from desktop_assist.oslayer.win32.api import WindowsApi

UNICODE_TEXT = 13
TEXT_NAME = "CF_UNICODETEXT"

_STANDARD: Mapping[int, str] = {
    1: "CF_TEXT", 2: "CF_BITMAP", 3: "CF_METAFILEPICT", 4: "CF_SYLK", 5: "CF_DIF", 6: "CF_TIFF",
    7: "CF_OEMTEXT", 8: "CF_DIB", 9: "CF_PALETTE", 10: "CF_PENDATA", 11: "CF_RIFF", 12: "CF_WAVE",
    UNICODE_TEXT: TEXT_NAME, 14: "CF_ENHMETAFILE", 15: "CF_HDROP", 16: "CF_LOCALE", 17: "CF_DIBV5",
}  # fmt: skip
_NUMBERS: Mapping[str, int] = {name: number for number, name in _STANDARD.items()}

_BITMAPS = (8, 17)
"""The two encodings of a picture as memory: Windows makes each from the other (winuser.h)."""
_NO_MEMORY = frozenset({2, 3, 9, 0x80, 0x82, 0x83, 0x8E, *range(0x300, 0x400)})
"""Handles to drawings. Windows makes 2, 3 and 9 anew from what is kept; the rest are private."""

_ENHANCED_METAFILE = 14
_FIRST_REGISTERED = 0xC000
# Pointers into the program that put them there: nothing to anybody once it has been replaced.
_OF_ITS_OWNER = frozenset({"DataObject", "Ole Private Data"})
# Asking for these starts the program behind a linked object, which may take seconds and ask back.
_LINKS = frozenset(
    {"Link Source", "Link Source Descriptor", "ObjectLink", "OwnerLink", "Native", "Embed Source",
     "Embedded Object"}
)  # fmt: skip

ALL_FORMATS_S = 1.5
ALL_FORMATS_BYTES = 64 * 1024 * 1024
_MOVEABLE = 0x0002


@dataclass(frozen=True, slots=True)
class SavedWindowsClipboard(SavedClipboard):
    """`sequence` is the clipboard's number at that moment; each change makes it another one."""

    sequence: int = 0


def save_all(api: WindowsApi) -> SavedWindowsClipboard:
    """Every format, bounded in size and time."""
    offered = tuple(_offered(api))
    formats: dict[str, bytes] = {}
    dropped: list[str] = []
    size, end = 0, time.monotonic() + ALL_FORMATS_S
    for number in _worth_keeping(offered):
        name = name_of(api, number)
        if name in _OF_ITS_OWNER:
            continue
        late = time.monotonic() > end or name in _LINKS
        content = None if late else _content(api, number)
        if content is None or size + len(content) > ALL_FORMATS_BYTES:
            dropped.append(name)
            continue
        formats[name] = content
        size += len(content)
    sequence = api.user32.GetClipboardSequenceNumber()
    return SavedWindowsClipboard(formats, tuple(dropped), not offered, sequence)


def put_all(api: WindowsApi, saved: SavedClipboard) -> None:
    """Put every format of `saved` on the clipboard, which is empty and ours."""
    for name, content in saved.formats.items():
        number = number_of(api, name)
        if number == _ENHANCED_METAFILE:
            api.user32.SetClipboardData(number, api.gdi32.SetEnhMetaFileBits(len(content), content))
        elif number:
            put(api, number, content)


def put(api: WindowsApi, number: int, content: bytes) -> None:
    """Put one format there; the memory is Windows' from then on."""
    handle = api.kernel32.GlobalAlloc(_MOVEABLE, max(1, len(content)))
    place = api.kernel32.GlobalLock(handle)
    ctypes.memmove(place, content, len(content))
    api.kernel32.GlobalUnlock(handle)
    if not api.user32.SetClipboardData(number, handle):
        api.kernel32.GlobalFree(handle)


def text_on(api: WindowsApi) -> str | None:
    """The text that is there; None where there is none."""
    content = _content(api, UNICODE_TEXT)
    return None if content is None else text_of(content)


def text_of(content: bytes) -> str:
    """CF_UNICODETEXT as Python writes text: it ends at the first NUL, lines at LF."""
    even = content[: len(content) // 2 * 2]
    return even.decode("utf-16-le", "replace").split("\0", 1)[0].replace("\r\n", "\n")


def bytes_of(text: str) -> bytes:
    """`text` as CF_UNICODETEXT: lines end with CR LF, the text with a NUL."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return lines.encode("utf-16-le", "surrogatepass") + b"\0\0"


def name_of(api: WindowsApi, number: int) -> str:
    """The format's name; `#512` where it has none."""
    if number in _STANDARD or number < _FIRST_REGISTERED:
        return _STANDARD.get(number, f"#{number}")
    name = ctypes.create_unicode_buffer(256)
    api.user32.GetClipboardFormatNameW(number, name, len(name))
    return name.value or f"#{number}"


def number_of(api: WindowsApi, name: str) -> int:
    """The number of the format of that name."""
    if name in _NUMBERS:
        return _NUMBERS[name]
    if name.startswith("#") and name[1:].isdecimal():
        return int(name[1:])
    return int(api.user32.RegisterClipboardFormatW(name))


def _offered(api: WindowsApi) -> Iterator[int]:
    number = api.user32.EnumClipboardFormats(0)
    while number:
        yield number
        number = api.user32.EnumClipboardFormats(number)


def _worth_keeping(offered: tuple[int, ...]) -> Iterator[int]:
    """All but what Windows makes anew, or what is no memory.

    What the owner put there comes first, what Windows makes of it after that.
    """
    picture = next((number for number in offered if number in _BITMAPS), 0)
    for number in offered:
        if number not in _NO_MEMORY and (number not in _BITMAPS or number == picture):
            yield number


def _content(api: WindowsApi, number: int) -> bytes | None:
    handle = api.user32.GetClipboardData(number)
    if not handle:
        return None
    read: Callable[[WindowsApi, int], bytes | None] = (
        _metafile if number == _ENHANCED_METAFILE else _memory
    )
    return read(api, handle)


def _memory(api: WindowsApi, handle: int) -> bytes | None:
    place = api.kernel32.GlobalLock(handle)
    if not place:
        return None  # a handle of another sort: private formats may hold anything
    content = ctypes.string_at(place, api.kernel32.GlobalSize(handle))
    api.kernel32.GlobalUnlock(handle)
    return content


def _metafile(api: WindowsApi, handle: int) -> bytes | None:
    size = api.gdi32.GetEnhMetaFileBits(handle, 0, None)
    content = ctypes.create_string_buffer(size or 1)
    api.gdi32.GetEnhMetaFileBits(handle, size, content)
    return content.raw[:size] if size else None
