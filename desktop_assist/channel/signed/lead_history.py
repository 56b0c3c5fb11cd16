"""The versions of a team's packs, as a lead reads them from the channel."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import Targets

from desktop_assist.channel.changes import PackChange, compared
from desktop_assist.channel.history import PackVersion, named
from desktop_assist.channel.pack_zip import write_files
from desktop_assist.channel.signed.desk_access import Access
from desktop_assist.channel.signed.histories import Histories
from desktop_assist.channel.signed.preview import snippets_in
from desktop_assist.errors import AssistError
from desktop_assist.store.files import saving
from desktop_assist.text import say


@dataclass(frozen=True, slots=True)
class LeadHistory:
    """See `PackHistory`; `access.key` is the lead's. Each call reads the channel anew."""

    access: Access

    def packs(self) -> tuple[str, ...]:
        """Every pack that the team has published, also those that were withdrawn.

        Raises:
            AssistError: see `Access.state`.
        """
        return self._histories.packs(self._listed())

    def versions(self, pack: str) -> tuple[PackVersion, ...]:
        """See `PackHistory.versions`."""
        return self._histories.known(pack, self._listed())

    def differences(self, pack: str, before: str, after: str) -> PackChange:
        """See `PackHistory.differences`."""
        versions = self.versions(pack)
        old, new = (named(versions, pack, one) for one in (before, after))
        found = compared(*(snippets_in(self._histories.files(one)) for one in (old, new)))
        return PackChange(pack, new.title, new.version, *found, new.notes, new.by)

    def save(self, pack: str, version: str, folder: Path) -> None:
        """Write the content of an older `version` into `folder`, which must not be there yet.

        Raises:
            AssistError: as `differences`, or the folder is there or cannot be written.
        """
        if folder.exists():
            raise AssistError(
                say("Channel", "“{folder}” is there already. Nothing was written.", folder=folder),
                say("Channel", "Name a folder that does not exist yet."),
            )
        files = self._histories.files(named(self.versions(pack), pack, version))
        fresh = folder.with_name(f".{folder.name}.new")
        with saving(folder):
            shutil.rmtree(fresh, ignore_errors=True)
            write_files(fresh, files)
            fresh.replace(folder)

    @property
    def _histories(self) -> Histories:
        return Histories(self.access.place, self.access.key.team, self.access.limits)

    def _listed(self) -> Targets:
        return self.access.state().teams[self.access.key.team].signed
