"""What an agent proposes to the team: a change of a reply, a new one, or that one be withdrawn."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec

from desktop_assist.channel.names import is_name
from desktop_assist.channel.proposals.limits import InboxLimits
from desktop_assist.core.replies.layers import FIELDS
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.packs.reader import IDENTIFIER
from desktop_assist.store.snippet_records import read_value, written_snippet, written_value
from desktop_assist.text import Message, say

STAYING = frozenset({"image", "hotkey", "send", "ignore"})
"""Fields that do not travel: a picture is a file of the agent's, a hotkey their own habit, and what
sends by itself or is not checked is the lead's alone to say."""

PROPOSABLE = tuple(name for name in FIELDS if name not in STAYING)
"""The fields that a proposal may be about, in the order of a reply."""

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML does not take as it is, and what turns the writing direction over."""

Moment = Annotated[datetime.datetime, msgspec.Meta(tz=True)]


class FieldChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field, as plain values: the team's of that time, and the proposed one."""

    name: str
    base: Any
    proposed: Any


class Proposal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`pack/snippet` and what should become of it, made against `version` of the pack.

    `reply` is a new reply, `note` what the agent says of it, `person` what they call themselves,
    `channel` the fingerprint that stands in the channel's invites.
    """

    kind: Literal["change", "new", "withdrawal"]
    pack: str
    snippet: str
    title: str
    version: str
    changes: tuple[FieldChange, ...] = ()
    reply: Snippet | None = None
    channel: str = ""
    person: str = ""
    note: str = ""
    at: Moment | None = None

    @property
    def key(self) -> str:
        """How the reply is known in a library."""
        return f"{self.pack}/{self.snippet}"

    @property
    def moment(self) -> datetime.datetime:
        """When it was made, as its writer's clock had it; to sort by."""
        return self.at or datetime.datetime.min.replace(tzinfo=datetime.UTC)

    @property
    def record(self) -> dict[str, Any]:
        """What is written and signed: of a new reply, only what it has."""
        plain: dict[str, Any] = msgspec.to_builtins(self, builtin_types=(datetime.datetime,))
        return {**plain, "reply": written_snippet(self.reply) if self.reply else None}


def change_wish(pack: str, version: str, team: Snippet, mine: Snippet) -> Proposal:
    """That the team's reply read as `mine` does, field by field.

    Raises:
        AssistError: nothing differs that could travel.
    """
    changes = tuple(
        FieldChange(name, written_value(getattr(team, name)), written_value(getattr(mine, name)))
        for name in PROPOSABLE
        if getattr(team, name) != getattr(mine, name)
    )
    if not changes:
        raise AssistError(
            say("Proposals", "Your “{title}” says what the team's does. There is nothing to"
                " propose.", title=team.title),
            say("Proposals", "Change the reply first. Pictures and hotkeys do not travel with a"
                " proposal."),
            FINDINGS,
        )  # fmt: skip
    return Proposal(kind="change", pack=pack, snippet=team.id, title=team.title, version=version,
                    changes=changes)  # fmt: skip


def new_wish(pack: str, version: str, snippet: Snippet) -> Proposal:
    """That `snippet` become one of the team's, in `pack`."""
    empty = Snippet(id="", title="", category=())
    kept = {name: getattr(empty, name) for name in STAYING}
    reply = msgspec.structs.replace(snippet, **kept, locked=False)
    return Proposal(kind="new", pack=pack, snippet=reply.id, title=reply.title, version=version,
                    reply=reply)  # fmt: skip


def withdrawal_wish(pack: str, version: str, snippet: Snippet) -> Proposal:
    """That the team give up `snippet`; the note says why."""
    return Proposal(
        kind="withdrawal", pack=pack, snippet=snippet.id, title=snippet.title, version=version
    )


def fault_of(proposal: Proposal, limits: InboxLimits) -> Message | None:
    """What in `proposal` is not of the kind and length that it should be; None if it is sound."""
    return next(_faults(proposal, limits), None)


def _faults(one: Proposal, limits: InboxLimits) -> Iterator[Message]:
    if not is_name(one.pack) or not IDENTIFIER.fullmatch(one.snippet):
        yield say("Proposals", "it names no reply of a pack")
    if not one.person.strip() or len(one.person) > limits.name or not one.person.isprintable():
        yield say("Proposals", "the name in it is empty or longer than {most} signs",
                  most=limits.name)  # fmt: skip
    if len(one.note) > limits.note:
        yield say("Proposals", "the note is longer than {most} signs", most=limits.note)
    if one.kind == "withdrawal" and not one.note.strip():
        yield say("Proposals", "it gives no reason")
    if (one.kind == "change") != bool(one.changes) or (one.kind == "new") != bool(one.reply):
        yield say("Proposals", "it says one thing and holds another")
    if one.reply is not None and one.reply.id != one.snippet:
        yield say("Proposals", "it says one thing and holds another")
    yield from _faults_of_fields(one)
    if _UNPRINTABLE.search("".join(_texts(one.record))):
        yield say("Proposals", "it has signs in it that cannot be seen")


def _faults_of_fields(one: Proposal) -> Iterator[Message]:
    names = [change.name for change in one.changes]
    if len({*names}) < len(names) or not {*names} <= {*PROPOSABLE}:
        yield say("Proposals", "it changes what a proposal cannot change")
        return
    for change in one.changes:
        try:
            read_value(change.name, change.base)
            read_value(change.name, change.proposed)
        except msgspec.ValidationError:
            yield say("Proposals", "“{field}” in it is of another kind", field=change.name)
    if one.reply and any(getattr(one.reply, name) for name in (*STAYING, "locked")):
        yield say("Proposals", "it changes what a proposal cannot change")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield str(name)
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
