"""A channel in a bucket, through fsspec: an extra, for those who have one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop_assist.channel.limits import Limits
from desktop_assist.channel.places import NotThere, Unreachable, missing_driver, refuses
from desktop_assist.errors import AssistError
from desktop_assist.text import say

_CHUNK = 1 << 22


class FsspecPlace:
    """Reads and writes below an address such as `s3://bucket/channel`.

    A put object is whole or not there, which is what a channel asks of its place. Who may read and
    write, and by which login, is a matter of the driver and its own settings.
    """

    def __init__(self, address: str, limits: Limits) -> None:
        self._address = address.rstrip("/")
        try:
            import fsspec  # noqa: PLC0415  an extra

            options = _options(self._address, limits)
            self._files: Any = fsspec.core.url_to_fs(self._address, **options)[0]
        except (ImportError, ValueError, TypeError) as error:
            raise missing_driver(self._address, error) from error

    @property
    def time_told(self) -> datetime.datetime | None:
        """No driver hands on the time."""
        return None

    def chunks(self, path: str) -> Iterator[bytes]:
        """See `Source.chunks`. What is small comes with one request."""
        place, start = self._place(path), 0
        with self._reported():
            while True:
                try:
                    chunk = self._files.cat_file(place, start=start, end=start + _CHUNK)
                except FileNotFoundError as error:
                    raise NotThere(path) from error
                except PermissionError as error:
                    raise self._forbidden(path) from error
                yield chunk
                start += len(chunk)
                if len(chunk) < _CHUNK or start == self._files.size(place):
                    return

    def write(self, path: str, data: bytes) -> None:
        """See `Place.write`."""
        with self._reported():
            self._files.pipe_file(self._place(path), data)

    def create(self, path: str, data: bytes) -> bool:
        """See `Place.create`; looked at before and after for buckets that know no condition."""
        place = self._place(path)
        with self._reported():
            if self._files.exists(place):
                return False
            try:
                self._files.pipe_file(place, data, mode="create")
            except FileExistsError:
                return False
            return bool(self._files.cat_file(place, start=0, end=len(data) + 1) == data)

    def remove(self, path: str) -> None:
        """See `Place.remove`."""
        with self._reported():
            if self._files.exists(self._place(path)):
                self._files.rm_file(self._place(path))

    def names(self, folder: str) -> list[str]:
        """See `Place.names`."""
        with self._reported():
            try:
                # Another computer may have added some since this one looked last.
                found = self._files.ls(self._place(folder), detail=False, refresh=True)
            except FileNotFoundError:
                return []
        return [str(one).rstrip("/").rpartition("/")[2] for one in found]

    def close(self) -> None:
        """The driver closes its own connections."""

    def _place(self, path: str) -> str:
        return f"{self._address}/{path}"

    def _forbidden(self, path: str) -> Exception:
        # A bucket that may not be listed says so of what is not there, such as the next keys.
        if path.endswith(".root.json"):
            return NotThere(path)
        return Unreachable(
            say("Channel", "“{path}” may not be read at “{address}”, or is not there.", path=path,
                address=self._address),
            say("Channel", "Check the login for it, and that it may read there."),
        )  # fmt: skip

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except (AssistError, NotThere):
            raise
        except Exception as error:  # each driver has exceptions of its own
            raise refuses(self._address, error) from error


def _options(address: str, limits: Limits) -> dict[str, object]:
    """Nothing is remembered between two looks, and no answer is waited for without end."""
    options: dict[str, object] = {"skip_instance_cache": True, "use_listings_cache": False}
    if address.startswith("s3:"):
        options["config_kwargs"] = {
            "connect_timeout": limits.connect_seconds,
            "read_timeout": limits.metadata_seconds,
        }
    return options
