"""The seam to where a channel lies: read by everyone, written by leads."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from desktop_assist.channel.limits import DEFAULT_LIMITS, Limits
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import Message, say

_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+)://.+", re.IGNORECASE)


class NotThere(Exception):
    """There is no file of this name; the place itself answers."""


class Unreachable(AssistError):
    """The place does not answer as a channel does; what is on this computer is untouched."""

    def __init__(self, what: Message, todo: Message) -> None:
        kept = say("Channel", "{what} The team's replies on this computer stay as they are.",
                   what=what)  # fmt: skip
        super().__init__(kept, todo, FINDINGS)


class Source(Protocol):
    """A place that can be read. Paths are relative, ASCII, with `/`."""

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of the file at `path`, piece by piece.

        Raises:
            NotThere: there is no such file.
            Unreachable: the place does not answer, or too slowly.
        """

    @property
    def time_told(self) -> datetime.datetime | None:
        """What time it was at the place when it last answered; None where that is not known."""

    def close(self) -> None:
        """Let go of a connection."""


class Place(Source, Protocol):
    """A place that can be written as well. Each may raise AssistError."""

    def write(self, path: str, data: bytes) -> None:
        """Put `data` at `path`; a reader finds the old bytes or the new ones, never a part."""

    def create(self, path: str, data: bytes) -> bool:
        """Put `data` at `path` unless something is there already; whether it was put."""

    def remove(self, path: str) -> None:
        """Remove the file at `path`, if there is one."""

    def names(self, folder: str) -> list[str]:
        """The names of what lies in `folder`; none where there is no such folder."""


def read_whole(source: Source, path: str, most: int) -> bytes:
    """The file at `path`, raising as `Source.chunks` does, or Unreachable beyond `most` bytes."""
    data = bytearray()
    for chunk in source.chunks(path):
        data += chunk
        if len(data) > most:
            raise Unreachable(
                say("Channel", "“{path}” in the channel is longer than allowed.", path=path),
                say("Channel", "Tell the channel's owner: someone may have exchanged files there."),
            )
    return bytes(data)


def open_source(address: str, limits: Limits) -> Source:
    """What `address` names: a web address, one of `open_place`, or a folder.

    Raises:
        AssistError: what it takes to read there is not installed.
    """
    if scheme_of(address) in ("http", "https"):
        from desktop_assist.channel.web_source import WebSource  # noqa: PLC0415  loads http and ssl

        return WebSource(address, limits)
    return open_place(address, limits)


def open_place(address: str, limits: Limits = DEFAULT_LIMITS) -> Place:
    """What a lead publishes to: a folder, a WebDAV server, or what fsspec can write.

    Raises:
        AssistError: it cannot be written to, or what it takes is not installed.
    """
    scheme = scheme_of(address)
    if scheme and "@" in urlsplit(address).netloc:
        raise AssistError(
            say("Channel", "The address holds a login, and it would travel to everybody in the"
                " invite. Nothing was changed."),
            say("Channel", "Give the driver its login as the lead's guide says, and leave it out of"
                " the address."),
        )  # fmt: skip
    if scheme in ("http", "https"):
        raise AssistError(
            say("Channel", "A web address can be read, but nothing can be published there."),
            say("Channel", "Name the folder that the web server serves, and the web address as"
                " --address."),
        )  # fmt: skip
    if scheme in ("webdav", "webdavs"):
        from desktop_assist.channel.webdav_place import WebdavPlace  # noqa: PLC0415  an extra

        return WebdavPlace(address, limits)
    if scheme:
        from desktop_assist.channel.fsspec_place import FsspecPlace  # noqa: PLC0415  an extra

        return FsspecPlace(address, limits)
    from desktop_assist.channel.folder_place import FolderPlace  # noqa: PLC0415  only here

    return FolderPlace(Path(address))


def missing_driver(address: str, reason: Exception) -> AssistError:
    """That what it takes to reach `address` is not installed."""
    return AssistError(
        say("Channel", "This computer cannot reach “{address}”: {reason}.", address=address,
            reason=reason),
        say("Channel", "Install the driver: pip install desktop-assist[s3] or"
            " desktop-assist[webdav]."),
    )  # fmt: skip


def refuses(address: str, reason: Exception) -> Unreachable:
    """That a bucket or a server did not do what it was asked."""
    return Unreachable(
        say("Channel", "“{address}” does not answer as it should: {reason}.", address=address,
            reason=str(reason) or type(reason).__name__),
        say("Channel", "Check the network and the login for it."),
    )  # fmt: skip


def scheme_of(address: str) -> str:
    """`https` of `https://…`; "" for a path."""
    found = _SCHEME.fullmatch(address)
    return found["scheme"].lower() if found else ""
