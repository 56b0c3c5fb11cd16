"""`channel`: team packs, from a lead's folder to every agent, and the keys that vouch for them."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.channel.held import (
    ChannelFolder,
    ChannelStatus,
    channel_folders,
    statuses,
    unreadable,
)
from desktop_assist.channel.lead_work import Founding, LeadWork, OwnersKey, lead_key, refuse_taken
from desktop_assist.channel.places import scheme_of
from desktop_assist.cli.channel_desk import known_channels, lead_work, now, patiently, tell
from desktop_assist.cli.desk import Desk
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say

if TYPE_CHECKING:
    from desktop_assist.channel.changes import PackChange
    from desktop_assist.channel.signed.subscriber import SyncResult


def create(arguments: argparse.Namespace, desk: Desk) -> int:
    """Make a channel, and this computer its first lead's."""
    desk.home.prepare()
    place = _absolute(arguments.place)
    made = lead_work(desk).found(
        Founding(
            name=arguments.name,
            team=arguments.team,
            lead=arguments.lead or desk.settings().agent or getpass.getuser(),
            place=place,
            address=_absolute(arguments.address or place),
            key_file=arguments.owner_key,
            password=_new_password() if arguments.password else "",
        )
    )
    tell(desk, say("Channel", "The channel “{name}” is made. Agents take it with this invite:",
                   name=arguments.name))  # fmt: skip
    desk.console.line(made.invite)
    tell(desk, say("Channel", "The owner's key is in “{file}”. Copy it to two USB sticks, lock them"
                   " away and delete the file here: whoever has it decides who may publish.",
                   file=made.key_file))  # fmt: skip
    return 0


def invite(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the agents' invite, or let a lead in and write their key file."""
    work = lead_work(desk)
    folder = work.channels.chosen(arguments.channel)
    if not arguments.lead:
        desk.console.line(str(folder.known_subscription().invite))
        return 0
    out = _out(arguments)
    key = _owners_key(arguments, folder)
    work.invite(folder, key, arguments.lead, arguments.team, out, patiently)
    _hand_over(desk, out)
    return 0


def replace_key(arguments: argparse.Namespace, desk: Desk) -> int:
    """A new key for a lead, or for the owner; the old one counts no more."""
    work = lead_work(desk)
    folder = work.channels.chosen(arguments.channel)
    if not arguments.lead:
        return _replace_owner(arguments, desk, work, folder)
    if arguments.remove:
        work.remove_lead(folder, _owners_key(arguments, folder), arguments.lead, patiently)
    else:
        out = _out(arguments)
        key = _owners_key(arguments, folder)
        work.renew_lead(folder, key, arguments.lead, out, patiently)
        _hand_over(desk, out)
    tell(desk, say("Channel", "The old key of “{name}” counts no more. If it was stolen, look"
                   " through what was published with it.", name=arguments.lead))  # fmt: skip
    return 0


def _replace_owner(
    arguments: argparse.Namespace, desk: Desk, work: LeadWork, folder: ChannelFolder
) -> int:
    key = _owners_key(arguments, folder)
    password = _new_password() if arguments.password else ""
    file = work.renew_owner(folder, key, arguments.out or key.file, password, patiently)
    tell(desk, say("Channel", "The owner's new key is in “{file}”; the old one counts no more."
                   " Exchange it on your USB sticks.", file=file))  # fmt: skip
    return 0


def subscribe(arguments: argparse.Namespace, desk: Desk) -> int:
    """Take a channel by an agent's invite or a lead's key file, and fetch its packs."""
    desk.home.prepare()
    channels = known_channels(desk)
    file = Path(arguments.invite)
    folder = channels.take_key(file) if file.is_file() else channels.subscribe(arguments.invite)
    if arguments.place:
        _move(folder, _absolute(arguments.place))
    result = channels.subscriber(folder).sync()
    return _tell(result, desk)


def sync(arguments: argparse.Namespace, desk: Desk) -> int:
    """Fetch what is new in every channel, and mend what is damaged here."""
    del arguments
    channels = known_channels(desk)
    if not channel_folders(desk.home.channels):
        channels.chosen()  # says how to take one
    codes = []
    for folder, result in channels.sync(thorough=True):
        subscription = folder.subscription()
        if subscription is not None and subscription.name:
            desk.console.line(subscription.name)
        codes.append(_tell(result, desk))
    return max(codes, default=0)


def status(arguments: argparse.Namespace, desk: Desk) -> int:
    """How each channel stands, without asking anybody."""
    found, problems = statuses(desk.home.channels, now()), unreadable(desk.home.channels)
    if arguments.json:
        desk.console.json([_as_object(one, desk) for one in found])
        return 0
    for problem in problems:
        desk.console.problem(problem)
    if not found and not problems:
        tell(desk, say("Channel", "This computer knows no channel yet."))
    for one in found:
        tell(desk, one.message)
        for pack in one.held.packs.values():
            desk.console.line(f"  {pack.title} {pack.version} ({pack.pack}, {pack.team})")
    return FINDINGS if problems or any(one.problem or one.is_stale for one in found) else 0


def go_back(arguments: argparse.Namespace, desk: Desk) -> int:
    """Use the version of a pack before the present one."""
    channels = known_channels(desk)
    change = channels.subscriber(channels.chosen(arguments.channel)).go_back(arguments.pack)
    tell(desk, change.message)
    return 0


def leave(arguments: argparse.Namespace, desk: Desk) -> int:
    """Forget a channel and remove its packs from this computer."""
    channels = known_channels(desk)
    channels.leave(channels.chosen(arguments.channel), keys=arguments.with_keys)
    tell(desk, say("Channel", "This computer has left the channel. What you wrote yourself is as it"
                   " was."))  # fmt: skip
    return 0


def repair(arguments: argparse.Namespace, desk: Desk) -> int:
    """Bring a channel that was restored from a backup forward again."""
    work = lead_work(desk)
    folder = work.channels.chosen(arguments.channel)
    key = _owners_key(arguments, folder) if arguments.owner_key else None
    tell(desk, work.repair(folder, patiently, key))
    return 0


def _absolute(place: str) -> str:
    return place if scheme_of(place) else str(Path(place).absolute())


def _move(folder: ChannelFolder, place: str) -> None:
    """Let this lead publish to `place` from now on."""
    from desktop_assist.channel.signed.keys import moved, write_key_file  # noqa: PLC0415  loads TUF

    subscription = folder.subscription()
    address = subscription.address if subscription else place
    write_key_file(folder.lead_key, moved(lead_key(folder), place, address))


def _owners_key(arguments: argparse.Namespace, folder: ChannelFolder) -> OwnersKey:
    """The file that was named, or the one on this computer; asks for its password if it has one."""
    from desktop_assist.channel.signed.keys import is_encrypted, read_key_file  # noqa: PLC0415  TUF

    file: Path = arguments.owner_key or folder.owner_key
    if not file.is_file():
        raise AssistError(
            say("Channel", "The owner's key is not on this computer. Nothing was changed."),
            say("Channel", "Put in the USB stick and name the file: --owner-key FILE"),
        )
    return OwnersKey(file, getpass.getpass() if is_encrypted(read_key_file(file)) else "")


def _new_password() -> str:
    first, again = getpass.getpass(), getpass.getpass()
    if not first or first != again:
        raise AssistError(
            say("Channel", "The two passwords differ, or are empty. Nothing was changed."),
            say("Channel", "Try again."),
        )
    return first


def _out(arguments: argparse.Namespace) -> Path:
    """Where a lead's key file goes; a password is not asked for where it is taken."""
    file: Path = arguments.out or Path(f"{arguments.lead}.key")
    refuse_taken(file)
    return file


def _hand_over(desk: Desk, file: Path) -> None:
    from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  loads TUF

    key = read_key_file(file)
    tell(desk, say("Channel", "“{file}” is the key of “{name}” for the team “{team}”. Hand it to"
                   " them and to nobody else; they take it with: desktop-assist channel subscribe"
                   " FILE", file=file, name=key.name, team=key.team))  # fmt: skip


def _tell(result: SyncResult, desk: Desk) -> int:
    for change in result.changes:
        _told(change, desk)
    if not result.changes and not result.problems:
        tell(desk, say("Channel", "There is nothing new."))
    for problem in result.problems:
        desk.console.problem(problem)
    return FINDINGS if result.problems else 0


def _told(change: PackChange, desk: Desk) -> None:
    tell(desk, change.message)
    if change.notes:
        desk.console.line(f"  {change.notes}")


def _as_object(one: ChannelStatus, desk: Desk) -> dict[str, object]:
    held = one.held
    return {
        "channel": one.subscription.name,
        "address": one.subscription.address,
        "stale": one.is_stale,
        "synced_at": held.synced_at.isoformat() if held.synced_at else None,
        "good_until": held.good_until.isoformat() if held.good_until else None,
        "problem": desk.console.spoken(one.problem) if one.problem else None,
        "packs": [
            {"pack": pack.pack, "team": pack.team, "title": pack.title, "version": pack.version}
            for pack in held.packs.values()
        ],
    }
