"""What an agent changed of a team's replies, laid field by field over the team's version of today.

Each changed field keeps the team's value that it was written against. So a later version of the
team's can be told apart: it left the field alone, or both changed it (a clash).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.text import say

TEAMS_ALONE = frozenset({"id", "locked", "valid_from", "valid_until"})
"""Fields that no agent overrides: an offer that has run out ends for everybody."""

FIELDS = tuple(name for name in Snippet.__struct_fields__ if name not in TEAMS_ALONE)
"""Fields that an agent may override."""

_TEXT = ("body", "messages")
"""A reply is one text or several messages, never both: the two change together."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field as the agent wants it, and as the team had it when the agent said so."""

    name: str
    base: object
    mine: object


@dataclass(frozen=True, slots=True)
class Override:
    """An agent's changes to the team's reply `key` (`pack/id`).

    `seen` is the team's version that was seen last: with it the reply lives on where the team
    deletes it. Two overrides that differ in nothing else say the same.
    """

    key: str
    seen: Snippet = field(compare=False)
    changes: tuple[Change, ...] = ()
    hidden: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not self.changes and not self.hidden


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both changed: `base` was the team's, `theirs` is now."""

    name: str
    base: object
    mine: object
    theirs: object


def layered(team: Snippet, override: Override | None) -> Snippet:
    """The team's reply as the agent sees it. A locked one is as the team wrote it."""
    if override is None or team.locked or not override.changes:
        return team
    return msgspec.structs.replace(team, **{one.name: one.mine for one in override.changes})


def withdrawn(override: Override) -> Snippet:
    """What is left of a reply that the team has deleted, even where it was locked last."""
    return layered(msgspec.structs.replace(override.seen, locked=False), override)


def changed_fields(team: Snippet, override: Override | None) -> tuple[str, ...]:
    """The fields in which the agent's version differs from the team's."""
    if override is None or team.locked:
        return ()
    return tuple(one.name for one in override.changes if one.mine != getattr(team, one.name))


def clashes(team: Snippet, override: Override | None) -> tuple[Clash, ...]:
    """The overridden fields that the team has changed since, to another value than the agent's."""
    if override is None or team.locked:
        return ()
    found = {
        one.name: Clash(one.name, one.base, one.mine, getattr(team, one.name))
        for one in override.changes
    }
    units = {name: [found[part] for part in unit(name) if part in found] for name in found}
    return tuple(one for name, one in found.items() if _is_disputed(units[name]))


def with_edit(key: str, team: Snippet, before: Override | None, mine: Snippet) -> Override:
    """`before` with what the agent made of the reply; a field that is the team's again is dropped.

    A field that was overridden already keeps its base: who edits a text has not yet answered the
    team's news about it.

    Raises:
        AssistError: the reply is locked, or a field changed that is the team's alone.
    """
    check_open(team)
    _check_fields(team, mine)
    changes = _changes(team, before, mine, _units(_differing(team, mine)))
    return Override(key, team, changes, hidden=before.hidden if before else False)


def with_edit_of_withdrawn(before: Override, mine: Snippet) -> Override:
    """`before` with what the agent made of a reply that the team has deleted.

    No change is dropped: what the agent changed is all that keeps the reply alive. Its days are
    the agent's as well now.
    """
    seen = msgspec.structs.replace(
        before.seen, valid_from=mine.valid_from, valid_until=mine.valid_until
    )
    names = {one.name for one in before.changes} | _units(_differing(seen, mine))
    return replace(before, seen=seen, changes=_changes(seen, before, mine, names))


def without(override: Override, names: Collection[str] = ()) -> Override:
    """The override without the changes to `names` (empty: to all): the team's text stands there."""
    dropped = _units(names or FIELDS)
    kept = tuple(one for one in override.changes if one.name not in dropped)
    return replace(override, changes=kept)


def kept_mine(override: Override, team: Snippet, names: Collection[str] = ()) -> Override:
    """The agent has seen the team's `names` (empty: all) and keeps the own text."""
    kept = _units(names or FIELDS)
    changes = (
        Change(one.name, getattr(team, one.name), one.mine) if one.name in kept else one
        for one in override.changes
    )
    return replace(override, seen=team, changes=tuple(changes))


def check_open(team: Snippet) -> None:
    """See that an agent may change this reply.

    Raises:
        AssistError: the team has locked it.
    """
    if team.locked:
        raise AssistError(
            say(
                "Layers",
                "“{title}” is locked by your team. Nothing was changed.",
                title=team.title,
            ),
            say("Layers", "Make a copy of it and change that, or ask your team lead."),
        )


def unit(name: str) -> tuple[str, ...]:
    """The fields that change together with `name`, itself among them."""
    return _TEXT if name in _TEXT else (name,)


def _is_disputed(parts: Sequence[Clash]) -> bool:
    moved = any(part.base != part.theirs for part in parts)
    return moved and any(part.mine != part.theirs for part in parts)


def _differing(one: Snippet, other: Snippet) -> Iterator[str]:
    return (name for name in FIELDS if getattr(one, name) != getattr(other, name))


def _changes(
    team: Snippet, before: Override | None, mine: Snippet, names: Collection[str]
) -> tuple[Change, ...]:
    """The fields `names` as the agent wants them, each with the base that it had or has now."""
    bases = {one.name: one.base for one in before.changes} if before else {}
    return tuple(
        Change(name, bases.get(name, getattr(team, name)), getattr(mine, name))
        for name in FIELDS
        if name in names
    )


def _units(names: Iterable[str]) -> set[str]:
    return {part for name in names for part in unit(name)}


def _check_fields(team: Snippet, mine: Snippet) -> None:
    for name in sorted(TEAMS_ALONE):
        if getattr(team, name) != getattr(mine, name):
            raise AssistError(
                say(
                    "Layers",
                    "Of “{title}” only your team changes “{field}”. Nothing was changed.",
                    title=team.title,
                    field=_ALONE[name],
                ),
                say("Layers", "Make a copy of it and change that, or ask your team lead."),
            )


_ALONE = {
    "id": say("Layers", "the name it is known by"),
    "locked": say("Layers", "the lock"),
    "valid_from": say("Layers", "the first day"),
    "valid_until": say("Layers", "the last day"),
}
