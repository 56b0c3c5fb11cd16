"""The words of the command `channel`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_assist.cli import (
    channel,
    channel_history,
    channel_publishing,
    proposal_arguments,
)
from desktop_assist.text import Message, say

AddCommand = Callable[..., argparse.ArgumentParser]
"""Adds a command: where, its name, what runs it, its help."""
Spoken = Callable[[Message], str]


def add_commands(actions: Any, command: AddCommand, spoken: Spoken) -> None:
    """Add what `channel` can do to its `actions`."""
    _owners(actions, command, spoken)
    _leads(actions, command, spoken)
    _agents(actions, command, spoken)
    proposal_arguments.add_commands(actions, command, spoken)


def _owners(actions: Any, command: AddCommand, spoken: Spoken) -> None:
    help_ = say("Channel", "make a channel in a folder, on a share or in a bucket")
    create = command(actions, "create", channel.create, help_)
    create.add_argument("name", metavar="NAME")
    place = say("Channel", "where leads publish: a folder, or an address such as s3://bucket/name")
    create.add_argument("place", metavar="PLACE", help=spoken(place))
    address = say("Channel", "where agents read it, if elsewhere: https://…")
    create.add_argument("--address", default="", metavar="URL", help=spoken(address))
    team = say("Channel", "the team of the first lead; small letters, digits and hyphens")
    create.add_argument("--team", default="main", metavar="TEAM", help=spoken(team))
    lead = say("Channel", "the name of the first lead")
    create.add_argument("--lead", default="", metavar="NAME", help=spoken(lead))
    _owner_key(create, spoken)
    _password(create, spoken)
    help_ = say("Channel", "print the invite for agents, or let a lead in")
    invite = command(actions, "invite", channel.invite, help_)
    invite.add_argument("lead", nargs="?", default="", metavar="LEAD")
    invite.add_argument("--team", default="main", metavar="TEAM", help=spoken(_TEAM))
    _key_out(invite, spoken)
    _owner_key(invite, spoken)
    _which(invite, spoken)
    help_ = say("Channel", "give a lead, or the owner, a new key; the old one counts no more")
    replace = command(actions, "replace-key", channel.replace_key, help_)
    replace.add_argument("lead", nargs="?", default="", metavar="LEAD")
    remove = say("Channel", "give no new key: this lead publishes no more")
    replace.add_argument("--remove", action="store_true", help=spoken(remove))
    _key_out(replace, spoken)
    _owner_key(replace, spoken)
    _password(replace, spoken)
    _which(replace, spoken)


def _leads(actions: Any, command: AddCommand, spoken: Spoken) -> None:
    help_ = say("Channel", "publish packs; without any, sign anew what is published")
    publish = command(actions, "publish", channel_publishing.publish, help_)
    publish.add_argument("packs", nargs="*", type=Path, metavar="PACK")
    _words(publish, spoken)
    withdraw = say("Channel", "take back a pack, or one reply as pack/id; may be given again")
    publish.add_argument(
        "--withdraw", action="append", default=[], metavar="ID", help=spoken(withdraw)
    )
    _which(publish, spoken)
    help_ = say("Channel", "publish the content of an older version once more")
    rollback = command(actions, "rollback", channel_publishing.rollback, help_)
    rollback.add_argument("pack", metavar="PACK")
    to = say("Channel", "the version to bring back, as “channel history” names it")
    rollback.add_argument("--to", required=True, metavar="VERSION", help=spoken(to))
    _words(rollback, spoken)
    _which(rollback, spoken)
    help_ = say("Channel", "repair a channel that was restored from a backup")
    repair = command(actions, "repair", channel.repair, help_)
    _owner_key(repair, spoken)
    _which(repair, spoken)


def _agents(actions: Any, command: AddCommand, spoken: Spoken) -> None:
    help_ = say("Channel", "take a channel, by an invite or a lead's key file")
    subscribe = command(actions, "subscribe", channel.subscribe, help_)
    subscribe.add_argument("invite", metavar="INVITE")
    moved = say("Channel", "where a lead publishes from now on, if the channel has moved")
    subscribe.add_argument("--place", default="", metavar="PLACE", help=spoken(moved))
    help_ = say("Channel", "fetch what is new in every channel")
    command(actions, "sync", channel.sync, help_)
    help_ = say("Channel", "tell how each channel stands")
    status = command(actions, "status", channel.status, help_)
    json = say("CommandLine", "print JSON for another program")
    status.add_argument("--json", action="store_true", help=spoken(json))
    _history(actions, command, spoken)
    help_ = say("Channel", "use the version of a pack before the present one")
    back = command(actions, "back", channel.go_back, help_)
    back.add_argument("pack", metavar="PACK")
    _which(back, spoken)
    help_ = say("Channel", "leave a channel: its packs go, what you wrote yourself stays")
    leave = command(actions, "leave", channel.leave, help_)
    keys = say("Channel", "also where a key to publish with is kept with it")
    leave.add_argument("--with-keys", action="store_true", help=spoken(keys))
    _which(leave, spoken)


def _history(actions: Any, command: AddCommand, spoken: Spoken) -> None:
    json = spoken(say("CommandLine", "print JSON for another program"))
    help_ = say("Channel", "tell the versions of a pack, or how two of them differ")
    history = command(actions, "history", channel_history.history, help_)
    history.add_argument("pack", metavar="PACK")
    before = say("Channel", "compare this version …")
    history.add_argument("--from", dest="before", default="", metavar="VERSION",
                         help=spoken(before))  # fmt: skip
    after = say("Channel", "… with this one; the newest where one of the two is left out")
    history.add_argument("--to", dest="after", default="", metavar="VERSION", help=spoken(after))
    save = say("Channel", "write the content of a version into a new folder; for leads")
    history.add_argument("--save", nargs=2, metavar=("VERSION", "FOLDER"), help=spoken(save))
    history.add_argument("--json", action="store_true", help=json)
    _which(history, spoken)
    help_ = say("Channel", "tell what a channel may cost this computer, or change it")
    limits = command(actions, "limits", channel_history.limits, help_)
    limits.add_argument("name", nargs="?", default="", metavar="NAME")
    value = say("Channel", "the new number, or “default”")
    limits.add_argument("value", nargs="?", default="", metavar="NUMBER", help=spoken(value))
    limits.add_argument("--json", action="store_true", help=json)


def _words(command: argparse.ArgumentParser, spoken: Spoken) -> None:
    for option, meaning in (
        ("--notes", say("Channel", "what agents should know of it")),
        ("--overrule", say("Channel", "publish wordings that a rule forbids, for this reason")),
    ):
        command.add_argument(option, default="", metavar="TEXT", help=spoken(meaning))
    for option, meaning in (
        ("--over", say("Channel", "publish although another lead has done so since you did")),
        ("--dry-run", say("Channel", "only show what would change")),
        ("--yes", say("Channel", "do not ask")),
    ):
        command.add_argument(option, action="store_true", help=spoken(meaning))


def _owner_key(command: argparse.ArgumentParser, spoken: Spoken) -> None:
    help_ = say("Channel", "the file of the owner's key, such as on a USB stick")
    command.add_argument("--owner-key", type=Path, metavar="FILE", help=spoken(help_))


def _password(command: argparse.ArgumentParser, spoken: Spoken) -> None:
    help_ = say("Channel", "ask for a password that locks the owner's key")
    command.add_argument("--password", action="store_true", help=spoken(help_))


def _key_out(command: argparse.ArgumentParser, spoken: Spoken) -> None:
    help_ = say("Channel", "where to write the new key file")
    command.add_argument("--out", type=Path, metavar="FILE", help=spoken(help_))


def _which(command: argparse.ArgumentParser, spoken: Spoken) -> None:
    help_ = say("Channel", "which channel, where there are several")
    command.add_argument("--channel", default="", metavar="NAME", help=spoken(help_))


_TEAM = say("Channel", "the team whose packs the lead publishes; it is made where it is new")
