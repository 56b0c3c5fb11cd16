"""The limits that were set on this computer: `limits.json` beside the channels."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from desktop_assist.channel.limits import DEFAULT_LIMITS, Limits
from desktop_assist.decoding import convert, decode
from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading, replace_file, saving
from desktop_assist.text import say

LIMITS_FORMAT = 1
_NAMES = tuple(one.name for one in dataclasses.fields(Limits))


def limits_file(channels: Path) -> Path:
    """Where the limits lie; there only where one was set."""
    return channels / "limits.json"


def read_limits(channels: Path) -> Limits:
    """The limits that count on this computer.

    Raises:
        AssistError: the file cannot be read, or says what no limit may be.
    """
    file = limits_file(channels)
    if not file.is_file():
        return DEFAULT_LIMITS
    with reading(file):
        data = file.read_bytes()
    try:
        return decode(data, Limits)
    except ValueError as error:
        raise AssistError(
            say("Channel", "The limits in “{file}” are not right: {reason}. No channel is asked"
                " until they are; the packs you have work on.", file=file, reason=error),
            say("Channel", "Remove that file, and set them again with: desktop-assist channel"
                " limits"),
        ) from error  # fmt: skip


def known_limit(name: str) -> str:
    """`name`, which a limit has; raises AssistError where none has it."""
    if name in _NAMES:
        return name
    raise AssistError(
        say("Channel", "There is no limit “{name}”. Nothing was changed.", name=name),
        say("Channel", "Choose one of: {names}.", names=", ".join(_NAMES)),
    )


def set_limit(channels: Path, name: str, value: float | None) -> Limits:
    """Set one limit, or back to what it was made with where there is no `value`.

    Raises:
        AssistError: there is no such limit, it may not be so, or it cannot be saved.
    """
    changed: dict[str, Any] = dataclasses.asdict(read_limits(channels))
    name = known_limit(name)
    changed[name] = getattr(DEFAULT_LIMITS, name) if value is None else value
    try:
        limits = convert(changed, Limits, strict=False)
    except msgspec.ValidationError as error:
        least, most = _bounds(name)
        raise AssistError(
            say("Channel", "“{name}” cannot be {value}. Nothing was changed.", name=name,
                value=f"{value:g}"),
            say("Channel", "Choose a number from {least} to {most}.", least=least, most=most),
        ) from error  # fmt: skip
    file = limits_file(channels)
    with saving(file):
        channels.mkdir(parents=True, exist_ok=True)
        replace_file(
            file, msgspec.json.encode({"format": LIMITS_FORMAT, **dataclasses.asdict(limits)})
        )
    return limits


def _bounds(name: str) -> tuple[float, float]:
    """The least and the most that a limit may be."""
    (meta,) = get_type_hints(Limits, include_extras=True)[name].__metadata__
    return meta.ge, meta.le
