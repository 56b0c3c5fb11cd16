"""What goes from an agent to the leads with every sync: waiting suggestions and agreed counts."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.proposals.outbox import Outbox
from desktop_assist.channel.proposals.usage import UsageReports
from desktop_assist.core.statistics.days import Days
from desktop_assist.errors import AssistError


def carry_back(
    folder: ChannelFolder, clock: Callable[[], datetime.datetime], days: Days
) -> tuple[AssistError, ...]:
    """Put what waits into the channel's inbox; for a background thread, after a sync.

    Gives what went wrong on this computer. That a channel takes nothing is no trouble of a sync:
    the suggestion says so itself, and is tried again. Counts go only where the agent has agreed.
    """
    problems = []
    outbox, usage = Outbox(folder, clock), UsageReports(folder, clock)
    for carry in (outbox.deliver, lambda: usage.send(days)):
        try:
            carry()
        except AssistError as error:
            problems.append(error)
    return tuple(problems)
