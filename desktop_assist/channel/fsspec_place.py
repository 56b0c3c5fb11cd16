"""A channel in a bucket or on WebDAV, through fsspec: an extra, for those who have one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop_assist.channel.places import NotThere, Unreachable
from desktop_assist.errors import AssistError
from desktop_assist.text import say

_CHUNK = 1 << 18


class FsspecPlace:
    """Reads and writes below an address such as `s3://bucket/channel`.

    A put object is whole or not there, which is what a channel asks of its place. Who may read and
    write, and by which login, is a matter of the driver and its own settings.
    """

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        try:
            import fsspec  # noqa: PLC0415  an extra

            self._files: Any = fsspec.core.url_to_fs(self._address)[0]
        except (ImportError, ValueError) as error:
            raise AssistError(
                say("Channel", "This computer cannot reach “{address}”: {reason}.",
                    address=self._address, reason=error),
                say("Channel", "Install the driver: pip install desktop-assist[s3] or"
                    " desktop-assist[webdav]."),
            ) from error  # fmt: skip

    @property
    def time_told(self) -> datetime.datetime | None:
        """No driver hands on the time."""
        return None

    def chunks(self, path: str) -> Iterator[bytes]:
        """See `Source.chunks`."""
        try:
            with self._files.open(f"{self._address}/{path}", "rb", cache_type="none") as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except FileNotFoundError as error:
            raise NotThere(path) from error
        except PermissionError as error:
            raise NotThere(path) from error  # what a bucket says of a file that is not there
        except Exception as error:  # each driver has exceptions of its own
            raise self._failed(error) from error

    def write(self, path: str, data: bytes) -> None:
        """See `Place.write`."""
        with self._reported():
            self._files.pipe_file(f"{self._address}/{path}", data)

    def create(self, path: str, data: bytes) -> bool:
        """See `Place.create`; a driver that cannot put conditionally looks first."""
        place = f"{self._address}/{path}"
        with self._reported():
            if self._files.exists(place):
                return False
            try:
                self._files.pipe_file(place, data, mode="create")
            except FileExistsError:
                return False
            except (TypeError, NotImplementedError):
                self._files.pipe_file(place, data)
        return True

    def remove(self, path: str) -> None:
        """See `Place.remove`."""
        with self._reported():
            if self._files.exists(f"{self._address}/{path}"):
                self._files.rm_file(f"{self._address}/{path}")

    def close(self) -> None:
        """The driver closes its own connections."""

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except AssistError:
            raise
        except Exception as error:  # each driver has exceptions of its own
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> Unreachable:
        return Unreachable(
            say("Channel", "“{address}” does not answer as it should: {reason}.",
                address=self._address, reason=error),
            say("Channel", "Check the network and the login for it."),
        )  # fmt: skip
