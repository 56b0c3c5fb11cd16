"""What a command prints: results on one stream, sentences about trouble on the other."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import Message, say

Translate = Callable[[str, str], str]
"""From context and English source to the sentence in the user's language."""


@dataclass(frozen=True, slots=True)
class Console:
    """Two text streams and the language in which people are spoken to."""

    out: TextIO
    err: TextIO
    translate: Translate

    def line(self, text: str = "") -> None:
        """One line of the result.

        Raises:
            AssistError: it cannot be written, as on a full disk.
            BrokenPipeError: whoever read it has gone.
        """
        with _writing():
            self.out.write(f"{text}\n")

    def flush(self) -> None:
        """Hand on every line of the result; raises as `line` does."""
        with _writing():
            self.out.flush()

    def json(self, value: object) -> None:
        """The result for another program: one JSON document, characters as they are."""
        self.line(json.dumps(value, ensure_ascii=False, indent=2))

    def spoken(self, message: Message) -> str:
        """`message` in the user's language."""
        return message.spoken(self.translate)

    def warn(self, text: str) -> None:
        """One line about trouble."""
        self.err.write(f"{text}\n")

    def problem(self, error: AssistError) -> None:
        """An error as people read it: what happened, and beneath it what to do."""
        self.warn(self.spoken(error.message))
        if error.hint is not None:
            self.warn(self.spoken(error.hint))


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AssistError(
            say(
                "CommandLine", "The result could not be written: {reason}.", reason=reason_of(error)
            ),
            say("CommandLine", "Make room there, or send it to another place."),
        ) from error


def in_utf8(stream: TextIO | None) -> TextIO:
    """`stream`, writing UTF-8 whatever the locale; what UTF-8 cannot hold is written escaped.

    Windows gives a program without a console no streams: it writes into nothing.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return io.StringIO() if stream is None else stream
