"""The seam that hears global hotkeys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_assist.core.combination import Combination
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say


class HotkeyRefused(AssistError):
    """The system did not grant a combination, mostly because another program holds it."""

    def __init__(self, combination: Combination, reason: Message | None = None) -> None:
        """`reason`: why, where no other program is to blame."""
        taken = say("Hotkeys", "{key} is taken by another program.", key=combination.shown)
        choose = say("Hotkeys", "Choose another one, or close the program that holds it.")
        super().__init__(reason or taken, None if reason else choose)
        self.combination = combination


class HotkeyBackend(Protocol):
    """Hears combinations wherever the focus is; knows nothing of what they mean.

    A held key is reported once. `pressed` is called from any thread and must only post.
    """

    name: str

    def start(self, pressed: Callable[[Combination], None]) -> None:
        """Begin to report; called once, before the first `bind`."""

    def bind(self, combination: Combination) -> None:
        """Listen for `combination`; harmless when already bound.

        Raises:
            HotkeyRefused: another program holds it, or no key of this keyboard makes it.
        """

    def unbind(self, combination: Combination) -> None:
        """Listen no more; harmless when not bound."""

    def let_go(self) -> None:
        """End the system's hold on the keyboard, so that injected keys reach the window."""

    def swallow(self, key: str) -> None:
        """Keep a key that is still held (its repeats too) from every window until it is up."""

    def stop(self) -> None:
        """Unbind all and give back every system resource."""
