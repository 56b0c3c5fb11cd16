"""Windows that come to the front when a test says so."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.title import same_title
from desktop_assist.oslayer.windows.base import Area, Target


class FakeWindows:
    """`front` has the keyboard; what is asked to come to the front comes at once if `obeys`."""

    name = "fake"

    def __init__(self, front: Target | None = None) -> None:
        self.front = front
        self.areas: dict[int, Area] = {}
        self.obeys = True
        self.activated: list[Target] = []
        self.closed = False
        self._changed: Callable[[], None] = lambda: None

    def foreground(self) -> Target | None:
        return self.front

    def is_foreground(self, target: Target) -> bool:
        now = self.front
        return (
            now is not None
            and (now.handle, now.reader) == (target.handle, target.reader)
            and same_title(now.title, target.title)
        )

    def area(self, target: Target) -> Area | None:
        return self.areas.get(target.handle)

    def activate(self, target: Target) -> None:
        self.activated.append(target)
        if self.obeys:
            self.bring(target)

    def watch(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def bring(self, target: Target | None) -> None:
        """The user goes to another window."""
        self.front = target
        self._changed()

    def close(self) -> None:
        self.closed = True
