"""A command line that was called, and what it answered."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_assist.__main__ import main
from desktop_assist.channel.held import synced_packs
from desktop_assist.packs.reader import read_packs

Run = Callable[..., tuple[int, str, str]]
"""Calls `channel` with words, as the one who is named first: exit code, output, complaints."""


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


def channel_commands(folder: Path, captured: pytest.CaptureFixture[str]) -> Run:
    """The command `channel` of several people, each with a data folder in `folder`."""

    def call(who: str, *words: object) -> tuple[int, str, str]:
        code = main(["--home", str(folder / who), "--language", "en", "channel", *map(str, words)])
        told = captured.readouterr()
        return code, told.out, told.err

    return call


def shown(home: Path) -> dict[str, str]:
    """The bodies of the replies that the channels under `home` brought, by their ids."""
    readings = [one for top in synced_packs(home / "channels") for one in read_packs(top)]
    packs = [one.pack for one in readings if one.pack is not None]
    return {snippet.id: snippet.body for pack in packs for snippet in pack.snippets}
