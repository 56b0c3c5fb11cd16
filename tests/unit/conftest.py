"""What more than one file of unit tests asks for."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli_stage import Run, channel_commands


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes the system refuse to read a file; tests may run as someone whom no mode keeps out."""

    def begin(file: Path) -> None:
        read = Path.read_bytes

        def read_or_refuse(path: Path) -> bytes:
            if path == file:
                raise PermissionError(errno.EACCES, "Permission denied")
            return read(path)

        monkeypatch.setattr(Path, "read_bytes", read_or_refuse)

    return begin


@pytest.fixture
def channel(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """The command `channel` of several people, in a folder where they may leave files."""
    monkeypatch.chdir(tmp_path)
    return channel_commands(tmp_path, capsys)
