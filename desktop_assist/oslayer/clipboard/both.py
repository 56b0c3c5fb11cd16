"""Two selections as one clipboard, for programs whose paste key may take either.

xterm's Shift+Insert pastes PRIMARY as it is shipped, and CLIPBOARD where people have set
`selectToClipboard`; nothing tells from outside which of them it will be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from desktop_assist.oslayer.clipboard.base import ClipboardEvent, ClipboardPort, SavedClipboard

_NOTHING = SavedClipboard(empty=True)
_HALF_TURN = 1 << 31
_TURN = 1 << 32


class DatedClipboard(ClipboardPort, Protocol):
    """A clipboard that knows how old its content is."""

    @property
    def changed_at(self) -> int:
        """When another program last put something there, in ms; it begins anew at 2³²."""


@dataclass(frozen=True, slots=True)
class SavedBoth(SavedClipboard):
    """What each of the two held."""

    first: SavedClipboard = field(default=_NOTHING)
    second: SavedClipboard = field(default=_NOTHING)

    @property
    def lost(self) -> tuple[str, ...]:
        """What cannot be given back of either."""
        return (*self.first.lost, *self.second.lost)


class BothSelections:
    """Offers the reply on `first` and `second` alike; a read of either counts."""

    def __init__(self, first: DatedClipboard, second: DatedClipboard) -> None:
        self.name = f"{first.name} + {second.name}"
        self.confirms_reads = first.confirms_reads and second.confirms_reads
        self._first = first
        self._second = second

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        def with_first(first: SavedClipboard) -> None:
            self._second.save(
                lambda second: done(
                    SavedBoth(
                        dropped=(*first.dropped, *second.dropped),
                        empty=first.empty and second.empty,
                        first=first,
                        second=second,
                    )
                )
            )

        self._first.save(with_first)

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        first, second = _parts(saved)
        self._first.offer(text, first, lambda event: self._told(event, self._second, told))
        self._second.offer(text, second, lambda event: self._told(event, self._first, told))

    def _told(
        self,
        event: ClipboardEvent,
        other: ClipboardPort,
        told: Callable[[ClipboardEvent], None],
    ) -> None:
        if event is ClipboardEvent.LOST:
            # The paste is over, and nobody else will give it back. Both live on one thread, so
            # this does not wait for another.
            other.restore()
        told(event)

    def arm(self, reader: int) -> bool:
        first = self._first.arm(reader)
        return self._second.arm(reader) and first

    def restore(self) -> None:
        self._first.restore()
        self._second.restore()

    def leave(self) -> None:
        self._first.leave()
        self._second.leave()

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        self._first.copied(reader, wait_ms, done)

    def put_back(self, saved: SavedClipboard) -> None:
        first, second = _parts(saved)
        self._first.put_back(first)
        self._second.put_back(second)

    def read_text(self, done: Callable[[str | None], None]) -> None:
        """The text of the one that was changed last, of the other where that has none."""
        age = (self._second.changed_at - self._first.changed_at) % _TURN
        newer, older = self._first, self._second
        if 0 < age < _HALF_TURN:
            newer, older = older, newer

        def read(text: str | None) -> None:
            if text and text.strip():
                done(text)
            else:
                older.read_text(done)

        newer.read_text(read)

    def close(self) -> None:
        self._first.close()
        self._second.close()


def _parts(saved: SavedClipboard) -> tuple[SavedClipboard, SavedClipboard]:
    return (saved.first, saved.second) if isinstance(saved, SavedBoth) else (saved, _NOTHING)
