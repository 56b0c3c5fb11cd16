"""The seam to the clipboard: saved in every format, offered lazily, given back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SavedClipboard:
    """What the clipboard held: bytes by format name, in the owner's order.

    `dropped` names the formats that were too large or too slow to keep; `empty` tells that
    nothing was on the clipboard at all.
    """

    formats: Mapping[str, bytes] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    empty: bool = False

    @property
    def lost(self) -> tuple[str, ...]:
        """What cannot be given back: dropped, and no other encoding of a picture that is kept."""
        has_picture = "image/png" in self.formats
        return tuple(name for name in self.dropped if not (has_picture and "image" in name))


class ClipboardEvent(Enum):
    """What the clipboard tells while a reply is offered."""

    READ = "the target has read the whole reply once"
    LOST = "another program has put something else on the clipboard"


class ClipboardPort(Protocol):
    """One clipboard. Calls come from one thread; callbacks may come from any and must only post."""

    name: str
    confirms_reads: bool
    """Whether `READ` is ever reported; without it a paste can only be left on the clipboard."""

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        """Fetch every format, bounded in size and time, then call `done` once."""

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        """Own the clipboard with `text` in waiting; until `arm`, all readers get `saved`.

        Where something else has been copied since `saved`, that stays and `LOST` is told.
        """

    def arm(self, reader: int) -> bool:
        """From now on `reader` gets the text (0: everyone does); all others still get `saved`.

        Tells whether it can: after `LOST` a paste key would paste what somebody else has copied.
        """

    def restore(self) -> None:
        """Everyone gets `saved` again; nothing happens where the clipboard was `LOST`."""

    def leave(self) -> None:
        """The reply stays for whoever the user pastes it into; `READ` tells when that was."""

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        """Wait for `reader` to copy, then call `done` with its text; None when it did not.

        The text is empty where it has copied something else.
        """

    def put_back(self, saved: SavedClipboard) -> None:
        """Own the clipboard with `saved`, as after something of ours had replaced it."""

    def read_text(self, done: Callable[[str | None], None]) -> None:
        """Call `done` with the text on the clipboard, None where there is none."""

    def close(self) -> None:
        """Hand the contents on to a clipboard manager if there is one, and give back all."""
