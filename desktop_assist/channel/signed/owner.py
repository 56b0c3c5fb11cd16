"""What the owner's key does: make a channel, let leads in, and exchange keys."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from securesystemslib.signer import SSlibKey
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)

from desktop_assist.channel.invite import Invite, fingerprint_of
from desktop_assist.channel.limits import DEFAULT_LIFETIMES, DEFAULT_LIMITS, Lifetimes, Limits
from desktop_assist.channel.names import check_team
from desktop_assist.channel.places import NotThere, Place, read_whole
from desktop_assist.channel.signed.desk_access import Access
from desktop_assist.channel.signed.keys import (
    KeyFile,
    SigningKey,
    new_private_key,
    signing_key,
)
from desktop_assist.channel.signed.trusted import LEADS, NAME, ChannelState, team_names
from desktop_assist.channel.signed.writing import Next, Writer, as_bytes
from desktop_assist.errors import AssistError
from desktop_assist.text import say

_SHARED = ("snapshot", "timestamp")
"""The lists that every lead signs along with their team's."""


@dataclass(frozen=True, slots=True)
class NewChannel:
    """What to make: its `name`, the first `team` and the name of its `lead`.

    `place` is where leads publish, `address` where agents read.
    """

    name: str
    team: str
    lead: str
    place: str
    address: str


@dataclass(frozen=True, slots=True)
class Created:
    """A made channel: the key to lock away, the key to publish with, and what agents need."""

    owner: KeyFile
    lead: KeyFile
    root: bytes

    @property
    def invite(self) -> Invite:
        return self.owner.invite


def create(
    new: NewChannel,
    place: Place,
    now: datetime.datetime,
    lifetimes: Lifetimes = DEFAULT_LIFETIMES,
    limits: Limits = DEFAULT_LIMITS,
    password: str = "",
) -> Created:
    """Make a channel at `place`; the owner's key is encrypted with `password` where there is one.

    Raises:
        AssistError: there is a channel already, the team's name does not fit, or the place
            refuses.
    """
    check_team(new.team)
    _refuse_second(place, limits)
    owner = KeyFile(kind="owner", name=new.name, channel=new.name, place=new.place,
                    address=new.address, private_key=new_private_key(password))  # fmt: skip
    lead = KeyFile(kind="lead", name=new.lead, team=new.team, channel=new.name, place=new.place,
                   address=new.address, private_key=new_private_key())  # fmt: skip
    owners, leads = signing_key(owner, password), signing_key(lead)
    root = Root(consistent_snapshot=True, unrecognized_fields={NAME: new.name})
    for role in root.roles:
        root.add_key(owners.public, role)
    targets = Targets(delegations=Delegations({}, {}), unrecognized_fields={LEADS: {}})
    _let_in(targets, leads.public, new.lead, new.team, owners)
    _share(root, targets)
    before = Metadata(root), Metadata(Timestamp()), Metadata(Snapshot()), Metadata(targets)
    empty = ChannelState(*before, teams={})
    writer = Writer(place, [owners], now, lifetimes, lambda: None)
    state = writer.write(empty, Next(root, targets, {new.team: Targets()}))
    data = as_bytes(state.root)
    told = {"root_version": 1, "fingerprint": fingerprint_of(data)}
    return Created(
        msgspec.structs.replace(owner, **told), msgspec.structs.replace(lead, **told), data
    )


@dataclass(frozen=True, slots=True)
class Owner:
    """Changes who may publish. `access.key` is the owner's."""

    access: Access
    file: KeyFile

    def invite(self, name: str, team: str) -> KeyFile:
        """Let the lead `name` publish for `team`, which is made where it is new.

        Gives the key file to hand to them; nobody else may get it.

        Raises:
            AssistError: the name is taken, or the channel cannot be changed.
        """
        check_team(team)
        given = self._key_file(name, team)
        with self.access.locked() as lock:
            state = self._state()
            if any(one["name"] == name for one in state.leads().values()):
                raise AssistError(
                    say("Channel", "“{name}” is a lead of this channel already. Nothing was"
                        " changed.", name=name),
                    say("Channel", "Choose another name, or give them a new key with"
                        " “channel replace-key”."),
                )  # fmt: skip
            targets = state.targets.signed
            fresh = team not in state.teams
            _let_in(targets, signing_key(given).public, name, team, self.access.key)
            root = _next_root(state, targets)
            teams = {team: Targets()} if fresh else {}
            self.access.write(lock, state, Next(root, targets, teams))
        return given

    def replace_lead(self, name: str, *, remove: bool = False) -> KeyFile | None:
        """Make the key of the lead `name` worthless, and give them a new one unless `remove`.

        Their packs stay; look through what was published with the old key if it was stolen.

        Raises:
            AssistError: there is no such lead, or the channel cannot be changed.
        """
        with self.access.locked() as lock:
            state = self._state()
            old, team = _known_lead(state, name)
            targets = state.targets.signed
            _shut_out(targets, old, team)
            given = None if remove else self._key_file(name, team)
            if given is not None:
                _let_in(targets, signing_key(given).public, name, team, self.access.key)
            root = _next_root(state, targets)
            # The old key signed the team's list, so that it would count no more.
            teams = {team: state.teams[team].signed}
            self.access.write(lock, state, Next(root, targets, teams))
        return given

    def fresh(self, password: str = "") -> KeyFile:
        """A new owner's key that counts for nothing yet, to be kept before `replace_owner`."""
        return msgspec.structs.replace(self.file, private_key=new_private_key(password))

    def replace_owner(self, fresh: KeyFile, password: str = "") -> None:
        """Let the key `fresh`, which is kept already, take the place of this one.

        Raises:
            AssistError: the channel cannot be changed.
        """
        new, old = signing_key(fresh, password), self.access.key
        with self.access.locked() as lock:
            state = self._state()
            targets = state.targets.signed
            _own(targets, new)
            root = state.root.signed
            for role in root.roles:
                root.revoke_key(old.key_id, role)
                root.add_key(new.public, role)
            root = _next_root(state, targets)
            teams = {team: one.signed for team, one in state.teams.items()}
            self.access.write(lock, state, Next(root, targets, teams), keys=(old, new))

    def _state(self) -> ChannelState:
        state = self.access.state()
        if self.access.key.key_id not in state.root.signed.roles["root"].keyids:
            raise AssistError(
                say("Channel", "This is not the owner's key of the channel. Nothing was changed."),
                say("Channel", "Name the owner's key file with --owner-key; it was written by"
                    " “channel create”."),
            )  # fmt: skip
        return state

    def _key_file(self, name: str, team: str) -> KeyFile:
        return msgspec.structs.replace(
            self.file, kind="lead", name=name, team=team, private_key=new_private_key()
        )


def _refuse_second(place: Place, limits: Limits) -> None:
    try:
        read_whole(place, "metadata/1.root.json", limits.metadata_bytes)
    except (NotThere, AssistError):
        return
    raise AssistError(
        say("Channel", "There is a channel at this place already. Nothing was changed."),
        say(
            "Channel", "Choose an empty folder; to change the channel that is there, use its keys."
        ),
    )


def _let_in(targets: Targets, key: SSlibKey, name: str, team: str, owner: SigningKey) -> None:
    delegations = targets.delegations or Delegations({}, {})
    roles = delegations.roles if delegations.roles is not None else {}
    if team not in roles:
        roles[team] = DelegatedRole(team, [], 1, terminating=True, paths=[f"{team}/*"])
        targets.delegations = delegations
        targets.add_key(owner.public, team)
    targets.add_key(key, team)
    _leads(targets)[key.keyid] = {"name": name, "team": team}


def _shut_out(targets: Targets, key_id: str, team: str) -> None:
    targets.revoke_key(key_id, team)
    del _leads(targets)[key_id]


def _own(targets: Targets, owner: SigningKey) -> None:
    """Make `owner` the one key besides the leads' that may sign each team's list."""
    leads = _leads(targets)
    for team in team_names(targets):
        for stale in set(targets.get_delegated_role(team).keyids) - set(leads):
            targets.revoke_key(stale, team)
        targets.add_key(owner.public, team)


def _next_root(state: ChannelState, targets: Targets) -> Root:
    root = state.root.signed
    root.version += 1
    _share(root, targets)
    return root


def _share(root: Root, targets: Targets) -> None:
    """Let the owner and every lead sign the shared lists, and nobody else.

    Made from the leads each time: a change that was killed halfway has left the two apart.
    """
    owners, leads = set(root.roles["root"].keyids), _leads(targets)
    for role in _SHARED:
        for stale in set(root.roles[role].keyids) - owners - set(leads):
            root.revoke_key(stale, role)
        for key_id, lead in leads.items():
            delegations = targets.delegations
            if delegations is not None and lead["team"] in team_names(targets):
                root.add_key(delegations.keys[key_id], role)


def _leads(targets: Targets) -> dict[str, dict[str, str]]:
    leads: dict[str, dict[str, str]] = targets.unrecognized_fields.setdefault(LEADS, {})
    return leads


def _known_lead(state: ChannelState, name: str) -> tuple[str, str]:
    """The key and the team of the lead `name`."""
    leads: Mapping[str, Mapping[str, str]] = state.leads()
    for key_id, lead in leads.items():
        if lead["name"] == name:
            return key_id, lead["team"]
    raise AssistError(
        say("Channel", "The channel has no lead “{name}”. Nothing was changed.", name=name),
        say("Channel", "Choose one of: {names}.",
            names=", ".join(sorted(one["name"] for one in leads.values())) or "–"),
    )  # fmt: skip
