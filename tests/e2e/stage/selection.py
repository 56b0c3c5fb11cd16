"""Reading the X11 clipboard raw, byte for byte, in every format."""

from __future__ import annotations

import array
import select
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from tests.e2e.stage.waiting import NeverHappenedError

NOT_CONTENT = {"TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_PROPERTY"}
"""Targets that ask for something to be done, or whose answer names the owner (ICCCM 2.6.2)."""


class HasFileno(Protocol):
    def fileno(self) -> int: ...


class Events:
    """A display's events, waited for one sort at a time; the others are kept in order."""

    def __init__(self, display: Display) -> None:
        self.display = display
        self._aside: deque[Event] = deque()

    def wait_for(self, wanted: Callable[[Event], bool], what: str, within: float) -> Event:
        """The next wanted event.

        Raises:
            NeverHappenedError: none came `within` seconds.
        """
        deadline = time.monotonic() + within
        for event in list(self._aside):
            if wanted(event):
                self._aside.remove(event)
                return event
        while self._wait(deadline):
            event = self.display.next_event()
            if wanted(event):
                return event
            self._aside.append(event)
        raise NeverHappenedError(f"{what} did not happen within {within:g} s")

    def or_readable(self, other: HasFileno) -> tuple[list[Event], bool]:
        """Wait until there are events or `other` can be read: the events, and whether it can.

        An answer to a request may have brought events along, so the socket alone does not tell.
        """
        if not self._aside and not self.display.pending_events():
            select.select([self.display, other], [], [])
        events = [*self._aside]
        self._aside.clear()
        while self.display.pending_events():
            events.append(self.display.next_event())
        return events, bool(select.select([other], [], [], 0)[0])

    def _wait(self, deadline: float) -> bool:
        while not self.display.pending_events():
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.display], [], [], left)[0]:
                return bool(self.display.pending_events())
        return True


class SelectionReader:
    """Converts the CLIPBOARD selection into a property of `window`, INCR included."""

    def __init__(self, events: Events, window: Window, within: float = 5.0) -> None:
        self._events = events
        self._display = events.display
        self._window = window
        self._within = within
        self._clipboard = self._display.intern_atom("CLIPBOARD")
        self._incremental = self._display.intern_atom("INCR")
        self._property = self._display.intern_atom("STAGE_ANSWER")
        heard = window.get_attributes().your_event_mask
        window.change_attributes(event_mask=heard | X.PropertyChangeMask)

    def read(self, target: str, timestamp: int = X.CurrentTime) -> bytes | None:
        """The raw bytes of `target`; None where the owner refuses or nobody owns.

        Raises:
            NeverHappenedError: the owner did not answer.
        """
        wanted = self._display.intern_atom(target)
        self._window.convert_selection(self._clipboard, wanted, self._property, timestamp)
        answer = self._events.wait_for(
            lambda event: bool(event.type == X.SelectionNotify and event.target == wanted),
            f"the owner's answer for {target}",
            self._within,
        )
        if answer.property == X.NONE:
            return None
        kind, data = self._take() or (X.NONE, b"")
        return self._take_pieces() if kind == self._incremental else data

    def targets(self) -> tuple[str, ...]:
        """The names of the formats on offer, in the owner's order."""
        data = self.read("TARGETS") or b""
        return tuple(self._display.get_atom_name(atom) for atom in array.array("I", data) if atom)

    def _take(self) -> tuple[int, bytes] | None:
        answer = self._window.get_full_property(self._property, X.AnyPropertyType)
        if answer is None:
            return None
        self._window.delete_property(self._property)
        self._display.flush()
        return answer.property_type, _raw(answer.value)

    def _take_pieces(self) -> bytes:
        pieces: list[bytes] = []
        while True:
            self._events.wait_for(self._is_piece, "the next piece of a long answer", self._within)
            taken = self._take()
            if taken is None:  # the notice was of the announcement, which has been read
                continue
            if not taken[1]:
                return b"".join(pieces)
            pieces.append(taken[1])

    def _is_piece(self, event: Event) -> bool:
        return bool(
            event.type == X.PropertyNotify
            and event.atom == self._property
            and event.state == X.PropertyNewValue
        )


def _raw(value: Any) -> bytes:
    if isinstance(value, array.array):
        return value.tobytes()
    return value.encode("latin-1") if isinstance(value, str) else bytes(value)


def clipboard_contents(display_name: str, within: float = 5.0) -> dict[str, bytes]:
    """Every format on the clipboard, raw; empty where nobody owns it.

    Raises:
        NeverHappenedError: the owner did not answer for one of them.
    """
    display = Display(display_name)
    try:
        window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        reader = SelectionReader(Events(display), window, within)
        read = {name: reader.read(name) for name in reader.targets() if name not in NOT_CONTENT}
        return {name: data for name, data in read.items() if data is not None}
    finally:
        display.close()


def clipboard_owner(display_name: str) -> int:
    """The window that owns the clipboard, 0 for none."""
    display = Display(display_name)
    try:
        owner = display.get_selection_owner(display.intern_atom("CLIPBOARD"))
        return 0 if isinstance(owner, int) else int(owner.id)
    finally:
        display.close()


def server_time(events: Events, window: Window) -> int:
    """The X server's time now, which ICCCM 2.1 wants for owning a selection."""
    window.change_property(events.display.intern_atom("STAGE_TIME"), Xatom.STRING, 8, b"")
    stamp = events.display.intern_atom("STAGE_TIME")
    return int(
        events.wait_for(
            lambda event: bool(event.type == X.PropertyNotify and event.atom == stamp),
            "the server's time",
            5.0,
        ).time
    )
