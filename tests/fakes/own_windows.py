"""What the program knows of its own windows, set by a test."""

from __future__ import annotations

from collections.abc import Callable


class FakeOwnWindows:
    """None of them has the keyboard until a test says so."""

    def __init__(self) -> None:
        self.in_front = False
        self.changed: list[Callable[[], None]] = []

    def has_keyboard(self) -> bool:
        return self.in_front

    def watch(self, changed: Callable[[], None]) -> None:
        self.changed.append(changed)
