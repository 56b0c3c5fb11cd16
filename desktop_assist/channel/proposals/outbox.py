"""An agent's proposals: kept on this computer first, then put into the channel's inbox."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from desktop_assist.channel.held import ChannelFolder, Subscription
from desktop_assist.channel.places import NotThere, Source, open_source, read_whole
from desktop_assist.channel.proposals.answer import Answer, lead_names, path_of, proven_answer
from desktop_assist.channel.proposals.inbox import PROPOSALS, Inbox, name_of, open_inbox
from desktop_assist.channel.proposals.letter import digest_of, opened, sealed
from desktop_assist.channel.proposals.limits import InboxLimits, known_inbox_limits
from desktop_assist.channel.proposals.own_key import own_signer
from desktop_assist.channel.proposals.proposal import Proposal, fault_of
from desktop_assist.channel.set_limits import read_limits
from desktop_assist.decoding import decode
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.store.files import reading, replace_file, saving
from desktop_assist.text import Message, say

Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class Mine:
    """A proposal of one's own: `id` is its digest, `problem` why it is not in the inbox yet."""

    id: str
    proposal: Proposal
    is_delivered: bool
    answer: Answer | None = None
    problem: AssistError | None = None


class Outbox:
    """What was proposed on this computer to one channel.

    A letter lies in `waiting/` until the inbox has it, then in `sent/`, and its answer in
    `answers/`, so that a kill at any moment costs no more than one more try.
    """

    def __init__(
        self, folder: ChannelFolder, clock: Clock, limits: InboxLimits | None = None
    ) -> None:
        """`folder` is the channel's on this computer, `clock` has a zone. Nothing is read yet."""
        self._folder = folder
        self._clock = clock
        self._given_limits = limits
        self._path = folder.path / "proposals"

    @cached_property
    def _limits(self) -> InboxLimits:
        return self._given_limits or known_inbox_limits(self._folder.path.parent)

    def propose(self, wish: Proposal, person: str, note: str) -> Mine:
        """Sign `wish`, keep it, and put it into the inbox where that can be written.

        Raises:
            AssistError: it has faults, or cannot be kept on this computer. Nothing is sent then.
        """
        one = msgspec.structs.replace(
            wish,
            channel=self._subscription().fingerprint,
            person=person.strip(),
            note=note.strip(),
            at=self._clock(),
        )
        if (fault := fault_of(one, self._limits)) is not None:
            raise _not_proposed(fault)
        with self._alone():
            data = sealed("proposal", one.record, own_signer(self._folder.path / "agent.key"))
            if len(data) > self._limits.file_bytes:
                raise _not_proposed(say("Proposals", "it is too long"))
            keep(self._path / "waiting" / name_of(data), data)
            problem = self._deliver().get(digest_of(data))
        return Mine(digest_of(data), one, problem is None, None, problem)

    def deliver(self) -> tuple[Mine, ...]:
        """Put what waits into the inbox; what it was, and why some of it still waits."""
        with self._alone():
            waiting = [*self._letters("waiting")]
            problems = self._deliver() if waiting else {}
        return tuple(
            Mine(digest, one, digest not in problems, None, problems.get(digest))
            for digest, one in waiting
        )

    def save(self, proposal: str, file: Path) -> None:
        """Write the proposal into `file`, to be sent to the lead by other ways.

        Raises:
            AssistError: there is no such proposal, a file of that name, or no room.
        """
        found = [
            self._path / state / f"{proposal}.json"
            for state in ("waiting", "sent")
            if (self._path / state / f"{proposal}.json").is_file()
        ]
        if not found:
            raise unknown(proposal)
        with reading(found[0]):
            data = found[0].read_bytes()
        with saving(file), file.open("xb") as stream:
            stream.write(data)

    def mine(self) -> tuple[Mine, ...]:
        """All that was proposed here, the newest first; nobody is asked."""
        # One that is delivered at this very moment may be met in both places.
        found = {
            digest: Mine(digest, one, state == "sent", self._answer(digest))
            for state in ("waiting", "sent")
            for digest, one in self._letters(state)
        }
        return tuple(sorted(found.values(), key=lambda mine: mine.proposal.moment, reverse=True))

    def ask(self) -> tuple[Mine, ...]:
        """Fetch what the lead has answered since; then as `mine`.

        Raises:
            AssistError: the channel cannot be reached.
        """
        open_ = [one for one in self.mine() if one.answer is None]
        if open_:
            subscription = self._subscription()
            source = open_source(subscription.address, read_limits(self._folder.path.parent))
            try:
                self._fetch([one.id for one in open_], source, subscription.fingerprint)
            finally:
                source.close()
        return self.mine()

    def _fetch(self, proposals: list[str], source: Source, channel: str) -> None:
        leads = lead_names(self._folder.trust)
        for proposal in proposals:
            try:
                data = read_whole(source, path_of(proposal), self._limits.file_bytes)
            except NotThere:
                continue
            answer = proven_answer(data, proposal, channel, leads, self._limits)
            if answer is not None:
                # Proven now; the key may have been replaced when it is looked at next.
                kept = self._path / "answers" / f"{proposal}.json"
                keep(kept, msgspec.json.encode(answer))

    def _deliver(self) -> dict[str, AssistError]:
        """Put all that waits into the inbox; by digest why it could not be put."""
        waiting = [digest for digest, _ in self._letters("waiting")]
        try:
            inbox = open_inbox(self._subscription().address, self._limits)
            try:
                tried = {digest: self._delivered(digest, inbox) for digest in waiting}
            finally:
                inbox.place.close()
            return {digest: error for digest, error in tried.items() if error is not None}
        except AssistError as error:
            return dict.fromkeys(waiting, _not_delivered(error, _AS_FILE))

    def _delivered(self, digest: str, inbox: Inbox) -> AssistError | None:
        file = self._path / "waiting" / f"{digest}.json"
        try:
            with reading(file):
                data = file.read_bytes()
            inbox.put(f"{PROPOSALS}/{file.name}", data)
            with saving(file):
                (self._path / "sent").mkdir(exist_ok=True)
                file.replace(self._path / "sent" / file.name)
        except AssistError as error:
            return _not_delivered(error, _AGAIN)
        return None

    def _letters(self, state: str) -> Iterator[tuple[str, Proposal]]:
        """The letters in one of the folders; what cannot be read is passed over and stays there."""
        for file in sorted((self._path / state).glob("[0-9a-f]*.json")):
            try:
                with reading(file):
                    data = file.read_bytes()
                letter = opened(data, "proposal", Proposal, self._limits.file_bytes)
            except AssistError:
                continue  # damaged, or delivered since
            yield letter.digest, letter.said

    def _answer(self, proposal: str) -> Answer | None:
        try:
            return decode((self._path / "answers" / f"{proposal}.json").read_bytes(), Answer)
        except (OSError, ValueError):
            return None

    def _subscription(self) -> Subscription:
        return self._folder.known_subscription()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with alone(self._folder):
            yield


def keep(file: Path, data: bytes) -> None:
    """Put `data` into `file`, whose folder is made; raises AssistError where it cannot be saved."""
    with saving(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, data)


@contextmanager
def alone(folder: ChannelFolder) -> Iterator[None]:
    """Nobody else on this computer writes letters within; raises AssistError where one does."""
    lock = FileLock(folder.path / "letters.lock", timeout=5)
    try:
        with saving(folder.path):
            lock.acquire()
    except Timeout as error:
        raise AssistError(
            say("Proposals", "The program is sending something to this channel just now. Nothing"
                " was changed."),
            say("Proposals", "Try again in a moment."),
            FINDINGS,
        ) from error  # fmt: skip
    try:
        yield
    finally:
        lock.release()


def _not_proposed(why: Message) -> AssistError:
    return AssistError(
        say("Proposals", "Nothing was proposed: {why}.", why=why),
        say("Proposals", "Correct it, then propose it again."),
    )


def _not_delivered(error: AssistError, todo: Message) -> AssistError:
    return AssistError(
        say("Proposals", "Your proposal is kept on this computer, and not in the lead's inbox yet:"
            " {why}", why=error.message),
        todo,
        FINDINGS,
    )  # fmt: skip


_AS_FILE = say("Proposals", "Save it as a file and send that to your lead.")
_AGAIN = say(
    "Proposals", "It is tried again by itself; or save it as a file and send that to your lead."
)


def unknown(proposal: str) -> AssistError:
    """The error of a proposal that is not there."""
    return AssistError(
        say("Proposals", "There is no proposal “{id}” here. Nothing was changed.",
            id=proposal[:64]),
        say("Proposals", "See which there are with: desktop-assist channel proposals"),
    )  # fmt: skip
