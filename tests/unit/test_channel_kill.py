"""Killed (kill -9) before each file operation of a publish and of a sync: nothing is ever half."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_assist.channel.lock import LOCK
from desktop_assist.channel.signed.publisher import Words
from tests.e2e.stage.channel import Team, finds_nothing, kill_at, write_pack

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ONE = {"hello": "您好"}
TWO = {"hello": "您好呀", "bye": "再见"}
SHOWN = {"shop/hello": "您好"}
FRESH = {"shop/hello": "您好呀", "shop/bye": "再见"}
MOST_STEPS = 400


def each_step(work: Callable[[], object], after: Callable[[int], None]) -> int:
    """Run `work` killed at each of its steps in turn, and `after` each; how many steps it has."""
    for number in range(1, MOST_STEPS):
        if not kill_at(number, work):
            return number - 1
        after(number)
    raise AssertionError("it never came to its end")


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.begin(ONE)
    return made


def test_a_sync_killed_at_any_step_leaves_old_packs_or_new_ones(team: Team) -> None:
    team.publish(TWO)
    before = team.agent.path
    copy = team.base / "before"
    shutil.copytree(before, copy, symlinks=True)

    def after(number: int) -> None:
        # THEN the palette has the old replies or the new ones, and the next sync ends the work
        assert team.replies() in (SHOWN, FRESH), number
        result = team.sync()
        assert not result.problems, number
        assert team.replies() == FRESH, number
        leftovers = [one for one in team.agent.unpacked.iterdir() if one.name.startswith(".")]
        assert not leftovers, number
        shutil.rmtree(before)
        shutil.copytree(copy, before, symlinks=True)

    assert each_step(team.sync, after) > 10


def test_a_publish_killed_at_any_step_shows_agents_the_old_state_or_the_new(team: Team) -> None:
    folder = write_pack(team.base / "desk-王芳" / "shop", "shop", TWO)
    publisher = team.publisher("王芳")
    preview = publisher.preview(folder, finds_nothing)
    copy, desk = team.backup("before"), team.base / "王芳"
    shutil.copytree(desk, team.base / "desk-before")

    def after(number: int) -> None:
        # THEN agents see one or the other whole
        result = team.sync()
        assert not result.problems, number
        assert team.replies() in (SHOWN, FRESH), number
        # AND the lead can publish again, once the lock that was left is old
        (team.share / LOCK).unlink(missing_ok=True)
        again = team.publisher("王芳")
        anew = again.preview(folder, finds_nothing)
        again.publish([anew], Words(over=True))
        result = team.sync()
        assert not result.problems, number
        assert team.replies() == FRESH, number
        team.restore(copy)
        shutil.rmtree(desk)
        shutil.copytree(team.base / "desk-before", desk)
        shutil.rmtree(team.agent.path)
        team.subscribe()
        assert not team.sync().problems

    assert each_step(lambda: publisher.publish([preview], Words()), after) > 10


def replaced_lead(team: Team) -> None:
    assert team.owner().replace_lead("王芳") is not None


def replaced_owner(team: Team) -> None:
    team.owner().replace_owner(team.owner().fresh())


@pytest.mark.parametrize("change", [replaced_lead, replaced_owner])
def test_a_change_of_keys_killed_at_any_step_locks_nobody_out(
    team: Team, change: Callable[[Team], None]
) -> None:
    copy, desk = team.backup("before"), team.base / "owner"
    team.owner()
    shutil.copytree(desk, team.base / "owner-before")

    def after(number: int) -> None:
        result = team.sync()
        assert not result.problems, number
        assert team.replies() == SHOWN, number
        (team.share / LOCK).unlink(missing_ok=True)
        # The old owner's key works until the very last step; from then on it is the new one.
        if len(list((team.share / "metadata").glob("*.root.json"))) == 1:
            change(team)
        result = team.sync()
        assert not result.problems, number
        team.restore(copy)
        shutil.rmtree(desk)
        shutil.copytree(team.base / "owner-before", desk)
        shutil.rmtree(team.agent.path)
        team.subscribe()
        assert not team.sync().problems

    assert each_step(lambda: change(team), after) > 10


def test_killed_at_random_moments_a_publish_and_a_sync_never_leave_a_half(team: Team) -> None:
    chance = random.Random(6)
    folder = team.base / "desk-王芳" / "shop"
    for number in range(30):
        write_pack(folder, "shop", {"hello": f"第{number}版"})
        child = os.fork()
        if child == 0:
            _publish_and_sync(team, folder)
        # The kill must hit at any time; there is nothing to wait for.
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        (team.share / LOCK).unlink(missing_ok=True)
        assert len(team.replies()) == 1, number
        assert not team.sync().problems, number
    team.publish({"hello": "最后"}, words=Words(over=True))
    assert not team.sync().problems
    assert team.replies() == {"shop/hello": "最后"}


def _publish_and_sync(team: Team, folder: Path) -> None:
    try:
        publisher = team.publisher("王芳")
        publisher.publish([publisher.preview(folder, finds_nothing)], Words(over=True))
        team.sync()
    finally:
        os._exit(0)
