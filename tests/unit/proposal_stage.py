"""An agent's outbox and a lead's desk at one channel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from desktop_assist.channel.proposals.lead_desk import LeadDesk, open_lead_desk
from desktop_assist.channel.proposals.limits import InboxLimits
from desktop_assist.channel.proposals.outbox import Outbox
from desktop_assist.channel.proposals.proposal import (
    Proposal,
    change_wish,
)
from desktop_assist.channel.signed.keys import write_key_file
from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.reader import read_contents
from tests.e2e.stage.channel import Team, now

HELLO = Snippet(id="hello", title="hello", category=("售前",), body="您好")
BYE = Snippet(id="bye", title="bye", category=("售前",), body="再见")
REPLIES = {"hello": "您好", "bye": "再见"}


def source(team: Team) -> Path:
    """Where the lead edits the pack."""
    return team.base / "desk-王芳" / "shop"


def desk(team: Team, lead: str = "王芳", limits: InboxLimits | None = None) -> LeadDesk:
    computer = team.computer(lead)
    folder = computer.settle(team.made.invite, "小店", team.made.root)
    computer.subscriber(folder).sync()
    write_key_file(folder.lead_key, team.leads[lead])
    return open_lead_desk(folder, forbids_lowest, now, limits or InboxLimits())


def outbox(team: Team) -> Outbox:
    return Outbox(team.agent, now)


def forbids_lowest(text: str) -> list[Finding]:
    at = text.find("最低")
    return [Finding("ad.lowest", "ads", "block", at, at + 2, "最低", "不能")] if at >= 0 else []


def changed(team: Snippet, **fields: Any) -> Proposal:
    return change_wish("shop", "1", team, msgspec.structs.replace(team, **fields))


def letters(team: Team) -> list[Path]:
    return sorted((team.share / "inbox" / "proposals").glob("*"))


def written(team: Team) -> dict[str, Snippet]:
    return {one.snippet.id: one.snippet for one in read_contents(source(team)).snippets}
