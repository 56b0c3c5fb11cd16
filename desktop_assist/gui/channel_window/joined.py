"""Puts the window's ports together from the parts of the program."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from desktop_assist.channel.joining import Channels
from desktop_assist.core.checking.checker import Checker, RuleSet
from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.company import Company
from desktop_assist.gui.finder import Worker
from desktop_assist.packs.compiled import CompiledPacks
from desktop_assist.store.home import Home


class EveryRule:
    """The wording checker with every rule: what a team publishes goes to every program.

    What this agent has switched off or excused does not count. The rules are loaded with the first
    text, on the thread that asks.
    """

    def __init__(self, load: Callable[[], RuleSet]) -> None:
        self._load = load
        self._check: Callable[[str], list[Finding]] | None = None

    def __call__(self, text: str) -> list[Finding]:
        """The findings in `text`."""
        if self._check is None:
            self._check = Checker(self._load()).check
        return self._check(text)


def channel_ports(home: Home, company: Company, background: Worker) -> ChannelPorts:
    """The ports of this program; for `background` see `ChannelPorts`."""
    shelf, compiled = company.shelf, CompiledPacks(home.cache)
    return ChannelPorts(
        channels=Channels(
            home.channels,
            lambda: datetime.datetime.now().astimezone(),
            compiled.read_pack,
            forget=compiled.forget,
        ),
        background=background,
        find=EveryRule(lambda: shelf.load_rules()[0]),
        library=lambda: shelf.library,
        days=lambda: company.stores.day_book.days().days,
        name=lambda: company.preferences.settings.agent,
        packs=home.packs,
    )
