"""What a lead's key does: publish packs of the team, withdraw them, and keep signatures fresh."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuf.api.exceptions import RepositoryError, StorageError
from tuf.api.metadata import Metadata, TargetFile, Targets, Timestamp

from desktop_assist.channel.changes import PackChange
from desktop_assist.channel.names import Target
from desktop_assist.channel.pack_zip import zipped
from desktop_assist.channel.signed.desk_access import Access
from desktop_assist.channel.signed.preview import Preview, Previewer, is_of
from desktop_assist.channel.signed.trusted import WITHDRAWN, ChannelState, newest_targets
from desktop_assist.channel.signed.writing import Next
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.packs.folders import MANIFEST
from desktop_assist.packs.wording import Find
from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import say

KEPT_REVISIONS = 5
"""How many versions of a pack stay in the channel."""
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
        state = self._state()
        sent = self.access.memory.desk().sent
        previewer = Previewer(
            self.access.place, self.team, find, sent, self.access.limits, self.access.key.name
        )
        return [previewer.preview(folder, state) for folder in folders]

    def publish(self, previews: Sequence[Preview], words: Words) -> tuple[PackChange, ...]:
        """Publish all of `previews` at once, and give what agents will be told.

        A preview that changes nothing is left out. The version is written back to each pack's
        pack.yaml.

        Raises:
            AssistError: something stands in the way, the channel has changed since the preview,
                or it cannot be written. Nothing is published then.
        """
        wanted = [one for one in previews if not one.is_same]
        for preview in wanted:
            _refuse(preview, words)
        if not wanted:
            return ()
        with self.access.locked() as lock:
            state = self._state()
            targets = state.teams[self.team].signed
            zips = {}
            for preview in wanted:
                target, file, data = self._published(preview, targets, state, words)
                zips[target.stored(file.hashes["sha256"])] = data
            dropped = _drop_old(self.team, targets)
            sent = {preview.manifest.id: preview.base + 1 for preview in wanted}
            self.access.write(lock, state, Next(teams={self.team: targets}, zips=zips), sent)
            for path in dropped:
                self.access.place.remove(f"targets/{path}")
        for preview in wanted:
            _write_back(preview)
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

    def _published(
        self, preview: Preview, targets: Targets, state: ChannelState, words: Words
    ) -> tuple[Target, TargetFile, bytes]:
        pack = preview.manifest.id
        self._refuse_foreign(pack, state)
        newest = newest_targets(self.team, targets).get(pack)
        if (newest[0].revision if newest else 0) != preview.base:
            raise _overtaken(preview, newest)
        target = Target(self.team, pack, preview.base + 1)
        data = zipped(preview.files)
        file = TargetFile.from_data(str(target), data, ["sha256"])
        file.unrecognized_fields["custom"] = self._custom(preview, words)
        targets.targets[str(target)] = file
        return target, file, data

    def _custom(self, preview: Preview, words: Words) -> dict[str, object]:
        overruled = sorted({one.finding.rule for one in preview.blocking})
        return {
            "format": 1,
            "version": preview.manifest.version,
            "title": preview.manifest.title,
            "notes": words.notes,
            "by": self.access.key.name,
            "at": f"{self.access.clock():%Y-%m-%dT%H:%M:%S%z}",
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
            raise AssistError(
                say("Channel", "Your team has no pack “{pack}” in the channel. Nothing was"
                    " withdrawn.", pack=pack),
                say("Channel", "Choose one of: {packs}.", packs=", ".join(sorted(newest)) or "–"),
            )  # fmt: skip
        if reply:
            gone = targets.unrecognized_fields.setdefault(WITHDRAWN, {})
            gone[pack] = sorted({*gone.get(pack, ()), reply})
            return
        for path in [one for one in targets.targets if is_of(one, pack)]:
            del targets.targets[path]


def _refuse(preview: Preview, words: Words) -> None:
    pack = preview.manifest.title
    if preview.faults:
        first = preview.faults[0]
        raise AssistError(
            say("Channel", "“{pack}” has {count} faults and was not published. The first: {place}:"
                " {fault}", pack=pack, count=len(preview.faults), place=first.place,
                fault=first.message),
            say("Channel", "See them all with: desktop-assist lint {folder}",
                folder=preview.folder),
            FINDINGS,
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


def _overtaken(preview: Preview, newest: tuple[Target, TargetFile] | None) -> AssistError:
    custom = newest[1].custom if newest else None
    who = custom.get("by", "?") if isinstance(custom, dict) else "?"
    return AssistError(
        say("Channel", "{who} has published “{pack}” while you were looking at yours. Nothing of"
            " yours was published.", who=who, pack=preview.manifest.title),
        say("Channel", "Look at the differences again, then publish."),
        FINDINGS,
    )  # fmt: skip


def _drop_old(team: str, targets: Targets) -> list[str]:
    """Take versions beyond the kept ones from the list; where their bytes lie."""
    newest = {pack: target.revision for pack, (target, _) in newest_targets(team, targets).items()}
    dropped = []
    for path, file in [*targets.targets.items()]:
        target = Target.parse(path)
        if target and target.revision <= newest.get(target.pack, 0) - KEPT_REVISIONS:
            del targets.targets[path]
            dropped.append(target.stored(file.hashes["sha256"]))
    return dropped


def _write_back(preview: Preview) -> None:
    file = preview.folder / MANIFEST
    if file.read_bytes() != preview.files[MANIFEST]:
        with saving(file):
            replace_file(file, preview.files[MANIFEST])


def _told(preview: Preview, words: Words, by: str) -> PackChange:
    manifest = preview.manifest
    return PackChange(manifest.id, manifest.title, manifest.version, preview.new,
                      preview.changed, preview.gone, words.notes, by)  # fmt: skip
