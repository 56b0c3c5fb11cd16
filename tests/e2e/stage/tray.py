"""A system tray that tells when an icon asks to be let in (System Tray Protocol, freedesktop.org).

    python -m tests.e2e.stage.tray --socket PATH

Events: `ready`, then `docked` with the window's number for each icon.
"""

from __future__ import annotations

import argparse

from Xlib import X
from Xlib.display import Display
from Xlib.protocol import event as protocol
from Xlib.protocol.rq import Event

from tests.e2e.stage.link import Link
from tests.e2e.stage.selection import Events, server_time

REQUEST_DOCK = 0
ICON_SIZE = 24


class Tray:
    """A window that owns the tray's selection and embeds every icon."""

    def __init__(self, display: Display, link: Link) -> None:
        self._display = display
        self._link = link
        self._events = Events(display)
        self._root = display.screen().root
        display.set_error_handler(lambda *_: None)  # an icon may vanish at any time
        self._window = self._root.create_window(
            0, 0, 10 * ICON_SIZE, ICON_SIZE, 0, X.CopyFromParent,
            event_mask=X.PropertyChangeMask, override_redirect=True,
        )  # fmt: skip
        self._window.map()
        self._icons = 0

    def run(self) -> None:
        """Serve until the test hangs up."""
        self._own()
        self._link.tell("ready")
        while True:
            events, hung_up = self._events.or_readable(self._link)
            if hung_up:
                return
            for event in events:
                if event.type == X.ClientMessage and event.data[1][1] == REQUEST_DOCK:
                    self._dock(event)

    def _own(self) -> None:
        selection = self._display.intern_atom("_NET_SYSTEM_TRAY_S0")
        now = server_time(self._events, self._window)
        self._window.set_selection_owner(selection, now)
        news = protocol.ClientMessage(
            window=self._root,
            client_type=self._display.intern_atom("MANAGER"),
            data=(32, [now, selection, self._window.id, 0, 0]),
        )
        self._root.send_event(news, event_mask=X.StructureNotifyMask)
        self._display.flush()

    def _dock(self, event: Event) -> None:
        number = event.data[1][2]
        self._link.tell("docked", window=number)
        icon = self._display.create_resource_object("window", number)
        icon.reparent(self._window, self._icons * ICON_SIZE, 0)
        icon.configure(width=ICON_SIZE, height=ICON_SIZE)
        icon.map()
        self._icons += 1
        self._display.flush()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    Tray(Display(), Link(parser.parse_args().socket)).run()


if __name__ == "__main__":
    main()
