"""The place where a channel takes letters: a folder of it that agents may write to.

Every letter is a file of its own, named by its SHA-256, so that nobody ever writes over another's,
and putting it twice changes nothing. It appears whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.channel.places import NotThere, Place, open_place, scheme_of
from desktop_assist.channel.proposals.letter import digest_of
from desktop_assist.channel.proposals.limits import InboxLimits
from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say

PROPOSALS = "inbox/proposals"
REPORTS = "inbox/usage"

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_NEW_FILE |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Inbox:
    """Reads and writes letters at `place`.

    `put` puts bytes at a path, whole or not at all, and raises AssistError where it cannot.
    """

    place: Place
    limits: InboxLimits
    put: Callable[[str, bytes], None]

    def names(self, folder: str) -> list[str]:
        """The names in a folder of the channel, in order, unfinished files left out.

        Raises:
            AssistError: the channel cannot be reached.
        """
        return sorted(name for name in self.place.names(folder) if not name.startswith("."))

    def read(self, path: str) -> bytes:
        """The letter at `path`, or of a longer file so much that it shows to be too long.

        Raises:
            NotThere: there is none.
            Unreachable: the channel cannot be reached, or what lies there is no ordinary file.
        """
        data = bytearray()
        for chunk in self.place.chunks(path):
            data += chunk
            if len(data) > self.limits.file_bytes:
                break
        return bytes(data)


def open_inbox(address: str, limits: InboxLimits) -> Inbox:
    """The inbox of the channel at `address`.

    Raises:
        AssistError: nothing can be written there, as on a web server.
    """
    scheme = scheme_of(address)
    if scheme in ("http", "https"):
        raise AssistError(
            say("Proposals", "This channel is on a web server, where nothing can be put."),
            say("Proposals", "What is for the lead goes there as a file, by other ways."),
        )
    place = open_place(address)
    return Inbox(place, limits, place.write if scheme else _Folder(Path(address), place).put)


def name_of(data: bytes) -> str:
    """The file name of a letter."""
    return f"{digest_of(data)}.json"


@dataclass(frozen=True, slots=True)
class _Folder:
    path: Path
    place: Place

    def put(self, path: str, data: bytes) -> None:
        file = self.path / path
        # Tells a channel without an inbox from a share that is not connected.
        if file.name in self.place.names(path.rpartition("/")[0]) and self._has(path, data):
            return
        # One name for all tries, so that what a kill has left is finished by the next.
        fresh = file.with_name(f".{file.name}.new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(fresh, _NEW_FILE, 0o666), "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            fresh.replace(file)
        except OSError as error:
            raise AssistError(
                say("Proposals", "Nothing could be put into “{folder}”: {reason}.",
                    folder=file.parent, reason=reason_of(error)),
                say("Proposals", "Ask your lead to let you write there."),
            ) from error  # fmt: skip

    def _has(self, path: str, data: bytes) -> bool:
        try:
            return b"".join(self.place.chunks(path)) == data
        except NotThere:
            return False
