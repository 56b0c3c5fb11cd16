"""The command line and the way into the tray. Qt is imported for the tray alone."""

from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_assist.cli.console import Console, in_utf8
from desktop_assist.cli.desk import Desk
from desktop_assist.cli.options import common_options, refuse_wrong
from desktop_assist.cli.speech import Speech
from desktop_assist.errors import BROKEN_INPUT, AssistError
from desktop_assist.report import report_of
from desktop_assist.store.home import Home
from desktop_assist.text import say

INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command in `argv` (without the program's name) and tell the exit code."""
    started_at = time.monotonic()
    words = list(sys.argv[1:] if argv is None else argv)
    common, others = common_options(words)
    home = Home.find(Path(common.home) if common.home else None, os.environ)
    speech = Speech(home, common.language)
    console = Console(in_utf8(sys.stdout), in_utf8(sys.stderr), speech)
    desk = Desk(home, console, speech, datetime.datetime.now().astimezone())
    try:
        refuse_wrong(common)
        code = _command(words, desk) if others else _tray(desk, started_at, common.language or "")
        console.flush()
    except AssistError as error:
        console.problem(error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_has_gone()
    except Exception as error:
        # A person gets a sentence, whatever has happened.
        console.problem(report_of(error, home.folder))
        return BROKEN_INPUT
    return code


def _command(words: Sequence[str], desk: Desk) -> int:
    from desktop_assist.cli.arguments import parser  # noqa: PLC0415  not on the way to the tray

    arguments = parser(desk.console.translate).parse_args(words)
    return int(arguments.run(arguments, desk))


def _tray(desk: Desk, started_at: float, language: str) -> int:
    """Start in the tray; where one runs already, open its palette instead."""
    from desktop_assist.cli.running import open_palette  # noqa: PLC0415  only here
    from desktop_assist.services.instance import AlreadyRunning  # noqa: PLC0415  only here

    if open_palette(desk):
        return 0
    _need_screen()
    try:
        return _run_gui(desk.home.folder, started_at, language)
    except AlreadyRunning:
        # The other one was quicker by a moment.
        open_palette(desk)
        return 0


def _run_gui(home: Path, started_at: float, language: str) -> int:
    try:
        from desktop_assist.gui.app import run  # noqa: PLC0415  loads Qt
    except ImportError as error:
        raise AssistError(
            say("CommandLine", "The windows cannot be opened: {reason}.", reason=error),
            say("CommandLine", "Install what is missing; packaging/bootstrap.py run does it."),
        ) from error
    return run(home, started_at, language)


def _need_screen() -> None:
    """Qt ends the whole process where it finds no screen, so look before it does."""
    told = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, told)):
        raise AssistError(
            say("CommandLine", "There is no screen here for the tray and the windows."),
            say("CommandLine", "Start it on a desktop; the other commands work without one."),
        )


def _reader_has_gone() -> int:
    """Whoever read our output has had enough; Python would complain once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
