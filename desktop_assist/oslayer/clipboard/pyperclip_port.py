"""The clipboard through pyperclip: where only a helper program may reach it, as on Wayland."""

from __future__ import annotations

from collections.abc import Callable
from subprocess import SubprocessError

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.text import say

_TEXT = "text/plain"
_LOOKS = 20
"""Each runs a program, which takes a few milliseconds."""


class PyperclipClipboard:
    """Knows text only, and not who reads: a paste is left on the clipboard, never confirmed.

    Every call takes some ten milliseconds, for it runs a program. A picture or another format
    that was on the clipboard reads as nothing; it cannot be brought back.
    """

    name = "pyperclip"
    confirms_reads = False

    def __init__(self) -> None:
        """Look for a program that reaches the clipboard.

        Raises:
            AssistError: there is none.
        """
        import pyperclip  # noqa: PLC0415  looks for clipboard programs when it is imported

        self._failures = (pyperclip.PyperclipException, OSError, SubprocessError)
        self._copy, self._paste = pyperclip.determine_clipboard()
        if not self._copy:
            raise _unreachable()
        self._text: str | None = None
        self._saved = SavedClipboard(empty=True)
        self._shown = False

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        """Raises: AssistError: the clipboard cannot be reached."""
        if self._text is not None and self._shown and self._read() == self._text:
            done(self._saved)
            return
        text = self._read()
        done(SavedClipboard({_TEXT: text.encode()} if text else {}, empty=not text))

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        self._text, self._saved, self._shown = text, saved, False

    def arm(self, reader: int) -> bool:
        """Raises: AssistError: the clipboard cannot be reached."""
        if self._text is not None:
            self._write(self._text)
            self._shown = True
        return self._text is not None

    def leave(self) -> None:
        """Raises: AssistError: the clipboard cannot be reached."""
        if not self._shown:
            self.arm(0)

    def restore(self) -> None:
        """Raises: AssistError: the clipboard cannot be reached."""
        text, self._text = self._text, None
        if text is not None and self._shown and self._read() == text:
            self.put_back(self._saved)

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        """Nothing here tells of a change: there is never a copied text."""
        done(None)

    def put_back(self, saved: SavedClipboard) -> None:
        """Raises: AssistError: the clipboard cannot be reached."""
        self._text = None
        self._write(saved.formats.get(_TEXT, b"").decode("utf-8", "replace"))

    def read_text(self, done: Callable[[str | None], None]) -> None:
        """Raises: AssistError: the clipboard cannot be reached."""
        if self._text is not None and self._shown and self._read() == self._text:
            done(self._saved.formats.get(_TEXT, b"").decode("utf-8", "replace") or None)
            return
        done(self._read() or None)

    def close(self) -> None:
        self.restore()

    def _read(self) -> str:
        try:
            return str(self._paste())
        except self._failures as error:
            raise _unreachable() from error

    def _write(self, text: str) -> None:
        """Xsel returns before it owns the clipboard: look until the text is there."""
        try:
            self._copy(text)
        except self._failures as error:
            raise _unreachable() from error
        for _ in range(_LOOKS):
            if self._read() == text:
                return


def _unreachable() -> AssistError:
    return AssistError(
        say("Clipboard", "The clipboard cannot be reached; it is as it was."),
        say("Clipboard", "On Linux, install xclip (X11) or wl-clipboard (Wayland)."),
    )
