"""Proposals and counts through a real S3 bucket and a real WebDAV server, there and back."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from desktop_assist.channel.proposals.lead_desk import open_lead_desk
from desktop_assist.channel.proposals.outbox import Outbox
from desktop_assist.channel.proposals.proposal import change_wish
from desktop_assist.channel.proposals.usage import UsageReports
from desktop_assist.channel.signed.keys import write_key_file
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.statistics.days import Day, Use
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team, finds_nothing, now
from tests.e2e.stage.transports import DRIVERS_WARN, Store

HELLO = Snippet(id="hello", title="hello", category=("售前",), body="您好")

pytestmark = DRIVERS_WARN


@pytest.fixture
def team(store: Store, tmp_path: Path) -> Team:
    made = Team(tmp_path, address=store.address)
    made.found()
    return made


def test_a_proposal_its_answer_and_the_counts_travel(team: Team, store: Store) -> None:
    if store.kind == "nginx":
        pytest.skip("nginx lists no folders: see the test below")
    team.publish({"hello": "您好"})
    team.subscribe()
    assert not team.sync().problems
    # GIVEN two proposals and a finished week of counts
    outbox = Outbox(team.agent, now)
    ids = []
    for body in ("您好呀", "欢迎光临"):
        wish = change_wish("shop", "1", HELLO, msgspec.structs.replace(HELLO, body=body))
        mine = outbox.propose(wish, "李雷", "")
        assert mine.problem is None
        ids.append(mine.id)
    reports = UsageReports(team.agent, now)
    reports.agree()
    later = UsageReports(team.agent, lambda: now() + datetime.timedelta(days=8))
    assert later.send({now().date(): Day({"shop/hello": Use(3, 6)})}) == 1
    # WHEN the lead looks, takes one and declines the other
    folder = team.computer("王芳").settle(team.made.invite, "小店", team.made.root)
    write_key_file(folder.lead_key, team.leads["王芳"])
    lead = open_lead_desk(folder, finds_nothing, now)
    source = team.base / "desk-王芳" / "shop"
    assert sorted(one.id for one in lead.look([source]).open) == sorted(ids)
    assert [(one.key, one.count) for one in lead.usage().rows] == [("shop/hello", 3)]
    lead.take(ids[0])
    lead.decline(ids[1], "太热情了")
    assert lead.look().open == ()
    # THEN the agent reads both answers, and nothing is left of the counts after a withdrawal
    answers = {one.id: one.answer for one in outbox.ask()}
    assert {one: told.verdict for one, told in answers.items() if told} == {
        ids[0]: "taken",
        ids[1]: "declined",
    }
    later.withdraw()
    assert lead.usage().rows == ()


def test_a_server_that_lists_no_folders_is_told_of(team: Team, store: Store) -> None:
    if store.kind != "nginx":
        pytest.skip("it lists them")
    team.publish({"hello": "您好"})
    team.subscribe()
    folder = team.computer("王芳").settle(team.made.invite, "小店", team.made.root)
    write_key_file(folder.lead_key, team.leads["王芳"])
    with pytest.raises(AssistError, match="does not say which files it has"):
        open_lead_desk(folder, finds_nothing, now).look()


@pytest.mark.parametrize("bytes_", [0, 200])
def test_a_line_that_breaks_costs_nothing_but_time(
    team: Team,
    store: Store,
    bytes_: int,
) -> None:
    team.publish({"hello": "您好"})
    team.subscribe()
    assert not team.sync().problems
    outbox = Outbox(team.agent, now)
    wish = change_wish("shop", "1", HELLO, msgspec.structs.replace(HELLO, body="您好呀"))
    store.line.allow(bytes_)
    mine = outbox.propose(wish, "李雷", "")
    assert "kept on this computer" in str(mine.problem)
    store.line.allow(None)
    assert [one.is_delivered for one in outbox.deliver()] == [True]
