"""What a lead's key does: publish packs of the team, withdraw them, and keep signatures fresh."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tuf.api.exceptions import RepositoryError, StorageError
from tuf.api.metadata import Metadata, TargetFile, Targets, Timestamp

from desktop_assist.channel.changes import PackChange
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.names import Target
from desktop_assist.channel.pack_zip import zipped
from desktop_assist.channel.signed.desk_access import Access
from desktop_assist.channel.signed.histories import Added, Histories, no_such_pack
from desktop_assist.channel.signed.preview import Preview, Previewer, is_of
from desktop_assist.channel.signed.trusted import WITHDRAWN, ChannelState, newest_targets
from desktop_assist.channel.signed.writing import Next
from desktop_assist.channel.sources import Sources
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.packs.folders import MANIFEST
from desktop_assist.packs.wording import Find
from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import say

RENEWAL = datetime.timedelta(days=21)
"""So long before a signature runs out a lead's computer signs anew by itself."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a lead says of a publish: `notes` for the agents, and why findings are `overruled`.

    `over` publishes although another lead has published the pack since.
    """

    notes: str = ""
    overruled: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes for one team. `access.key` is a lead's."""

    access: Access

    @property
    def team(self) -> str:
        return self.access.key.team

    def preview(self, folder: Path, find: Find) -> Preview:
        """What publishing the pack in `folder` would do; nothing is written.

        Raises:
            AssistError: see `Access.state` and `Previewer.preview`.
        """
        return self.previews([folder], find)[0]

    def previews(self, folders: Iterable[Path], find: Find) -> list[Preview]:
        """As `preview`, for several packs and one look at the channel."""
        state, previewer = self._state(), self._previewer(find)
        return [previewer.preview(folder, state) for folder in folders]

    def rollback_preview(self, pack: str, version: str, find: Find) -> Preview:
        """What publishing the content of an older `version` of `pack` once more would do.

        Raises:
            AssistError: as `preview`, or there is no such version any more.
        """
        return self._previewer(find).restored(pack, version, self._state())

    def publish(self, previews: Sequence[Preview], words: Words) -> tuple[PackChange, ...]:
        """Publish all of `previews` at once, and give what agents will be told.

        A preview that changes nothing is left out. The version is written back to each pack's
        pack.yaml, and its folder remembered for what agents will suggest.

        Raises:
            AssistError: something stands in the way, the channel has changed since the preview,
                or it cannot be written. Nothing is published then.
        """
        wanted = [one for one in previews if not one.is_same]
        for preview in wanted:
            _refuse(preview, words, self.access.limits)
        if not wanted:
            return ()
        with self.access.locked() as lock:
            state = self._state()
            targets = state.teams[self.team].signed
            files: dict[str, bytes] = {}
            dropped: list[str] = []
            for preview in wanted:
                self._refuse_foreign(preview.manifest.id, state)
                added = self._added(preview, targets, words)
                files |= added.files
                dropped += added.dropped
            sent = {preview.manifest.id: preview.base + 1 for preview in wanted}
            self.access.write(lock, state, Next(teams={self.team: targets}, files=files), sent)
            for path in dropped:
                self.access.place.remove(f"targets/{path}")
        for preview in wanted:
            _write_back(preview)
        folders = {one.manifest.id: one.folder for one in wanted if one.folder is not None}
        Sources(self.access.folder).remember(folders)
        return tuple(_told(preview, words, self.access.key.name) for preview in wanted)

    def withdraw(self, names: Sequence[str]) -> None:
        """Take packs (`pack`) and single replies (`pack/reply`) back, everywhere and for good.

        Raises:
            AssistError: the team has no such pack, or the channel cannot be written.
        """
        with self.access.locked() as lock:
            state = self._state()
            targets = state.teams[self.team].signed
            for name in names:
                self._withdraw(name, targets)
            self.access.write(lock, state, Next(teams={self.team: targets}))

    def renew(self) -> None:
        """Sign the team's list anew, so that agents know that nothing newer is hidden from them.

        Raises:
            AssistError: the channel cannot be read or written.
        """
        with self.access.locked() as lock:
            state = self._state()
            self.access.write(lock, state, Next(teams={self.team: state.teams[self.team].signed}))

    def is_due(self) -> bool:
        """Whether signatures of this lead run out soon, by what the last sync has brought."""
        trust = self.access.folder.trust
        try:
            lists = (
                Metadata[Timestamp].from_file(str(trust / "timestamp.json")).signed.expires,
                Metadata[Targets].from_file(str(trust / f"{self.team}.json")).signed.expires,
            )
        except (RepositoryError, StorageError):
            return False
        return min(lists) - self.access.clock() < RENEWAL

    @property
    def _histories(self) -> Histories:
        return Histories(self.access.place, self.team, self.access.limits)

    def _previewer(self, find: Find) -> Previewer:
        sent = self.access.memory.desk().sent
        return Previewer(self._histories, find, sent, self.access.limits, self.access.key.name)

    def _state(self) -> ChannelState:
        state = self.access.state()
        key, team = self.access.key.key_id, self.team
        allowed = (
            team in state.teams and key in state.targets.signed.get_delegated_role(team).keyids
        )
        if not allowed:
            raise AssistError(
                say("Channel", "This key may not publish here any more, or never might. Nothing was"
                    " published."),
                say("Channel", "Ask the channel's owner for a new key (“channel invite” or"
                    " “channel replace-key”)."),
            )  # fmt: skip
        return state

    def _added(self, preview: Preview, targets: Targets, words: Words) -> Added:
        """The version written down in `targets` and in its history, with the files to put."""
        pack = preview.manifest.id
        last = next(iter(self._histories.of(pack, targets)), None)
        if (last.revision if last else 0) != preview.base:
            raise _overtaken(preview, last.by if last else "?")
        target = Target(self.team, pack, preview.base + 1)
        data = zipped(preview.files)
        file = TargetFile.from_data(str(target), data, ["sha256"])
        file.unrecognized_fields["custom"] = self._custom(preview, words)
        added = self._histories.add(file, target, targets)
        return replace(added, files={**added.files, target.stored(file.hashes["sha256"]): data})

    def _custom(self, preview: Preview, words: Words) -> dict[str, object]:
        overruled = sorted({one.finding.rule for one in preview.blocking})
        return {
            "format": 1,
            "version": preview.manifest.version,
            "title": preview.manifest.title,
            "notes": words.notes,
            "by": self.access.key.name,
            "at": f"{self.access.clock():%Y-%m-%dT%H:%M:%S%z}",
            "new": len(preview.new),
            "changed": len(preview.changed),
            "gone": len(preview.gone),
            **({"restores": preview.restores} if preview.restores else {}),
            **({"overruled": {"rules": overruled, "why": words.overruled}} if overruled else {}),
        }

    def _refuse_foreign(self, pack: str, state: ChannelState) -> None:
        for team, listed in state.teams.items():
            if team != self.team and pack in newest_targets(team, listed.signed):
                raise AssistError(
                    say("Channel", "The pack “{pack}” belongs to the team “{team}”. Nothing was"
                        " published.", pack=pack, team=team),
                    say("Channel", "Give your pack another id in pack.yaml."),
                )  # fmt: skip

    def _withdraw(self, name: str, targets: Targets) -> None:
        pack, _, reply = name.partition("/")
        newest = newest_targets(self.team, targets)
        if pack not in newest:
            raise no_such_pack(pack, newest)
        if reply:
            gone = targets.unrecognized_fields.setdefault(WITHDRAWN, {})
            gone[pack] = sorted({*gone.get(pack, ()), reply})
            return
        for path in [one for one in targets.targets if is_of(one, pack)]:
            del targets.targets[path]


def _refuse(preview: Preview, words: Words, limits: Limits) -> None:
    pack = preview.manifest.title
    _refuse_faults(preview)
    if max(len(words.notes), len(words.overruled)) > limits.notes:
        raise AssistError(
            say("Channel", "Notes and reasons may have {most} characters; these have more. Nothing"
                " was published.", most=limits.notes),
            say("Channel", "Say it in fewer words."),
        )  # fmt: skip
    if preview.blocking and not words.overruled.strip():
        first_found = preview.blocking[0]
        raise AssistError(
            say("Channel", "“{pack}” has {count} wordings that a rule forbids and was not"
                " published. The first: {file}:{line}: “{text}”", pack=pack,
                count=len(preview.blocking), file=first_found.file, line=first_found.line,
                text=first_found.finding.text),
            say("Channel", "Put them in other words, or publish with --overrule and your reason,"
                " which is recorded."),
            FINDINGS,
        )  # fmt: skip
    if preview.rival and not words.over:
        raise AssistError(
            say("Channel", "{who} has published “{pack}” since you did. Nothing of yours was"
                " published.", who=preview.rival, pack=pack),
            say("Channel", "Bring their changes into your folder (they are listed above), then"
                " publish with --over."),
            FINDINGS,
        )  # fmt: skip


def _refuse_faults(preview: Preview) -> None:
    if not preview.faults:
        return
    first, folder = preview.faults[0], preview.folder
    todo = say("Channel", "See them all with: desktop-assist lint {folder}", folder=folder)
    if folder is None:
        todo = say("Channel", "Take that version as a folder (channel history {pack} --save"
                   " {version} FOLDER), mend it there and publish the folder.",
                   pack=preview.manifest.id, version=preview.restores)  # fmt: skip
    raise AssistError(
        say("Channel", "“{pack}” has {count} faults and was not published. The first: {place}:"
            " {fault}", pack=preview.manifest.title, count=len(preview.faults), place=first.place,
            fault=first.message),
        todo,
        FINDINGS,
    )  # fmt: skip


def _overtaken(preview: Preview, who: str) -> AssistError:
    return AssistError(
        say("Channel", "{who} has published “{pack}” while you were looking at yours. Nothing of"
            " yours was published.", who=who, pack=preview.manifest.title),
        say("Channel", "Look at the differences again, then publish."),
        FINDINGS,
    )  # fmt: skip


def _write_back(preview: Preview) -> None:
    if preview.folder is None:
        return
    file = preview.folder / MANIFEST
    if file.read_bytes() != preview.files[MANIFEST]:
        with saving(file):
            replace_file(file, preview.files[MANIFEST])


def _told(preview: Preview, words: Words, by: str) -> PackChange:
    manifest = preview.manifest
    return PackChange(manifest.id, manifest.title, manifest.version, preview.new,
                      preview.changed, preview.gone, words.notes, by)  # fmt: skip
