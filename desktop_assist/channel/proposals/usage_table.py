"""The lead's sum of what agents have sent: by week and reply, with the number of senders."""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_assist.channel.names import is_name
from desktop_assist.channel.places import NotThere
from desktop_assist.channel.proposals.inbox import REPORTS, Inbox
from desktop_assist.channel.proposals.letter import Refused, Signed, opened, refused
from desktop_assist.channel.proposals.limits import InboxLimits
from desktop_assist.channel.proposals.usage import REPORT_NAME, WeekReport, week_of
from desktop_assist.errors import AssistError
from desktop_assist.packs.reader import IDENTIFIER
from desktop_assist.text import say


@dataclass(frozen=True, slots=True)
class UsageRow:
    """How often the reply `key` (`pack/id`) went out in an ISO week, at how many senders."""

    week: str
    key: str
    count: int
    senders: int


@dataclass(frozen=True, slots=True)
class UsageTable:
    """The rows, the newest week first and in it the busiest reply; what was not counted, and why.

    The sums are what programs have sent. Whoever can write to the inbox can send more.
    """

    rows: tuple[UsageRow, ...]
    refused: tuple[Refused, ...] = ()

    def as_csv(self) -> str:
        """The rows for a spreadsheet, with a head."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["week", "reply", "count", "senders"])
        writer.writerows((one.week, one.key, one.count, one.senders) for one in self.rows)
        return out.getvalue()


def usage_table(inbox: Inbox, channel: str, today: datetime.date, weeks: int) -> UsageTable:
    """The sums of the last `weeks` ISO weeks, that of `today` among them.

    Args:
        inbox: the channel's.
        channel: its fingerprint; reports to another are refused.
        today: the lead's date.
        weeks: how many, 1 or more.

    Raises:
        AssistError: the channel cannot be reached.
    """
    wanted = {week_of(today - datetime.timedelta(weeks=back)) for back in range(weeks)}
    names = [name for name in inbox.names(REPORTS) if name[:8] in wanted]
    newest: dict[tuple[str, str], WeekReport] = {}
    refusals = []
    for name in names[: inbox.limits.reports]:
        try:
            letter = _read(inbox, name, channel)
        except NotThere:
            continue  # its sender has just withdrawn it
        except AssistError as error:
            refusals.append(Refused(name, error))
            continue
        _keep_one(newest, letter)
    return UsageTable(tuple(_rows(newest.values())), tuple(refusals))


def _read(inbox: Inbox, name: str, channel: str) -> Signed[WeekReport]:
    letter = opened(inbox.read(f"{REPORTS}/{name}"), "usage", WeekReport, inbox.limits.file_bytes)
    said = letter.said
    if REPORT_NAME.fullmatch(name) is None or name != f"{said.week}.{letter.digest}.json":
        raise refused(say("Proposals", "it was changed after it was put there"))
    if said.channel != channel:
        raise refused(say("Proposals", "it was written for another channel"))
    if not _is_sound(said, inbox.limits):
        raise refused(say("Proposals", "it counts more than a person can use"))
    return letter


def _is_sound(report: WeekReport, limits: InboxLimits) -> bool:
    return len(report.counts) <= limits.counts and all(
        count <= limits.count and _is_key(key) for key, count in report.counts.items()
    )


def _is_key(key: str) -> bool:
    pack, _, reply = key.partition("/")
    return is_name(pack) and IDENTIFIER.fullmatch(reply) is not None


def _keep_one(newest: dict[tuple[str, str], WeekReport], letter: Signed[WeekReport]) -> None:
    """Of two reports of one sender on one week count the one with more in it."""
    sender = letter.key, letter.said.week
    known = newest.get(sender)
    if known is None or sum(known.counts.values()) < sum(letter.said.counts.values()):
        newest[sender] = letter.said


def _rows(reports: Iterable[WeekReport]) -> Iterator[UsageRow]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    senders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        counts[report.week].update(report.counts)
        senders[report.week].update(report.counts.keys())
    for week in sorted(counts, reverse=True):
        for key, count in sorted(counts[week].items(), key=lambda pair: (-pair[1], pair[0])):
            yield UsageRow(week, key, count, senders[week][key])
