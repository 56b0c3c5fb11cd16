"""What is kept of an error that nobody foresaw, and the sentence about it."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

from desktop_assist import __version__
from desktop_assist.errors import AssistError
from desktop_assist.text import say


def report_of(error: Exception, home: Path) -> AssistError:
    """Write down where `error` came from and say where that lies.

    The error's own words are left out: they may quote a reply or a customer.
    """
    for folder in (home, Path(tempfile.gettempdir())):
        try:
            file = _kept(_text(error), folder)
        except OSError:
            continue
        return AssistError(
            say("Report", "Something went wrong that should not; your replies are safe."),
            say("Report", "Please report it with this file: {file}", file=file),
        )
    return AssistError(
        say("Report", "Something went wrong that should not, and no report could be written."),
        say("Report", "Free some disk space, or choose another folder with --home."),
    )


def _text(error: Exception) -> str:
    lines = [f"Desktop Assist {__version__}", type(error).__name__]
    lines += (
        f"{frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    return "\n".join(lines) + "\n"


def _kept(text: str, folder: Path) -> Path:
    # A name of its own: in a folder for everyone a known one could be a link laid by another user.
    handle, name = tempfile.mkstemp(prefix="desktop-assist-error-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)
