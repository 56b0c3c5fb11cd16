"""Files replaced as a whole: at every moment a reader finds the old one or the new one."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import Message, say

_FRESH = ".new"


def replace_file(file: Path, data: bytes) -> None:
    """Put `data` in place of `file`, on the disk for good when this returns.

    Raises:
        OSError: `file` is as it was.
    """
    fresh = file.with_name(f".{file.name}.{os.getpid()}{_FRESH}")
    try:
        fresh.touch(mode=0o600)
        with fresh.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    _sync_folder(file.parent)


def remove_unfinished(file: Path) -> None:
    """Remove what killed processes left of replacing `file`. Only for who may write it."""
    for fresh in file.parent.glob(f".{file.name}.*{_FRESH}"):
        fresh.unlink(missing_ok=True)


@contextmanager
def saving(file: Path) -> Iterator[None]:
    """Turns the system's refusal to write into a sentence.

    Raises:
        AssistError: with the reason that the system gives.
    """
    refused = say(
        "Store", "“{file}” could not be saved: {reason}. What was saved before is intact."
    )
    advice = say("Store", "Make room on the disk or allow writing there, then save again.")
    with _refusals(file, refused, advice):
        yield


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """Turns the system's refusal to read into a sentence.

    Raises:
        AssistError: with the reason that the system gives.
    """
    refused = say("Store", "“{file}” cannot be read: {reason}. Nothing in it was changed.")
    advice = say("Store", "Check that the folder is there and that you may read and write it.")
    with _refusals(file, refused, advice):
        yield


@contextmanager
def _refusals(file: Path, refused: Message, advice: Message) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        values = {"file": file, "reason": reason_of(error)}
        raise AssistError(dataclasses.replace(refused, values=values), advice) from error


def _sync_folder(folder: Path) -> None:
    # A new name is durable only with its folder. Windows opens no folders and needs no sync.
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
