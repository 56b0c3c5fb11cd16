"""An agent's side of a channel: every list and every pack is proven before it is put in force."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
from tuf.api.exceptions import DownloadError, RepositoryError

from desktop_assist.channel.changes import PackChange
from desktop_assist.channel.held import Held, HeldPack, KeptMessage
from desktop_assist.channel.local_history import LocalHistory
from desktop_assist.channel.places import Source
from desktop_assist.channel.signed.fetcher import SourceFetcher
from desktop_assist.channel.signed.problems import clock_problem, problem_of
from desktop_assist.channel.signed.proven import ProvenChannel
from desktop_assist.channel.signed.taking import Taking
from desktop_assist.channel.unpacking import Unpacker
from desktop_assist.errors import FINDINGS, AssistError, reason_of
from desktop_assist.text import say


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync brought: what changed, and what went wrong for the rest."""

    changes: tuple[PackChange, ...] = ()
    problems: tuple[AssistError, ...] = ()
    requests: int = 0


class Subscriber:
    """Keeps one channel's packs up to date. One at a time; others are turned away.

    Args:
        source: where the channel is read.
        clock: the time, with its zone.
        unpacker: makes the packs' folders in the channel's folder, which is subscribed already.
    """

    def __init__(
        self, source: Source, clock: Callable[[], datetime.datetime], unpacker: Unpacker
    ) -> None:
        self._source = source
        self._clock = clock
        self._unpacker = unpacker
        self._folder = unpacker.folder
        self._history = LocalHistory(unpacker.folder, unpacker.read_pack)

    def sync(self, anew: frozenset[str] = frozenset()) -> SyncResult:
        """Fetch what is new, and the packs in `anew` again, and put all in force at once.

        Never raises for the channel's sake. Trouble with one team costs only its packs' news;
        with the channel, all news. What was in force before stays so in every case.
        """
        try:
            with self._folder.alone():
                return self._locked(anew)
        except OSError as error:
            return SyncResult(problems=(_no_room(self._folder.path, error),))
        except AssistError as error:
            return SyncResult(problems=(error,))
        finally:
            self._source.close()

    def go_back(self, pack: str) -> PackChange:
        """Use the version of `pack` before the present one, until a newer one is published.

        Raises:
            AssistError: there is none, a sync runs, or it cannot be put in force.
        """
        with self._folder.alone():
            held = self._folder.held()
            present, before = held.packs.get(pack), held.previous.get(pack)
            if present is None or before is None:
                raise AssistError(
                    say("Channel", "There is no earlier version of “{pack}” on this computer.",
                        pack=pack),
                    say("Channel", "A version is kept when the next one comes."),
                )  # fmt: skip
            shown = self._unpacker.shown(before, held.withdrawn.get(pack, ()))
            changed = msgspec.structs.replace(
                held,
                packs={**held.packs, pack: shown},
                previous={**held.previous, pack: present},
                left={**held.left, pack: max(present.revision, held.left.get(pack, 0))},
            )
            self._folder.hold(changed)
        return self._history.between(present, shown)

    def mend(self) -> frozenset[str]:
        """Compare the packs in force with what was verified, and unpack the damaged ones again.

        Gives the packs whose zip is damaged as well, for `sync` to fetch anew; until then they
        stay in force as they are.

        Raises:
            AssistError: a sync runs, or there is no room for it.
        """
        with self._folder.alone():
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
        channel = ProvenChannel(self._folder, self._source, fetcher, self._unpacker.limits)
        channel.refresh()
        taking = Taking(channel, held, self._unpacker, self._problem, anew)
        if problem := self._behind(channel.written_at()):
            taking.problems.append(problem)
        taking.take()
        return self._in_force(held, taking, fetcher.requests)

    def _behind(self, written: datetime.datetime | None) -> AssistError | None:
        """A clock that is behind makes nothing run out, so that it has to be looked at here."""
        if written is None or written <= self._clock():
            return None
        return clock_problem(self._clock(), written)

    def _problem(self, error: DownloadError | RepositoryError) -> AssistError:
        return problem_of(error, self._clock(), self._source.time_told)

    def _in_force(self, held: Held, found: Taking, requests: int) -> SyncResult:
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

    def _changes(self, held: Held, found: Taking) -> Iterator[PackChange]:
        for pack in dict.fromkeys([*found.packs, *held.packs]):
            before, after = held.packs.get(pack), found.packs.get(pack)
            if before is None or after is None or before.folder != after.folder:
                change = self._history.between(before, after)
                if change or before is None or after is None or before.version != after.version:
                    yield change


def _before(held: HeldPack | None, now: HeldPack, previous: HeldPack | None) -> HeldPack | None:
    if held is not None and held.sha256 != now.sha256:
        return held
    return previous


def _no_room(folder: Path, error: OSError) -> AssistError:
    return AssistError(
        say("Channel", "The packs could not be kept in “{folder}”: {reason}. Those before stay in"
            " use.", folder=folder, reason=reason_of(error)),
        say("Channel", "Make room on the disk or allow writing there, then sync again."),
        FINDINGS,
    )  # fmt: skip
