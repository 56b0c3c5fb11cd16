"""`channel propose`, `proposals`, `take`, `decline` and `usage`: from an agent back to the lead."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import getpass
from typing import TYPE_CHECKING

from desktop_assist.bundled import resources
from desktop_assist.channel.held import ChannelFolder
from desktop_assist.cli.channel_desk import known_channels, lead_work, now, tell
from desktop_assist.cli.desk import Desk
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.channel.proposals.lead_desk import LeadDesk
    from desktop_assist.channel.proposals.letter import Refused
    from desktop_assist.channel.proposals.outbox import Mine, Outbox
    from desktop_assist.channel.proposals.proposal import Proposal
    from desktop_assist.channel.proposals.review import FieldView, Reviewed
    from desktop_assist.channel.proposals.usage import UsageReports
    from desktop_assist.core.checking.findings import Finding
    from desktop_assist.core.replies.library import Entry
    from desktop_assist.core.statistics.days import Days

_ID_LENGTH = 12
"""Of a proposal's 64 signs so many are shown; whoever types one need not type more."""

_MOST_WEEKS = 520


def _finds_nothing(_text: str) -> list[Finding]:
    return []


def propose(arguments: argparse.Namespace, desk: Desk) -> int:
    """Propose a change, a new reply or a withdrawal; without any, tell what became of them."""
    from desktop_assist.channel.proposals.outbox import Outbox  # noqa: PLC0415  loads YAML

    folder = _folder(arguments, desk)
    outbox = Outbox(folder, now)
    if not arguments.reply:
        return _tell_mine(outbox, desk)
    wish = _wish(arguments, desk, folder)
    person = arguments.person or desk.settings().agent or getpass.getuser()
    mine = outbox.propose(wish, person, arguments.note)
    if mine.problem is None:
        tell(desk, say("Proposals", "“{title}” is proposed to your lead ({id}).",
                       title=wish.title, id=mine.id[:_ID_LENGTH]))  # fmt: skip
    else:
        desk.console.problem(mine.problem)
    if arguments.out:
        outbox.save(mine.id, arguments.out)
        tell(desk, say("Proposals", "It is in “{file}”; send that to your lead.",
                       file=arguments.out))  # fmt: skip
    return FINDINGS if mine.problem is not None and not arguments.out else 0


def proposals(arguments: argparse.Namespace, desk: Desk) -> int:
    """Everything in the inbox, each with its differences and what speaks against it."""
    lead = _lead_desk(arguments, desk)
    refusals = lead.receive(arguments.files)
    # The rules take a second to load, which only who is shown findings has to wait for.
    find = desk.checker(desk.rules([resources() / "rules"]).ruleset)
    lead = dataclasses.replace(lead, find=find)
    reading = lead.look(arguments.pack)
    shown = reading.answered if arguments.answered else reading.open
    if arguments.json:
        desk.console.json([_as_object(one, desk) for one in shown])
    for one in () if arguments.json else shown:
        _show(one, desk)
    if not shown and not arguments.json:
        tell(desk, say("Proposals", "There are no proposals here."))
    _tell_refused((*refusals, *reading.refused), desk)
    return FINDINGS if refusals or reading.refused else 0


def take(arguments: argparse.Namespace, desk: Desk) -> int:
    """Write a proposal into the pack's source, and tell the agent."""
    lead = _lead_desk(arguments, desk)
    file = lead.take(arguments.id, arguments.pack, over=arguments.over)
    tell(desk, say("Proposals", "Taken into “{file}”. It reaches the team with the next publish.",
                   file=file))  # fmt: skip
    return 0


def decline(arguments: argparse.Namespace, desk: Desk) -> int:
    """Tell the agent why a proposal is not taken."""
    _lead_desk(arguments, desk).decline(arguments.id, arguments.because)
    tell(desk, say("Proposals", "Declined. The agent reads your reason."))
    return 0


def usage(arguments: argparse.Namespace, desk: Desk) -> int:
    """A lead's sum of what agents have used; or, with an option, an agent's own part in it."""
    if arguments.wish:
        return _own_usage(arguments.wish, desk, _folder(arguments, desk))
    if not 0 < arguments.weeks <= _MOST_WEEKS:
        raise AssistError(
            say("Proposals", "{weeks} weeks cannot be summed up.", weeks=arguments.weeks),
            say("Proposals", "Choose from 1 to {most}.", most=_MOST_WEEKS),
        )
    table = _lead_desk(arguments, desk).usage(arguments.weeks)
    if arguments.json:
        desk.console.json(
            [
                {"week": one.week, "reply": one.key, "count": one.count, "senders": one.senders}
                for one in table.rows
            ]
        )
    elif arguments.csv:
        desk.console.line(table.as_csv().rstrip("\n"))
    else:
        for one in table.rows:
            desk.console.line(f"{one.week}  {one.count:>7}  {one.senders:>5}  {one.key}")
        if not table.rows:
            tell(desk, say("Proposals", "No agent has sent counts for these weeks."))
    _tell_refused(table.refused, desk)
    return FINDINGS if table.refused else 0


def _own_usage(wish: str, desk: Desk, folder: ChannelFolder) -> int:
    from desktop_assist.channel.proposals.usage import UsageReports  # noqa: PLC0415  for one command

    reports = UsageReports(folder, now)
    if wish == "agree":
        reports.agree()
        tell(
            desk,
            say(
                "Proposals",
                "From today on the lead is sent how often each of the team's replies went out in a"
                " week: no text, no names, under a random id.",
            ),
        )
    elif wish == "withdraw":
        reports.withdraw()
        tell(desk, say("Proposals", "Nothing is counted for the lead any more, and what was sent is"
                       " deleted."))  # fmt: skip
    elif wish == "new-id":
        reports.renew()
        tell(desk, say("Proposals", "From the next report on you have another random id."))
    else:
        _send(reports, _days(desk), desk)
    return 0


def _send(reports: UsageReports, days: Days, desk: Desk) -> None:
    for report in reports.preview(days):
        desk.console.line(report.week)
        for key, count in report.counts.items():
            desk.console.line(f"  {count:>7}  {key}")
    if not reports.is_agreed:
        tell(desk, say("Proposals", "You have not agreed to send counts. Nothing is sent."))
    count = reports.send(days)
    tell(desk, say("Proposals", "{count} weeks were sent.", count=count))


def _days(desk: Desk) -> Days:
    from desktop_assist.store.day_book import DayBook  # noqa: PLC0415  for one command
    from desktop_assist.store.writer import Writer  # noqa: PLC0415  for one command

    # No month lies before the first day of all, so that this only reads.
    first = datetime.date.min
    book = DayBook(desk.home.day_book, first, Writer(desk.console.problem), desk.console.problem)
    return book.days().days


def _wish(arguments: argparse.Namespace, desk: Desk, folder: ChannelFolder) -> Proposal:
    from desktop_assist.channel.proposals import proposal  # noqa: PLC0415  loads YAML

    library = desk.library()
    entry = library.get(arguments.reply)
    if entry is None:
        raise AssistError(
            say("Proposals", "There is no reply “{id}”. Nothing was proposed.",
                id=arguments.reply),
            say("Proposals", "Find its id with: desktop-assist search WORDS"),
        )  # fmt: skip
    pack, version = _pack(arguments, folder, entry)
    if entry.origin == "own":
        return proposal.new_wish(pack, version, entry.snippet)
    team = library.original(entry.key)
    if arguments.withdraw or team is None:
        return proposal.withdrawal_wish(pack, version, entry.snippet)
    return proposal.change_wish(pack, version, team, entry.snippet)


def _pack(arguments: argparse.Namespace, folder: ChannelFolder, entry: Entry) -> tuple[str, str]:
    """The pack that the wish is about, and its version here."""
    held = folder.held().packs
    pack = entry.pack if entry.origin == "pack" else arguments.pack
    if not pack and len(held) == 1:
        pack = next(iter(held))
    if pack not in held:
        raise AssistError(
            say("Proposals", "“{pack}” is no pack of this channel. Nothing was proposed.",
                pack=pack or "?"),
            say("Proposals", "Choose one with --pack: {packs}.", packs=", ".join(held) or "–"),
        )  # fmt: skip
    return pack, held[pack].version


def _tell_mine(outbox: Outbox, desk: Desk) -> int:
    for one in outbox.deliver():
        if one.problem is not None:
            desk.console.problem(one.problem)
            break
    found = outbox.ask()
    for mine in found:
        tell(desk, _standing(mine))
    if not found:
        tell(desk, say("Proposals", "You have proposed nothing to this channel yet."))
    return 0


def _standing(mine: Mine) -> Message:
    values = {"id": mine.id[:_ID_LENGTH], "title": mine.proposal.title}
    if mine.answer is None:
        if mine.is_delivered:
            return say("Proposals", "{id} “{title}”: waits for your lead.", **values)
        return say("Proposals", "{id} “{title}”: not delivered yet.", **values)
    if mine.answer.verdict == "taken":
        return say("Proposals", "{id} “{title}”: taken by {lead}.", **values, lead=mine.answer.lead)
    return say("Proposals", "{id} “{title}”: declined by {lead}: {because}", **values,
               lead=mine.answer.lead, because=mine.answer.because)  # fmt: skip


def _show(one: Reviewed, desk: Desk) -> None:
    told = one.proposal
    tell(desk, _headline(one))
    for line in told.note.splitlines():
        desk.console.line(f"  “{line}”")
    for field in one.fields:
        _show_field(field, desk)
    for warning in (one.problem, one.doubt, *one.faults):
        if warning is not None:
            desk.console.line(f"  ! {desk.console.spoken(warning)}")
    for found in one.findings:
        desk.console.line(f"  ! {found.severity}: “{found.text}” {found.message} [{found.rule}]")
    if one.answer is not None:
        desk.console.line(f"  = {one.answer.verdict} ({one.answer.lead}) {one.answer.because}")


def _headline(one: Reviewed) -> Message:
    told = one.proposal
    values = {
        "id": one.id[:_ID_LENGTH],
        "key": told.key,
        "title": told.title,
        "who": told.person,
        "when": f"{told.at:%Y-%m-%d %H:%M}" if told.at else "?",
    }
    if told.kind == "new":
        return say("Proposals", "{id} new: {key} “{title}”, {who}, {when}", **values)
    if told.kind == "withdrawal":
        return say("Proposals", "{id} withdraw: {key} “{title}”, {who}, {when}", **values)
    return say("Proposals", "{id} change: {key} “{title}”, {who}, {when}", **values)


def _show_field(field: FieldView, desk: Desk) -> None:
    desk.console.line(f"  {field.name}:")
    for sign, text in (("-", field.base), ("+", field.proposed)):
        for line in text.splitlines():
            desk.console.line(f"    {sign} {line}")
    if field.has_moved:
        tell(desk, say("Proposals", "    ! Meanwhile the team's text is:"))
        for line in field.today.splitlines():
            desk.console.line(f"    = {line}")


def _as_object(one: Reviewed, desk: Desk) -> dict[str, object]:
    told = one.proposal
    return {
        "id": one.id,
        "kind": told.kind,
        "reply": told.key,
        "title": told.title,
        "version": told.version,
        "person": told.person,
        "at": told.at.isoformat() if told.at else None,
        "note": told.note,
        "fields": [
            {"name": field.name, "base": field.base, "proposed": field.proposed,
             "today": field.today}
            for field in one.fields
        ],
        "conflicts": list(one.conflicts),
        "problem": desk.console.spoken(one.problem) if one.problem else None,
        "doubt": desk.console.spoken(one.doubt) if one.doubt else None,
        "faults": [desk.console.spoken(fault) for fault in one.faults],
        "findings": [
            {"rule": found.rule, "severity": found.severity, "text": found.text}
            for found in one.findings
        ],
        "verdict": one.answer.verdict if one.answer else None,
        "because": one.answer.because if one.answer else None,
    }  # fmt: skip


def _tell_refused(refusals: tuple[Refused, ...], desk: Desk) -> None:
    for one in refusals:
        desk.console.warn(f"{one.name}:")
        desk.console.problem(one.problem)


def _lead_desk(arguments: argparse.Namespace, desk: Desk) -> LeadDesk:
    work = lead_work(desk)
    return work.desk(work.channels.chosen(arguments.channel), _finds_nothing)


def _folder(arguments: argparse.Namespace, desk: Desk) -> ChannelFolder:
    return known_channels(desk).chosen(arguments.channel)
