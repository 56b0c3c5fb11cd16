"""The versions of a pack that an agent's computer holds: the one in force and the one before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.channel.changes import PackChange, compared
from desktop_assist.channel.held import ChannelFolder, HeldPack
from desktop_assist.channel.history import PackVersion, named
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.folders import PackReading
from desktop_assist.text import say


@dataclass(frozen=True, slots=True)
class LocalHistory:
    """See `PackHistory`. Asks nobody; `read_pack` reads a pack's folder."""

    folder: ChannelFolder
    read_pack: Callable[[Path], PackReading]

    def versions(self, pack: str) -> tuple[PackVersion, ...]:
        """See `PackHistory.versions`."""
        newest_first = self._held(pack)
        older = (*newest_first[1:], None)
        return tuple(
            self._version(one, before) for one, before in zip(newest_first, older, strict=True)
        )

    def differences(self, pack: str, before: str, after: str) -> PackChange:
        """See `PackHistory.differences`."""
        versions, held = self.versions(pack), {one.revision: one for one in self._held(pack)}
        old, new = (held[named(versions, pack, one).revision] for one in (before, after))
        return self.between(old, new)

    def between(self, before: HeldPack | None, after: HeldPack | None) -> PackChange:
        """What changed; None for a pack that was not there yet, or is no more."""
        one = after or before
        assert one is not None  # noqa: S101  a change has one side at least
        differences = compared(self._snippets(before), self._snippets(after))
        told = (after.version, after.notes, after.by) if after else ("", "", "")
        version, notes, by = told
        return PackChange(one.pack, one.title, version, *differences, notes, by)

    def _held(self, pack: str) -> tuple[HeldPack, ...]:
        held = self.folder.held()
        found = [one[pack] for one in (held.packs, held.previous) if pack in one]
        if not found:
            raise AssistError(
                say("Channel", "This computer has no pack “{pack}” from the channel.", pack=pack),
                say("Channel", "Choose one of: {packs}.",
                    packs=", ".join(sorted(held.packs)) or "–"),
            )  # fmt: skip
        return tuple(sorted(found, key=lambda one: one.revision, reverse=True))

    def _version(self, one: HeldPack, before: HeldPack | None) -> PackVersion:
        change = None if before is None else self.between(before, one)
        return PackVersion(
            pack=one.pack, revision=one.revision, version=one.version, title=one.title, by=one.by,
            at=one.at, notes=one.notes, sha256=one.sha256,
            new=len(change.new) if change is not None else None,
            changed=len(change.changed) if change is not None else None,
            gone=len(change.gone) if change is not None else None,
        )  # fmt: skip

    def _snippets(self, pack: HeldPack | None) -> tuple[Snippet, ...]:
        if pack is None:
            return ()
        reading = self.read_pack(self.folder.pack_folder(pack))
        return reading.pack.snippets if reading.pack else ()
