"""Windows that come to the front when a test says so."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.pasting.title import same_title
from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target


class FakeFollowing:
    """Tells of one window until it is stopped or the window has closed."""

    def __init__(
        self, windows: FakeWindows, target: Target, told: Callable[[Frame | None], None]
    ) -> None:
        self.target = target
        self.stopped = False
        self._windows = windows
        self._told = told
        self._last: Frame | None = None
        self.look()

    def look(self) -> None:
        """Tell how the window stands, where that is news."""
        if self.stopped:
            return
        frame = self._windows.frame(self.target)
        self.stopped = frame is None
        if frame is None or frame != self._last:
            self._last = frame
            self._told(frame)

    def stop(self) -> None:
        self.stopped = True


class FakeWindows:
    """`front` has the keyboard; what is asked to come to the front comes at once if `obeys`."""

    name = "fake"

    def __init__(self, front: Target | None = None) -> None:
        self.front = front
        self.areas: dict[int, Area] = {}
        self.minimised: set[int] = set()
        self.owners: dict[int, Target] = {}
        self.followings: list[FakeFollowing] = []
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

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        followed = self.owners.get(target.handle, target)
        self.followings.append(FakeFollowing(self, followed, told))
        return self.followings[-1]

    def frame(self, target: Target) -> Frame | None:
        """How `target` stands, None when it is gone."""
        area = self.areas.get(target.handle)
        if area is None:
            return None
        shown = target.handle not in self.minimised
        front = self.front
        if front is None:
            return Frame(area, shown)
        return Frame(area, shown, front.handle, front.reader)

    def bring(self, target: Target | None) -> None:
        """The user goes to another window."""
        self.front = target
        self.tell()
        self._changed()

    def put(self, target: Target, area: Area) -> None:
        """The user moves or resizes a window."""
        self.areas[target.handle] = area
        self.tell()

    def minimise(self, target: Target, *, down: bool = True) -> None:
        """The user puts a window away, or takes it out again."""
        (self.minimised.add if down else self.minimised.discard)(target.handle)
        if down and self.front == target:
            self.front = None
        self.tell()

    def shut(self, target: Target) -> None:
        """A window closes."""
        self.areas.pop(target.handle)
        self.tell()

    def tell(self) -> None:
        """Whoever follows a window hears how it stands."""
        for following in self.followings:
            following.look()

    def close(self) -> None:
        self.closed = True
