"""A chat window made with GTK 3: one input box, reported at each change.

/usr/bin/python3 -m tests.e2e.stage.gtk_target --socket PATH --title T [--one-line]
"""

from __future__ import annotations

import argparse
import time
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402 - the version has to be chosen before

from tests.e2e.stage.link import Link  # noqa: E402 - stays beside the import above


class Conversation:
    """The input box and the line to the test. `source` holds the text and tells of changes."""

    def __init__(self, source: Any, link: Link) -> None:
        self._source = source
        self._link = link
        self._changed = source.connect("changed", self._tell)
        GLib.io_add_watch(link.fileno(), GLib.IO_IN | GLib.IO_HUP, self._obey)
        link.tell("ready")

    def _tell(self, _source: object) -> None:
        moment = time.monotonic_ns()
        self._link.tell("text", ns=moment, text=self._source.get_property("text"))

    def _obey(self, _channel: object, _condition: object) -> bool:
        try:
            orders = self._link.orders()
        except EOFError:
            Gtk.main_quit()
            return False
        for order in orders:
            self._source.handler_block(self._changed)
            self._source.set_property("text", order.get("text", ""))
            self._source.handler_unblock(self._changed)
            self._link.tell("cleared")
        return True


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--one-line", action="store_true")
    options = parser.parse_args()
    box = Gtk.Entry() if options.one_line else Gtk.TextView()
    window = Gtk.Window(title=options.title, default_width=480, default_height=160)
    window.add(box)
    window.show_all()
    box.grab_focus()
    conversation = Conversation(box if options.one_line else box.get_buffer(), Link(options.socket))
    Gtk.main()
    del conversation


if __name__ == "__main__":
    main()
