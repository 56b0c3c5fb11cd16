"""Text that a command is given, in a file or on standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_assist.cli.reports import STANDARD_INPUT
from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say


def read_text(name: str) -> str:
    """The UTF-8 text of the file `name`; `-` is standard input.

    Raises:
        AssistError: it cannot be read, or is not UTF-8.
    """
    try:
        raw = _standard_input() if name == STANDARD_INPUT else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise AssistError(
            say("Check", "{file} cannot be read: {reason}.", file=name, reason=reason_of(error)),
            say("Check", "Check the name, or give the text on standard input."),
        ) from error
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise AssistError(
            say("Check", "{file} is not UTF-8 text: see line {line}.", file=name, line=line),
            say("Check", "Save it as UTF-8 and check it again."),
        ) from error


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise AssistError(
            say("Check", "There is no standard input to read."),
            say("Check", "Name a file, or pipe the text in."),
        )
    return sys.stdin.buffer.read()
