"""What is wrong in a pack: where, what, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_assist.text import Message

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault at `line` and `column` (both from 1, columns in code points) of `file`."""

    file: Path
    line: int
    column: int
    message: Message
    hint: Message

    def __str__(self) -> str:
        """`file:line:column: sentence`, in English."""
        return f"{self.place}: {self.message} {self.hint}"

    @property
    def place(self) -> str:
        """`file:line:column`, as editors and terminals jump to it."""
        return f"{self.file}:{self.line}:{self.column}"


def shortened(text: object) -> str:
    """`text` on one line, cut to a length that a sentence can carry."""
    line = " ".join(str(text).split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
