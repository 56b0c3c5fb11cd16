"""What TUF proves of a channel for an agent: its signed lists, and the packs that they name."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from desktop_assist.channel.held import ChannelFolder, HeldPack
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.names import Target
from desktop_assist.channel.places import Source
from desktop_assist.channel.signed.fetcher import SourceFetcher
from desktop_assist.channel.signed.trusted import WRITTEN, Payload, first_root, team_names
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.store.files import replace_file
from desktop_assist.text import say


class ProvenChannel:
    """Keeps the signed lists of a channel in `folder`, each once it is proven.

    All raise DownloadError and RepositoryError of TUF, see `problem_of`, or AssistError; so does
    the constructor, where what is kept is damaged.
    """

    def __init__(
        self, folder: ChannelFolder, source: Source, fetcher: SourceFetcher, limits: Limits
    ) -> None:
        self._folder = folder
        self._limits = limits
        self._updater = self._new_updater(fetcher, _first_root(folder, source, limits))

    def refresh(self) -> None:
        """Fetch and prove the lists above those of the teams."""
        self._updater.refresh()

    def expiries(self) -> Iterator[datetime.datetime]:
        """When the signatures of the lists above those of the teams run out."""
        yield self._list(Metadata[Root], "root").expires
        yield self._list(Metadata[Timestamp], "timestamp").expires
        yield self._list(Metadata[Snapshot], "snapshot").expires
        yield self._list(Metadata[Targets], "targets").expires

    def teams(self) -> tuple[str, ...]:
        """The teams that the owner has let in, as many as are allowed."""
        return team_names(self._list(Metadata[Targets], "targets"))[: self._limits.teams]

    def written_at(self) -> datetime.datetime | None:
        """When the channel was last written, by its own account."""
        told = self._list(Metadata[Timestamp], "timestamp").unrecognized_fields.get(WRITTEN, "")
        try:
            return datetime.datetime.fromisoformat(str(told))
        except ValueError:
            return None

    def listed(self, team: str) -> Targets:
        """The list of a team, fetched where it is new."""
        # No such pack: asked for, so that TUF fetches and proves the team's list.
        self._updater.get_targetinfo(f"{team}/.list")
        return self._list(Metadata[Targets], team)

    def download(self, target: Target, wanted: HeldPack) -> None:
        """Put the zip of `wanted` into the folder, whole and on the disk."""
        info = self._updater.get_targetinfo(str(target))
        if info is None or info.hashes.get("sha256") != wanted.sha256:
            raise RepositoryError(f"{target} is not its team's")
        if info.length > self._limits.pack_bytes:
            raise AssistError(
                say("Channel", "The pack “{title}” is bigger than allowed ({size} MB). What was in"
                    " use stays.", title=wanted.title, size=round(info.length / 1e6)),
                say("Channel", "Ask its lead to divide it, or to make its pictures smaller."),
                FINDINGS,
            )  # fmt: skip
        part = self._folder.zips / f"{wanted.sha256}.part"
        self._updater.download_target(info, str(part))
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.replace(self._folder.zip_file(wanted))

    def _list(self, kind: type[Metadata[Payload]], role: str) -> Payload:
        return kind.from_file(str(self._folder.trust / f"{role}.json")).signed

    def _new_updater(self, fetcher: SourceFetcher, first: bytes) -> Updater:
        config = UpdaterConfig(
            root_max_length=self._limits.metadata_bytes,
            snapshot_max_length=self._limits.metadata_bytes,
            targets_max_length=self._limits.metadata_bytes,
            max_delegations=self._limits.teams,
        )
        self._folder.trust.mkdir(exist_ok=True)
        self._folder.zips.mkdir(exist_ok=True)
        for unfinished in self._folder.trust.glob("tmp*"):
            unfinished.unlink(missing_ok=True)
        return Updater(
            str(self._folder.trust),
            "metadata/",
            str(self._folder.zips),
            "targets/",
            fetcher=fetcher,
            config=config,
            bootstrap=first,
        )


def _first_root(folder: ChannelFolder, source: Source, limits: Limits) -> bytes:
    try:
        return folder.first_root.read_bytes()
    except FileNotFoundError:
        data = first_root(source, folder.known_subscription().invite, limits)
        replace_file(folder.first_root, data)
        return data
