"""The seam that has the program started when its user logs in."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say


class AutostartState(StrEnum):
    """What happens at the next login, by what the system has noted at this moment."""

    OFF = "off"
    ON = "on"
    OTHER = "other"
    """Another copy of the program starts, or this one with other arguments."""
    STOPPED = "stopped"
    """One is noted, ours or another, but was switched off in the system's own settings."""


class AutostartRefused(AssistError):
    """The system does not let this user change what starts."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            say(
                "Autostart",
                "The start at login cannot be changed: {reason}. It is as it was.",
                reason=reason_of(error),
            ),
            say("Autostart", "Ask whoever looks after this computer."),
        )


class Autostart(Protocol):
    """Whether the program starts by itself, for this user alone. The system keeps it, not we."""

    def state(self) -> AutostartState:
        """How it stands; looked up anew at each call, for others may change it."""

    def turn(self, on: bool) -> None:
        """Have it start at each login, or no longer; harmless when that is so already.

        Raises:
            AutostartRefused: the system does not let this user say so.
        """
