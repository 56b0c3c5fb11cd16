"""A channel in a folder: on a share, on a stick, or where a web server serves from."""

from __future__ import annotations

import contextlib
import datetime
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_assist.channel.places import NotThere, Unreachable
from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say

_CHUNK = 1 << 18
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class FolderPlace:
    """Reads and writes below `folder`. A file appears there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def time_told(self) -> datetime.datetime | None:
        """A folder tells no time."""
        return None

    def chunks(self, path: str) -> Iterator[bytes]:
        """See `Source.chunks`. Only ordinary files are read: a pipe there would never end."""
        try:
            handle = os.open(self._folder / path, os.O_RDONLY | _NO_WAITING)
        except FileNotFoundError:
            self._check_folder()
            raise NotThere(path) from None
        except OSError as error:
            raise self._unreachable(error) from error
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)  # before a stream is made of it: a folder's handle makes none
            raise Unreachable(
                say("Channel", "“{path}” in the channel is no ordinary file.", path=path),
                say("Channel", "Tell the channel's owner: someone has put it there."),
            )
        with os.fdopen(handle, "rb") as stream:
            try:
                while chunk := stream.read(_CHUNK):
                    yield chunk
            except OSError as error:
                raise self._unreachable(error) from error

    def write(self, path: str, data: bytes) -> None:
        """See `Place.write`; the bytes are on the disk when this returns."""
        file = self._folder / path
        # A name of its own, so that two computers never write into one unfinished file.
        fresh = file.with_name(f".{secrets.token_hex(8)}.new")
        with self._writing():
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._put(fresh, data, os.O_EXCL)
                fresh.replace(file)
            except OSError:
                with contextlib.suppress(OSError):
                    fresh.unlink(missing_ok=True)
                raise

    def create(self, path: str, data: bytes) -> bool:
        """See `Place.create`."""
        file = self._folder / path
        with self._writing():
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._put(file, data, os.O_EXCL)
            except FileExistsError:
                return False
        return True

    def remove(self, path: str) -> None:
        """See `Place.remove`."""
        with self._writing():
            (self._folder / path).unlink(missing_ok=True)

    def names(self, folder: str) -> list[str]:
        """See `Place.names`."""
        try:
            return [one.name for one in (self._folder / folder).iterdir()]
        except FileNotFoundError:
            self._check_folder()
            return []
        except OSError as error:
            raise self._unreachable(error) from error

    def close(self) -> None:
        """There is nothing to close."""

    def _put(self, file: Path, data: bytes, flags: int) -> None:
        # Readable for everyone whom the folder lets in: agents, and the web server's own user.
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | _NO_WAITING | flags, 0o666)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(handle)

    def _check_folder(self) -> None:
        """Tell a file that is missing from a share that is not connected."""
        try:
            present = (self._folder / "metadata").is_dir()
        except OSError as error:
            raise self._unreachable(error) from error
        if not present:
            raise Unreachable(
                say("Channel", "The channel's folder “{folder}” is not there.",
                    folder=self._folder),
                say("Channel", "Connect the share or the drive; if it was moved, ask your lead for"
                    " a new invite."),
            )  # fmt: skip

    def _unreachable(self, error: OSError) -> Unreachable:
        return Unreachable(
            say("Channel", "The channel's folder “{folder}” cannot be read: {reason}.",
                folder=self._folder, reason=reason_of(error)),
            say("Channel", "Connect the share, or ask whoever keeps it to let you read there."),
        )  # fmt: skip

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise AssistError(
                say("Channel", "Nothing could be written to “{folder}”: {reason}. Agents keep what"
                    " was published before.", folder=self._folder, reason=reason_of(error)),
                say("Channel", "Make room there or allow writing, then publish again."),
            ) from error  # fmt: skip
