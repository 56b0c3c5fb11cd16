"""Counts of use for the lead: by reply and ISO week, only after the agent has agreed.

A report holds the week, the channel, and how often each of the channel's replies went out. It is
signed by a key that is made for nothing else: its public half is the random id that tells the lead
that two reports are of one sender. No name, no text, no computer, no time stands in it.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import Annotated

import msgspec

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.proposals.inbox import REPORTS, name_of, open_inbox
from desktop_assist.channel.proposals.letter import sealed
from desktop_assist.channel.proposals.limits import InboxLimits, known_inbox_limits
from desktop_assist.channel.proposals.outbox import Clock, alone
from desktop_assist.channel.proposals.own_key import own_signer
from desktop_assist.core.statistics.days import Days
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError
from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import say

Week = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-W[0-9]{2}\Z")]
REPORT_NAME = re.compile(r"(?P<week>[0-9]{4}-W[0-9]{2})\.[0-9a-f]{64}\.json")

_WEEK = datetime.timedelta(days=7)


class WeekReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often each reply (`pack/id`) went out in the ISO `week`, such as `2026-W47`."""

    week: Week
    channel: str
    counts: dict[str, Annotated[int, msgspec.Meta(ge=1)]]


class _State(msgspec.Struct, frozen=True, kw_only=True):
    """`since` is the day of the consent; `reports` the names of all that may lie in the inbox.

    `sent` are the weeks that surely do.
    """

    format: int = 1
    since: datetime.date | None = None
    reports: dict[str, tuple[str, ...]] = {}
    sent: tuple[str, ...] = ()


class UsageReports:
    """The reports of one agent to one channel, and the consent to them."""

    def __init__(
        self, folder: ChannelFolder, clock: Clock, limits: InboxLimits | None = None
    ) -> None:
        """`folder` is the channel's on this computer, `clock` has a zone. Nothing is read yet."""
        self._folder = folder
        self._clock = clock
        self._given_limits = limits

    @cached_property
    def _limits(self) -> InboxLimits:
        return self._given_limits or known_inbox_limits(self._folder.path.parent)

    @property
    def is_agreed(self) -> bool:
        """Whether the agent has agreed, and has not withdrawn it."""
        return self._state().since is not None

    def agree(self) -> None:
        """From today on, count for the lead.

        Raises:
            AssistError: nothing can be put into this channel, or it cannot be saved.
        """
        open_inbox(self._folder.known_subscription().address, self._limits)
        with alone(self._folder):
            state = self._state()
            if state.since is None:
                self._save(msgspec.structs.replace(state, since=self._clock().date()))

    def withdraw(self) -> None:
        """Count no more, and delete what was sent.

        Raises:
            AssistError: some of it could not be deleted. It is tried again with each `send`.
        """
        with alone(self._folder):
            self._save(msgspec.structs.replace(self._state(), since=None))
            self._forget_id()
            self._delete()

    def renew(self) -> None:
        """Be somebody else to the lead from the next report on; raises where it cannot be saved."""
        with alone(self._folder):
            self._forget_id()

    def preview(self, days: Days) -> tuple[WeekReport, ...]:
        """What the next `send` would put into the inbox, and nothing besides."""
        state, today = self._state(), self._clock().date()
        if state.since is None:
            return ()
        monday = today - datetime.timedelta(days=today.weekday())
        weeks = [monday - _WEEK * back for back in range(self._limits.weeks, 0, -1)]
        reports = (self._report(first, days, state.since) for first in weeks)
        return tuple(one for one in reports if one.counts and one.week not in state.sent)

    def send(self, days: Days) -> int:
        """Put the reports of finished weeks into the inbox; how many. None without consent.

        Raises:
            AssistError: the inbox cannot be written. What is missing goes with the next `send`.
        """
        with alone(self._folder):
            if not self.is_agreed:
                self._delete()
                return 0
            reports = self.preview(days)
            for report in reports:
                self._put(report)
            return len(reports)

    def _report(self, first: datetime.date, days: Days, since: datetime.date) -> WeekReport:
        packs: Collection[str] = self._folder.held().packs
        counts: Counter[str] = Counter()
        for number in range(7):
            day = first + datetime.timedelta(days=number)
            if day >= since and day in days:
                for key, use in days[day].uses.items():
                    if key.partition("/")[0] in packs:
                        counts[key] += use.count
        kept = sorted(counts.most_common(self._limits.counts))
        return WeekReport(
            week=week_of(first),
            channel=self._folder.known_subscription().fingerprint,
            counts={key: min(count, self._limits.count) for key, count in kept if count > 0},
        )

    def _put(self, report: WeekReport) -> None:
        data = sealed("usage", report, own_signer(self._id_file))
        name = f"{report.week}.{name_of(data)}"
        state = self._state()
        known = state.reports.get(report.week, ())
        # Noted before it is put, so that a kill in between leaves nothing that is not known here.
        reports = {**state.reports, report.week: tuple({*known, name})}
        self._save(msgspec.structs.replace(state, reports=reports))
        inbox = open_inbox(self._folder.known_subscription().address, self._limits)
        inbox.put(f"{REPORTS}/{name}", data)
        sent = (*state.sent, report.week)
        self._save(msgspec.structs.replace(state, reports=reports, sent=sent))

    def _delete(self) -> None:
        state = self._state()
        if not state.reports:
            return
        inbox = open_inbox(self._folder.known_subscription().address, self._limits)
        for names in state.reports.values():
            for name in names:
                try:
                    inbox.place.remove(f"{REPORTS}/{name}")
                except AssistError as error:
                    raise _not_deleted() from error
        self._save(_State(since=state.since))

    @property
    def _id_file(self) -> Path:
        return self._folder.path / "usage.key"

    def _forget_id(self) -> None:
        with saving(self._id_file):
            self._id_file.unlink(missing_ok=True)

    def _state(self) -> _State:
        try:
            return decode((self._folder.path / "usage.json").read_bytes(), _State)
        except (OSError, ValueError):
            return _State()

    def _save(self, state: _State) -> None:
        file = self._folder.path / "usage.json"
        with saving(file):
            replace_file(file, msgspec.json.encode(state))


def week_of(day: datetime.date) -> str:
    """The ISO week of `day`, such as `2026-W47`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _not_deleted() -> AssistError:
    return AssistError(
        say("Proposals", "Nothing is counted for your lead any more, but what was sent before could"
            " not be deleted yet."),
        say("Proposals", "It is tried again with every sync."),
    )  # fmt: skip
