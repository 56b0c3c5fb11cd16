"""A chat window with habits: reads late, three times, never, TARGETS or HTML first.

    python -m tests.e2e.stage.odd_target --socket PATH --title T
        [--delay-ms N] [--reads N] [--gap-ms N] [--never] [--ask-first TARGET]

Written against X itself, because no toolkit lets one choose how the clipboard is read. A paste is
Ctrl+V or Shift+Insert. Events: `asked` at the key, `text` at the end with the last text and
`reads`, the texts of all reads (null where the owner refused).
"""

from __future__ import annotations

import argparse
import time

from Xlib import XK, X
from Xlib.display import Display
from Xlib.protocol.rq import Event

from tests.e2e.stage.link import Link
from tests.e2e.stage.selection import Events, SelectionReader
from tests.e2e.stage.waiting import NeverHappenedError


class OddWindow:
    """The window, and what it does at a paste."""

    def __init__(self, display: Display, link: Link, options: argparse.Namespace) -> None:
        self._display = display
        self._link = link
        self._options = options
        self._events = Events(display)
        screen = display.screen()
        window = screen.root.create_window(
            40, 40, 480, 160, 0, X.CopyFromParent,
            background_pixel=screen.white_pixel, event_mask=X.KeyPressMask | X.PropertyChangeMask,
        )  # fmt: skip
        window.set_wm_name(options.title)
        window.set_wm_class("stage-odd", "Stage-odd")
        window.set_wm_hints(flags=1, input=1)
        window.map()
        self._window = window
        self._reader = SelectionReader(self._events, window)

    def run(self) -> None:
        """Live until the test hangs up."""
        self._display.flush()
        self._link.tell("ready", window=self._window.id)
        while True:
            events, ordered = self._events.or_readable(self._link)
            for event in events:
                if event.type == X.KeyPress and self._is_paste(event):
                    self._paste(event.time)
            if ordered:
                try:
                    self._link.orders()
                except EOFError:
                    return
                self._link.tell("cleared")

    def _is_paste(self, event: Event) -> bool:
        key = self._display.keycode_to_keysym(event.detail, 0)
        control = key == XK.XK_v and event.state & X.ControlMask
        return bool(control or (key == XK.XK_Insert and event.state & X.ShiftMask))

    def _paste(self, timestamp: int) -> None:
        self._link.tell("asked")
        if self._options.never:
            return
        time.sleep(self._options.delay_ms / 1000)  # being slow is what this target plays
        texts: list[str | None] = []
        for number in range(self._options.reads):
            if number:
                time.sleep(self._options.gap_ms / 1000)
            texts.append(self._read(timestamp))
        self._link.tell("text", text=texts[-1] or "", reads=texts)

    def _read(self, timestamp: int) -> str | None:
        try:
            if self._options.ask_first:
                self._reader.read(self._options.ask_first, timestamp)
            data = self._reader.read("UTF8_STRING", timestamp)
        except NeverHappenedError:
            return None
        return None if data is None else data.decode()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--delay-ms", type=int, default=0)
    parser.add_argument("--reads", type=int, default=1)
    parser.add_argument("--gap-ms", type=int, default=40)
    parser.add_argument("--never", action="store_true")
    parser.add_argument("--ask-first", default="")
    options = parser.parse_args()
    OddWindow(Display(), Link(options.socket), options).run()


if __name__ == "__main__":
    main()
