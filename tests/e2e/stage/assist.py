"""The product as its user has it: started, asked, ended, and what it says."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path
from typing import Any

from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.programs import product_command, product_status, start_product
from tests.e2e.stage.waiting import wait_until

PALETTE = "查找话术"
REVIEW = "检查草稿"
SETTINGS = "设置"
TRAY_MARGIN = 12
"""The middle of the tray's only icon, from the corner that the tray stands in."""
OWN_REPLIES = "我的话术"


class Assist:
    """The tray application on one home folder of one desktop."""

    def __init__(self, desktop: Desktop, home: Path) -> None:
        self.desktop = desktop
        self.home = home
        self.process_id = 0

    def start(self, **environment: str) -> None:
        """Run it, and wait until it serves."""
        self.process_id = start_product(self.desktop, self.home, **environment)
        wait_until(self._is_complete, "replies, pinyin and rules", within=30)

    def _is_complete(self) -> bool:
        return bool(product_status(self.home).get("complete"))

    def command(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        """Run the program's command line on the same home folder."""
        return self.desktop.run(*product_command(self.home, *words))

    def status(self) -> dict[str, Any]:
        """What `status --json` tells."""
        told = self.command("status", "--json").stdout
        return dict(json.loads(told)) if told else {}

    def is_running(self) -> bool:
        """Whether it answers."""
        return bool(product_status(self.home))

    def quit(self) -> None:
        """End it as its user does, and wait until it has ended."""
        self.command("quit")
        self.wait_until_ended()

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal, and wait until it has ended."""
        self.desktop.signal(self.process_id, number)
        self.wait_until_ended()

    def wait_until_ended(self) -> None:
        """Wait for the process to be gone."""
        wait_until(lambda: self.desktop.has_ended(self.process_id), "the program's end")

    # What it says

    @property
    def notices(self) -> int:
        """How many notices there have been: a mark for `wait_for_notice`."""
        told = product_status(self.home).get("notices", 0)
        return told if isinstance(told, int) else 0

    def wait_for_notice(self, part: str, after: int = 0, within: float = 8.0) -> str:
        """The newest notice that has `part` and is none of the first `after` ones.

        It need not be the last one of all: a paste's outcome may be told right behind it.
        """

        def look() -> str:
            status = product_status(self.home)
            count, newest = status.get("notices", 0), status.get("newest_notices", [])
            if not (isinstance(count, int) and isinstance(newest, list) and count > after):
                return ""
            later = newest[-(count - after) :]
            return next((str(text) for text in reversed(later) if part in text), "")

        return wait_until(look, f"a notice with “{part}”", within, every=0.02)

    # Its windows

    def wait_for_window(self, title: str, within: float = 8.0) -> int:
        """The window whose title begins so, once it is in front and has the keyboard."""
        windows = self.desktop.windows
        wait_until(lambda: self._in_front().startswith(title), title, within)
        number = windows.active()
        windows.activate(number)
        return number

    def _in_front(self) -> str:
        windows = self.desktop.windows
        return windows.titles().get(windows.active(), "")

    def wait_for_front(self, number: int) -> None:
        """Wait until that window has the keyboard, without any help."""
        windows = self.desktop.windows
        wait_until(lambda: windows.active() == number, "the chat window in front")
        windows.activate(number)

    def wait_until_closed(self, title: str) -> None:
        """Wait until no window's title begins so."""
        windows = self.desktop.windows
        wait_until(
            lambda: not any(name.startswith(title) for name in windows.titles().values()),
            f"“{title}” gone",
        )

    def open(self, hotkey: str, title: str) -> int:
        """Press a hotkey and wait for the window that it opens."""
        self.desktop.keyboard.chord(hotkey, hold=0.03)
        return self.wait_for_window(title)

    def open_tray_menu(self) -> None:
        """Click the tray icon with the right button, as there is no key for it."""
        # Two clicks at one place within 0.4 s are a double click to Qt, which opens no menu.
        self.desktop.keyboard.rest(0.5)
        left, top = self.desktop.windows.corner(TRAY_MARGIN)
        self.desktop.keyboard.click(left, top, button=3)
        wait_until(self.desktop.windows.has_menu, "the open menu")
