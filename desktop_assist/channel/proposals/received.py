"""The letters that a lead's computer knows: in the channel's inbox, and kept on this computer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.places import NotThere
from desktop_assist.channel.proposals.answer import (
    ANSWERS,
    Answer,
    lead_names,
    path_of,
    proven_answer,
)
from desktop_assist.channel.proposals.inbox import PROPOSALS, Inbox, name_of
from desktop_assist.channel.proposals.letter import (
    Refused,
    Signed,
    opened,
    public_key,
    refused,
    sealed,
)
from desktop_assist.channel.proposals.outbox import keep, unknown
from desktop_assist.channel.proposals.proposal import Proposal, fault_of
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError, reason_of
from desktop_assist.store.files import reading
from desktop_assist.text import say

if TYPE_CHECKING:
    from desktop_assist.channel.signed.keys import SigningKey

_NAME = re.compile(r"[0-9a-f]{64}\.json")


Letters = dict[str, Signed[Proposal]]
"""Proposals by the digests of their letters."""


@dataclass(frozen=True, slots=True)
class Received:
    """What came in to the lead whose `key` it is.

    A letter that came by other ways or was answered is kept in `received/` of the channel's
    folder, its answer in `received/answers/`.
    """

    folder: ChannelFolder
    inbox: Inbox
    key: SigningKey

    @property
    def channel(self) -> str:
        """The fingerprint that every letter to this channel bears."""
        return self.folder.known_subscription().fingerprint

    def waiting(self, answers: Mapping[str, Answer]) -> tuple[Letters, tuple[Refused, ...]]:
        """The letters without an answer, and the files that are none.

        Raises:
            AssistError: the channel cannot be reached.
        """
        letters: Letters = {}
        refusals: list[Refused] = []
        for name, read in self._files(answers, refusals):
            try:
                letter = self.checked(read())
                if name != f"{letter.digest}.json":
                    raise refused(say("Proposals", "it was changed after it was put there"))
            except NotThere:
                continue
            except OSError as error:
                why = say("Proposals", "it cannot be read ({reason})", reason=reason_of(error))
                refusals.append(Refused(name, refused(why)))
            except AssistError as error:
                refusals.append(Refused(name, error))
            else:
                letters[letter.digest] = letter
        return letters, tuple(refusals)

    def found(self, start: str) -> Signed[Proposal]:
        """The waiting letter whose digest begins with `start`, kept here from now on.

        Raises:
            AssistError: there is none, or more than one.
        """
        letters, _ = self.waiting(self.answers())
        fitting = [letter for digest, letter in letters.items() if digest.startswith(start)]
        if len(fitting) != 1 or not start:
            raise unknown(start)
        kept = self._path / f"{fitting[0].digest}.json"
        if not kept.exists():
            keep(kept, self.inbox.read(f"{PROPOSALS}/{kept.name}"))
        return fitting[0]

    def add(self, file: Path) -> None:
        """Keep the letter in `file`; raises AssistError where it holds none to this channel."""
        with reading(file), file.open("rb") as stream:
            data = stream.read(self.inbox.limits.file_bytes + 1)
        self.checked(data)
        keep(self._path / name_of(data), data)

    def answer(self, answer: Answer) -> None:
        """Sign `answer` and put it where its agent looks; raises AssistError as `Place.write`."""
        data = sealed("answer", answer, self.key.signer)
        self.inbox.place.write(path_of(answer.proposal), data)
        keep(self._kept_answer(answer.proposal), msgspec.json.encode(answer))

    def answers(self) -> dict[str, Answer]:
        """The answers to proposals that were ever seen here, by digest; another lead's as well.

        One that lies in the channel counts when a lead's key has signed it, and is kept then.
        """
        known = {*self.inbox.names(PROPOSALS), *(one.name for one in self._path.glob("*.json"))}
        found = {}
        for name in sorted(known & {*self.inbox.names(ANSWERS)}):
            digest = name.removesuffix(".json")
            try:
                found[digest] = decode(self._kept_answer(digest).read_bytes(), Answer)
            except (OSError, ValueError):
                if (answer := self._proven(digest)) is not None:
                    keep(self._kept_answer(digest), msgspec.json.encode(answer))
                    found[digest] = answer
        return found

    def answered(self, answers: Mapping[str, Answer]) -> Letters:
        """The letters kept here that `answers` answer."""
        letters: Letters = {}
        for digest in answers:
            file = self._path / f"{digest}.json"
            if file.is_file():
                with reading(file):
                    letters[digest] = self.checked(file.read_bytes())
        return letters

    def checked(self, data: bytes) -> Signed[Proposal]:
        """The letter `data`; raises AssistError for one that is not sound or not meant for here."""
        letter = opened(data, "proposal", Proposal, self.inbox.limits.file_bytes)
        if letter.said.channel != self.channel:
            raise refused(say("Proposals", "it was written for another channel"))
        if (fault := fault_of(letter.said, self.inbox.limits)) is not None:
            raise refused(fault)
        return letter

    @property
    def _path(self) -> Path:
        return self.folder.path / "received"

    def _kept_answer(self, digest: str) -> Path:
        return self._path / "answers" / f"{digest}.json"

    def _files(
        self, answers: Mapping[str, Answer], refusals: list[Refused]
    ) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """The names of files that were not answered yet, and how each is read."""
        kept = [one for one in sorted(self._path.glob("*.json")) if one.stem not in answers]
        for file in kept:
            yield file.name, file.read_bytes
        known = {*answers, *(one.stem for one in kept)}
        names = [
            name for name in self.inbox.names(PROPOSALS) if name.removesuffix(".json") not in known
        ]
        most = self.inbox.limits.proposals
        refusals += too_many(names, most)
        for name in names[:most]:
            if _NAME.fullmatch(name):
                yield name, partial(self.inbox.read, f"{PROPOSALS}/{name}")
            else:
                refusals.append(Refused(name, refused(say("Proposals", "it is no letter"))))

    def _proven(self, digest: str) -> Answer | None:
        leads = {**lead_names(self.folder.trust), public_key(self.key.signer): self.key.name}
        try:
            data = self.inbox.read(path_of(digest))
        except (NotThere, AssistError):
            return None
        return proven_answer(data, digest, self.channel, leads, self.inbox.limits)


def too_many(found: Sequence[object], most: int) -> Iterator[Refused]:
    """A sentence for what lies beyond the first `most` files."""
    if len(found) > most:
        why = say("Proposals", "there are {count} files, and the first {most} are looked at",
                  count=len(found), most=most)  # fmt: skip
        yield Refused("…", refused(why))
