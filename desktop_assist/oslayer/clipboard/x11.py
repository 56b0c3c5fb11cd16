"""The X11 clipboard by owning the raw selection: each reader is known, each byte kept.

Only the program that is pasted into ever sees the reply, and only after the chord; everyone
else, clipboard managers among them, goes on seeing what was there before. So giving the
clipboard back needs no second change of owner that a manager could notice.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future

from Xlib.error import ConnectionClosedError
from Xlib.protocol.rq import Event

from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.x11.answer import Reencode
from desktop_assist.oslayer.x11.connection import ThreadEndedError, X11Thread
from desktop_assist.oslayer.x11.fetch import SavedSelection
from desktop_assist.oslayer.x11.keeper import keep_after_end
from desktop_assist.oslayer.x11.selection import Holding, Readers, SelectionOwner

_HAND_OVER_S = 4.0


class X11Clipboard:
    """One selection: CLIPBOARD, or PRIMARY for terminals that paste from there.

    CLIPBOARD is saved when it changes, not when the hotkey is pressed, so that a slow owner
    costs the agent nothing. What a password manager put there is fetched only when it must be.
    """

    confirms_reads = True

    def __init__(
        self,
        reencode: Reencode,
        selection: str = "CLIPBOARD",
        beside: X11Clipboard | None = None,
    ) -> None:
        """Share the connection and thread of the clipboard that this one stands `beside`."""
        self.name = f"x11 {selection.lower()}"
        self._outlives_us = selection == "CLIPBOARD"
        self._thread: X11Thread = beside._thread if beside else X11Thread("x11-clipboard")
        self._owner = self._thread.ask(lambda: self._begin(selection, reencode))

    def _begin(self, selection: str, reencode: Reencode) -> SelectionOwner:
        owner = SelectionOwner(self._thread, selection, reencode, selection == "CLIPBOARD")
        others = self._thread.handle

        def handle(event: Event) -> None:
            others(event)
            owner.handle(event)

        self._thread.handle = handle
        return owner

    @property
    def changed_at(self) -> int:
        """When another program last put something there: the server's time in ms, 0 unknown."""
        return self._owner.changed_at

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        self._thread.call(lambda: self._owner.save(done))

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        holding = Holding(_with_kinds(saved), text, told=told)
        # What another backend has saved cannot tell whether it is still there.
        offer = self._owner.offer if holding.saved is saved else self._owner.own
        self._thread.do(lambda: offer(holding))

    def arm(self, reader: int) -> bool:
        return self._show_to(Readers.ONE if reader else Readers.ALL, reader)

    def leave(self) -> None:
        self._show_to(Readers.ALL_UNTIL_PASTED, 0)

    def _show_to(self, readers: Readers, reader: int) -> bool:
        with contextlib.suppress(ThreadEndedError, ConnectionClosedError):
            return self._thread.ask(lambda: self._owner.show_to(readers, reader))
        return False

    def restore(self) -> None:
        self._thread.do(self._owner.forget_text)

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        self._thread.do(lambda: self._owner.await_copy(reader, wait_ms, done))

    def put_back(self, saved: SavedClipboard) -> None:
        holding = Holding(_with_kinds(saved))
        self._thread.do(lambda: self._own_saved(holding))

    def _own_saved(self, holding: Holding) -> None:
        self._owner.own(holding)
        self._owner.forget_text()

    def read_text(self, done: Callable[[str | None], None]) -> None:
        self._thread.call(lambda: self._owner.read_text(done))

    def close(self) -> None:
        if self._outlives_us:
            with contextlib.suppress(ThreadEndedError):  # closed already
                self._thread.ask(self._hand_over).result(timeout=_HAND_OVER_S)
        self._thread.stop()

    def _hand_over(self) -> Future[None]:
        return self._owner.hand_over(lambda saved: keep_after_end("CLIPBOARD", saved))


def _with_kinds(saved: SavedClipboard) -> SavedSelection:
    """`saved` with property types; a format of another backend has its name for type."""
    if isinstance(saved, SavedSelection):
        return saved
    kinds = {name: (name, 8) for name in saved.formats}
    return SavedSelection(saved.formats, saved.dropped, saved.empty, kinds)
