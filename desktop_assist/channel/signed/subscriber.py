"""An agent's side of a channel: every list and every pack is proven before it is put in force."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout
from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from desktop_assist.channel.changes import PackChange, compared
from desktop_assist.channel.held import ChannelFolder, Held, HeldPack, KeptMessage
from desktop_assist.channel.limits import DEFAULT_LIMITS, Limits
from desktop_assist.channel.names import Target
from desktop_assist.channel.places import Source
from desktop_assist.channel.signed.fetcher import SourceFetcher
from desktop_assist.channel.signed.problems import clock_problem, problem_of
from desktop_assist.channel.signed.trusted import (
    WRITTEN,
    first_root,
    newest_targets,
    team_names,
    withdrawn_in,
)
from desktop_assist.channel.unpacking import Unpacker
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import FINDINGS, AssistError, reason_of
from desktop_assist.packs.folders import PackReading
from desktop_assist.store.files import replace_file
from desktop_assist.text import say

ReadPack = Callable[[Path], PackReading]


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync brought: what changed, and what went wrong for the rest."""

    changes: tuple[PackChange, ...] = ()
    problems: tuple[AssistError, ...] = ()
    requests: int = 0


@dataclass(slots=True)
class _Findings:
    """What is gathered while one sync runs."""

    anew: frozenset[str]
    packs: dict[str, HeldPack] = field(default_factory=dict)
    refused: list[HeldPack] = field(default_factory=list)
    withdrawn: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[AssistError] = field(default_factory=list)
    expiries: list[datetime.datetime] = field(default_factory=list)


class Subscriber:
    """Keeps one channel's packs up to date in `folder`. One at a time; others are turned away.

    Args:
        folder: the channel's folder in the data folder, already subscribed.
        source: where the channel is read.
        clock: the time, with its zone.
        read_pack: reads a pack's folder; `CompiledPacks.read_pack` also makes it quick to load.
        limits: what a channel may cost.
    """

    def __init__(
        self,
        folder: ChannelFolder,
        source: Source,
        clock: Callable[[], datetime.datetime],
        read_pack: ReadPack,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self._folder = folder
        self._source = source
        self._clock = clock
        self._read_pack = read_pack
        self._limits = limits
        self._unpacker = Unpacker(folder, read_pack, limits)

    def sync(self, anew: frozenset[str] = frozenset()) -> SyncResult:
        """Fetch what is new, and the packs in `anew` again, and put all in force at once.

        Never raises for the channel's sake. Trouble with one team costs only its packs' news;
        with the channel, all news. What was in force before stays so in every case.
        """
        try:
            self._folder.path.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder.path / "sync.lock", timeout=0):
                return self._locked(anew)
        except Timeout:
            return SyncResult(problems=(_BUSY,))
        except OSError as error:
            return SyncResult(problems=(_no_room(self._folder.path, error),))
        except AssistError as error:
            return SyncResult(problems=(error,))
        finally:
            self._source.close()

    def go_back(self, pack: str) -> PackChange:
        """Use the version of `pack` before the present one, until a newer one is published.

        Raises:
            AssistError: there is none, or it cannot be put in force.
        """
        held = self._folder.held()
        present, before = held.packs.get(pack), held.previous.get(pack)
        if present is None or before is None:
            raise AssistError(
                say("Channel", "There is no earlier version of “{pack}” on this computer.",
                    pack=pack),
                say("Channel", "A version is kept when the next one comes."),
            )  # fmt: skip
        shown = self._unpacker.shown(before, held.withdrawn.get(pack, ()))
        left = {**held.left, pack: present.revision}
        packs = {**held.packs, pack: shown}
        previous = {**held.previous, pack: present}
        self._folder.hold(msgspec.structs.replace(held, packs=packs, previous=previous, left=left))
        return self._change(present, shown)

    def mend(self) -> frozenset[str]:
        """Compare the packs in force with what was verified, and unpack the damaged ones again.

        Gives the packs whose zip is damaged as well, for `sync` to fetch anew; until then they
        stay in force as they are.
        """
        held = self._folder.held()
        damaged = [one for one in held.packs.values() if not self._unpacker.is_intact(one)]
        mended = {
            one.pack: self._unpacker.again(one, held.withdrawn.get(one.pack, ()))
            for one in damaged
            if self._unpacker.has_zip(one)
        }
        if mended:
            held = msgspec.structs.replace(held, packs={**held.packs, **mended})
            self._folder.hold(held)
            self._tidy(held, ())
        return frozenset(one.pack for one in damaged) - mended.keys()

    def _locked(self, anew: frozenset[str]) -> SyncResult:
        fetcher = SourceFetcher(self._source)
        held = self._folder.held()
        try:
            return self._fetched(held, fetcher, anew)
        except (DownloadError, RepositoryError) as error:
            problem = self._problem(error)
        except AssistError as error:
            problem = error
        kept = KeptMessage.of(problem.message)
        self._folder.hold(msgspec.structs.replace(held, problem=kept))
        return SyncResult(problems=(problem,), requests=fetcher.requests)

    def _fetched(self, held: Held, fetcher: SourceFetcher, anew: frozenset[str]) -> SyncResult:
        updater = self._updater(fetcher)
        updater.refresh()
        found = _Findings(anew)
        self._note_clock(found)
        for role, kind in (("root", Root), ("timestamp", Timestamp), ("snapshot", Snapshot)):
            found.expiries.append(Metadata[kind].from_file(self._list(role)).signed.expires)  # type: ignore[valid-type]
        targets = Metadata[Targets].from_file(self._list("targets")).signed
        found.expiries.append(targets.expires)
        for team in team_names(targets)[: self._limits.teams]:
            self._team(team, updater, held, found)
        return self._in_force(held, found, fetcher.requests)

    def _updater(self, fetcher: SourceFetcher) -> Updater:
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
            bootstrap=self._first_root(),
        )

    def _first_root(self) -> bytes:
        try:
            return self._folder.first_root.read_bytes()
        except FileNotFoundError:
            subscription = self._folder.subscription()
            if subscription is None:
                raise AssistError(
                    say("Channel", "The subscription in “{folder}” is damaged.",
                        folder=self._folder.path),
                    say("Channel", "Subscribe again with the invite."),
                ) from None  # fmt: skip
            data = first_root(self._source, subscription.invite, self._limits)
            replace_file(self._folder.first_root, data)
            return data

    def _list(self, role: str) -> str:
        return str(self._folder.trust / f"{role}.json")

    def _note_clock(self, found: _Findings) -> None:
        """A clock that is behind makes nothing run out, so that it has to be looked at here."""
        written = Metadata[Timestamp].from_file(self._list("timestamp")).signed
        told = str(written.unrecognized_fields.get(WRITTEN, ""))
        try:
            at = datetime.datetime.fromisoformat(told)
        except ValueError:
            return
        if at > self._clock() and (problem := clock_problem(self._clock(), at)):
            found.problems.append(problem)

    def _problem(self, error: DownloadError | RepositoryError) -> AssistError:
        return problem_of(error, self._clock(), self._source.time_told)

    def _team(self, team: str, updater: Updater, held: Held, found: _Findings) -> None:
        try:
            # No such pack: asked for, so that TUF fetches and proves the team's list.
            updater.get_targetinfo(f"{team}/.list")
            listed = Metadata[Targets].from_file(self._list(team)).signed
        except (DownloadError, RepositoryError) as error:
            self._keep_team(team, self._problem(error), held, found)
            return
        found.expiries.append(listed.expires)
        withdrawn = withdrawn_in(listed)
        newest = newest_targets(team, listed)
        for pack, (target, file) in [*newest.items()][: self._limits.packs]:
            if pack not in found.packs:
                found.withdrawn[pack] = withdrawn.get(pack, ())
                self._pack(target, file, updater, held, found)
        if any(Target.parse(path) is None or not path.startswith(f"{team}/")
               for path in listed.targets):  # fmt: skip
            found.problems.append(_foreign(team))

    def _keep_team(self, team: str, trouble: AssistError, held: Held, found: _Findings) -> None:
        found.problems.append(trouble)
        for pack, one in held.packs.items():
            if one.team == team:
                found.packs.setdefault(pack, one)
                found.withdrawn.setdefault(pack, held.withdrawn.get(pack, ()))

    def _pack(
        self, target: Target, file: TargetFile, updater: Updater, held: Held, found: _Findings
    ) -> None:
        pack, known = target.pack, held.packs.get(target.pack)
        withdrawn = found.withdrawn[pack]
        if (
            known
            and held.left.get(pack) == target.revision
            and self._unpacker.can(known, withdrawn)
        ):
            found.packs[pack] = self._unpacker.shown(known, withdrawn)
            return
        try:
            wanted = _held_pack(target, file)
            found.packs[pack] = self._fetched_pack(target, updater, wanted, found)
        except (DownloadError, RepositoryError) as error:
            self._keep(pack, self._problem(error), held, found)
        except AssistError as error:
            found.refused.append(wanted)
            self._keep(pack, error, held, found)

    def _fetched_pack(
        self, target: Target, updater: Updater, wanted: HeldPack, found: _Findings
    ) -> HeldPack:
        withdrawn = found.withdrawn[wanted.pack]
        if wanted.pack in found.anew:
            self._download(target, updater, wanted)
            return self._unpacker.again(wanted, withdrawn)
        if not self._unpacker.can(wanted, withdrawn):
            self._download(target, updater, wanted)
        return self._unpacker.shown(wanted, withdrawn)

    def _keep(self, pack: str, problem: AssistError, held: Held, found: _Findings) -> None:
        found.problems.append(problem)
        if known := held.packs.get(pack):
            found.packs[pack] = known

    def _download(self, target: Target, updater: Updater, wanted: HeldPack) -> None:
        info = updater.get_targetinfo(str(target))
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
        updater.download_target(info, str(part))
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.replace(self._unpacker.zip_file(wanted))

    def _in_force(self, held: Held, found: _Findings, requests: int) -> SyncResult:
        changes = tuple(self._changes(held, found))
        kept = found.packs.keys()
        previous = {
            pack: before
            for pack in kept
            if (before := _before(held.packs.get(pack), found.packs[pack], held.previous.get(pack)))
        }
        now = Held(
            packs=found.packs,
            previous=previous,
            left={pack: left for pack, left in held.left.items()
                  if pack in kept and found.packs[pack].revision < left},
            withdrawn={pack: ids for pack, ids in found.withdrawn.items() if ids},
            synced_at=self._clock(),
            good_until=min(found.expiries),
            problem=KeptMessage.of(found.problems[0].message) if found.problems else None,
        )  # fmt: skip
        self._folder.hold(now)
        self._tidy(now, found.refused)
        return SyncResult(changes, tuple(found.problems), requests)

    def _tidy(self, held: Held, refused: Iterable[HeldPack]) -> None:
        # The zip of a refused version is kept, so that it is not fetched every quarter of an hour.
        self._unpacker.tidy([*held.packs.values(), *held.previous.values()], refused)

    def _changes(self, held: Held, found: _Findings) -> Iterator[PackChange]:
        for pack in dict.fromkeys([*found.packs, *held.packs]):
            before, after = held.packs.get(pack), found.packs.get(pack)
            if before is None or after is None or before.folder != after.folder:
                change = self._change(before, after)
                if change or before is None or after is None or before.version != after.version:
                    yield change

    def _change(self, before: HeldPack | None, after: HeldPack | None) -> PackChange:
        one = after or before
        assert one is not None  # noqa: S101  a change has one side at least
        differences = compared(self._snippets(before), self._snippets(after))
        told = (after.version, after.notes, after.by) if after else ("", "", "")
        version, notes, by = told
        return PackChange(one.pack, one.title, version, *differences, notes, by)

    def _snippets(self, pack: HeldPack | None) -> tuple[Snippet, ...]:
        if pack is None:
            return ()
        reading = self._read_pack(self._folder.pack_folder(pack))
        return reading.pack.snippets if reading.pack else ()


def _held_pack(target: Target, file: TargetFile) -> HeldPack:
    told: Mapping[str, object] = file.custom if isinstance(file.custom, dict) else {}
    texts = {name: str(told.get(name, "")) for name in ("version", "title", "notes", "by", "at")}
    sha256 = file.hashes.get("sha256", "")
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise RepositoryError(f"{target} has no SHA-256")
    texts["title"] = texts["title"] or target.pack
    return HeldPack(
        pack=target.pack,
        team=target.team,
        revision=target.revision,
        sha256=sha256,
        folder=sha256,
        **texts,
    )


def _before(held: HeldPack | None, now: HeldPack, previous: HeldPack | None) -> HeldPack | None:
    if held is not None and held.sha256 != now.sha256:
        return held
    return previous


def _foreign(team: str) -> AssistError:
    return AssistError(
        say("Channel", "The list of the team “{team}” names packs that are not its own; they were"
            " left out.", team=team),
        say("Channel", "Tell the channel's owner: the key of a lead of this team may be in wrong"
            " hands."),
        FINDINGS,
    )  # fmt: skip


def _no_room(folder: Path, error: OSError) -> AssistError:
    return AssistError(
        say("Channel", "The packs could not be kept in “{folder}”: {reason}. Those before stay in"
            " use.", folder=folder, reason=reason_of(error)),
        say("Channel", "Make room on the disk or allow writing there, then sync again."),
        FINDINGS,
    )  # fmt: skip


_BUSY = AssistError(
    say("Channel", "This channel is being synced already."),
    say("Channel", "Wait a moment."),
    FINDINGS,
)
