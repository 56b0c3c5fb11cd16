"""Channels in the running program: quiet news, and problems told once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_assist.gui.syncing import Syncing
from desktop_assist.text import Message
from tests.e2e.stage.channel import Team
from tests.e2e.stage.waiting import wait_until
from tests.fakes.loop import FakeLoop

A_WHILE_MS = 20 * 60_000


class Told:
    """A program's syncing, what it told, and how often packs were to be read anew."""

    def __init__(self, channels: Path, cache: Path) -> None:
        self.loop = FakeLoop()
        self.syncing = Syncing(channels, cache, self.loop)
        self.notices: list[tuple[str, bool]] = []
        self.changes = 0
        self.syncing.notice.connect(self._note)
        self.syncing.changed.connect(self._count)
        self.syncing.start()

    def _note(self, message: Message, is_problem: bool) -> None:
        self.notices.append((str(message), is_problem))

    def _count(self) -> None:
        self.changes += 1

    def sync(self) -> None:
        """Let the time pass until the next sync, and wait for its end."""
        self.loop.advance(A_WHILE_MS)
        before = self.loop.waiting

        def over() -> bool:
            self.loop.run_posted()
            return self.loop.waiting > before

        wait_until(over, "the end of the sync")


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.found()
    made.publish({"hello": "您好"})
    made.subscribe()
    return made


@pytest.fixture
def told(qapp: QApplication, team: Team, tmp_path: Path) -> Iterator[Told]:
    told = Told(team.agent.path.parent, tmp_path / "cache")
    yield told
    told.syncing.close()


def test_news_are_told_in_one_line_and_packs_are_read_anew(told: Told, team: Team) -> None:
    told.sync()
    assert told.notices == [("话术 shop 1: 1 new, 0 changed, 0 gone.", False)]
    assert told.changes == 1
    told.sync()
    assert (len(told.notices), told.changes) == (1, 1)
    team.publish({"hello": "您好呀"})
    told.sync()
    assert told.notices[-1] == ("话术 shop 2: 0 new, 1 changed, 0 gone.", False)


def test_what_the_command_line_fetched_is_read_within_a_minute(told: Told, team: Team) -> None:
    # GIVEN a running program, and a command in another process that takes the newest version
    told.sync()
    team.publish({"hello": "您好呀"})
    team.sync()
    # WHEN a minute has passed, THEN the palette's packs are read anew, and only once
    told.loop.advance(60_000)
    assert told.changes == 2
    told.loop.advance(60_000)
    assert told.changes == 2


def test_a_problem_is_told_once_for_as_long_as_it_lasts(told: Told, team: Team) -> None:
    told.sync()
    shutil.move(team.share, team.share.with_name("away"))
    told.sync()
    told.sync()
    assert [problem for _, problem in told.notices] == [False, True]
    shutil.move(team.share.with_name("away"), team.share)
    told.sync()
    assert len(told.notices) == 2


def test_without_a_channel_nothing_runs(qapp: QApplication, tmp_path: Path) -> None:
    told = Told(tmp_path / "channels", tmp_path / "cache")
    told.loop.advance(A_WHILE_MS)
    assert (told.notices, told.changes, told.loop.waiting) == ([], 0, 1)
    told.syncing.close()
