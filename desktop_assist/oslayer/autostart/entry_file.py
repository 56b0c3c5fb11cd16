"""The file by which a system knows what to start: written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from desktop_assist.oslayer.autostart.base import AutostartRefused


def read(file: Path) -> bytes | None:
    """What is in `file`; None where there is none, or it cannot be read."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def write(file: Path, data: bytes) -> None:
    """Put `data` in place of `file`, and make its folder.

    Raises:
        AutostartRefused: the system does not allow it; the old file is as it was.
    """
    beside = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as error:
        raise AutostartRefused(error) from error


def remove(file: Path) -> None:
    """Remove `file`; harmless where there is none.

    Raises:
        AutostartRefused: the system does not allow it.
    """
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise AutostartRefused(error) from error
