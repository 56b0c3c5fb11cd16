"""Owning one X selection: who sees the reply, who sees what was there before.

Everything here runs on the selection's own thread.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from enum import Enum

from Xlib import X
from Xlib.ext import xfixes
from Xlib.protocol import request
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.x11.answer import Content, Reencode, saved_content, text_content
from desktop_assist.oslayer.x11.atoms import READABLE_TEXT, TEXT, decoded
from desktop_assist.oslayer.x11.connection import ANY_TYPE, X11Thread, client_of
from desktop_assist.oslayer.x11.fetch import Fetch, FetchWindow, SavedSelection
from desktop_assist.oslayer.x11.serve import PIECE, Transfer, announce, write

_HAND_OVER_MS = 2_000
_NO_OWNER = SavedSelection(empty=True)


class Readers(Enum):
    """Who sees the reply."""

    NOBODY = "nobody: it is only in waiting"
    ONE = "the program that is pasted into"
    ALL = "everyone"
    ALL_UNTIL_PASTED = "everyone, and what the focused program reads is the user's paste"


@dataclass(frozen=True, slots=True)
class Holding:
    """What we own the selection with."""

    saved: SavedSelection
    text: str | None = None
    readers: Readers = Readers.NOBODY
    reader: int = 0
    told: Callable[[ClipboardEvent], None] = lambda _event: None


@dataclass(frozen=True, slots=True)
class _Copy:
    """Someone waits for `reader` (0: anyone) to copy."""

    turn: int
    reader: int
    done: Callable[[str | None], None]


class SelectionOwner:
    """One selection, saved when it changes (`eager`) or only when asked."""

    def __init__(self, thread: X11Thread, selection: str, reencode: Reencode, eager: bool) -> None:
        self._thread = thread
        self._display = thread.display
        self._selection = self._display.get_atom(selection)
        self._reencode = reencode
        self._eager = eager
        self._holding: Holding | None = None
        self._cached: SavedSelection | None = None
        self._owned_since = 0
        self.changed_at = 0
        """When another program last put something there: the server's time in ms, 0 unknown."""
        self._fetches: list[Fetch] = []
        self._saving: Fetch | None = None
        self._waiting: list[Callable[[SavedClipboard], None]] = []
        self._transfers: dict[tuple[int, int], Transfer] = {}
        self._copies: list[_Copy] = []
        self._turns = itertools.count()
        self._hand_over: Future[None] | None = None
        self.on_loss: Callable[[], None] = lambda: None
        """Called when another program has taken the selection from us."""
        self._window = self._display.screen().root.create_window(
            -1, -1, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self._place = FetchWindow(self._display)
        self._watch_owner()

    def _watch_owner(self) -> None:
        self._display.xfixes_query_version()
        self._display.xfixes_select_selection_input(
            self._window, self._selection, xfixes.XFixesSetSelectionOwnerNotifyMask
        )
        self._changed_owner(self._owner())

    def _owner(self) -> int:
        owner = self._display.get_selection_owner(self._selection)
        return owner if isinstance(owner, int) else owner.id

    # What is asked of it

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        """Call `done` with what others put there: at once where it is known already."""
        known = self._known()
        if known is not None:
            done(known)
            return
        self._waiting.append(done)
        if self._saving is None:
            self._start_saving(discreet=False)

    def offer(self, holding: Holding) -> None:
        """Take the selection over what was saved; tells LOST where others have copied since."""
        self._thread.catch_up()
        if holding.saved is self._known():
            self.own(holding)
        else:
            holding.told(ClipboardEvent.LOST)

    def own(self, holding: Holding) -> None:
        """Take the selection; tells LOST at once where it is not granted."""
        self._holding, self._cached = holding, None
        self._stop_saving()
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(holding.saved)
        self._window.set_selection_owner(self._selection, X.CurrentTime)
        if self._owner() != self._window.id:
            self._lost()

    def show_to(self, readers: Readers, reader: int) -> bool:
        """Say who sees the text from now on; tells whether it is still there to be seen."""
        self._thread.catch_up()
        if self._holding is not None:
            self._holding = replace(self._holding, readers=readers, reader=reader)
        return self._holding is not None and self._holding.text is not None

    def forget_text(self) -> None:
        """Everyone sees again what was there before."""
        if self._holding is None:
            return
        if self._holding.saved.empty:
            self._holding, self._cached = None, _NO_OWNER
            request.SetSelectionOwner(
                display=self._display.display,
                window=X.NONE,
                selection=self._selection,
                time=X.CurrentTime,
            )
            return
        self._holding = Holding(self._holding.saved)

    def await_copy(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        """Call `done` with the text that `reader` copies next, None when it is too late.

        Where what it copies is no text, that is empty: the clipboard has changed all the same.
        """
        copy = _Copy(next(self._turns), reader, done)
        self._copies.append(copy)
        self._thread.later(wait_ms, lambda: self._end_copy(copy, None))

    def read_text(self, done: Callable[[str | None], None]) -> None:
        """Call `done` with the text that others put there, None where there is none."""
        known = self._known()
        if known is not None:
            done(_text_of(known))
            return
        self._fetch(lambda saved: done(_text_of(saved)), only=READABLE_TEXT)

    def hand_over(self, keep: Callable[[SavedSelection], None]) -> Future[None]:
        """Have somebody keep what we hold; done when that has happened.

        A clipboard manager that takes it (SAVE_TARGETS) is asked; `keep` starts another owner
        where there is none.
        """
        done: Future[None] = Future()
        self.forget_text()
        if self._holding is None:
            done.set_result(None)
            return done
        self._hand_over = done
        self._thread.later(_HAND_OVER_MS, self._handed_over)
        manager = self._display.get_atom("CLIPBOARD_MANAGER")
        if self._display.get_selection_owner(manager) == X.NONE:
            self.on_loss = self._handed_over
            try:
                keep(self._holding.saved)
            except OSError:
                self._handed_over()  # no process can be started: it ends with us
            return done
        target = self._display.get_atom("SAVE_TARGETS")
        self._window.convert_selection(manager, target, target, X.CurrentTime)
        return done

    def _known(self) -> SavedSelection | None:
        """What others put there, where it has been fetched."""
        return self._holding.saved if self._holding else self._cached

    # What the X server tells

    def handle(self, event: Event) -> None:
        """Take one event of the connection; those of another selection are left alone."""
        if event.type == X.SelectionRequest:
            if event.selection == self._selection:
                self._serve(event)
        elif event.type == X.SelectionClear:
            # It may have been taken again already, and the notice be of the time before that.
            if event.atom == self._selection and self._owner() != self._window.id:
                self._lost()
        elif self._is_owner_notice(event):
            self._owner_notice(event)
        elif not any(fetch.handle(event) for fetch in list(self._fetches)):
            self._handle_answer(event)

    def _handle_answer(self, event: Event) -> None:
        if event.type == X.SelectionNotify and event.requestor.id == self._window.id:
            self._handed_over()
        elif self._is_at(event, self._place.window):
            self._place.tidy(event)
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            transfer = self._transfers.get((event.window.id, event.atom))
            if transfer is not None:
                transfer.deleted()

    def _is_at(self, event: Event, window: Window) -> bool:
        return event.type == X.PropertyNotify and bool(event.window.id == window.id)

    def _is_owner_notice(self, event: Event) -> bool:
        kind = (event.type, getattr(event, "sub_code", None))
        ours = kind == self._display.extension_event.SetSelectionOwnerNotify
        return bool(ours and event.selection == self._selection)

    def _owner_notice(self, event: Event) -> None:
        owner = event.owner if isinstance(event.owner, int) else event.owner.id
        if owner == self._window.id:
            self._owned_since = event.selection_timestamp
            return
        self.changed_at = event.selection_timestamp
        if self._holding is None:
            self._changed_owner(owner)

    def _lost(self) -> None:
        holding, self._holding = self._holding, None
        if holding is not None:
            if holding.text is not None:
                holding.told(ClipboardEvent.LOST)
            self.on_loss()
            self._changed_owner(self._owner())

    def _changed_owner(self, owner: int) -> None:
        self._stop_saving()
        self._cached = None if owner else _NO_OWNER
        if not owner:
            self._answer_waiting(_NO_OWNER)
        copier = client_of(self._display, owner)
        for copy in list(self._copies):
            if owner and copy.reader in (0, copier):
                self._fetch_copy(copy)
                return
        if owner and (self._eager or self._waiting):
            self._start_saving(discreet=not self._waiting)

    def _fetch_copy(self, copy: _Copy) -> None:
        self._fetch(lambda saved: self._end_copy(copy, _text_of(saved) or ""), only=READABLE_TEXT)

    def _end_copy(self, copy: _Copy, text: str | None) -> None:
        if copy in self._copies:
            self._copies.remove(copy)
            copy.done(text)

    # Saving

    def _start_saving(self, *, discreet: bool) -> None:
        self._saving = self._fetch(self._saved, discreet=discreet)

    def _stop_saving(self) -> None:
        if self._saving is not None:
            self._saving.cancel()
            self._fetches.remove(self._saving)
            self._saving = None

    def _saved(self, saved: SavedSelection) -> None:
        saving, self._saving = self._saving, None
        if saved.withheld or saved.silent:
            if self._waiting and saving is not None and saving.discreet:
                self._start_saving(discreet=False)
            return
        self._cached = saved
        self._answer_waiting(saved)

    def _answer_waiting(self, saved: SavedSelection) -> None:
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(saved)

    def _fetch(
        self,
        done: Callable[[SavedSelection], None],
        only: tuple[str, ...] = (),
        discreet: bool = False,
    ) -> Fetch:
        def finish(saved: SavedSelection) -> None:
            self._fetches.remove(fetch)
            done(saved)

        fetch = Fetch(self._thread, self._place, self._selection, finish, only, discreet)
        self._fetches.append(fetch)
        return fetch

    # Serving

    def _serve(self, event: Event) -> None:
        if self._holding is None:
            announce(event, granted=False)
            return
        target = self._display.get_atom_name(event.target)
        client = client_of(self._display, event.requestor.id)
        sees_text = self._sees_text(client)
        if target == "MULTIPLE":
            self._serve_multiple(event, sees_text)
            return
        try:
            content = self._content(target, sees_text)
        except Exception:
            announce(event, granted=False)  # whoever asks must not wait for our mistake
            raise
        if content is None:
            announce(event, granted=False)
            return
        key = (event.requestor.id, event.property or event.target)
        reports = sees_text and target in TEXT and self._is_paste(client)
        told = self._holding.told

        def done(transfer: Transfer) -> None:
            if self._transfers.get(key) is transfer:
                del self._transfers[key]
            if reports:
                told(ClipboardEvent.READ)

        self._transfers[key] = Transfer(self._thread, event, content, done)

    def _sees_text(self, client: int) -> bool:
        holding = self._holding
        if holding is None or holding.text is None or holding.readers is Readers.NOBODY:
            return False
        return holding.readers is not Readers.ONE or client == holding.reader

    def _is_paste(self, client: int) -> bool:
        """Whether a read by `client` is the paste that is waited for, not a manager's look."""
        holding = self._holding
        if holding is None or holding.readers is not Readers.ALL_UNTIL_PASTED:
            return True
        focus = self._display.get_input_focus().focus
        return not isinstance(focus, int) and client == client_of(self._display, focus.id)

    def _content(self, target: str, sees_text: bool) -> Content | None:
        holding = self._holding
        if holding is None:
            return None
        if target == "TIMESTAMP":
            return self._owned_since.to_bytes(4, "little"), "INTEGER", 32
        if sees_text and holding.text is not None:
            return text_content(self._display, target, holding.text)
        return saved_content(self._display, target, holding.saved, self._reencode)

    def _serve_multiple(self, event: Event, sees_text: bool) -> None:
        """Several targets at one request; what is too large for one piece is refused."""
        requestor = event.requestor
        pairs = requestor.get_full_property(event.property, ANY_TYPE)
        if pairs is None:
            announce(event, granted=False)
            return
        granted: list[int] = []
        read = False
        for target, place in zip(pairs.value[::2], pairs.value[1::2], strict=False):
            name = self._display.get_atom_name(target)
            content = self._content(name, sees_text)
            fits = content is not None and len(content[0]) <= PIECE
            if content is not None and fits:
                kind = self._display.get_atom(content[1])
                write(requestor, place, kind, content[2], content[0])
                read = read or name in TEXT
            granted += [target, place if fits else X.NONE]
        requestor.change_property(event.property, pairs.property_type, 32, granted)
        announce(event, granted=True)
        reports = read and sees_text and self._is_paste(client_of(self._display, requestor.id))
        if reports and self._holding is not None:
            self._holding.told(ClipboardEvent.READ)

    def _handed_over(self) -> None:
        if self._hand_over is not None and not self._hand_over.done():
            self._hand_over.set_result(None)


def _text_of(saved: SavedSelection) -> str | None:
    for target in READABLE_TEXT:
        if target in saved.formats:
            return decoded(saved.formats[target], target)
    return None
