"""Replies into the file of another tool, with a word on what it cannot hold."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError, reason_of
from desktop_assist.packs.exchange.formats.base import Files, Format, Order, outbound
from desktop_assist.packs.exchange.losses import losses
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class Exported:
    """How many replies were written, and what to know of them."""

    count: int
    told: tuple[Message, ...]


def export(
    known: Format,
    out: Path,
    entries: Sequence[Entry],
    picture: Callable[[Entry], Path | None],
    now: datetime.datetime,
    encoding: str = "utf-8-sig",
    *,
    replace: bool = False,
) -> Exported:
    """Write `entries` to `out` as `known`, whole or not at all.

    Raises:
        AssistError: something is there already and `replace` was not said, or it could not be
            written.
    """
    _check_free(out, known, replace=replace)
    replies = [outbound(entry, known.notation, _there(picture(entry))) for entry in entries]
    files: Files = {}
    try:
        told = (*known.write(Order(out, replies, now, encoding), files), *losses(known, replies))
        for place, data in files.items():
            _write(place, data)
    except OSError as error:
        raise AssistError(
            say("Exchange", "“{file}” was not written: {reason}.", file=out,
                reason=reason_of(error)),
            say("Exchange", "Choose another place, or make room."),
        ) from error  # fmt: skip
    return Exported(len(replies), told)


def _there(picture: Path | None) -> Path | None:
    return picture if picture is not None and picture.is_file() else None


def _check_free(out: Path, known: Format, *, replace: bool) -> None:
    if not out.absolute().parent.is_dir():
        raise AssistError(
            say("Exchange", "The folder “{folder}” is not there.", folder=out.absolute().parent),
            say("Exchange", "Make it first, or choose another place."),
        )
    is_folder = known.kind == "folder"
    if is_folder and out.is_dir() and any(out.iterdir()):
        raise AssistError(
            say("Exchange", "“{folder}” has something in it. Nothing was written.", folder=out),
            say("Exchange", "Choose an empty folder or a new one."),
        )
    if not is_folder and out.is_dir():
        raise AssistError(
            say("Exchange", "“{folder}” is a folder. Nothing was written.", folder=out),
            say("Exchange", "Name a file in it, such as {example}.",
                example=f"replies{known.suffix}"),
        )  # fmt: skip
    if out.exists() and not is_folder and not replace:
        raise AssistError(
            say("Exchange", "“{file}” is there already; nothing was changed.", file=out),
            say("Exchange", "Choose another name, or say that it is to be replaced."),
        )


def _write(place: Path, data: bytes) -> None:
    """Whole or not at all: a file of that name is always complete."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
