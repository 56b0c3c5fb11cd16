"""What the program has told the person, shown as far as the settings want it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from desktop_assist.gui.i18n import translated
from desktop_assist.settings import Settings
from desktop_assist.text import Message

_REMEMBERED = 5


class Notices:
    """Shows outcomes beside the tray icon, and keeps the newest for whoever asks.

    A notice names a reply by its title; no customer's text is in it.
    """

    def __init__(
        self, settings: Callable[[], Settings], show: Callable[[str, str, bool], None]
    ) -> None:
        """`show` gets a title, the text, and whether it is a problem."""
        self._settings = settings
        self._show = show
        self._told: deque[Message] = deque(maxlen=_REMEMBERED)
        self.count = 0
        """How many there have been since the start."""

    @property
    def last(self) -> str:
        """The newest one in the language of now; empty before the first."""
        return translated(self._told[-1]) if self._told else ""

    @property
    def newest(self) -> list[str]:
        """The newest few in the language of now, the last one at the end."""
        return [translated(message) for message in self._told]

    def tell(self, message: Message, problem: bool) -> None:
        """Say `message` to the person, unless the settings want silence."""
        self._told.append(message)
        self.count += 1
        wanted = self._settings().notices
        if wanted == "all" or (wanted == "problems" and problem):
            self._show("", translated(message), problem)
