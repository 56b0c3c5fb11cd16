"""Killed (kill -9) before each file operation of the way from an agent to the lead and back."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop_assist.channel.proposals.lead_desk import LeadDesk, open_lead_desk
from desktop_assist.channel.proposals.letter import opened
from desktop_assist.channel.proposals.outbox import Outbox
from desktop_assist.channel.proposals.proposal import Proposal, change_wish
from desktop_assist.channel.proposals.usage import UsageReports, WeekReport
from desktop_assist.channel.signed.keys import write_key_file
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.statistics.days import Day, Use
from desktop_assist.packs.reader import read_contents
from tests.e2e.stage.channel import Team, finds_nothing, kill_at, now

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

HELLO = Snippet(id="hello", title="hello", category=("售前",), body="您好")
MOST_STEPS = 200


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.begin({"hello": "您好"})
    # What loads late is loaded before, so that the steps are those of the work.
    outbox(made).propose(wish("预热"), "李雷", "")
    lead_desk(made).look([source(made)])
    UsageReports(made.agent, now).agree()
    return made


def wish(body: str) -> Proposal:
    return change_wish("shop", "1", HELLO, msgspec.structs.replace(HELLO, body=body))


def outbox(team: Team) -> Outbox:
    return Outbox(team.agent, now)


def source(team: Team) -> Path:
    return team.base / "desk-王芳" / "shop"


def lead_desk(team: Team) -> LeadDesk:
    folder = team.computer("王芳").settle(team.made.invite, "小店", team.made.root)
    write_key_file(folder.lead_key, team.leads["王芳"])
    return open_lead_desk(folder, finds_nothing, now)


def each_step(
    team: Team, work: Callable[[], object], after: Callable[[int], None], least: int
) -> None:
    """Run `work` killed at each of its steps in turn, each time from the same beginning."""
    before = team.base.with_name(f"{team.base.name}-before")
    shutil.copytree(team.base, before, symlinks=True)
    for number in range(1, MOST_STEPS):
        if not kill_at(number, work):
            assert number > least
            return
        after(number)
        shutil.rmtree(team.base)
        shutil.copytree(before, team.base, symlinks=True)
    raise AssertionError("it never came to its end")


def whole_letters(team: Team) -> list[str]:
    """The bodies proposed in the inbox; each file that a lead would read is whole."""
    files = (team.share / "inbox" / "proposals").glob("[!.]*")
    read = [opened(one.read_bytes(), "proposal", Proposal, 100_000).said for one in files]
    return sorted(str(change.proposed) for one in read for change in one.changes)


def test_a_proposal_killed_at_any_step_is_kept_whole_or_was_never_made(team: Team) -> None:
    def after(number: int) -> None:
        # THEN the inbox holds whole letters alone
        assert set(whole_letters(team)) <= {"预热", "您好呀"}, number
        # AND what this computer has kept arrives with the next try, and nothing else is left there
        kept = sorted(str(one.proposal.changes[0].proposed) for one in outbox(team).mine())
        outbox(team).deliver()
        assert whole_letters(team) == kept, number
        assert all(one.is_delivered for one in outbox(team).mine()), number
        assert not [*(team.share / "inbox" / "proposals").glob(".*")], number

    each_step(team, lambda: outbox(team).propose(wish("您好呀"), "李雷", ""), after, least=6)


def test_a_take_killed_at_any_step_is_ended_by_the_next(team: Team) -> None:
    (waiting,) = lead_desk(team).look().open

    def body() -> str:
        (placed,) = read_contents(source(team)).snippets
        return placed.snippet.body

    def after(number: int) -> None:
        # THEN the pack says the one or the other, and where it is not answered, taking it again
        # answers it without writing twice
        assert body() in ("您好", "预热"), number
        lead = lead_desk(team)
        for one in lead.look().open:
            lead.take(one.id)
        assert body() == "预热", number
        assert lead.look().open == (), number
        (mine,) = outbox(team).ask()
        assert mine.answer is not None, number

    each_step(team, lambda: lead_desk(team).take(waiting.id), after, least=6)


def test_reports_killed_at_any_step_are_neither_doubled_nor_left_behind(team: Team) -> None:
    later = now() + datetime.timedelta(days=8)
    days = {now().date(): Day({"shop/hello": Use(3, 6)})}
    folder = team.share / "inbox" / "usage"

    def reports() -> UsageReports:
        return UsageReports(team.agent, lambda: later)

    def after(number: int) -> None:
        for file in folder.glob("[!.]*"):
            assert opened(file.read_bytes(), "usage", WeekReport, 100_000), number
        reports().send(days)
        assert len([*folder.glob("*")]) == 1, number
        # AND whoever withdraws leaves nothing there, not even what the kill has half told
        reports().withdraw()
        assert not [*folder.glob("*")], number

    each_step(team, lambda: reports().send(days), after, least=6)


def test_a_withdrawal_killed_at_any_step_sends_no_more_and_is_ended_by_the_next_send(
    team: Team,
) -> None:
    later = now() + datetime.timedelta(days=8)
    days = {now().date(): Day({"shop/hello": Use(3, 6)})}
    reports = UsageReports(team.agent, lambda: later)
    assert reports.send(days) == 1

    def after(number: int) -> None:
        agreed = reports.is_agreed
        reports.send(days)
        left = [*(team.share / "inbox" / "usage").glob("*")]
        assert bool(left) == agreed, number

    each_step(team, reports.withdraw, after, least=3)
