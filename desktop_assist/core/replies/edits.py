"""What was changed of a reply, when and by whom: the lines of its history."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_assist.core.replies import layers
from desktop_assist.core.replies.operation import Kept, Operation, OperationKind, OwnReply
from desktop_assist.core.replies.snippet import Snippet

ME = "me"
"""Who made the edits of this computer."""

LONGEST_KEPT = 16_000
"""Code points of a text beyond which a history names the field only."""

_FIELDS = tuple(name for name in Snippet.__struct_fields__ if name != "id")


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A field of a snippet before and after; None where it was too long to keep."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the reply `key`. A reply that is new, put away or back has no `fields`."""

    key: str
    when: datetime.datetime
    who: str
    kind: OperationKind
    fields: tuple[FieldEdit, ...] = ()


def edits_of(operation: Operation, when: datetime.datetime, who: str = ME) -> Iterator[Edit]:
    """What `operation` changes, one edit for each reply."""
    for key in operation.changed:
        before, after = operation.before[key], operation.after[key]
        fields = tuple(_field_edits(before, after))
        yield Edit(key, when, who, _kind(operation.kind, before, after), fields)


def _kind(kind: OperationKind, before: Kept | None, after: Kept | None) -> OperationKind:
    if isinstance(before, OwnReply) or isinstance(after, OwnReply) or kind == "undo":
        return kind
    hid, hides = (state is not None and state.hidden for state in (before, after))
    if hid == hides:
        return kind
    return "hide" if hides else "show"


def _field_edits(before: Kept | None, after: Kept | None) -> Iterator[FieldEdit]:
    old, new = _seen(before, after), _seen(after, before)
    if old is None or new is None:
        return
    for name in _FIELDS:
        then, now = getattr(old, name), getattr(new, name)
        if then != now:
            yield FieldEdit(name, _kept(then), _kept(now))


def _seen(state: Kept | None, other: Kept | None) -> Snippet | None:
    """The reply in `state`; where nothing is kept of a team's reply, it is as the team wrote it."""
    if isinstance(state, OwnReply):
        return state.snippet
    if isinstance(other, OwnReply):
        return None
    newest = other or state
    if newest is None:
        return None
    seen = layers.Override(newest.key, newest.seen, state.changes if state else ())
    return layers.withdrawn(seen)


def _kept(value: object) -> object:
    return None if len(str(value)) > LONGEST_KEPT else value
