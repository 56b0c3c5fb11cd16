"""Chat windows to paste into: real, separate programs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.stage.desktop import Desktop, command
from tests.e2e.stage.listener import Event, Listener
from tests.e2e.stage.waiting import wait_until

SYSTEM_PYTHON = "/usr/bin/python3"
"""Where Debian's GTK bindings are installed."""
CLIPBOARD_XTERM = (
    "-xrm", "XTerm*selectToClipboard: true", "-xrm",
    "XTerm*VT100.Translations: #override Ctrl Shift <Key>V: insert-selection(CLIPBOARD)",
)  # fmt: skip
"""As many people set xterm up; as shipped, Shift+Insert pastes the PRIMARY selection."""


@dataclass
class Target:
    """A running chat window: `window` is the one that the window manager knows."""

    desktop: Desktop
    process: subprocess.Popen[bytes]
    line: Listener
    title: str
    window: int
    _mark: int = 0

    def focus(self) -> None:
        """Bring it to the front and wait until it has the keyboard."""
        self.desktop.windows.activate(self.window)

    def clear(self, text: str = "") -> None:
        """Empty the input box, or put `text` there; what came before is forgotten."""
        self.line.ask("clear", "cleared", text=text)
        self._mark = len(self.line)

    @property
    def text(self) -> str:
        """What the input box was last told to hold."""
        said = [event["text"] for event in self.told("text")]
        return str(said[-1]) if said else ""

    def told(self, kind: str) -> list[Event]:
        """The events of a kind since the last `clear`."""
        return [event for event in self.line.since(self._mark) if event["event"] == kind]

    def wait_for_text(self, text: str, within: float = 5.0) -> int:
        """The CLOCK_MONOTONIC nanosecond at which the input box came to hold exactly `text`."""
        return self.wait_for(lambda event: event.get("text") == text, "the text", within)

    def wait_for_any_text(self, within: float = 5.0) -> str:
        """The first text that comes, right or wrong."""
        found = self.line.wait_for(_is_text, "a text", self._mark, within)
        return str(found["text"])

    def wait_for(self, wanted: Callable[[Event], bool], what: str, within: float = 5.0) -> int:
        """When the first wanted event since the last `clear` happened."""
        event = self.line.wait_for(wanted, f"{what} in {self.title}", self._mark, within)
        return int(event["ns"])

    def close(self) -> None:
        """End the program."""
        self.line.close()
        self.desktop.stop(self.process)


def _is_text(event: Event) -> bool:
    return bool(event["event"] == "text")


def qt_target(
    desktop: Desktop, *, one_line: bool = False, freeze_ms: int = 0, title: str = "Qt 客户"
) -> Target:
    """A Qt input box; with `freeze_ms` its program stands still that long at each paste."""
    options = ["--freeze-ms", str(freeze_ms), *["--one-line"] * one_line]
    return _start(desktop, title, "qt", lambda line: _own("qt_target", line, title, options))


def gtk_target(desktop: Desktop, *, one_line: bool = False, title: str = "GTK 客户") -> Target:
    """A GTK 3 text view or entry."""
    options = ["--one-line"] * one_line
    return _start(
        desktop,
        title,
        "gtk",
        lambda line: _own("gtk_target", line, title, options, SYSTEM_PYTHON),
    )


def xterm_target(desktop: Desktop, *, shipped: bool = False, title: str = "xterm target") -> Target:
    """A terminal: set up for the clipboard, or as it is shipped."""
    setup = () if shipped else CLIPBOARD_XTERM
    return _start(
        desktop,
        title,
        "xterm",
        lambda line: (
            *("xterm", "-u8", *setup, "-T", title, "-e"),
            *command("terminal_target", "--socket", str(line), python=sys.executable),
        ),
    )


def browser_target(desktop: Desktop, *, title: str = "Chromium 客户") -> Target:
    """A textarea in Chromium."""
    profile = desktop.folder / f"chromium-{title[-1]}"
    options = ["--profile", str(profile)]
    target = _start(
        desktop, title, "browser", lambda line: _own("browser_target", line, title, options)
    )
    _wait_until_keys_are_heard(target)
    return target


def _wait_until_keys_are_heard(target: Target) -> None:
    """A page that has run its script may still be without its first frame, and drops keys."""

    def heard() -> bool:
        target.desktop.keyboard.chord("ctrl")
        return bool(target.told("key"))

    wait_until(heard, "a key heard in Chromium", within=20, every=0.1)
    target.clear()


def odd_target(desktop: Desktop, *options: str, title: str = "Odd target") -> Target:
    """A window with reading habits: the options of `odd_target.py`."""
    return _start(desktop, title, "odd", lambda line: _own("odd_target", line, title, options))


def _own(
    module: str, line: Path, title: str, options: Sequence[str], python: str = sys.executable
) -> Sequence[str]:
    given = ("--socket", str(line), "--title", title, *options)
    return command(module, *given, python=python)


def _start(
    desktop: Desktop, title: str, name: str, command_of: Callable[[Path], Sequence[str]]
) -> Target:
    line = desktop.listener(name)
    process = desktop.start(*command_of(line.path), name=name)
    line.wait_for(lambda event: bool(event["event"] == "ready"), f"{name}'s start", within=40)
    target = Target(desktop, process, line, title, desktop.windows.named(title))
    target.focus()
    target.clear()
    return target
