"""What a lead does with proposals: look at them, take or decline them, and sum up the use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.proposals.answer import Answer
from desktop_assist.channel.proposals.inbox import open_inbox
from desktop_assist.channel.proposals.letter import Refused, Signed
from desktop_assist.channel.proposals.limits import InboxLimits, known_inbox_limits
from desktop_assist.channel.proposals.outbox import Clock
from desktop_assist.channel.proposals.proposal import Proposal
from desktop_assist.channel.proposals.received import Received, too_many
from desktop_assist.channel.proposals.review import Lint, Reviewed, TeamPack, linting, reviewed
from desktop_assist.channel.proposals.taking import write_into
from desktop_assist.channel.proposals.usage_table import UsageTable, usage_table
from desktop_assist.channel.sources import Sources
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.packs.reader import read_contents, read_pack
from desktop_assist.packs.wording import Find
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class Reading:
    """What lies in the inbox: what waits, what was answered, and what is no letter."""

    open: tuple[Reviewed, ...] = ()
    answered: tuple[Reviewed, ...] = ()
    refused: tuple[Refused, ...] = ()


def open_lead_desk(
    folder: ChannelFolder, find: Find, clock: Clock, limits: InboxLimits | None = None
) -> LeadDesk:
    """The desk of the lead whose key lies in `folder`.

    Raises:
        AssistError: there is no such key, or the channel cannot be written here.
    """
    from desktop_assist.channel.signed.keys import read_key_file, signing_key  # noqa: PLC0415  heavy

    if not folder.lead_key.is_file():
        raise AssistError(
            say("Proposals", "This computer has no lead's key for the channel. Nothing was"
                " changed."),
            say("Proposals", "Proposals are answered where the team's packs are published."),
        )  # fmt: skip
    key = read_key_file(folder.lead_key)
    limits = limits or known_inbox_limits(folder.path.parent)
    received = Received(folder, open_inbox(key.place, limits), signing_key(key))
    return LeadDesk(received, find, clock)


@dataclass(frozen=True, slots=True)
class LeadDesk:
    """Looks at what was `received` and answers it; `find` is the wording checker."""

    received: Received
    find: Find
    clock: Clock

    def look(self, sources: Sequence[Path] = ()) -> Reading:
        """Everything in the inbox, beside the packs in `sources` and those remembered.

        Raises:
            AssistError: the channel cannot be reached.
        """
        known = self._sources(sources)
        answers = self.received.answers()
        letters, refusals = self.received.waiting(answers)
        done = self.received.answered(answers)
        keys = _keys_by_name([*letters.values(), *done.values()])
        packs = {one: self._pack(one, known) for one in {one.said.pack for one in letters.values()}}
        with linting() as lint:
            waiting = [
                replace(
                    self._reviewed(letter, packs[letter.said.pack], lint),
                    doubt=_doubt(letter.said, keys),
                )
                for letter in letters.values()
            ]
        answered = (
            Reviewed(digest, letter.said, answer=answers[digest]) for digest, letter in done.items()
        )
        return Reading(_by_time(waiting), _by_time(answered), refusals)

    def receive(self, paths: Sequence[Path]) -> tuple[Refused, ...]:
        """Keep the proposals in files and folders that came by other ways; which were not taken."""
        files = [
            file
            for path in paths
            for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])
        ]
        most = self.received.inbox.limits.proposals
        refusals = []
        for file in files[:most]:
            try:
                self.received.add(file)
            except AssistError as error:
                refusals.append(Refused(file.name, error))
        return (*refusals, *too_many(files, most))

    def take(self, proposal: str, source: Path | None = None, *, over: bool = False) -> Path:
        """Write the proposal into the pack's source and tell the agent; the file that was written.

        It is published with the pack, as always. `over` takes it although the team has changed the
        same field since. Where a kill came between the two, taking it again ends the work.

        Raises:
            AssistError: it cannot be taken, and nothing is written; or the answer cannot be put.
        """
        letter = self.received.found(proposal)
        pack = self._pack(letter.said.pack, self._sources([source] if source else []))
        with linting() as lint:
            seen = self._reviewed(letter, pack, lint)
        if seen.source is None:
            raise AssistError(
                say("Proposals", "It is not known where you edit the pack “{pack}”. Nothing was"
                    " changed.", pack=letter.said.pack),
                say("Proposals", "Name its folder: --pack FOLDER"),
            )  # fmt: skip
        _refuse(seen, over=over)
        file = write_into(seen.source, letter.said)
        self._answer(letter, "taken", "")
        return file

    def decline(self, proposal: str, because: str) -> None:
        """Tell the agent why the proposal is not taken.

        Raises:
            AssistError: there is no reason or no such proposal, or the answer cannot be put.
        """
        most = self.received.inbox.limits.note
        if not because.strip() or len(because) > most:
            raise AssistError(
                say("Proposals", "A proposal is declined with a reason of at most {most} signs."
                    " Nothing was changed.", most=most),
                say("Proposals", "Say in a sentence why; the agent reads it."),
            )  # fmt: skip
        self._answer(self.received.found(proposal), "declined", because.strip())

    def usage(self, weeks: int = 12) -> UsageTable:
        """What agents who agreed have used in the last `weeks`; raises as `look`."""
        today = self.clock().date()
        return usage_table(self.received.inbox, self.received.channel, today, weeks)

    def _answer(
        self, letter: Signed[Proposal], verdict: Literal["taken", "declined"], because: str
    ) -> None:
        self.received.answer(
            Answer(
                proposal=letter.digest,
                channel=self.received.channel,
                verdict=verdict,
                because=because,
                lead=self.received.key.name,
                at=self.clock(),
            )
        )

    def _reviewed(self, letter: Signed[Proposal], pack: TeamPack | None, lint: Lint) -> Reviewed:
        seen = reviewed(letter.digest, letter.said, pack, self.find, lint)
        if pack is not None and pack.team not in ("", self.received.key.team):
            other = say("Proposals", "The pack belongs to the team “{team}”, whose lead answers.",
                        team=pack.team)  # fmt: skip
            return replace(seen, problem=other)
        return seen

    def _sources(self, given: Sequence[Path]) -> dict[str, Path]:
        """Where the lead edits each pack; `given` folders are remembered."""
        sources = Sources(self.received.folder)
        for folder in given:
            sources.add(folder)
        return sources.known()

    def _pack(self, pack: str, sources: Mapping[str, Path]) -> TeamPack | None:
        folder, source = self.received.folder, sources.get(pack)
        held = folder.held().packs.get(pack)
        team = held.team if held else ""
        if source is not None and source.is_dir():
            spots = read_contents(source).snippets
            return TeamPack({spot.snippet.id: spot.snippet for spot in spots}, source, team)
        found = read_pack(folder.pack_folder(held)).pack if held else None
        return TeamPack({one.id: one for one in found.snippets}, None, team) if found else None


def _refuse(seen: Reviewed, *, over: bool) -> None:
    if seen.problem is not None:
        raise AssistError(
            say("Proposals", "{problem} Nothing was changed.", problem=seen.problem),
            say("Proposals", "Decline the proposal, or make the change by hand."),
            FINDINGS,
        )
    if seen.conflicts and not over:
        raise AssistError(
            say("Proposals", "The team has changed the same since: {fields}. Nothing was changed.",
                fields=", ".join(seen.conflicts)),
            say("Proposals", "Look at both; to put the proposed text in the place of today's, take"
                " it with --over."),
            FINDINGS,
        )  # fmt: skip


def _keys_by_name(letters: Iterable[Signed[Proposal]]) -> dict[str, set[str]]:
    keys: dict[str, set[str]] = {}
    for letter in letters:
        keys.setdefault(letter.said.person, set()).add(letter.key)
    return keys


def _doubt(one: Proposal, keys: Mapping[str, set[str]]) -> Message | None:
    if len(keys[one.person]) < 2:
        return None
    return say("Proposals", "Proposals under the name “{name}” came with different keys: ask"
               " whether all are theirs.", name=one.person)  # fmt: skip


def _by_time(found: Iterable[Reviewed]) -> tuple[Reviewed, ...]:
    return tuple(sorted(found, key=lambda one: one.proposal.moment, reverse=True))
