"""The clipboard of Microsoft's system by delayed rendering: it asks when somebody pastes.

Windows keeps one clipboard for all programs. So it is not touched before the chord: until then
everyone has what was there. From the chord on the reply is announced without its text, and marked
so that clipboard managers leave it alone. WM_RENDERFORMAT is the moment of a read, and the window
that has the clipboard open then tells who reads. A program other than the target is given nothing;
the text stays announced, and Windows asks again for the next one. Once the target has read it the
text lies there for everyone, until it is given back.
"""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Callable, Iterator
from ctypes import wintypes as w
from dataclasses import dataclass
from enum import Enum
from functools import partial

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.win32 import clipboard_formats as formats
from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread, ThreadEndedError
from desktop_assist.oslayer.win32.processes import process_of
from desktop_assist.text import say

_RENDER, _RENDER_ALL, _UPDATED = 0x0305, 0x0306, 0x031D
_MARKS: tuple[tuple[str, bytes], ...] = (
    ("ExcludeClipboardContentFromMonitorProcessing", bytes(4)),
    ("CanIncludeInClipboardHistory", bytes(4)),
    ("CanUploadToCloudClipboard", bytes(4)),
    ("Clipboard Viewer Ignore", bytes(4)),
)
"""What Windows' own history and clipboard managers look for; each is a DWORD of 0."""
_TRIES, _BETWEEN_TRIES_MS = 40, 5
_RETRY_MS, _RETRIES = 50, 100
_SENT_MESSAGES = 0x0040


class _Readers(Enum):
    """Who is given the reply."""

    NOBODY = "it is not on the clipboard"
    NOBODY_YET = "the reply before it is still there, in its place"
    TARGET = "the target"
    ALL = "everyone"


@dataclass(slots=True)
class _Offer:
    """A reply, what was there before, who hears of it, and who is given it."""

    text: str
    saved: SavedClipboard
    told: Callable[[ClipboardEvent], None]
    readers: _Readers = _Readers.NOBODY
    reader: int = 0

    @property
    def shown(self) -> bool:
        return self.readers is not _Readers.NOBODY


@dataclass(frozen=True, slots=True, eq=False)
class _Copy:
    """Somebody who waits for `reader` to copy."""

    reader: int
    done: Callable[[str | None], None]


class WindowsClipboard:
    """On a thread of its own: a program that is slow to hand out its contents holds up nobody."""

    name = "windows"
    confirms_reads = True

    def __init__(self, api: WindowsApi) -> None:
        """Raises: OSError: Windows made no window for messages."""
        self._api = api
        self._offer: _Offer | None = None
        self._copies: list[_Copy] = []
        self._thread = MessageThread("clipboard", api)
        self._thread.ask(self._begin)

    def _begin(self) -> None:
        self._thread.handle = self._handle
        self._api.user32.AddClipboardFormatListener(self._thread.window)

    # From outside

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        self._thread.call(lambda: self._save(done))

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        self._thread.do(lambda: self._take(_Offer(text, saved, told)))

    def arm(self, reader: int) -> bool:
        """Raises: AssistError: another program holds the clipboard; nothing has changed."""
        return self._show(_Readers.TARGET if reader else _Readers.ALL, reader)

    def leave(self) -> None:
        """Raises: AssistError: another program holds the clipboard; nothing has changed."""
        offer = self._offer
        if offer is not None and offer.readers in (_Readers.TARGET, _Readers.ALL):
            offer.readers = _Readers.ALL  # the target may be reading it right now: leave it open
        else:
            self._show(_Readers.ALL, 0)

    def restore(self) -> None:
        self._thread.do(self._restore)

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        self._thread.do(lambda: self._await_copy(_Copy(reader, done), wait_ms))

    def put_back(self, saved: SavedClipboard) -> None:
        self._thread.do(lambda: self._put_back(saved))

    def read_text(self, done: Callable[[str | None], None]) -> None:
        self._thread.call(lambda: self._read_text(done))

    def close(self) -> None:
        """What is given back lies with Windows itself, and outlives this program."""
        self._thread.do(self._restore)
        self._thread.stop()

    # On the thread

    def _save(self, done: Callable[[SavedClipboard], None]) -> None:
        if self._offer is not None and self._offer.shown:
            done(self._offer.saved)
            return
        with self._open():
            saved = formats.save_all(self._api)
        done(saved)

    def _take(self, offer: _Offer) -> None:
        before, self._offer = self._offer, offer
        if before is not None and before.shown and self._is_ours():
            offer.readers = _Readers.NOBODY_YET
        elif self._has_changed(offer.saved):
            self._lose()

    def _has_changed(self, saved: SavedClipboard) -> bool:
        """Whether something else was copied since; another backend's contents do not tell."""
        now = self._api.user32.GetClipboardSequenceNumber()
        return isinstance(saved, formats.SavedWindowsClipboard) and saved.sequence != now

    def _show(self, readers: _Readers, reader: int) -> bool:
        with contextlib.suppress(ThreadEndedError):
            return self._thread.ask(lambda: self._announce(readers, reader))
        return False

    def _announce(self, readers: _Readers, reader: int) -> bool:
        """Own the clipboard with the reply announced, its text in waiting."""
        offer = self._offer
        if offer is None or (offer.shown and not self._is_ours()):
            return False
        if not offer.shown and self._has_changed(offer.saved):
            self._lose()
            return False
        with self._open():
            self._api.user32.EmptyClipboard()
            offer.readers, offer.reader = readers, reader
            for name, content in _MARKS:
                formats.put(self._api, formats.number_of(self._api, name), content)
            self._api.user32.SetClipboardData(formats.UNICODE_TEXT, None)
        return True

    def _restore(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None and offer.shown and self._is_ours():
            self._put_back(offer.saved)

    def _put_back(self, saved: SavedClipboard, tries: int = _RETRIES) -> None:
        """Own the clipboard with `saved`; while another program holds it, wait for our turn."""
        self._offer = None
        try:
            with self._open():
                self._api.user32.EmptyClipboard()
                formats.put_all(self._api, saved)
        except AssistError:
            if tries == 0:
                raise
            self._thread.later(_RETRY_MS, lambda: self._put_back_if_ours(saved, tries - 1))

    def _put_back_if_ours(self, saved: SavedClipboard, tries: int) -> None:
        if self._offer is None and self._is_ours():
            self._put_back(saved, tries)

    def _read_text(self, done: Callable[[str | None], None]) -> None:
        if self._offer is not None and self._offer.shown:
            content = self._offer.saved.formats.get(formats.TEXT_NAME)
            done(None if content is None else formats.text_of(content))
            return
        text: str | None = None
        with contextlib.suppress(AssistError), self._open():  # who cannot be read has no text
            text = formats.text_on(self._api)
        done(text)

    def _await_copy(self, copy: _Copy, wait_ms: float) -> None:
        self._copies.append(copy)
        self._thread.later(wait_ms, lambda: self._end_copy(copy, None))

    def _end_copy(self, copy: _Copy, text: str | None) -> None:
        if copy in self._copies:
            self._copies.remove(copy)
            copy.done(text)

    def _copied(self, copy: _Copy, text: str | None) -> None:
        self._end_copy(copy, text or "")

    # What Windows tells

    def _handle(self, message: int, number: int, _unused: int) -> int | None:
        if message == _RENDER:
            self._render(number)
        elif message == _RENDER_ALL:
            return 0  # we end: what was there before has been given back already
        elif message == _UPDATED:
            self._updated()
        else:
            return None
        return 0

    def _render(self, number: int) -> None:
        """Hand the text out, or not; whoever reads has the clipboard open meanwhile."""
        offer = self._offer
        if offer is None or number != formats.UNICODE_TEXT:
            return
        reader = process_of(self._api, self._api.user32.GetOpenClipboardWindow())
        if offer.readers is _Readers.NOBODY_YET:
            return
        if offer.readers is _Readers.TARGET and reader not in (0, offer.reader):
            return
        formats.put(self._api, number, formats.bytes_of(offer.text))
        if offer.readers is _Readers.TARGET or self._may_be_a_paste(reader):
            offer.told(ClipboardEvent.READ)

    def _may_be_a_paste(self, reader: int) -> bool:
        """Whether the reader is the program in front; one that did not say may be."""
        front = process_of(self._api, self._api.user32.GetForegroundWindow())
        return reader in (0, front)

    def _updated(self) -> None:
        if self._is_ours():
            return
        offer = self._offer
        if offer is not None and (offer.shown or self._has_changed(offer.saved)):
            self._lose()
        by = process_of(self._api, self._api.user32.GetClipboardOwner())
        for copy in [one for one in self._copies if by in (0, one.reader) or not one.reader]:
            self._read_text(partial(self._copied, copy))

    def _lose(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None:
            offer.told(ClipboardEvent.LOST)

    def _is_ours(self) -> bool:
        return bool(self._api.user32.GetClipboardOwner() == self._thread.window)

    @contextlib.contextmanager
    def _open(self) -> Iterator[None]:
        """The clipboard, open and ours alone. Other programs hold it for milliseconds.

        Raises:
            AssistError: one holds it for 0.2 s.
        """
        user32 = self._api.user32
        for _ in range(_TRIES):
            if user32.OpenClipboard(self._thread.window):
                break
            # Rests, and meanwhile answers whoever asks our window for a text.
            user32.MsgWaitForMultipleObjectsEx(0, None, _BETWEEN_TRIES_MS, _SENT_MESSAGES, 0)
            user32.PeekMessageW(ctypes.byref(w.MSG()), self._thread.window, 1, 1, 0)
        else:
            raise AssistError(
                say("Clipboard", "Another program holds the clipboard; nothing was pasted."),
                say("Clipboard", "Try once more."),
            )
        try:
            yield
        finally:
            user32.CloseClipboard()
