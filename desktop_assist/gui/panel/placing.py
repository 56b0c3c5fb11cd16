"""Where the panel stands beside a chat window: plain arithmetic, in the system's own pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_assist.oslayer.windows.base import Area

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Monitor:
    """One screen: all of it, the part that no bar of the desktop takes, and pixels to a unit.

    `scale` turns the toolkit's units into the system's pixels: 2 at 200 %.
    """

    whole: Area
    free: Area
    scale: float = 1.0

    def pixels(self, units: int) -> int:
        """So many of the toolkit's units, in the system's pixels."""
        return round(units * self.scale)

    def units(self, area: Area) -> Area:
        """`area` as the toolkit counts: it scales what lies on a screen, not where that begins."""
        left, top = self.whole.left, self.whole.top
        return Area(
            left + round((area.left - left) / self.scale),
            top + round((area.top - top) / self.scale),
            round(area.width / self.scale),
            round(area.height / self.scale),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where the panel stands, and at which side of the chat."""

    area: Area
    side: Side
    monitor: Monitor


def place_beside(
    chat: Area, monitors: Sequence[Monitor], width: int, least_height: int, side: Side
) -> Place:
    """A place for a panel `width` wide, as high as `chat` and at least `least_height`.

    Both sizes are the toolkit's units, `chat` is in pixels; there is at least one monitor. It
    stands at `side` where there is room on the chat's screen, else at the other side; where
    neither has room, over the chat's edge on the side with more of it.
    """
    monitor = monitor_of(chat, monitors)
    free = monitor.free
    across = min(monitor.pixels(width), free.width)
    chosen = _side_with_room(chat, free, across, side)
    left = _right_of(chat) if chosen == "right" else chat.left - across
    left = _clamped(left, free.left, _right_of(free) - across)
    down = min(max(chat.height, monitor.pixels(least_height)), free.height)
    top = _clamped(chat.top, free.top, _bottom_of(free) - down)
    return Place(Area(left, top, across, down), chosen, monitor)


def monitor_of(window: Area, monitors: Sequence[Monitor]) -> Monitor:
    """The screen that has most of `window`; the nearest one where none has any of it."""
    most = max(monitors, key=lambda one: _shared(window, one.whole))
    if _shared(window, most.whole):
        return most
    return min(monitors, key=lambda one: _distance(window, one.whole))


def _side_with_room(chat: Area, free: Area, across: int, side: Side) -> Side:
    at_left = chat.left - free.left
    at_right = _right_of(free) - _right_of(chat)
    room: dict[Side, int] = {"left": at_left, "right": at_right}
    other: Side = "left" if side == "right" else "right"
    if room[side] >= across:
        return side
    if room[other] >= across:
        return other
    return side if room[side] >= room[other] else other


def _shared(one: Area, other: Area) -> int:
    """How many pixels two areas have in common."""
    across = min(_right_of(one), _right_of(other)) - max(one.left, other.left)
    down = min(_bottom_of(one), _bottom_of(other)) - max(one.top, other.top)
    return max(across, 0) * max(down, 0)


def _distance(one: Area, other: Area) -> int:
    across = max(one.left - _right_of(other), other.left - _right_of(one), 0)
    down = max(one.top - _bottom_of(other), other.top - _bottom_of(one), 0)
    return across + down


def _right_of(area: Area) -> int:
    return area.left + area.width


def _bottom_of(area: Area) -> int:
    return area.top + area.height


def _clamped(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
