"""What a lead's computer remembers of a channel, so that it notices when the channel goes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.decoding import decode
from desktop_assist.store.files import replace_file, saving


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """The highest version seen of each signed list, and by pack the revision last published here.

    `sent` tells whether another lead has published since.
    """

    format: int = 1
    seen: dict[str, int] = {}
    sent: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class DeskFolder:
    """The memory and the copies of what was published, in the channel's folder."""

    folder: ChannelFolder

    def desk(self) -> Desk:
        """The memory; an empty one where it is missing or damaged."""
        try:
            return decode(self.folder.desk_file.read_bytes(), Desk)
        except (OSError, ValueError):
            return Desk()

    def remember(self, versions: Mapping[str, int], sent: Mapping[str, int]) -> None:
        """Add what was seen and sent; raises AssistError where it cannot be saved."""
        old = self.desk()
        seen = {
            role: max(old.seen.get(role, 0), versions.get(role, 0))
            for role in {*old.seen, *versions}
        }
        new = Desk(seen=seen, sent={**old.sent, **sent})
        with saving(self.folder.desk_file):
            replace_file(self.folder.desk_file, msgspec.json.encode(new))

    def copy(self, files: Mapping[str, bytes]) -> None:
        """Keep copies of published files by their paths in the channel; raises as `remember`."""
        for path, data in files.items():
            file = self.folder.copies / path
            with saving(file):
                file.parent.mkdir(parents=True, exist_ok=True)
                replace_file(file, data)

    def copies(self) -> Iterator[tuple[str, Path]]:
        """Every copy, by its path in the channel."""
        for file in sorted(self.folder.copies.rglob("*")):
            if file.is_file() and not file.name.startswith("."):
                yield file.relative_to(self.folder.copies).as_posix(), file

    def keep_only(self, paths: frozenset[str]) -> None:
        """Remove the copies of what the channel no longer lists, but for the lists of keys."""
        for path, file in [*self.copies()]:
            if path not in paths and not path.endswith(".root.json"):
                with saving(file):
                    file.unlink(missing_ok=True)
