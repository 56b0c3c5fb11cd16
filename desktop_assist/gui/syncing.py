"""Keeps the packs of the channels up to date; where none is subscribed, nothing runs."""

from __future__ import annotations

import datetime
import random
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_assist.channel.carrying_back import carry_back
from desktop_assist.channel.held import HeldPack, channel_folders, statuses
from desktop_assist.channel.joining import Channels, next_sync
from desktop_assist.core.loop import Loop
from desktop_assist.core.statistics.days import Days
from desktop_assist.errors import AssistError
from desktop_assist.gui.background import Background
from desktop_assist.packs.compiled import CompiledPacks
from desktop_assist.text import Message, say

_FIRST_MS = 5_000
"""The tray and the first palette come before the network."""
_LOOK_MS = 60_000
"""How often it is looked whether somebody has subscribed or synced on the command line."""

News = tuple[tuple[Message, ...], tuple[AssistError, ...]]
"""What changed, and what went wrong."""
InForce = Mapping[Path, tuple[Mapping[str, HeldPack], Mapping[str, tuple[str, ...]]]]
"""By a channel's folder its packs and withdrawn replies."""


class Syncing(QObject):
    """Asks every fifteen minutes or so, on a thread of its own."""

    changed = Signal()
    """Other packs are in force: they are to be read anew."""
    notice = Signal(object, bool)

    def __init__(
        self, channels: Path, cache: Path, loop: Loop, days: Callable[[], Days] = dict
    ) -> None:
        """`days` tells what was used when: counts of it go to the leads where the agent agreed."""
        super().__init__()
        self._days = days
        self._folder = channels
        self._loop = loop
        compiled = CompiledPacks(cache)
        self._channels = Channels(channels, _now, compiled.read_pack, forget=compiled.forget)
        self._worker: Background | None = None
        self._end = threading.Event()
        self._thorough = True
        self._told: Message | None = None
        self._known = self._in_force()

    def start(self) -> None:
        """Ask soon, and from then on."""
        self._loop.later(_FIRST_MS, self._look)

    def status(self) -> tuple[Message, ...]:
        """How each channel stands."""
        return tuple(one.message for one in statuses(self._folder, _now()))

    def close(self) -> None:
        """Let a sync that runs come to its end."""
        self._end.set()
        if self._worker is not None:
            self._worker.close()

    def _look(self) -> None:
        if not channel_folders(self._folder):
            self._loop.later(_LOOK_MS, self._look)
            return
        if self._worker is None:
            self._worker = Background(self._loop)
            self._loop.later(_LOOK_MS, self._watch)
        thorough, self._thorough = self._thorough, False
        days = self._days()
        self._worker.run(lambda: self._sync(days, thorough=thorough), self._take)

    def _watch(self) -> None:
        """Take up what the command line has fetched or gone back to meanwhile."""
        self._take_up()
        self._loop.later(_LOOK_MS, self._watch)

    def _take_up(self) -> None:
        """Have the packs read anew where others are in force than were known."""
        before, self._known = self._known, self._in_force()
        if self._known != before:
            self.changed.emit()

    def _in_force(self) -> InForce:
        held = {one.path: one.held() for one in channel_folders(self._folder)}
        return {path: (one.packs, one.withdrawn) for path, one in held.items()}

    def _sync(self, days: Days, *, thorough: bool) -> News:
        results = self._channels.sync(thorough=thorough)
        problems = [problem for _, result in results for problem in result.problems]
        for folder, _result in results:
            try:
                self._channels.renew(folder, self._end.wait)
            except AssistError as error:
                problems.append(error)
            problems += carry_back(folder, _now, days)
        changes = [change.message for _, result in results for change in result.changes]
        return tuple(changes), tuple(problems)

    def _take(self, news: News) -> None:
        changes, problems = news
        self._take_up()
        if changes:
            self.notice.emit(_as_one(changes), False)
        self._tell(problems[0] if problems else None)
        rest = next_sync(random.random())  # noqa: S311  so that computers do not ask together
        self._loop.later(rest.total_seconds() * 1000, self._look)

    def _tell(self, problem: AssistError | None) -> None:
        """Tell a problem once for as long as it lasts."""
        message = None if problem is None else problem.message
        if message is not None and message != self._told:
            self.notice.emit(message, True)
        self._told = message


def _as_one(changes: tuple[Message, ...]) -> Message:
    if len(changes) == 1:
        return changes[0]
    return say("Channel", "{first} {more} more packs have news.", first=changes[0],
               more=len(changes) - 1)  # fmt: skip


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
