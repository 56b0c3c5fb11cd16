"""Fetching what another program has on a selection: every format, one after the other."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from Xlib import X
from Xlib.display import Display
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop_assist.oslayer.clipboard.base import SavedClipboard
from desktop_assist.oslayer.x11.atoms import PROTOCOL
from desktop_assist.oslayer.x11.connection import ANY_TYPE, X11Thread

ONE_FORMAT_MS = 1_500
ALL_FORMATS_MS = 4_000
ALL_FORMATS_BYTES = 64 * 1024 * 1024
_CHOSEN_IMAGE = "image/png"
_PROPERTIES = 64
_NOT_FOR_RECORD = "x-kde-passwordManagerHint"


@dataclass(frozen=True, slots=True)
class SavedSelection(SavedClipboard):
    """A saved clipboard with the property type and unit size (8, 16, 32) of each format.

    `withheld` tells that a password manager put it there and nothing was fetched; `silent` that
    its owner did not even say what it has, so that nobody knows what there is to lose.
    """

    kinds: dict[str, tuple[str, int]] = field(default_factory=dict)
    withheld: bool = False
    silent: bool = False


def wanted_formats(offered: Sequence[str]) -> tuple[list[str], list[str]]:
    """Those of `offered` to keep, and those to leave.

    A Qt program offers one picture in some twenty encodings and makes each when asked: 1.7 s at
    1080p. One picture is kept, PNG if it is there; the other encodings are made from it.
    """
    content = [name for name in dict.fromkeys(offered) if name not in PROTOCOL]
    pictures = [name for name in content if name.startswith("image/")]
    kept_picture = _CHOSEN_IMAGE if _CHOSEN_IMAGE in pictures else "".join(pictures[:1])
    left = [name for name in pictures if name != kept_picture]
    return [name for name in content if name not in left], left


class FetchWindow:
    """Where answers arrive: one window for good, and a property of its own for each question.

    A window that came and went with each fetch would get the number of the one before it, and
    with it late answers to questions that nobody asks any more.
    """

    def __init__(self, display: Display) -> None:
        self.window: Window = display.screen().root.create_window(
            -1, -1, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        names = (f"DESKTOP_ASSIST_{number}" for number in range(_PROPERTIES))
        self._properties = itertools.cycle([display.get_atom(name) for name in names])

    def next_property(self) -> int:
        """The property for the next question."""
        return next(self._properties)

    def tidy(self, event: Event) -> None:
        """Throw away what nobody waits for; a transfer in pieces runs dry so."""
        if event.type == X.PropertyNotify and event.state == X.PropertyNewValue:
            self.window.delete_property(event.atom)


class Fetch:
    """One fetch of a selection's formats. Events of the fetch window are handed to `handle`."""

    def __init__(
        self,
        thread: X11Thread,
        place: FetchWindow,
        selection: int,
        done: Callable[[SavedSelection], None],
        only: Sequence[str] = (),
        discreet: bool = False,
    ) -> None:
        """Ask for the list of formats; `only` narrows it to the first of these on offer.

        A `discreet` fetch takes nothing that is marked as a password manager's.
        """
        self._thread = thread
        self._display: Display = thread.display
        self._selection = selection
        self._done = done
        self._only = only
        self.discreet = discreet
        self._withheld = False
        self._silent = False
        self._place = place
        self._window = place.window
        self._property = 0
        self._waiting: list[str] = []
        self._current = "TARGETS"
        self._pieces: list[bytes] | None = None
        self._kind = ("", 8)
        self._formats: dict[str, bytes] = {}
        self._kinds: dict[str, tuple[str, int]] = {}
        self._dropped: list[str] = []
        self._size = 0
        self._turn = 0
        self._finished = False
        thread.later(ALL_FORMATS_MS, self._give_up_all)
        self._ask("TARGETS")

    def handle(self, event: Event) -> bool:
        """Take `event` if it belongs to the present question; tells whether it did."""
        if event.type == X.SelectionNotify and event.requestor.id == self._window.id:
            asked = self._display.get_atom(self._current)
            if event.target != asked or event.property not in (X.NONE, self._property):
                return False
            self._answered(event.property != X.NONE)
            return True
        if event.type == X.PropertyNotify and event.window.id == self._window.id:
            if event.atom != self._property:
                return False
            if self._pieces is not None and event.state == X.PropertyNewValue:
                self._take_piece()
            return True
        return False

    def cancel(self) -> None:
        """Forget it; `done` is not called."""
        self._finished = True

    def _ask(self, target: str) -> None:
        self._current, self._pieces = target, None
        self._property = self._place.next_property()
        self._turn += 1
        turn = self._turn
        atom = self._display.get_atom(target)
        self._window.convert_selection(self._selection, atom, self._property, X.CurrentTime)
        if target != "TARGETS":  # which is waited for as long as for all the rest
            self._thread.later(ONE_FORMAT_MS, lambda: self._too_slow(turn))

    def _too_slow(self, turn: int) -> None:
        if turn == self._turn and not self._finished:
            self._drop_current()

    def _give_up_all(self) -> None:
        if not self._finished:
            self._silent = self._current == "TARGETS"
            self._dropped += [] if self._silent else [self._current, *self._waiting]
            self._finish()

    def _answered(self, granted: bool) -> None:
        if self._finished:
            return
        if not granted:
            self._drop_current()
            return
        found = self._window.get_full_property(self._property, ANY_TYPE, sizehint=1 << 18)
        self._window.delete_property(self._property)
        if found is None:
            self._drop_current()
            return
        kind = self._display.get_atom_name(found.property_type)
        if kind == "INCR":
            self._pieces = []
            return
        self._keep(_as_bytes(found.value), (kind, found.format))

    def _take_piece(self) -> None:
        found = self._window.get_full_property(self._property, ANY_TYPE, sizehint=1 << 18)
        self._window.delete_property(self._property)
        if found is None or self._pieces is None:
            return
        piece = _as_bytes(found.value)
        if piece:
            self._kind = (self._display.get_atom_name(found.property_type), found.format)
            self._pieces.append(piece)
            return
        self._keep(b"".join(self._pieces), self._kind)

    def _keep(self, data: bytes, kind: tuple[str, int]) -> None:
        if self._current == "TARGETS":
            self._choose(data)
        elif self._size + len(data) > ALL_FORMATS_BYTES:
            self._dropped.append(self._current)
        else:
            self._size += len(data)
            self._formats[self._current] = data
            self._kinds[self._current] = kind
        self._next()

    def _choose(self, data: bytes) -> None:
        atoms = memoryview(data).cast("I") if len(data) % 4 == 0 else memoryview(b"")
        offered = [self._display.get_atom_name(atom) for atom in atoms if atom]
        if self.discreet and _NOT_FOR_RECORD in offered:
            self._withheld = True
            return
        self._waiting, left = wanted_formats(offered)
        if self._only:
            self._waiting = [name for name in self._only if name in offered][:1]
        self._dropped += left

    def _drop_current(self) -> None:
        if self._current != "TARGETS":
            self._dropped.append(self._current)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._ask(self._waiting.pop(0))
        else:
            self._finish()

    def _finish(self) -> None:
        self._finished = True
        empty = not self._formats and not self._dropped
        dropped = tuple(self._dropped)
        self._done(
            SavedSelection(self._formats, dropped, empty, self._kinds, self._withheld, self._silent)
        )


def _as_bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return value.tobytes()  # type: ignore[attr-defined, no-any-return]  # an array of 16 or 32 bit
