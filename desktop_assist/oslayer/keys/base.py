"""The seam that presses keys in other programs' windows."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from desktop_assist.core.combination import Combination
from desktop_assist.errors import AssistError
from desktop_assist.text import Message


class KeysRefused(AssistError):
    """The system keeps our keys from the window in front; none was pressed."""


class Injector(Protocol):
    """Presses keys as if the user had. All calls are quick and on one thread."""

    @property
    def name(self) -> str:
        """By which the doctor and the tray call it."""

    def held_modifiers(self) -> tuple[str, ...]:
        """The modifiers that are down now, in the order of `MODIFIERS`."""

    def release(self, modifiers: tuple[str, ...]) -> None:
        """Let `modifiers` go, so that no menu opens; they are never pressed again."""

    def press(self, combination: Combination, times: int = 1) -> None:
        """Press and let go `combination`, `times` in a row.

        Raises:
            KeysRefused: no key of ours reaches the window in front.
        """

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        """As `press` for each, with as little as the system allows coming in between."""

    def is_held(self, key: str) -> bool:
        """Whether the key of that name is down now."""

    def close(self) -> None:
        """Give back every system resource."""


class Permission(StrEnum):
    """How it stands with the desktop's permission to press keys."""

    OFF = "off"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


class KeyPermission(Protocol):
    """What the user wants of the desktop, and what it answered."""

    @property
    def applies(self) -> bool:
        """Whether there is anything to ask here: elsewhere keys need no such permission."""

    @property
    def state(self) -> Permission:
        """How it stands at this moment."""

    @property
    def reason(self) -> Message | None:
        """Why it was refused, None otherwise."""
