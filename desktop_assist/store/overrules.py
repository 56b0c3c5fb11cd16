"""Why a reply went out although a rule forbids it: one line of JSON each, on this machine only."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_assist.store.files import saving

OVERRULE_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Overrule:
    """A rule that was overruled for a reply. What the reply says is not kept."""

    date: datetime.date
    reply: str
    rule: str
    reason: str


class OverruleLog:
    """The lines are only ever added to."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, overrules: Iterable[Overrule]) -> None:
        """Add a line for each; they are on the disk when this returns.

        Raises:
            AssistError: they could not be saved.
        """
        lines = b"".join(_line(one) for one in overrules)
        with saving(self._file):
            self._file.touch(mode=0o600)
            with self._file.open("a+b") as stream:
                stream.write(lines if _is_at_line_start(stream) else b"\n" + lines)
                stream.flush()
                os.fsync(stream.fileno())


def _is_at_line_start(stream: BinaryIO) -> bool:
    """Whether a line can be added: a killed process may have left half of one."""
    if not stream.seek(0, os.SEEK_END):
        return True
    stream.seek(-1, os.SEEK_END)
    return stream.read(1) == b"\n"


def _line(overrule: Overrule) -> bytes:
    content = {
        "format": OVERRULE_FORMAT,
        "date": overrule.date.isoformat(),
        "reply": overrule.reply,
        "rule": overrule.rule,
        "reason": overrule.reason,
    }
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
