"""The Wayland clipboard through wl-clipboard, the programs that pyperclip runs there too.

A Wayland program may set the clipboard only while it has the keyboard, and when we paste another
one has it. wl-copy may all the same: by the data-control protocol, or on GNOME by a window that
nobody sees. pyperclip knows text alone and waits for ever, so the programs are run from here: on a
thread of their own, with a limit, and a picture is kept as well.
"""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.text import say

LIMIT_S = 1.5
"""For one run of a program. On GNOME it has to wait for a window of its own."""
MOST_BYTES = 64 * 1024 * 1024
_END_LIMIT_S = 4.0
_LOOKS = 20
_TEXT = "text/plain"
_PNG = "image/png"
_TEXT_NAMES = ("text/plain;charset=utf-8", "UTF8_STRING", _TEXT, "TEXT", "STRING")
_FAILURES = (OSError, subprocess.SubprocessError)


class WaylandClipboard:
    """Knows not who reads: a paste is left on the clipboard, never confirmed.

    wl-copy offers one format at a time. So one is kept of what was there: the text, else the
    picture, else the first; the others are named in `dropped`.
    """

    name = "wl-clipboard"
    confirms_reads = False

    def __init__(self, copy: str, paste: str) -> None:
        """`copy` and `paste` are the paths of wl-copy and wl-paste."""
        self._copy = copy
        self._paste = paste
        self._offered: str | None = None
        self._saved = SavedClipboard(empty=True)
        self._shown = False
        self._worker = ThreadPoolExecutor(1, "wl-clipboard")
        self._marks: list[str] = []
        self._closed = False
        self._worker.submit(self._learn)

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        self._worker.submit(lambda: done(self._save()))

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        self._offered, self._saved, self._shown = text, saved, False

    def arm(self, reader: int) -> bool:
        """Raises: AssistError: the clipboard cannot be reached."""
        text = self._offered
        if text is None:
            return False
        self._wait_for(self._worker.submit(self._show, text))
        self._shown = True
        return True

    def leave(self) -> None:
        """Raises: AssistError: the clipboard cannot be reached."""
        if not self._shown:
            self.arm(0)

    def restore(self) -> None:
        text, self._offered = self._offered, None
        if text is not None and self._shown:
            self._shown = False
            self._worker.submit(self._restore, text, self._saved)

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        """Nothing here tells of a change: there is never a copied text."""
        done(None)

    def put_back(self, saved: SavedClipboard) -> None:
        self._offered, self._shown = None, False
        self._worker.submit(self._put, saved)

    def read_text(self, done: Callable[[str | None], None]) -> None:
        self._worker.submit(lambda: done(self._read_text()))

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self.restore()
        ended = self._worker.submit(lambda: None)
        with contextlib.suppress(TookTooLong):  # wl-paste waits for somebody who does not answer
            ended.result(_END_LIMIT_S)
        self._worker.shutdown(wait=False)

    # On the worker's thread

    def _learn(self) -> None:
        """Since 2.3 wl-copy can mark what clipboard managers shall leave alone."""
        with contextlib.suppress(*_FAILURES):
            told = subprocess.run(
                [self._copy, "--help"], capture_output=True, check=False, timeout=LIMIT_S
            )
            if b"--sensitive" in told.stdout + told.stderr:
                self._marks = ["--sensitive"]

    def _save(self) -> SavedClipboard:
        if self._is_ours():
            return self._saved
        types = self._types()
        if not types:
            return SavedClipboard(empty=True)
        wanted = next((one for one in (*_TEXT_NAMES, _PNG) if one in types), types[0])
        content = self._run_paste("--type", wanted)
        kept = {} if content is None else {_TEXT if wanted in _TEXT_NAMES else wanted: content}
        also = _TEXT_NAMES if wanted in _TEXT_NAMES and kept else tuple(kept)
        return SavedClipboard(kept, tuple(one for one in types if one not in also))

    def _is_ours(self) -> bool:
        """Whether the reply that was offered last is still there."""
        return self._offered is not None and self._shown and self._text() == self._offered

    def _show(self, text: str) -> None:
        """Some compositors take a moment to hand a new owner on: look until the text is there."""
        self._run_copy(text.encode(), *self._marks, "--type", _TEXT_NAMES[0])
        for _ in range(_LOOKS):
            if self._text() == text:
                return

    def _restore(self, text: str, saved: SavedClipboard) -> None:
        if self._text() == text:
            self._put(saved)

    def _put(self, saved: SavedClipboard) -> None:
        with contextlib.suppress(AssistError):  # the reply stays, and whoever pastes sees it
            for name, content in saved.formats.items():
                kind = _TEXT_NAMES[0] if name == _TEXT else name
                self._run_copy(content, "--type", kind)
                return
            self._run_copy(b"", "--clear")

    def _read_text(self) -> str | None:
        if self._is_ours():
            return _text_of(self._saved.formats)
        return self._text() or None

    def _text(self) -> str | None:
        types = self._types()
        wanted = next((one for one in _TEXT_NAMES if one in types), "")
        content = self._run_paste("--type", wanted) if wanted else None
        return None if content is None else content.decode("utf-8", "replace")

    def _types(self) -> list[str]:
        listed = self._run_paste("--list-types")
        return [] if listed is None else listed.decode("utf-8", "replace").splitlines()

    def _run_paste(self, *words: str) -> bytes | None:
        """What wl-paste prints; None where nothing is there, or nobody answers in time."""
        try:
            told = subprocess.run(
                [self._paste, "--no-newline", *words],
                check=True,
                timeout=LIMIT_S,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except _FAILURES:
            return None
        return told.stdout if len(told.stdout) <= MOST_BYTES else None

    def _run_copy(self, content: bytes, *words: str) -> None:
        try:
            subprocess.run(
                [self._copy, *words],
                check=True,
                timeout=LIMIT_S,
                input=content,
                stdout=subprocess.DEVNULL,  # it goes on in the background and would hold a pipe
                stderr=subprocess.DEVNULL,
            )
        except _FAILURES as error:
            raise _unreachable() from error

    def _wait_for(self, work: Future[None]) -> None:
        try:
            work.result(_END_LIMIT_S)
        except TookTooLong as error:
            raise _unreachable() from error


def _text_of(formats: Mapping[str, bytes]) -> str | None:
    return formats.get(_TEXT, b"").decode("utf-8", "replace") or None


def _unreachable() -> AssistError:
    return AssistError(
        say("Wayland", "The clipboard cannot be reached; it is as it was."),
        say("Wayland", "Try once more, or copy the reply in the palette."),
    )
