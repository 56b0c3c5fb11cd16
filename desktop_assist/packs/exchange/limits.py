"""How much a file that somebody brings may hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` and `unpacked` in bytes, `cell` in code points; a longer cell costs its row alone."""

    size: int = 100_000_000
    unpacked: int = 600_000_000
    rows: int = 200_000
    columns: int = 100
    cell: int = 50_000


def read_bytes(file: Path, limits: Limits) -> bytes:
    """What is in `file`.

    Raises:
        AssistError: it cannot be read, is empty, or is larger than `limits.size`.
    """
    try:
        size = file.stat().st_size
        if size > limits.size:
            raise too_large(file, limits)
        data = file.read_bytes()
    except OSError as error:
        raise AssistError(
            say("Exchange", "“{file}” cannot be read: {reason}.", file=file.name,
                reason=reason_of(error)),
            say("Exchange", "Check the name and whether another program has it open."),
        ) from error  # fmt: skip
    if not data.strip():
        raise AssistError(
            say("Exchange", "“{file}” is empty. Nothing was changed.", file=file.name),
            say("Exchange", "Export it once more from the tool that it comes from."),
        )
    return data


def too_large(file: Path, limits: Limits) -> AssistError:
    """The refusal of a file whose content is beyond the limits."""
    return AssistError(
        say(
            "Exchange",
            "“{file}” is larger than {megabytes} MB. Nothing was changed.",
            file=file.name,
            megabytes=limits.size // 1_000_000,
        ),
        say("Exchange", "Split it into smaller files, or set a higher limit."),
    )


def too_many_rows(file: Path, limits: Limits) -> AssistError:
    """The refusal of a file with more rows than the limit."""
    return AssistError(
        say(
            "Exchange",
            "“{file}” has more than {rows} rows. Nothing was changed.",
            file=file.name,
            rows=limits.rows,
        ),
        say("Exchange", "Split it into smaller files, or set a higher limit."),
    )
