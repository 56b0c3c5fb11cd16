"""Answering one program's request for a selection, in one piece or in many."""

from __future__ import annotations

import array
from collections.abc import Callable

from Xlib import X
from Xlib.protocol import event as events
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop_assist.oslayer.x11.connection import X11Thread

PIECE = 60_000
"""Bytes a property is given at once; more goes in pieces (ICCCM's INCR)."""
_UNCONFIRMED_MS = 400
_WORD_CODES = {16: "H", 32: "I"}


def announce(event: Event, granted: bool) -> None:
    """Tell the requestor that its property is ready, or that there is nothing for it."""
    event.requestor.send_event(
        events.SelectionNotify(
            time=event.time,
            requestor=event.requestor,
            selection=event.selection,
            target=event.target,
            property=(event.property or event.target) if granted else X.NONE,
        )
    )


def write(
    window: Window, name: int, kind: int, unit: int, data: bytes, mode: int = X.PropModeReplace
) -> None:
    """Set a property from raw bytes of `unit` bits."""
    value = data if unit == 8 else array.array(_WORD_CODES[unit], data)
    window.change_property(name, kind, unit, value, mode)


class Transfer:
    """One answer under way: complete when the requestor has deleted its property.

    A requestor that never deletes counts as done when its announcement is 400 ms old.
    """

    def __init__(
        self,
        thread: X11Thread,
        event: Event,
        content: tuple[bytes, str, int],
        done: Callable[[Transfer], None],
    ) -> None:
        """Answer `event` with `content`: bytes, property type and unit size."""
        self._thread = thread
        self._data, kind, self._unit = content
        self._kind = thread.display.get_atom(kind)
        self._done = done
        self._offset = 0
        self._ended = False
        self._finished = False
        self.window: Window = event.requestor
        self.property: int = event.property or event.target
        self.window.change_attributes(event_mask=X.PropertyChangeMask)
        self._in_pieces = len(self._data) > PIECE
        if self._in_pieces:
            size = array.array("I", [len(self._data)]).tobytes()
            write(self.window, self.property, thread.display.get_atom("INCR"), 32, size)
        else:
            write(self.window, self.property, self._kind, self._unit, self._data)
            thread.later(_UNCONFIRMED_MS, self._finish)
        announce(event, granted=True)

    def deleted(self) -> None:
        """The requestor has taken what stood in its property."""
        if not self._in_pieces or self._ended:
            self._finish()
            return
        piece = self._data[self._offset : self._offset + PIECE]
        write(self.window, self.property, self._kind, self._unit, piece)
        self._offset += len(piece)
        self._ended = not piece  # an empty piece ends the transfer; its deletion then counts

    def _finish(self) -> None:
        if not self._finished:
            self._finished = True
            self._done(self)
