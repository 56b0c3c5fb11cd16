"""What the lead says to a proposal: taken or declined, signed with the key that publishes.

Answers lie in `answers/` beside the inbox, one small file a proposal, named by the proposal. They
are no part of a publish: a lead who declines has nothing to publish, and who takes ten proposals
publishes once, later. The key is the one that agents trust for packs, so nobody else can answer.
Deleting an answer only makes the proposal look unanswered.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from desktop_assist.channel.proposals.letter import Digest, opened
from desktop_assist.channel.proposals.limits import InboxLimits
from desktop_assist.channel.proposals.proposal import Moment
from desktop_assist.errors import AssistError

ANSWERS = "answers"
"""The folder of the channel that they lie in."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The verdict on `proposal` (its digest). `because` may be empty where it was taken."""

    proposal: Digest
    channel: str
    verdict: Literal["taken", "declined"]
    because: str = ""
    lead: str
    at: Moment


def path_of(proposal: str) -> str:
    """Where the answer to a proposal lies in the channel."""
    return f"{ANSWERS}/{proposal}.json"


def proven_answer(
    data: bytes, proposal: str, channel: str, leads: Mapping[str, str], limits: InboxLimits
) -> Answer | None:
    """The answer to `proposal` in `data`; None where it is none, or of no lead of the channel.

    `leads` are the names of the leads by their keys (hex), from the channel's proven lists.
    """
    try:
        letter = opened(data, "answer", Answer, limits.file_bytes)
    except AssistError:
        return None
    said = letter.said
    if letter.key not in leads or (said.proposal, said.channel) != (proposal, channel):
        return None
    return msgspec.structs.replace(said, lead=leads[letter.key])


def lead_names(trust: Path) -> dict[str, str]:
    """The names of all who may publish, by their keys (hex), as the last sync has proven them."""
    from tuf.api.exceptions import RepositoryError, StorageError  # noqa: PLC0415  heavy
    from tuf.api.metadata import Metadata, Targets  # noqa: PLC0415  heavy

    from desktop_assist.channel.signed.trusted import LEADS, team_names  # noqa: PLC0415  heavy

    try:
        listed = Metadata[Targets].from_file(str(trust / "targets.json")).signed
    except (RepositoryError, StorageError):
        return {}
    told = listed.unrecognized_fields.get(LEADS, {})
    keys = listed.delegations.keys if listed.delegations else {}
    trusted = {one for team in team_names(listed) for one in listed.get_delegated_role(team).keyids}
    return {
        str(keys[one].keyval["public"]): str(told.get(one, {}).get("name", "?"))
        for one in trusted
        if one in keys
    }
