"""One sync, team by team and pack by pack: what is proven is taken, what is not stays as it was."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import TargetFile, Targets

from desktop_assist.channel.held import Held, HeldPack
from desktop_assist.channel.names import Target
from desktop_assist.channel.signed.proven import ProvenChannel
from desktop_assist.channel.signed.trusted import newest_targets, withdrawn_in
from desktop_assist.channel.unpacking import Unpacker
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say


@dataclass(slots=True)
class Taking:
    """Gathers what is to be put in force in place of `held`.

    The packs in `anew` are fetched though they are here already. `problem` makes a sentence of an
    error. `refused` are versions that are proven and yet hold what they must not.
    """

    channel: ProvenChannel
    held: Held
    unpacker: Unpacker
    problem: Callable[[DownloadError | RepositoryError], AssistError]
    anew: frozenset[str]
    packs: dict[str, HeldPack] = field(default_factory=dict)
    refused: list[HeldPack] = field(default_factory=list)
    withdrawn: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[AssistError] = field(default_factory=list)
    expiries: list[datetime.datetime] = field(default_factory=list)

    def take(self) -> None:
        """Take all teams' packs; trouble with one costs only its own news."""
        self.expiries.extend(self.channel.expiries())
        for team in self.channel.teams():
            self._team(team)

    def _team(self, team: str) -> None:
        try:
            listed = self.channel.listed(team)
        except (DownloadError, RepositoryError) as error:
            self._keep_team(team, self.problem(error))
            return
        self.expiries.append(listed.expires)
        withdrawn = withdrawn_in(listed)
        newest = newest_targets(team, listed)
        for pack, (target, file) in [*newest.items()][: self.unpacker.limits.packs]:
            if pack not in self.packs:
                self.withdrawn[pack] = withdrawn.get(pack, ())
                self._pack(target, file)
        if _names_others(listed, team):
            self.problems.append(_foreign(team))

    def _keep_team(self, team: str, trouble: AssistError) -> None:
        self.problems.append(trouble)
        for pack, one in self.held.packs.items():
            if one.team == team:
                self.packs.setdefault(pack, one)
                self.withdrawn.setdefault(pack, self.held.withdrawn.get(pack, ()))

    def _pack(self, target: Target, file: TargetFile) -> None:
        pack, known = target.pack, self.held.packs.get(target.pack)
        withdrawn = self.withdrawn[pack]
        went_back = self.held.left.get(pack) == target.revision
        if known and went_back and self.unpacker.can(known, withdrawn):
            self.packs[pack] = self.unpacker.shown(known, withdrawn)
            return
        try:
            wanted = _held_pack(target, file)
            self.packs[pack] = self._fetched(target, wanted)
        except (DownloadError, RepositoryError) as error:
            self._keep(pack, self.problem(error))
        except AssistError as error:
            self.refused.append(wanted)
            self._keep(pack, error)

    def _fetched(self, target: Target, wanted: HeldPack) -> HeldPack:
        withdrawn = self.withdrawn[wanted.pack]
        if wanted.pack in self.anew:
            self.channel.download(target, wanted)
            return self.unpacker.again(wanted, withdrawn)
        if not self.unpacker.can(wanted, withdrawn):
            self.channel.download(target, wanted)
        return self.unpacker.shown(wanted, withdrawn)

    def _keep(self, pack: str, problem: AssistError) -> None:
        self.problems.append(problem)
        if known := self.held.packs.get(pack):
            self.packs[pack] = known


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


def _names_others(listed: Targets, team: str) -> bool:
    found = (Target.parse(path) for path in listed.targets)
    return any(one is None or one.team != team for one in found)


def _foreign(team: str) -> AssistError:
    return AssistError(
        say("Channel", "The list of the team “{team}” names packs that are not its own; they were"
            " left out.", team=team),
        say("Channel", "Tell the channel's owner: the key of a lead of this team may be in wrong"
            " hands."),
        FINDINGS,
    )  # fmt: skip
