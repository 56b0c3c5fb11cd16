"""The seam that has the program started when its user logs in."""

from __future__ import annotations

from typing import Protocol


class Autostart(Protocol):
    """Whether the program starts by itself, for this user alone."""

    def is_on(self) -> bool:
        """Whether it will start at the next login, by the command that was given."""

    def turn(self, on: bool) -> None:
        """Have it start at each login, or no longer; harmless when that is so already.

        Raises:
            AssistError: the system does not let this user say so.
        """
