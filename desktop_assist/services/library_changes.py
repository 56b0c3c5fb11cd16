"""Changes to replies, one or many, each with one way back and a line in its history."""

from __future__ import annotations

import datetime
import secrets
import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from desktop_assist.core.replies.edits import Edit, edits_of
from desktop_assist.core.replies.layers import Clash
from desktop_assist.core.replies.operation import Kept, Operation, OwnReply
from desktop_assist.core.replies.operations import Category, Operations
from desktop_assist.core.replies.snippet import Snippet

MOST_RECORDED = 1_000
"""Edits that one change adds to the history, so that a big import does not push all others out."""


Told = Callable[[float], None]
"""Hears the part done, up to 1; it may raise to put an end to what is under way."""


def _unheard(_part: float) -> None:
    """For who does not ask how far it is."""


class Layer(Protocol):
    """What the agent keeps of replies."""

    def kept(self, key: str) -> Kept | None:
        """What is kept of an entry's key."""

    def own(self) -> Iterable[OwnReply]:
        """Every own reply, also in the bin."""

    def apply(self, operation: Operation, told: Told = ...) -> None:
        """Carry out `operation` as a whole, or raise AssistError.

        `told` hears the part done before anything is written; raising there puts an end to it.
        """


class History(Protocol):
    """Where edits are kept. Never raises."""

    def add(self, edits: Iterable[Edit]) -> None:
        """Keep `edits`."""

    def of(self, key: str) -> Sequence[Edit]:
        """The edits of one reply, the newest first."""


@dataclass(frozen=True, slots=True)
class Done:
    """A change that is on the disk: which keys it changed, which stayed, and the way back.

    `left` the team has locked, or deleted where its version was wanted. `undo` raises AssistError
    where one of the replies was changed since; what it gives can be undone in turn.
    """

    keys: tuple[str, ...]
    left: tuple[str, ...]
    undo: Callable[[], Done]


class LibraryChanges:
    """Carries out wishes about replies, named by their entries' keys.

    Each method that changes something raises AssistError with nothing changed; otherwise it is on
    the disk when it returns. See `core.replies.operations.Operations` for what each one means.
    Any thread may call any of them: a big import is carried out off the GUI's.
    """

    def __init__(
        self,
        original: Callable[[str], Snippet | None],
        layer: Layer,
        history: History,
        now: Callable[[], datetime.datetime],
    ) -> None:
        """`original` tells the team's version of a key, None where it has none."""
        self._layer = layer
        self._history = history
        self._now = now
        self._wishes = Operations(original, layer.kept)
        self._recording = threading.Lock()

    def snippet(self, key: str) -> Snippet | None:
        """The reply as it stands now, also in the bin or hidden."""
        return self._wishes.snippet(key)

    def bin(self) -> list[Snippet]:
        """The own replies in the bin."""
        return [one.snippet for one in self._layer.own() if one.deleted]

    def clashes(self, key: str) -> tuple[Clash, ...]:
        """What the agent changed of a team's reply and the team has changed since."""
        return self._wishes.clashes(key)

    def history(self, key: str) -> Sequence[Edit]:
        """The edits of a reply, the newest first."""
        with self._recording:
            return self._history.of(key)

    def save(self, key: str, snippet: Snippet) -> Done:
        """Keep an own reply, new or old, or the agent's version of a team's."""
        return self._do(self._wishes.save(key, snippet))

    def bring(
        self,
        snippets: Mapping[str, Snippet],
        note: Callable[[Operation], None] = lambda _operation: None,
        told: Told = _unheard,
    ) -> Done:
        """Keep an import as a whole, by the keys of entries; its undo takes all of it back.

        `note` is handed what will happen, just before anything is written. Where `told` raises,
        nothing was.
        """
        operation = self._wishes.bring(snippets)

        def noted(part: float) -> None:
            told(part)
            if part >= 1:
                note(operation)

        return self._do(operation, noted)

    def carry_out(self, make: Callable[[Callable[[str], Kept | None]], Operation]) -> Done:
        """Carry out what `make` makes of what is kept now, by key."""
        return self._do(make(self._layer.kept))

    def move(self, keys: Iterable[str], category: Category) -> Done:
        """Put the replies into `category`."""
        return self._do(self._wishes.move(keys, category))

    def move_category(self, keys: Iterable[str], old: Category, new: Category) -> Done:
        """Put `new` in place of the path `old`, with which the replies' categories begin."""
        return self._do(self._wishes.move_category(keys, old, new))

    def tag(
        self, keys: Iterable[str], add: Sequence[str] = (), remove: Collection[str] = ()
    ) -> Done:
        """Change the replies' tags."""
        return self._do(self._wishes.tag(keys, add, remove))

    def delete(self, keys: Iterable[str]) -> Done:
        """Put own replies into the bin, and hide the team's."""
        return self._do(self._wishes.delete(keys))

    def restore(self, keys: Iterable[str]) -> Done:
        """Take replies out of the bin, and show hidden ones again."""
        return self._do(self._wishes.restore(keys))

    def duplicate(self, keys: Iterable[str]) -> Done:
        """Make copies among the own replies; `Done.keys` are theirs, in the order of `keys`."""
        fresh = iter(lambda: f"own-{secrets.token_hex(6)}", "")
        return self._do(self._wishes.duplicate(keys, fresh))

    def reset(self, keys: Iterable[str], names: Collection[str] = ()) -> Done:
        """Go back to the team's text, in the fields `names` or in all."""
        return self._do(self._wishes.reset(keys, names))

    def take(self, key: str, names: Collection[str] = ()) -> Done:
        """Put the team's news in place of the agent's text, in `names` or wherever there are."""
        return self._do(self._wishes.take(key, names))

    def keep(self, key: str, names: Collection[str] = ()) -> Done:
        """Keep the agent's text although the team has changed it, in `names` or everywhere."""
        return self._do(self._wishes.keep(key, names))

    def merge(self, kept_key: str, other_keys: Iterable[str]) -> Done:
        """Make one reply of several; the others are put away."""
        return self._do(self._wishes.merge(kept_key, other_keys))

    def _do(self, operation: Operation, told: Told = _unheard) -> Done:
        self._layer.apply(operation, told)
        self._record(operation)
        return Done(operation.changed, operation.left, lambda: self._undo(operation))

    def _undo(self, operation: Operation) -> Done:
        back = operation.undone()
        self._layer.apply(back)
        self._record(back)
        return Done(back.changed, (), lambda: self._do(operation.redone()))

    def _record(self, operation: Operation) -> None:
        with self._recording:
            self._history.add(islice(edits_of(operation, self._now()), MOST_RECORDED))
