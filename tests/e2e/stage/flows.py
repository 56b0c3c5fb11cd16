"""What an agent's hands do again and again, from the hotkey to the chat."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.stage.assist import PALETTE, REVIEW, Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.targets import Target

Keep = Callable[[Target], Target]
"""Has the window closed at the end of the test, and gives it back."""
OPEN = "ctrl+alt+space"
POLISH = "ctrl+alt+p"


def find(assist: Assist, query: str) -> None:
    """Open the palette by its hotkey and type `query`."""
    assist.open(OPEN, PALETTE)
    assist.desktop.keyboard.type(query)


def take(assist: Assist, query: str, keys: str = "enter", hold: float = 0.0) -> None:
    """Find `query` and press `keys` for what stands first."""
    find(assist, query)
    assist.desktop.keyboard.chord(keys, hold=hold)


def review(assist: Assist, target: Target, draft: str) -> int:
    """Have `draft` in the chat, and its review on show; gives the review's window."""
    target.clear(draft)
    return assist.open(POLISH, REVIEW)


def typing_goes_on(desktop: Desktop, target: Target, text: str) -> None:
    """The chat holds `text`, has the keyboard, and nothing else comes late."""
    desktop.keyboard.rest()
    desktop.keyboard.type("x")
    target.wait_for_text(text + "x")
