"""A command line that was called, and what it answered."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_assist.__main__ import main


@dataclass(frozen=True)
class Told:
    """The exit code, and what stood on the two outputs."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    """The program's, in English, with `home` for its data folder."""

    home: Path
    captured: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    def __call__(self, *words: str, stdin: bytes = b"") -> Told:
        self.patch.delenv("DESKTOP_ASSIST_HOME", raising=False)
        self.patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(["--home", str(self.home), "--language", "en", *words])
        return Told(code, *self.captured.readouterr())
