"""A subscription that this version cannot read: nothing is lost, and the sentence says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_assist.channel.held import SUBSCRIPTION_FORMAT, unreadable
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.found()
    made.publish({"hello": "您好"})
    made.subscribe()
    made.sync()
    return made


def write(team: Team, **values: object) -> None:
    file = team.agent.subscription_file
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **values}), "utf-8")


@pytest.mark.parametrize("others", [{}, {"address": {"first": "/new/way"}}])
def test_one_of_a_newer_version_is_refused_and_its_replies_work_on(
    team: Team, others: dict[str, object]
) -> None:
    # GIVEN a subscription of a newer format, be it written alike or otherwise
    write(team, format=SUBSCRIPTION_FORMAT + 1, **others)
    # WHEN the program syncs
    ((_, result),) = team.computer("agent").sync()
    # THEN it says what to do instead of guessing, and the palette has what it had
    (problem,) = result.problems
    assert "newer version" in str(problem)
    assert "Update this program" in str(problem)
    assert [one.message for one in unreadable(team.base / "agent")] == [problem.message]
    assert team.replies() == {"shop/hello": "您好"}


def test_a_damaged_one_says_so_and_the_invite_mends_it(team: Team) -> None:
    team.agent.subscription_file.write_bytes(b"\0")
    with pytest.raises(AssistError, match="damaged"):
        team.agent.known_subscription()
    team.subscribe()
    assert unreadable(team.base / "agent") == ()
    assert team.replies() == {"shop/hello": "您好"}
