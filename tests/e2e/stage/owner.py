"""A program that has copied something: owns the clipboard in many formats, raw.

    python -m tests.e2e.stage.owner --socket PATH

Orders: `{"do": "own", "which": "everything", "delay_ms": 0}` (each answer comes that late),
`{"do": "release"}`. Events: owned, lost, served.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from typing import Any

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event as protocol
from Xlib.protocol import request
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from tests.e2e.stage.formats import Contents, contents
from tests.e2e.stage.link import Link
from tests.e2e.stage.selection import Events, server_time

PIECE = 65_536
"""Bytes in one property; what is longer goes by INCR (ICCCM 2.7.2)."""


@dataclass
class _Transfer:
    """A long answer on its way: `left` bytes go into `property` of `window`, piece by piece."""

    window: Window
    property: int
    kind: int
    left: bytes
    ended: bool = False


class Owner:
    """Serves `contents` to whoever asks, and tells of each."""

    def __init__(self, display: Display, link: Link) -> None:
        self._display = display
        self._link = link
        self._events = Events(display)
        display.set_error_handler(lambda *_: None)  # a requestor may vanish at any time
        self._window = display.screen().root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self._clipboard = display.intern_atom("CLIPBOARD")
        self._contents: Contents = {}
        self._since = X.CurrentTime
        self._delay = 0.0
        self._transfers: list[_Transfer] = []

    def run(self) -> None:
        """Serve until the test hangs up."""
        self._link.tell("ready")
        while True:
            events, ordered = self._events.or_readable(self._link)
            for event in events:
                self._handle(event)
            if ordered:
                try:
                    orders = self._link.orders()
                except EOFError:
                    return
                for order in orders:
                    self._obey(order)

    def _obey(self, order: dict[str, Any]) -> None:
        if order["do"] == "own":
            self._contents = contents(order["which"])
            self._delay = order.get("delay_ms", 0) / 1000
            self._since = server_time(self._events, self._window)
            self._window.set_selection_owner(self._clipboard, self._since)
            self._display.sync()
            self._link.tell("owned", window=self._window.id)
        if order["do"] == "release":
            request.SetSelectionOwner(
                display=self._display.display,
                window=X.NONE,
                selection=self._clipboard,
                time=X.CurrentTime,
            )
            self._display.sync()
            self._link.tell("released")

    def _handle(self, event: Event) -> None:
        if event.type == X.SelectionRequest:
            self._answer(event)
        elif event.type == X.SelectionClear:
            self._link.tell("lost")
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            self._continue(event)

    def _answer(self, asked: Event) -> None:
        time.sleep(self._delay)  # being slow is what the test has asked for
        name = self._display.get_atom_name(asked.target)
        place = asked.property or asked.target
        served = self._fill(asked.requestor, place, name)
        asked.requestor.send_event(
            protocol.SelectionNotify(
                time=asked.time,
                requestor=asked.requestor,
                selection=asked.selection,
                target=asked.target,
                property=place if served else X.NONE,
            )
        )
        self._display.flush()
        self._link.tell("served", target=name, requestor=asked.requestor.id, given=served)

    def _fill(self, requestor: Window, place: int, name: str) -> bool:
        if name == "TARGETS":
            names = ("TARGETS", "TIMESTAMP", *self._contents)
            atoms = [self._display.intern_atom(one) for one in names]
            requestor.change_property(place, Xatom.ATOM, 32, atoms)
        elif name == "TIMESTAMP":
            requestor.change_property(place, Xatom.INTEGER, 32, [self._since])
        elif name in self._contents:
            kind, data = self._contents[name]
            self._put(requestor, place, self._display.intern_atom(kind), data)
        else:
            return False
        return True

    def _put(self, requestor: Window, place: int, kind: int, data: bytes) -> None:
        if len(data) <= PIECE:
            requestor.change_property(place, kind, 8, data)
            return
        requestor.change_attributes(event_mask=X.PropertyChangeMask)
        requestor.change_property(place, self._display.intern_atom("INCR"), 32, [len(data)])
        self._transfers.append(_Transfer(requestor, place, kind, data))

    def _continue(self, event: Event) -> None:
        for transfer in self._transfers:
            if (transfer.window.id, transfer.property) == (event.window.id, event.atom):
                piece, transfer.left = transfer.left[:PIECE], transfer.left[PIECE:]
                transfer.window.change_property(transfer.property, transfer.kind, 8, piece)
                transfer.ended = not piece
        self._transfers = [transfer for transfer in self._transfers if not transfer.ended]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    Owner(Display(), Link(parser.parse_args().socket)).run()


if __name__ == "__main__":
    main()
